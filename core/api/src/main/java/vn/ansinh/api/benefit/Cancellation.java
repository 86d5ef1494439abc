package vn.ansinh.api.benefit;

import java.time.Instant;
import java.time.YearMonth;

/**
 * A part of a closed line that will not be paid: it turned out not to be due before anybody collected it. The line itself
 * stays as it was closed.
 *
 * @param lineId the {@link PayrollLine}
 * @param cycle month of the list on which the line stands
 * @param period month that the line was for
 * @param amount đồng, positive
 * @param reason Vietnamese
 */
public record Cancellation(
        long id,
        long lineId,
        YearMonth cycle,
        long entitlementId,
        long personId,
        String personName,
        long unitId,
        String benefit,
        YearMonth period,
        long amount,
        String reason,
        Instant recordedAt) {}
