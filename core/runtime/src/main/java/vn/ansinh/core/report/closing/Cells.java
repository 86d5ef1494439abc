package vn.ansinh.core.report.closing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values of cells as text that tells what they are: {@code n12}, {@code d2026-11-30}, {@code tXã Hương Sơn}. */
final class Cells {

    private Cells() {}

    /** Vietnamese forms count whole things: a number without a fraction is a {@code Long}, whatever the database made it. */
    static String text(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof BigDecimal number) {
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            return "n"
                    + (whole
                            ? number.toBigInteger().toString()
                            : number.stripTrailingZeros().toPlainString());
        }
        if (value instanceof Number number) {
            return "n" + number.longValue();
        }
        return (value instanceof LocalDate ? "d" : "t") + value;
    }

    static Object value(String text) {
        if (text == null) {
            return null;
        }
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'n' -> rest.indexOf('.') >= 0 ? new BigDecimal(rest) : (Object) Long.valueOf(rest);
            case 'd' -> LocalDate.parse(rest);
            default -> rest;
        };
    }

    static String[] texts(List<?> values) {
        return values.stream().map(Cells::text).toArray(String[]::new);
    }

    static List<Object> values(String[] texts) {
        List<Object> values = new ArrayList<>(texts.length);
        Arrays.stream(texts).map(Cells::value).forEach(values::add);
        return values;
    }

    /** Whether two values are the same however they are held. */
    static boolean same(List<?> one, List<?> other) {
        return Arrays.equals(texts(one), texts(other));
    }
}
