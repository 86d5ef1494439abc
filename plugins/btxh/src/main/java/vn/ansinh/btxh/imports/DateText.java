package vn.ansinh.btxh.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;

/** Dates and months as officials type them, and as Excel makes of them. */
final class DateText {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.\\-](\\d{1,2})[/.\\-](\\d{4})");
    private static final Pattern PACKED_DAY = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:T.*)?");
    private static final Pattern YEAR = Pattern.compile("(?:0{1,2}[/.\\-]0{1,2}[/.\\-]|-?/-?/)?(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[/.\\-](\\d{4})");
    private static final Pattern PACKED_MONTH = Pattern.compile("(\\d{2})(\\d{4})");
    private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{2})");

    private DateText() {}

    /**
     * A date that was read.
     *
     * @param repaired whether a lost leading zero was put back
     */
    record Read(BirthDate date, boolean repaired) {}

    /** Why a text is no date. */
    static final class NotADate extends Exception {

        private static final long serialVersionUID = 1L;

        /** @param message Vietnamese: what is wrong and what to do */
        NotADate(String message) {
            super(message, null, false, false);
        }
    }

    /** A day, or a year alone. */
    static Read dayOrYear(SheetCell cell, String text) throws NotADate {
        if (cell.kind() == Kind.NUMBER && text.matches("\\d{7}")) {
            return new Read(BirthDate.of(day("0" + text)), true);
        }
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return new Read(BirthDate.ofYear(Integer.parseInt(year.group(1))), false);
        }
        return new Read(BirthDate.of(day(cell, text)), false);
    }

    /** A day: a date cell, {@code dd/MM/yyyy}, {@code ddMMyyyy} or ISO. */
    static LocalDate day(SheetCell cell, String text) throws NotADate {
        if (cell.kind() == Kind.NUMBER && text.matches("\\d{5}")) {
            throw new NotADate(
                    "Ô là số " + text + ", không phải ngày. Đổi định dạng ô sang Ngày hoặc gõ lại dd/MM/yyyy");
        }
        return day(cell.kind() == Kind.NUMBER && text.matches("\\d{7}") ? "0" + text : text);
    }

    /** A day in a text. */
    static LocalDate day(String text) throws NotADate {
        Matcher iso = ISO_DAY.matcher(text);
        if (iso.matches()) {
            return day(text, iso.group(3), iso.group(2), iso.group(1));
        }
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            day = PACKED_DAY.matcher(text);
        }
        if (!day.matches()) {
            throw new NotADate("“" + text + "” không đọc được là ngày. Ghi dd/MM/yyyy, ví dụ 05/03/1979");
        }
        return day(text, day.group(1), day.group(2), day.group(3));
    }

    private static LocalDate day(String text, String day, String month, String year) throws NotADate {
        if (Integer.parseInt(month) > 12) {
            throw new NotADate("Không có tháng " + month + " (“" + text + "”). Ghi ngày trước, tháng sau: dd/MM/yyyy");
        }
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            throw new NotADate("Không có ngày " + day + "/" + month + "/" + year + ". Xem lại trên giấy tờ");
        }
    }

    /** A month: {@code MM/yyyy}, a day of it, {@code MMyyyy}, {@code Tháng 5/2018}, a date cell. */
    static YearMonth month(SheetCell cell, String typed) throws NotADate {
        String text = typed.replaceFirst("(?i)^(tháng|t)\\s*", "").replaceAll("\\s*([/.\\-])\\s*", "$1");
        Matcher iso = ISO_MONTH.matcher(text);
        if (iso.matches()) {
            return month(typed, iso.group(2), iso.group(1));
        }
        Matcher month = MONTH.matcher(text);
        if (!month.matches()) {
            month = PACKED_MONTH.matcher(cell.kind() == Kind.NUMBER && text.matches("\\d{5}") ? "0" + text : text);
        }
        if (month.matches()) {
            return month(typed, month.group(1), month.group(2));
        }
        if (!DAY.matcher(text).matches() && !ISO_DAY.matcher(text).matches()) {
            throw new NotADate("“" + typed + "” không đọc được là tháng. Ghi MM/yyyy, ví dụ 05/2018");
        }
        return YearMonth.from(day(text));
    }

    private static YearMonth month(String text, String month, String year) throws NotADate {
        try {
            return YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
        } catch (DateTimeException e) {
            throw new NotADate("Không có tháng “" + text + "”. Ghi MM/yyyy, ví dụ 05/2018");
        }
    }
}
