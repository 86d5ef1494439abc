package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.ansinh.api.casework.CaseFiles.CaseQuery;
import vn.ansinh.api.casework.CaseFiles.View;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.text.Texts;

/**
 * Which cases a list shows, as the address says.
 *
 * @param procedure id, {@code null} for all
 * @param step its name, {@code null} for all
 * @param text name or number, blank for all
 */
record CaseFilter(View view, long unitId, String procedure, String step, String text, boolean late) {

    private static final Texts TEXTS = Texts.of(CaseFilter.class);
    private static final String SEARCH = "tim";
    private static final String PROCEDURE = "thu-tuc";
    private static final String STEP = "buoc";
    private static final String STATE = "tinh-trang";
    private static final String LATE = "tre";
    /** What officials choose from; their own work has a page. */
    private static final List<View> OFFERED = List.of(View.RUNNING, View.WAITING, View.DECIDED, View.ENDED, View.ALL);

    /** @param usual shown when the address names none */
    static CaseFilter ofAddress(View usual) {
        PageAddress address = PageAddress.current();
        return new CaseFilter(
                address.get(STATE).flatMap(CaseFilter::view).orElse(usual),
                WorkContext.current().unitId(),
                address.get(PROCEDURE).orElse(null),
                address.get(STEP).orElse(null),
                address.get(SEARCH).orElse(""),
                address.get(LATE).isPresent());
    }

    private static Optional<View> view(String text) {
        return Arrays.stream(View.values())
                .filter(view -> address(view).equals(text))
                .findFirst();
    }

    private static String address(View view) {
        return view.name().toLowerCase(Locale.ROOT);
    }

    CaseQuery query(String cursor, int limit) {
        return new CaseQuery(view, null, unitId, procedure, step, text, late, cursor, limit);
    }

    /** The same, of other cases. */
    CaseFilter with(View other) {
        return new CaseFilter(other, unitId, procedure, step, text, late);
    }

    /** The same, in one step. @param name of it, {@code null} for all */
    CaseFilter in(String name) {
        return new CaseFilter(view, unitId, procedure, name, text, late);
    }

    /** The same, only those that are late. */
    CaseFilter onlyLate() {
        return new CaseFilter(view, unitId, procedure, step, text, true);
    }

    /** How many there are; one click from the list of them. @param what they are, read out with the number */
    Component count(int number, String what) {
        String shown = Money.format(number);
        if (number == 0) {
            return new Span(shown);
        }
        Anchor link = new Anchor(address(), shown);
        link.setAriaLabel(TEXTS.get("filter.count", what, shown));
        return link;
    }

    /** Address of the list of these cases. */
    private String address() {
        Map<String, String> values = new TreeMap<>(Map.of(STATE, address(view)));
        if (procedure != null) {
            values.put(PROCEDURE, procedure);
        }
        if (step != null) {
            values.put(STEP, step);
        }
        if (!text.isEmpty()) {
            values.put(SEARCH, text);
        }
        if (late) {
            values.put(LATE, "1");
        }
        return CasesView.PATH + "?"
                + WorkContext.current().parameters().mergingAll(lists(values)).getQueryString();
    }

    private static Map<String, List<String>> lists(Map<String, String> values) {
        Map<String, List<String>> lists = new TreeMap<>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }

    /** Whether something is left out that could be shown. */
    boolean narrows() {
        return procedure != null || step != null || !text.isEmpty() || late;
    }

    /**
     * The bar above a list.
     *
     * @param states whether one may choose running ones, ended ones and so on
     * @param typed run while one types what is looked for: the bar stays
     * @param changed run when the address says something else
     */
    FilterBar bar(List<Procedure> procedures, boolean states, Runnable typed, Runnable changed) {
        FilterBar bar = new FilterBar();
        bar.search(TEXTS.get("filter.search"), text, value -> turn(SEARCH, value, typed))
                .addClassName("as-wide-search");
        if (states) {
            ComboBox<View> which = choice(TEXTS.get("filter.state"), OFFERED, one -> TEXTS.get("view." + one));
            which.setValue(OFFERED.contains(view) ? view : null);
            which.setClearButtonVisible(false);
            which.addValueChangeListener(event -> {
                if (event.isFromClient() && event.getValue() != null) {
                    turn(STATE, address(event.getValue()), changed);
                }
            });
            bar.addField(which);
        }
        ComboBox<Procedure> which = choice(TEXTS.get("filter.procedure"), procedures, Procedure::name);
        which.getElement().getStyle().set("--vaadin-combo-box-overlay-width", "420px");
        Optional<Procedure> chosen =
                procedures.stream().filter(one -> one.id().equals(procedure)).findFirst();
        chosen.ifPresent(which::setValue);
        which.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                turn(PROCEDURE, event.getValue() == null ? "" : event.getValue().id(), changed);
            }
        });
        bar.addField(which);
        if (procedure != null) {
            bar.chip(
                    TEXTS.get("filter.procedure"),
                    chosen.map(Procedure::name).orElse(procedure),
                    () -> turn(PROCEDURE, "", changed));
        }
        if (step != null) {
            bar.chip(TEXTS.get("list.step"), step, () -> turn(STEP, "", changed));
        }
        if (late) {
            bar.chip(TEXTS.get("filter.late"), TEXTS.get("filter.late-only"), () -> turn(LATE, "", changed));
        } else {
            Button onlyLate = new Button(TEXTS.get("filter.only-late"), VaadinIcon.CLOCK.create());
            onlyLate.addThemeVariants(ButtonVariant.LUMO_SMALL);
            onlyLate.addClickListener(event -> turn(LATE, "1", changed));
            bar.addField(onlyLate);
        }
        return bar;
    }

    private static <T> ComboBox<T> choice(String label, List<T> items, ItemLabelGenerator<T> words) {
        ComboBox<T> field = new ComboBox<>();
        field.setAriaLabel(label);
        field.setPlaceholder(label);
        field.setClearButtonVisible(true);
        field.setItems((item, typed) -> Vietnamese.fold(words.apply(item)).contains(Vietnamese.fold(typed)), items);
        field.setItemLabelGenerator(words);
        Keys.enterTakesFirst(field);
        return field;
    }

    private static void turn(String parameter, String value, Runnable changed) {
        PageAddress.current().put(parameter, value);
        changed.run();
    }
}
