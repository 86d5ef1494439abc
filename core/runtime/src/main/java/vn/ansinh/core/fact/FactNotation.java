package vn.ansinh.core.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import vn.ansinh.api.fact.FactKey;

/** Whether a value is written as its key demands. */
final class FactNotation {

    private static final int ISO_DATE = 10;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    private FactNotation() {}

    static boolean allows(FactKey key, String value) {
        return switch (key.type()) {
            case FLAG -> value.equals("co") || value.equals("khong");
            case CHOICE -> key.values().contains(value);
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
}
