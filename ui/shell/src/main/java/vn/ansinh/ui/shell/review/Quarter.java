package vn.ansinh.ui.shell.review;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Three months, as the address has them: {@code 2026-4}. */
record Quarter(int year, int number) {

    private static final Pattern WORD = Pattern.compile("((?:19|20)[0-9]{2})-([1-4])");
    private static final int MONTHS = 3;
    private static final int A_YEAR = 4;
    private static final int BACK = 4;
    private static final int AHEAD = 2;

    static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /** What a word in an address means; {@code otherwise} when it means nothing. */
    static Quarter of(String word, Quarter otherwise) {
        Matcher parts = WORD.matcher(word);
        return parts.matches()
                ? new Quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))
                : otherwise;
    }

    /** The ones to choose from: the last year's, this one and the next two. */
    List<Quarter> around() {
        return IntStream.rangeClosed(-BACK, AHEAD).mapToObj(this::plus).toList();
    }

    private Quarter plus(int quarters) {
        int all = year * A_YEAR + number - 1 + quarters;
        return new Quarter(all / A_YEAR, all % A_YEAR + 1);
    }

    LocalDate from() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    LocalDate to() {
        return from().plusMonths(MONTHS).minusDays(1);
    }

    String word() {
        return year + "-" + number;
    }
}
