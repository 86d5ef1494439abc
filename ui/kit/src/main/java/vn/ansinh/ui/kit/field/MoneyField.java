package vn.ansinh.ui.kit.field;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.text.Texts;

/** An amount in đồng: {@code 1.234.567}, with or without the dots. */
public class MoneyField extends AbstractCompositeField<TextField, MoneyField, Long>
        implements Focusable<MoneyField>, TypedField {

    private static final Texts TEXTS = Texts.of(MoneyField.class);
    private static final Pattern TYPED = Pattern.compile("\\d{1,3}([.\\s]\\d{3})*|\\d{1,15}");

    public MoneyField(String label) {
        super(null);
        TextField field = getContent();
        field.setLabel(label);
        field.setSuffixComponent(new Span(TEXTS.get("money.dong")));
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                type(event.getValue().strip());
            }
        });
    }

    @Override
    public void type(String text) {
        getContent().setValue(text);
        Optional<Long> amount = parse(text);
        refuse(!text.isEmpty() && amount.isEmpty() ? TEXTS.get("money.wrong") : null);
        setModelValue(amount.orElse(null), true);
        amount.ifPresent(value -> getContent().setValue(Money.format(value)));
    }

    /** Reads an amount as people type it. */
    static Optional<Long> parse(String text) {
        return TYPED.matcher(text).matches()
                ? Optional.of(Long.parseLong(text.replaceAll("[.\\s]", "")))
                : Optional.empty();
    }

    /** Marks the field with what is wrong; {@code null} takes the mark away. */
    public void refuse(String why) {
        getContent().setErrorMessage(why);
        getContent().setInvalid(why != null);
    }

    @Override
    public String label() {
        return getContent().getLabel();
    }

    @Override
    public String typed() {
        return getContent().getValue();
    }

    @Override
    protected void setPresentationValue(Long amount) {
        refuse(null);
        getContent().setValue(amount == null ? "" : Money.format(amount));
    }
}
