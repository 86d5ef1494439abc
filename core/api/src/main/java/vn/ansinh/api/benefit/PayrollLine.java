package vn.ansinh.api.benefit;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * One payment of one benefit for one month to one person; once closed it never changes.
 *
 * @param period month it is for; earlier than the payroll's month for arrears
 * @param amount đồng, positive
 * @param due đồng, what the whole period is worth as known at the run
 * @param paidBefore đồng, what closed payrolls already hold for the period; {@code due - paidBefore = amount}
 * @param base đồng
 * @param baseClause clause of law for the base rate
 * @param clause clause of law for the coefficient
 * @param pack pack and version, as {@link vn.ansinh.api.policy.PackVersion#toString()}
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
        long base,
        BigDecimal coefficient,
        int multiple,
        long due,
        long paidBefore,
        long amount,
        String baseClause,
        String clause,
        String pack,
        boolean provisional,
        PaymentDetails payment) {}
