package vn.ansinh.core.casework.term;

import java.time.LocalDate;

/**
 * A time in the citizen's turn, which no term counts: the days after the one on which the paper was asked for, up to and with the one
 * on which it was brought.
 *
 * @param from day of asking
 * @param to day of bringing, {@code null} while the turn lasts
 */
public record Stop(LocalDate from, LocalDate to) {

    /** Whether {@code day} does not count. */
    public boolean covers(LocalDate day) {
        return day.isAfter(from) && (to == null || !day.isAfter(to));
    }
}
