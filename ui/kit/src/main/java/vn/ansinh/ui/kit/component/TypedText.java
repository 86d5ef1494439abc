package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import vn.ansinh.ui.kit.field.TypedField;

/**
 * What stands in the fields of a form, as text by their labels, and back into the fields of a later one. Passwords are left
 * out, and so are choices from lists too long to be at hand.
 */
final class TypedText {

    private static final int SOON_MILLIS = 700;

    private TypedText() {}

    /** What was typed or chosen; without fields that are empty. */
    static Map<String, String> of(Component form) {
        Map<String, String> typed = new LinkedHashMap<>();
        walk(form, (label, field) -> {
            String text = text(field);
            if (text != null && !text.isBlank()) {
                typed.putIfAbsent(label, text);
            }
        });
        return typed;
    }

    /** Types it again; what a field no longer takes is left out. */
    static void into(Component form, Map<String, String> typed) {
        walk(form, (label, field) -> {
            String text = typed.get(label);
            if (text != null) {
                type(field, text);
            }
        });
    }

    /** Has the browser send what is typed soon and when the field is left: a page may be torn away any time. */
    static void heed(Component form) {
        walk(form, (label, field) -> {
            if (field instanceof HasValueChangeMode typing
                    && typing.getValueChangeMode() == ValueChangeMode.ON_CHANGE) {
                typing.setValueChangeMode(ValueChangeMode.LAZY);
                typing.setValueChangeTimeout(SOON_MILLIS);
                // an event that does not wait takes along what does
                field.getElement().addEventListener("change", left -> {});
            }
        });
    }

    private static void walk(Component component, BiConsumer<String, Component> field) {
        String label = label(component);
        if (label != null && !label.isBlank()) {
            field.accept(label, component);
        } else {
            component.getChildren().forEach(child -> walk(child, field));
        }
    }

    private static String label(Component field) {
        if (field instanceof TypedField own) {
            return own.label();
        }
        return field instanceof HasValue && field instanceof HasLabel labelled ? labelled.getLabel() : null;
    }

    private static String text(Component field) {
        if (field instanceof TypedField own) {
            return own.typed();
        }
        if (field instanceof TextField || field instanceof TextArea) {
            return (String) ((HasValue<?, ?>) field).getValue();
        }
        if (field instanceof DatePicker date) {
            return date.getValue() == null ? null : date.getValue().toString();
        }
        if (field instanceof Checkbox box) {
            return box.getValue() ? "true" : null;
        }
        return field instanceof ComboBox<?> choice ? chosen(choice) : null;
    }

    private static <T> String chosen(ComboBox<T> choice) {
        boolean atHand = atHand(choice).anyMatch(item -> item.equals(choice.getValue()));
        return atHand ? choice.getItemLabelGenerator().apply(choice.getValue()) : null;
    }

    private static void type(Component field, String text) {
        if (field instanceof TypedField own) {
            own.type(text);
        } else if (field instanceof TextField line) {
            line.setValue(text);
        } else if (field instanceof TextArea area) {
            area.setValue(text);
        } else if (field instanceof DatePicker date) {
            date.setValue(LocalDate.parse(text));
        } else if (field instanceof Checkbox box) {
            box.setValue(Boolean.parseBoolean(text));
        } else if (field instanceof ComboBox<?> choice) {
            choose(choice, text);
        }
    }

    private static <T> void choose(ComboBox<T> choice, String text) {
        atHand(choice)
                .filter(item -> choice.getItemLabelGenerator().apply(item).equals(text))
                .findFirst()
                .ifPresent(choice::setValue);
    }

    @SuppressWarnings("unchecked")
    private static <T> Stream<T> atHand(ComboBox<T> choice) {
        return choice.getDataProvider() instanceof ListDataProvider<?> list
                ? ((ListDataProvider<T>) list).getItems().stream()
                : Stream.empty();
    }
}
