package vn.ansinh.api.text;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Rules of Vietnamese text that every room follows: NFC at the door (TCVN 6909:2001), folded for search. */
public final class Vietnamese {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");

    private Vietnamese() {}

    /** NFC, runs of blanks made one, ends trimmed; {@code null} stays {@code null}. Names otherwise stay as typed. */
    public static String normalize(String text) {
        if (text == null) {
            return null;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u00a0', ' ')
                .replaceAll("[\\s\\u200b\\ufeff]+", " ")
                .strip();
    }

    /** Lower case without diacritics, đ as d: what searches compare. {@code "Yên Hòa"} becomes {@code "yen hoa"}. */
    public static String fold(String text) {
        if (text == null) {
            return null;
        }
        String decomposed = Normalizer.normalize(normalize(text), Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            folded.append(c == 'đ' || c == 'Đ' ? 'd' : c);
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** A day as papers and screens write it: {@code 10/03/1943}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A day as papers are dated (NĐ 30/2020/NĐ-CP): days below 10 and the months 1 and 2 with a zero before them. */
    public static String dayInWords(LocalDate day) {
        int month = day.getMonthValue();
        return String.format(
                Locale.ROOT,
                month < 3 ? "ngày %02d tháng %02d năm %d" : "ngày %02d tháng %d năm %d",
                day.getDayOfMonth(),
                month,
                day.getYear());
    }

    /** A month as papers and screens write it: {@code 11/2026}. */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** Months in a row: {@code 07/2026–10/2026}, or the one month. */
    public static String months(YearMonth first, YearMonth last) {
        return first.equals(last) ? month(first) : month(first) + "–" + month(last);
    }

    /** As within a sentence: {@code Thôi hưởng…} becomes {@code thôi hưởng…}. @param text not blank */
    public static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /** The given name by which lists are ordered: the last word. */
    public static String givenName(String fullName) {
        return fullName.substring(fullName.lastIndexOf(' ') + 1);
    }
}
