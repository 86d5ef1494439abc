package vn.ansinh.ui.kit.field;

import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.text.Texts;

/** An amount in đồng: {@code 1.234.567}, with or without the dots. */
public class MoneyField extends TypedTextField<MoneyField, Long> {

    private static final Texts TEXTS = Texts.of(MoneyField.class);
    private static final Pattern TYPED = Pattern.compile("\\d{1,3}([.\\s]\\d{3})*|\\d{1,15}");

    public MoneyField(String label) {
        super(label);
        getContent().setSuffixComponent(new Span(TEXTS.get("money.dong")));
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

    @Override
    protected void setPresentationValue(Long amount) {
        refuse(null);
        getContent().setValue(amount == null ? "" : Money.format(amount));
    }
}
