package vn.ansinh.api.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.ansinh.api.text.Vietnamese;

/**
 * A question law may ask about a person or household, declared in a bundle's {@code ANSINH-INF/fact/*.yaml}.
 *
 * @param key for instance {@code khuyet-tat.muc-do}
 * @param label Vietnamese
 * @param type notation of values
 * @param choices allowed values when {@code type} is CHOICE, each with its Vietnamese words, in the declared order; else empty
 * @param many whether several values may hold at once (children)
 * @param sensitive whether it reveals health, HIV or abuse and so never leaves in ordinary lists
 */
public record FactKey(
        String key, String label, Type type, Map<String, String> choices, boolean many, boolean sensitive) {

    private static final int ISO_DATE = 10;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    /** Notation of values. */
    public enum Type {
        /** {@code co} or {@code khong}. */
        FLAG,
        /** One of {@link FactKey#values()}. */
        CHOICE,
        /** ISO date. */
        DATE,
        /** ISO date, a blank, a label: a child's birth date and name. */
        DATED_NAME,
        /** Whole number. */
        NUMBER,
        /** Free text. */
        TEXT
    }

    public FactKey {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    /** Allowed values when the type is CHOICE, else empty. */
    public List<String> values() {
        return List.copyOf(choices.keySet());
    }

    /** Whether a value is written as the key demands. */
    public boolean allows(String value) {
        return switch (type) {
            case FLAG -> value.equals("co") || value.equals("khong");
            case CHOICE -> choices.containsKey(value);
            case DATE -> isDate(value);
            case DATED_NAME ->
                value.length() >= ISO_DATE
                        && isDate(value.substring(0, ISO_DATE))
                        && (value.length() == ISO_DATE || value.charAt(ISO_DATE) == ' ');
            case NUMBER -> WHOLE.matcher(value).matches();
            case TEXT -> !value.isBlank();
        };
    }

    private static boolean isDate(String value) {
        if (value.length() != ISO_DATE) {
            return false;
        }
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A value as an official reads it: {@code Có}, {@code Đặc biệt nặng}, {@code Lê Minh, 02/03/2015}. */
    public String written(String value) {
        return switch (type) {
            case FLAG -> value.equals("co") ? "Có" : "Không";
            case CHOICE -> choices.getOrDefault(value, value);
            case DATE -> day(value);
            case DATED_NAME -> {
                String name = value.substring(ISO_DATE).strip();
                yield name.isEmpty() ? day(value) : name + ", " + day(value);
            }
            case NUMBER, TEXT -> value;
        };
    }

    private static String day(String value) {
        return Vietnamese.day(LocalDate.parse(value.substring(0, ISO_DATE)));
    }
}
