package vn.ansinh.ui.kit.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.ui.kit.text.Texts;

/** A date of birth: {@code 10/03/1943}, also typed {@code 10031943}, or a year alone. */
public class BirthField extends TypedTextField<BirthField, BirthDate> {

    private static final Texts TEXTS = Texts.of(BirthField.class);
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final int EARLIEST = 1880;
    private static final int LATEST = 2200;

    public BirthField(String label) {
        super(label);
        getContent().setPlaceholder(TEXTS.get("birth.placeholder"));
    }

    @Override
    public void type(String text) {
        getContent().setValue(text);
        Optional<BirthDate> birth = parse(text);
        boolean wrong = !text.isEmpty() && birth.isEmpty();
        refuse(wrong ? TEXTS.get("birth.wrong") : null);
        setModelValue(birth.orElse(null), true);
        birth.ifPresent(value -> getContent().setValue(value.label()));
    }

    /** Reads a date of birth as people type it. */
    static Optional<BirthDate> parse(String text) {
        if (YEAR.matcher(text).matches()) {
            int year = Integer.parseInt(text);
            return year >= EARLIEST && year <= LATEST ? Optional.of(BirthDate.ofYear(year)) : Optional.empty();
        }
        for (Pattern pattern : new Pattern[] {DAY, DIGITS}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return day(matcher);
            }
        }
        return Optional.empty();
    }

    private static Optional<BirthDate> day(Matcher matcher) {
        int year = Integer.parseInt(matcher.group(3));
        if (year < EARLIEST || year > LATEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(BirthDate.of(
                    LocalDate.of(year, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Marks it as one that the law needs. */
    public void setRequired(boolean required) {
        getContent().setRequiredIndicatorVisible(required);
    }

    @Override
    protected void setPresentationValue(BirthDate birth) {
        refuse(null);
        getContent().setValue(birth == null ? "" : birth.label());
    }
}
