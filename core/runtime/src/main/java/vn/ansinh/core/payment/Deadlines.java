package vn.ansinh.core.payment;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * NĐ 20/2021 Điều 34 khoản 4 and 5: the list leaves before the 25th for the month after, its results are back before the 20th. Of
 * two months paid together the first counts: the money goes out in it.
 *
 * @param sendBy last day to send
 * @param resultsBy last day for results
 */
record Deadlines(LocalDate sendBy, LocalDate resultsBy) {

    private static final int SENT_BEFORE = 25;
    private static final int RESULTS_BEFORE = 20;

    /** @param first first month that an order pays */
    static Deadlines of(YearMonth first) {
        return new Deadlines(first.minusMonths(1).atDay(SENT_BEFORE - 1), first.atDay(RESULTS_BEFORE - 1));
    }
}
