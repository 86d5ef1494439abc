package vn.ansinh.ui.shell.layout;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.time.YearMonth;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.MonthField;
import vn.ansinh.ui.kit.field.UnitPicker;
import vn.ansinh.ui.kit.text.Formats;

/** The one place where unit and month are shown and changed. */
final class ContextButton extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Units units;
    private final Button button = new Button();
    private final Span unitName = new Span();
    private final Span monthName = new Span();
    private final Popover popover = new Popover();

    ContextButton(Units units) {
        this.units = units;
        addClassName("as-context");
        unitName.addClassNames("as-b", "as-ell");
        monthName.addClassNames("as-desk", "as-context-month");
        Span content = new Span(VaadinIcon.MAP_MARKER.create(), unitName, monthName, VaadinIcon.ANGLE_DOWN.create());
        content.addClassName("as-row");
        button.getElement().appendChild(content.getElement());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        popover.setTarget(button);
        popover.setModal(true);
        popover.setAutofocus(true);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setAriaLabel(text("context.change"));
        popover.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                fill(WorkContext.current());
            }
        });
        add(button, popover);
    }

    void refresh() {
        WorkContext.of(com.vaadin.flow.component.UI.getCurrent()).ifPresent(context -> {
            unitName.setText(context.unitName());
            monthName.setText(text("context.month", Formats.month(context.month())));
            button.setAriaLabel(text("context.label", context.unitName(), Formats.month(context.month())));
        });
    }

    private void fill(WorkContext context) {
        MonthField month = new MonthField(text("context.month-label"));
        month.setValue(context.month());
        // the units of the month that is chosen beside
        UnitPicker unit = new UnitPicker(
                text("context.unit"),
                units,
                context.rootUnitId(),
                () -> month.getValue() == null
                        ? context.today()
                        : month.getValue().atEndOfMonth());
        month.addValueChangeListener(event -> unit.getLazyDataView().refreshAll());
        unit.setWidthFull();
        unit.setClearButtonVisible(context.rootUnitId() == 0);
        if (context.rootUnitId() == 0) {
            unit.setHelperText(text("context.country"));
        }
        context.unit().ifPresent(unit::setValue);
        Button earlier = step(month, -1, VaadinIcon.ANGLE_LEFT, text("context.earlier"));
        Button later = step(month, 1, VaadinIcon.ANGLE_RIGHT, text("context.later"));
        Div months = new Div(month, earlier, later);
        months.addClassName("as-context-months");
        Button apply = new Button(text("context.apply"), event -> {
            AdministrativeUnit chosen = unit.getValue();
            YearMonth when = month.getValue() == null ? context.month() : month.getValue();
            popover.close();
            context.change(chosen == null ? context.rootUnitId() : chosen.id(), when);
        });
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(unit, months, apply);
        form.addClassNames("as-stack", "as-context-form");
        popover.removeAll();
        popover.add(form);
    }

    private static Button step(MonthField field, int months, VaadinIcon icon, String label) {
        Button step = new Button(icon.create(), event -> {
            if (field.getValue() != null) {
                field.setValue(field.getValue().plusMonths(months));
            }
        });
        step.addThemeVariants(ButtonVariant.LUMO_ICON);
        step.setAriaLabel(label);
        return step;
    }
}
