package vn.ansinh.ui.shell.calculator;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.ui.kit.field.DateField;

/** One fact in the calculator's form: what is so, from when, until when. */
final class FactRow extends Div {

    /** In place of where a fact comes from: the official supposes it. */
    private static final String SUPPOSED = "tinh-thu";

    private final transient FactKey key;
    private final transient FactInput input;
    private final DateField from = new DateField(null);
    private final DateField to = new DateField(null);
    private transient String source = SUPPOSED;

    FactRow(FactKey key, Consumer<FactRow> remove) {
        this.key = key;
        addClassName("as-fact");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", key.label());
        Span label = new Span(key.label());
        label.addClassName("as-fact-label");
        Button off = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> remove.accept(this));
        off.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        off.setAriaLabel(text("calculator.remove", key.label()));
        Div head = new Div(label, off);
        head.addClassName("as-row");
        input = FactInput.of(key);
        from.setPlaceholder(text("calculator.from"));
        from.setAriaLabel(text("calculator.from-of", key.label()));
        to.setPlaceholder(text("calculator.to"));
        to.setAriaLabel(text("calculator.to-of", key.label()));
        Div fields = new Div(input.component(), from, to);
        fields.addClassName("as-fact-fields");
        add(head, fields);
    }

    FactKey key() {
        return key;
    }

    /** Fills it from what the registry knows. */
    void show(Fact fact) {
        input.show().accept(fact.value());
        from.setValue(fact.from());
        to.setValue(fact.to());
        source = fact.source();
    }

    /** Whether nothing was given yet. */
    boolean isBlank() {
        return input.value().get() == null;
    }

    /**
     * The fact, when it is complete; otherwise what is missing is marked.
     *
     * @param earliest first day when none is given
     */
    Optional<Fact> fact(Subject subject, LocalDate earliest) {
        String value = input.value().get();
        input.refuse().accept(value == null ? text("calculator.fact-missing") : null);
        LocalDate first = from.getValue() == null ? earliest : from.getValue();
        boolean backwards = to.getValue() != null && !to.getValue().isAfter(first);
        to.setErrorMessage(backwards ? text("calculator.to-before-from") : null);
        to.setInvalid(backwards);
        return value == null || backwards
                ? Optional.empty()
                : Optional.of(new Fact(subject, key.key(), value, first, to.getValue(), source));
    }
}
