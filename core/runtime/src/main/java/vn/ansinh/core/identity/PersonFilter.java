package vn.ansinh.core.identity;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.api.text.Vietnamese;

/**
 * What an official types to find a person, as a condition on table {@code ansinh.person p}: words of the name (beginnings
 * are enough, diacritics are not needed), a birth year or day, a full number (also a temporary one); all of it must hold.
 */
public final class PersonFilter {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern NUMBER_PARTS = Pattern.compile("[\\d .]+");
    private static final Pattern TEMPORARY = Pattern.compile("[Tt]\\d{11}");
    private static final int OLDEST = 1880;
    private static final int LATEST = 2100;

    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private LocalDate bornFrom = LocalDate.of(1, 1, 1);
    private LocalDate bornTo = LocalDate.of(9999, 12, 31);
    private boolean wholeDay;
    private boolean byName = true;

    private PersonFilter() {}

    /** @param text as typed; {@code null} or blank for all */
    public static PersonFilter of(String text) {
        PersonFilter filter = new PersonFilter();
        String typed = text == null ? "" : Vietnamese.normalize(text);
        String digits = typed.replaceAll("[ .]", "");
        if (NUMBER_PARTS.matcher(typed).matches() && digits.length() >= 8) {
            filter.number(digits);
            return filter;
        }
        if (TEMPORARY.matcher(digits).matches()) {
            filter.add("p.temporary_number = ?", digits.toUpperCase(Locale.ROOT));
            return filter;
        }
        for (String word : typed.split(" ")) {
            filter.word(word);
        }
        return filter;
    }

    /** The form in which names are kept for search: folded, words between blanks, a blank at either end. */
    public static String searchName(String fullName) {
        String words =
                Vietnamese.fold(fullName).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return " " + words + " ";
    }

    private void word(String word) {
        Matcher day = DAY.matcher(word);
        if (day.matches()) {
            day(day);
        } else if (word.matches("\\d+")) {
            if (word.length() == 4) {
                year(Integer.parseInt(word));
            } else {
                number(word);
            }
        } else {
            for (String part : searchName(word).strip().split(" ")) {
                if (!part.isEmpty()) {
                    words.add(part);
                    add("p.search_name like ?", "% " + part + "%");
                }
            }
        }
    }

    private void day(Matcher day) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(day.group(3)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
            add("p.birth_date = ? and not p.birth_year_only", Date.valueOf(date));
            born(date, date);
            wholeDay = true;
        } catch (DateTimeException e) {
            nobody();
        }
    }

    private void year(int year) {
        if (year < OLDEST || year > LATEST) {
            nobody();
            return;
        }
        add("p.birth_date >= ?", Date.valueOf(LocalDate.of(year, 1, 1)));
        add("p.birth_date <= ?", Date.valueOf(LocalDate.of(year, 12, 31)));
        born(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Excel drops the first zero of a number: 11 and 8 digits are taken for 12 and 9. */
    private void number(String digits) {
        byName = false;
        switch (digits.length()) {
            case 12 -> add("p.id_number = ?", digits);
            case 11 -> add("p.id_number = ?", "0" + digits);
            case 9 -> add("p.old_id_number = ?", digits);
            case 8 -> add("p.old_id_number = ?", "0" + digits);
            default -> nobody();
        }
    }

    private void born(LocalDate from, LocalDate to) {
        bornFrom = from.isAfter(bornFrom) ? from : bornFrom;
        bornTo = to.isBefore(bornTo) ? to : bornTo;
    }

    private void nobody() {
        byName = false;
        conditions.append(" and false");
    }

    private void add(String condition, Object parameter) {
        conditions.append(" and ").append(condition);
        parameters.add(parameter);
    }

    /**
     * The same as a search by name.
     *
     * @param root unit whose subtree is searched, 0 for the country
     * @return empty when there is no word of a name, or a number tells more
     */
    Optional<NameSearch> names(long root) {
        return words.isEmpty() || !byName
                ? Optional.empty()
                : Optional.of(new NameSearch(root, List.copyOf(words), bornFrom, bornTo, wholeDay));
    }

    /** Conditions, each with {@code and} before it; empty for all. */
    public String sql() {
        return conditions.toString();
    }

    /**
     * Binds the parameters of {@link #sql()}.
     *
     * @param from position of the first
     * @return position after the last
     */
    public int bind(PreparedStatement statement, int from) throws SQLException {
        int position = from;
        for (Object parameter : parameters) {
            statement.setObject(position++, parameter);
        }
        return position;
    }
}
