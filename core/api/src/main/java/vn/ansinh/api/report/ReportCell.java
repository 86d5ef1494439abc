package vn.ansinh.api.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;

/** Values of reports as people read them, the same on screens and papers. */
public final class ReportCell {

    private ReportCell() {}

    /**
     * A value as text: {@code 1.349.740.000}, {@code 1,5}, {@code 10/03/1943}, {@code 11/2026}.
     *
     * @param value as {@link ReportColumn.Type} says; {@code null} becomes the empty text. Text in a column of another type (the
     *     label of totals) stays as it is
     */
    public static String text(ReportColumn.Type type, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LocalDate day) {
            return type == ReportColumn.Type.MONTH ? Vietnamese.month(YearMonth.from(day)) : Vietnamese.day(day);
        }
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof Number whole && type != ReportColumn.Type.ORDINAL) {
            return Money.format(whole.longValue());
        }
        return value.toString();
    }

    private static String number(BigDecimal number) {
        BigDecimal shown = number.stripTrailingZeros();
        if (shown.scale() <= 0) {
            return Money.format(shown.longValueExact());
        }
        String digits = shown.abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = Money.format(Long.parseLong(digits.substring(0, point)));
        return (shown.signum() < 0 ? "-" : "") + whole + "," + digits.substring(point + 1);
    }
}
