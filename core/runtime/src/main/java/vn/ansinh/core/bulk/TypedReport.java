package vn.ansinh.core.bulk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.api.bulk.BulkRow.Report;
import vn.ansinh.api.text.Vietnamese;

/**
 * A report as it is understood.
 *
 * @param number without blanks and dots; blank when there is none
 * @param name folded, blank when there is none
 * @param birth day, or 1 January; {@code null} when there is none
 * @param birthYearOnly whether only the year was typed
 * @param day {@code null} when it could not be read
 * @param fault Vietnamese: what could not be read; {@code null} when all could
 */
record TypedReport(String number, String name, LocalDate birth, boolean birthYearOnly, LocalDate day, String fault) {

    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern YEAR = Pattern.compile("(1[89]|20)[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}|[0-9]{9}|T[0-9]{11}");

    static TypedReport of(Report report, LocalDate today) {
        String number = report.number().replaceAll("[ .'’]", "").toUpperCase(Locale.ROOT);
        // Excel drops the zero that a personal number begins with
        if (number.matches("[0-9]{11}")) {
            number = "0" + number;
        }
        String name = Vietnamese.fold(report.name());
        boolean yearOnly = YEAR.matcher(report.birth()).matches();
        LocalDate birth = yearOnly ? LocalDate.of(Integer.parseInt(report.birth()), 1, 1) : day(report.birth());
        LocalDate day = day(report.day());
        return new TypedReport(number, name, birth, yearOnly, day, fault(report, number, birth, day, today));
    }

    private static String fault(Report report, String number, LocalDate birth, LocalDate day, LocalDate today) {
        if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
            return "Số định danh có 12 chữ số, số CMND có 9 chữ số.";
        }
        if (number.isEmpty() && report.name().isEmpty()) {
            return "Thiếu số định danh hoặc họ tên.";
        }
        if (!report.birth().isEmpty() && birth == null) {
            return "Ngày sinh ghi như 10/03/1943, hoặc năm 1943.";
        }
        if (number.isEmpty() && birth == null) {
            return "Không có số định danh thì phải có ngày hoặc năm sinh.";
        }
        if (day == null) {
            return report.day().isEmpty() ? "Thiếu ngày." : "Ngày «" + report.day() + "» ghi như 30/08/2026.";
        }
        if (day.isAfter(today)) {
            return "Ngày " + Vietnamese.day(day) + " ở sau hôm nay.";
        }
        return null;
    }

    private static LocalDate day(String text) {
        Matcher day = DAY.matcher(text);
        Matcher iso = ISO.matcher(text);
        try {
            if (day.matches()) {
                return LocalDate.of(
                        Integer.parseInt(day.group(3)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
            }
            return iso.matches()
                    ? LocalDate.of(
                            Integer.parseInt(iso.group(1)),
                            Integer.parseInt(iso.group(2)),
                            Integer.parseInt(iso.group(3)))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether a person of the registry was born when the report says, as far as either knows. */
    boolean bornOn(LocalDate known, boolean knownYearOnly) {
        return birth == null
                || (birthYearOnly || knownYearOnly ? birth.getYear() == known.getYear() : birth.equals(known));
    }
}
