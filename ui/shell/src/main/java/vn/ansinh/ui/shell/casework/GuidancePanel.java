package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What an official tells a citizen: the procedures of a day, and one of them as it is printed and handed over. */
final class GuidancePanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(GuidancePanel.class);
    private static final String PROCEDURE = "thu-tuc";
    private static final String DAY = "ngay";

    private final transient CaseServices services;
    private final Nav menu = new Nav();
    private final ComboBox<Procedure> onPhone = new ComboBox<>();
    private final Div sheet = new Div();

    GuidancePanel(CaseServices services) {
        this.services = services;
        addClassName("as-list");
        DateField day = new DateField(null);
        day.setAriaLabel(TEXTS.get("guide.day"));
        day.setTooltipText(TEXTS.get("guide.day"));
        day.setValue(day(services.today()));
        day.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                turn(DAY, event.getValue() == null ? "" : event.getValue().toString());
            }
        });
        onPhone.setAriaLabel(TEXTS.get("guide.procedure"));
        onPhone.setItemLabelGenerator(Procedure::name);
        onPhone.addClassNames("as-phone", "as-list-choice");
        Keys.enterTakesFirst(onPhone);
        onPhone.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                turn(PROCEDURE, event.getValue().id());
            }
        });
        Button print = new Button(TEXTS.get("guide.print"), VaadinIcon.PRINT.create());
        print.addClickListener(event -> print.getElement().executeJs("window.print()"));
        FilterBar bar = new FilterBar();
        bar.addField(day);
        bar.addField(onPhone);
        bar.addAtEnd(print);
        menu.addClassNames("as-panel", "as-list-menu", "as-desk", "as-no-print");
        menu.getElement().setAttribute("aria-label", TEXTS.get("guide.procedures"));
        sheet.addClassNames("as-home", "as-scroll");
        sheet.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", TEXTS.get("guide.procedure"));
        Div columns = new Div(menu, sheet);
        columns.addClassNames("as-cols", "as-fill", "as-guidance");
        add(bar, columns);
        fill();
    }

    private static LocalDate day(LocalDate today) {
        try {
            return PageAddress.current().get(DAY).map(LocalDate::parse).orElse(today);
        } catch (DateTimeParseException e) {
            return today;
        }
    }

    private void turn(String parameter, String value) {
        PageAddress.current().put(parameter, value);
        Problems.guard(this::fill);
    }

    private void fill() {
        LocalDate day = day(services.today());
        List<Procedure> procedures = services.procedures().on(day);
        menu.removeAll();
        sheet.removeAll();
        onPhone.setItems((one, typed) -> Vietnamese.fold(one.name()).contains(Vietnamese.fold(typed)), procedures);
        if (procedures.isEmpty()) {
            Div none = new Div(TEXTS.get("guide.none", Formats.date(day)));
            none.addClassName("as-empty");
            sheet.add(none);
            return;
        }
        String wanted = PageAddress.current().get(PROCEDURE).orElse("");
        Procedure chosen = procedures.stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElse(procedures.get(0));
        onPhone.setValue(chosen);
        UnorderedList items = new UnorderedList();
        procedures.forEach(one -> items.add(new ListItem(item(one, one == chosen))));
        menu.add(items);
        sheet.add(new GuidanceSheet(services, chosen));
    }

    private Component item(Procedure procedure, boolean chosen) {
        Span words = new Span(procedure.name());
        words.addClassName("as-grow");
        NativeButton button = new NativeButton();
        button.addClassName("as-list-item");
        button.add(words);
        if (chosen) {
            button.getElement().setAttribute("aria-current", "true");
        }
        button.addClickListener(event -> turn(PROCEDURE, procedure.id()));
        return button;
    }
}
