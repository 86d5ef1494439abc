package vn.ansinh.api.policy;

import java.time.YearMonth;

/**
 * Months in which a claim is worth nothing because its payment is suspended (tạm dừng).
 *
 * @param from first month
 * @param to last month, {@code null} until it is resumed
 * @param reason Vietnamese, as the decision gives it
 */
public record Pause(YearMonth from, YearMonth to, String reason) {

    /** Whether {@code month} lies in it. */
    public boolean covers(YearMonth month) {
        return !month.isBefore(from) && (to == null || !month.isAfter(to));
    }
}
