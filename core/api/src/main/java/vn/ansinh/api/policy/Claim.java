package vn.ansinh.api.policy;

import java.time.YearMonth;
import java.util.List;

/**
 * That a person is entitled to a benefit in a period, whatever it is worth.
 *
 * @param id the entitlement, or any number by which the caller tells claims apart
 * @param benefit code of a {@link Benefit}
 * @param from first month
 * @param to last month, {@code null} while it lasts
 * @param unitId the unit that pays: law of its territory holds; {@link #NOWHERE} for national law only
 * @param pauses months in which payment is suspended, in any order
 */
public record Claim(long id, String benefit, YearMonth from, YearMonth to, long unitId, List<Pause> pauses) {

    /** No unit: only national law holds. */
    public static final long NOWHERE = 0;

    public Claim {
        pauses = List.copyOf(pauses);
    }

    /** Under national law only, never paused. */
    public Claim(long id, String benefit, YearMonth from, YearMonth to) {
        this(id, benefit, from, to, NOWHERE, List.of());
    }

    /** Never paused. */
    public Claim(long id, String benefit, YearMonth from, YearMonth to, long unitId) {
        this(id, benefit, from, to, unitId, List.of());
    }

    /** Whether it covers {@code month}, paused or not. */
    public boolean covers(YearMonth month) {
        return !month.isBefore(from) && (to == null || !month.isAfter(to));
    }

    /** The pause {@code month} lies in, {@code null} for none. */
    public Pause pauseOf(YearMonth month) {
        for (Pause pause : pauses) {
            if (pause.covers(month)) {
                return pause;
            }
        }
        return null;
    }
}
