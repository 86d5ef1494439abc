package vn.ansinh.api.policy;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A value of law in time: a base rate, a coefficient, an amount, a row of a table.
 *
 * @param pack where the value stands; with {@code id} it names the value for good
 * @param id stable name within the pack, for instance {@code muc-chuan@2026-07} or {@code BTXH20-6-N@2026-07}
 * @param label Vietnamese, for who confirms it
 * @param countedFrom first month it counts for
 * @param inForce day the law took force; before it the value pays nothing
 * @param clause clause of law, as a list cites it
 * @param provisional whether nobody has read it in the Công báo yet
 */
public record Citation(
        PackVersion pack,
        String id,
        String label,
        YearMonth countedFrom,
        LocalDate inForce,
        String clause,
        boolean provisional) {}
