package vn.ansinh.ui.shell.calculator;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.ui.kit.field.Choices;
import vn.ansinh.ui.kit.field.DateField;

/**
 * Where the value of one fact is given: a choice, a day, a number, as its key asks.
 *
 * @param component to put on the page
 * @param value what is given, in the key's notation; {@code null} when nothing is
 * @param show fills it from a value in that notation
 * @param refuse marks it with what is wrong
 */
public record FactInput(Component component, Supplier<String> value, Consumer<String> show, Consumer<String> refuse) {

    private static final List<String> FLAGS = List.of("co", "khong");
    private static final int ISO_DATE = 10;

    /** An input without a label of its own; read out by the key's words. */
    public static FactInput of(FactKey key) {
        return switch (key.type()) {
            case FLAG -> choice(key, FLAGS);
            case CHOICE -> choice(key, key.values());
            case DATE -> day(key);
            case DATED_NAME -> datedName(key);
            case NUMBER -> number(key);
            case TEXT -> words(key);
        };
    }

    /** With its words above it, for a form in which every field has a label. */
    public Component labelled(FactKey key) {
        if (component instanceof HasLabel field) {
            field.setLabel(key.label());
            return component;
        }
        Span label = new Span(key.label());
        label.addClassName("as-fact-label");
        Div both = new Div(label, component);
        both.addClassName("as-fact");
        return both;
    }

    /** Nothing is given any more. */
    public void clear() {
        fields().forEach(field -> ((HasValue<?, ?>) field).clear());
        refuse.accept(null);
    }

    /** Calls back when the value is another one. */
    public void whenChanged(Runnable changed) {
        fields().forEach(field -> ((HasValue<?, ?>) field).addValueChangeListener(event -> changed.run()));
    }

    /** What it is made of: one field, or two of a dated name. */
    public List<Component> fields() {
        return component instanceof HasValue<?, ?>
                ? List.of(component)
                : component.getChildren().toList();
    }

    private static FactInput choice(FactKey key, List<String> values) {
        ComboBox<String> field = new ComboBox<>();
        field.setItems(values);
        field.setItemLabelGenerator(key::written);
        Choices.among(field);
        field.setPlaceholder(text("calculator.choose"));
        return of(field, key, field::getValue, field::setValue);
    }

    private static FactInput day(FactKey key) {
        DateField field = new DateField(null);
        return of(
                field,
                key,
                () -> field.getValue() == null ? null : field.getValue().toString(),
                value -> field.setValue(LocalDate.parse(value)));
    }

    private static FactInput number(FactKey key) {
        IntegerField field = new IntegerField();
        field.setMin(0);
        return of(
                field,
                key,
                () -> field.getValue() == null ? null : Integer.toString(field.getValue()),
                value -> field.setValue(Integer.valueOf(value)));
    }

    private static FactInput words(FactKey key) {
        TextField field = new TextField();
        return of(
                field,
                key,
                () -> field.getValue().isBlank() ? null : field.getValue().strip(),
                field::setValue);
    }

    /** A child: when born, and called what. */
    private static FactInput datedName(FactKey key) {
        DateField born = new DateField(null);
        born.setAriaLabel(text("calculator.born-of", key.label()));
        born.setPlaceholder(text("calculator.born"));
        TextField name = new TextField();
        name.setAriaLabel(text("calculator.name-of", key.label()));
        name.setPlaceholder(text("calculator.name"));
        Div both = new Div(born, name);
        both.addClassName("as-pair");
        return new FactInput(
                both,
                () -> born.getValue() == null
                        ? null
                        : (born.getValue() + " " + name.getValue().strip()).strip(),
                value -> {
                    born.setValue(LocalDate.parse(value.substring(0, ISO_DATE)));
                    name.setValue(value.substring(ISO_DATE).strip());
                },
                why -> mark(born, why));
    }

    private static <F extends Component & HasValidationProperties & HasAriaLabel> FactInput of(
            F field, FactKey key, Supplier<String> value, Consumer<String> show) {
        field.setAriaLabel(key.label());
        return new FactInput(field, value, show, why -> mark(field, why));
    }

    private static void mark(HasValidationProperties field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(why != null);
    }
}
