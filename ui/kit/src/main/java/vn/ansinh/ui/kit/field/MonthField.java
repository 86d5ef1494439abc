package vn.ansinh.ui.kit.field;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** A month: {@code 11/2026}, also typed as {@code 112026} or {@code 1/2026}. */
public class MonthField extends TypedTextField<MonthField, YearMonth> {

    private static final Texts TEXTS = Texts.of(MonthField.class);
    private static final Pattern TYPED = Pattern.compile("\\s*(\\d{1,2})\\s*[/.\\- ]?\\s*(\\d{4})\\s*");

    public MonthField(String label) {
        super(label);
        getContent().setPlaceholder(TEXTS.get("month.placeholder"));
    }

    @Override
    public void type(String text) {
        getContent().setValue(text);
        if (text.isBlank()) {
            getContent().setInvalid(false);
            setModelValue(null, true);
            return;
        }
        Optional<YearMonth> month = parse(text);
        getContent().setInvalid(month.isEmpty());
        getContent().setErrorMessage(month.isEmpty() ? TEXTS.get("month.wrong") : null);
        month.ifPresent(value -> {
            setModelValue(value, true);
            getContent().setValue(Formats.month(value));
        });
    }

    /** Reads a month as people type it. */
    static Optional<YearMonth> parse(String text) {
        Matcher matcher = TYPED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(matcher.group(1));
        int year = Integer.parseInt(matcher.group(2));
        boolean possible = month >= 1 && month <= 12 && year >= 1900 && year <= 2200;
        return possible ? Optional.of(YearMonth.of(year, month)) : Optional.empty();
    }

    /** Whether what is typed is no month. */
    public boolean isInvalid() {
        return getContent().isInvalid();
    }

    @Override
    protected void setPresentationValue(YearMonth month) {
        getContent().setInvalid(false);
        getContent().setValue(Formats.month(month));
    }
}
