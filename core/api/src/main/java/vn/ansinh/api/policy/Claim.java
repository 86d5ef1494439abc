package vn.ansinh.api.policy;

import java.time.YearMonth;

/**
 * That a person is entitled to a benefit in a period, whatever it is worth.
 *
 * @param id the entitlement, or any number by which the caller tells claims apart
 * @param benefit code of a {@link Benefit}
 * @param from first month
 * @param to last month, {@code null} while it lasts
 */
public record Claim(long id, String benefit, YearMonth from, YearMonth to) {

    /** Whether it covers {@code month}. */
    public boolean covers(YearMonth month) {
        return !month.isBefore(from) && (to == null || !month.isAfter(to));
    }
}
