package vn.ansinh.api.policy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * What one claim is worth in one month, and how that came about.
 *
 * @param claimId of the {@link Claim}
 * @param benefit its code
 * @param rate the line of the pack that applied, for instance {@code BTXH20-6-N-NCT}; {@code null} when none did
 * @param rateName Vietnamese, for instance {@code Khuyết tật nặng, người cao tuổi}
 * @param period the month it is for
 * @param amount đồng; 0 when nothing is due
 * @param base đồng, the base rate
 * @param coefficient of the base rate
 * @param multiple how many times (children), otherwise 1
 * @param cited base rate and coefficient, with their clauses and whether they are provisional
 * @param pack where the rule stands; {@code null} when none applied
 * @param reason Vietnamese: why nothing is due; {@code null} when something is
 */
public record Due(
        long claimId,
        String benefit,
        String rate,
        String rateName,
        YearMonth period,
        long amount,
        long base,
        BigDecimal coefficient,
        int multiple,
        List<Citation> cited,
        PackVersion pack,
        String reason) {

    public Due {
        cited = List.copyOf(cited);
    }
}
