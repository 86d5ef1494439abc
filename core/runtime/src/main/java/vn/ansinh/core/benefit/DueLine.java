package vn.ansinh.core.benefit;

import java.time.YearMonth;
import vn.ansinh.api.benefit.PaymentDetails;

/**
 * What is still to be paid of one entitlement for one month.
 *
 * @param rule key of the {@code payroll_rule} that explains it
 * @param due đồng, what the whole month is worth
 * @param paidBefore đồng, what closed payrolls hold for it; less than {@code due}
 */
record DueLine(
        long entitlementId,
        long personId,
        long unitId,
        YearMonth period,
        int rule,
        int multiple,
        long due,
        long paidBefore,
        PaymentDetails payment) {

    long amount() {
        return due - paidBefore;
    }
}
