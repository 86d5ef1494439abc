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
 * @param amount đồng; 0 when nothing is due, or nothing in money
 * @param base đồng: the base rate, the fixed amount, or the table's amount
 * @param coefficient of the base; 1 where law knows none
 * @param multiple how many times (children, days, years of service), otherwise 1
 * @param cited the base first, then the coefficient where law knows one, each with its pack, its clause and whether it is
 *     provisional; empty when no rate applied
 * @param inKind Vietnamese, what is given instead of money: {@code 15 kg gạo}; {@code null} for a benefit in money. Never
 *     in the ledger
 * @param pack where the rate stands; {@code null} when none applied
 * @param reason Vietnamese: why nothing is due; {@code null} when something is, in money or in kind
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
        String inKind,
        PackVersion pack,
        String reason) {

    public Due {
        cited = List.copyOf(cited);
    }
}
