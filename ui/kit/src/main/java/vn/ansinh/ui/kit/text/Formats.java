package vn.ansinh.ui.kit.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import vn.ansinh.api.text.Vietnamese;

/** Dates, months and numbers as Vietnamese papers write them; empty for {@code null}. */
public final class Formats {

    /** Where the officials are. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withZone(ZONE);

    private Formats() {}

    /** {@code 20/11/2026}. */
    public static String date(LocalDate date) {
        return date == null ? "" : Vietnamese.day(date);
    }

    /** {@code 11/2026}. */
    public static String month(YearMonth month) {
        return month == null ? "" : Vietnamese.month(month);
    }

    /** {@code 07/2026–10/2026}, or the one month. */
    public static String months(YearMonth first, YearMonth last) {
        return Vietnamese.months(first, last);
    }

    /** {@code 20/11/2026 08:12}, in Vietnam. */
    public static String time(Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }

    /** {@code 1,5}: no zeros at the end but one digit after the comma. */
    public static String coefficient(BigDecimal coefficient) {
        if (coefficient == null) {
            return "";
        }
        BigDecimal plain = coefficient.stripTrailingZeros();
        return plain.setScale(Math.max(1, plain.scale())).toPlainString().replace('.', ',');
    }
}
