package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.MonthField;
import vn.ansinh.ui.kit.field.UnitPicker;
import vn.ansinh.ui.kit.text.Texts;

/** What a report asks, as fields. */
final class ParameterBar extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ParameterBar.class);
    private static final int YEARS = 15;
    private static final int HALF_YEARS = 12;
    private static final String COUNTRY = "0";

    private final transient ReportServices services;
    private final transient List<Asked> fields = new ArrayList<>();

    /**
     * A field.
     *
     * @param read what is in it as text; {@code null} for none
     * @param write puts text into it
     */
    private record Asked(
            ReportParameter parameter,
            Component field,
            java.util.function.Supplier<String> read,
            java.util.function.Consumer<String> write) {}

    /** @param values to begin with */
    ParameterBar(ReportServices services, ReportDefinition report, Map<String, String> values) {
        this.services = services;
        addClassName("as-parameters");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", TEXTS.get("parameters"));
        for (ReportParameter parameter : report.parameters()) {
            Asked asked = asked(parameter);
            fields.add(asked);
            add(asked.field());
        }
        set(values);
    }

    private void set(Map<String, String> values) {
        fields.forEach(asked -> {
            String value = values.get(asked.parameter().name());
            if (value != null && !value.isBlank()) {
                asked.write().accept(value);
            }
        });
    }

    /** What is in the fields; marks what is missing or cannot be read, and is empty then. */
    Optional<Map<String, String>> values() {
        Map<String, String> values = new LinkedHashMap<>();
        boolean complete = true;
        for (Asked asked : fields) {
            String value = asked.read().get();
            boolean missing = value == null && asked.parameter().required();
            complete &= mark(asked, missing);
            if (value != null) {
                values.put(asked.parameter().name(), value);
            }
        }
        return complete ? Optional.of(values) : Optional.empty();
    }

    /** @return whether the field is well */
    private boolean mark(Asked asked, boolean missing) {
        String why = TEXTS.get("missing", asked.parameter().label());
        if (asked.field() instanceof MonthField month) {
            if (missing && !month.isInvalid()) {
                month.refuse(why);
            }
            return !month.isInvalid();
        }
        if (asked.field() instanceof HasValidationProperties field) {
            field.setInvalid(missing);
            field.setErrorMessage(missing ? why : null);
        }
        return !missing;
    }

    /** What is in the fields, complete or not: so that nothing is lost when the fields are made anew. */
    Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        fields.forEach(asked -> Optional.ofNullable(asked.read().get())
                .ifPresent(value -> typed.put(asked.parameter().name(), value)));
        return typed;
    }

    private Asked asked(ReportParameter parameter) {
        return switch (parameter.kind()) {
            case UNIT -> unit(parameter);
            case MONTH -> month(parameter);
            case HALF_YEAR -> choice(parameter, halfYears(), ParameterBar::half, LocalDate::toString, LocalDate::parse);
            case YEAR ->
                choice(
                        parameter,
                        years(),
                        year -> Integer.toString(year),
                        year -> Integer.toString(year),
                        Integer::valueOf);
            case DAY -> field(parameter, new DateField(parameter.label()), LocalDate::toString, LocalDate::parse);
            case CODE -> code(parameter);
            case FLAG -> flag(parameter);
            case NUMBER ->
                field(
                        parameter,
                        new IntegerField(parameter.label()),
                        number -> Integer.toString(number),
                        Integer::valueOf);
            case TEXT -> field(parameter, new TextField(parameter.label()), text -> text.strip(), text -> text);
        };
    }

    private static <V, F extends Component & HasValue<?, V>> Asked field(
            ReportParameter parameter, F field, Function<V, String> text, Function<String, V> value) {
        return new Asked(
                parameter,
                field,
                () -> field.isEmpty() ? null : text.apply(field.getValue()),
                given -> field.setValue(value.apply(given)));
    }

    private Asked unit(ReportParameter parameter) {
        long top = services.access().require().unitId();
        UnitPicker picker = new UnitPicker(parameter.label(), services.units(), top, services::today);
        picker.addClassName("as-wide-field");
        if (top == 0) {
            picker.setPlaceholder(TEXTS.get("country"));
            picker.setClearButtonVisible(true);
        }
        return new Asked(
                parameter,
                picker,
                () -> picker.isEmpty()
                        ? (top == 0 ? COUNTRY : null)
                        : Long.toString(picker.getValue().id()),
                given -> services.units().byId(Long.parseLong(given)).ifPresent(picker::setValue));
    }

    private static Asked month(ReportParameter parameter) {
        return field(parameter, new MonthField(parameter.label()), YearMonth::toString, YearMonth::parse);
    }

    private static Asked flag(ReportParameter parameter) {
        Checkbox box = new Checkbox(parameter.label());
        return new Asked(
                parameter,
                box,
                () -> Boolean.toString(box.getValue()),
                given -> box.setValue(Boolean.parseBoolean(given)));
    }

    private Asked code(ReportParameter parameter) {
        ComboBox<CodeLists.Entry> box = new ComboBox<>(parameter.label());
        box.setItems((entry, typed) -> entry.isLike(typed), services.codeLists().entries(parameter.codeList()));
        box.setItemLabelGenerator(CodeLists.Entry::name);
        box.setPlaceholder(parameter.required() ? "" : TEXTS.get("any"));
        box.setClearButtonVisible(!parameter.required());
        box.addClassName("as-wide-field");
        Keys.enterTakesFirst(box);
        return new Asked(
                parameter,
                box,
                () -> box.isEmpty() ? null : box.getValue().code(),
                given ->
                        services.codeLists().byCode(parameter.codeList(), given).ifPresent(box::setValue));
    }

    private static <V> Asked choice(
            ReportParameter parameter,
            List<V> items,
            Function<V, String> label,
            Function<V, String> text,
            Function<String, V> value) {
        ComboBox<V> box = new ComboBox<>(parameter.label());
        box.setItems(items);
        box.setItemLabelGenerator(label::apply);
        Keys.enterTakesFirst(box);
        return field(parameter, box, text, value);
    }

    private List<Integer> years() {
        int next = services.today().getYear() + 1;
        return IntStream.range(0, YEARS).mapToObj(back -> next - back).toList();
    }

    private List<LocalDate> halfYears() {
        List<LocalDate> halfYears = new ArrayList<>();
        LocalDate half = Cadence.HALF_YEAR.next(Cadence.HALF_YEAR.periodOf(services.today()));
        for (int i = 0; i < HALF_YEARS; i++) {
            halfYears.add(half);
            half = half.minusMonths(6);
        }
        return halfYears;
    }

    private static String half(LocalDate first) {
        return TEXTS.get(first.getMonthValue() == 1 ? "half.first" : "half.second", Integer.toString(first.getYear()));
    }

    /** Puts the cursor into the first field. */
    void focusFirst() {
        fields.stream()
                .map(Asked::field)
                .filter(com.vaadin.flow.component.Focusable.class::isInstance)
                .map(com.vaadin.flow.component.Focusable.class::cast)
                .findFirst()
                .ifPresent(com.vaadin.flow.component.Focusable::focus);
    }
}
