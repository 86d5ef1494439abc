package vn.ansinh.api.benefit;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * One payment of one benefit to one person, for one month or for several equal months in a row; once closed it never
 * changes.
 *
 * @param period month it is for, the first of them; earlier than the payroll's month for arrears
 * @param months how many months from {@code period} on, each with this {@code due} and {@code paidBefore}; usually 1
 * @param due đồng a month, what a month is worth as known at the run
 * @param paidBefore đồng a month, what closed payrolls already hold for it
 * @param amount đồng, positive: {@code (due - paidBefore) × months}
 * @param base đồng
 * @param baseClause clause of law for the base rate
 * @param clause clause of law for the coefficient, {@code null} where law knows none
 * @param pack pack and version where the rate stands, as {@link vn.ansinh.api.policy.PackVersion#toString()}
 * @param basePack where the base rate stands; another pack when a decree amended it
 * @param clausePack where the coefficient stands, {@code null} where law knows none
 * @param fund code of the source of funds, {@code null} for the program's usual one
 * @param provisional whether a value in it is not confirmed
 */
public record PayrollLine(
        long id,
        long payrollId,
        long entitlementId,
        long personId,
        String personName,
        String birth,
        String idNumber,
        String address,
        long unitId,
        String benefit,
        String rate,
        String rateName,
        YearMonth period,
        int months,
        long base,
        BigDecimal coefficient,
        int multiple,
        long due,
        long paidBefore,
        long amount,
        String baseClause,
        String clause,
        String pack,
        String basePack,
        String clausePack,
        String fund,
        boolean provisional,
        PaymentDetails payment) {

    /** Last month it is for. */
    public YearMonth lastPeriod() {
        return period.plusMonths(months - 1L);
    }
}
