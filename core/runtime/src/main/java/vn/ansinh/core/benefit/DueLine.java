package vn.ansinh.core.benefit;

import java.time.YearMonth;
import vn.ansinh.api.benefit.PaymentDetails;

/**
 * What is still to be paid of one entitlement for one month, or for several equal months in a row.
 *
 * @param period the first month
 * @param months how many
 * @param rule explains it
 * @param due đồng, what each month is worth
 * @param paidBefore đồng, what closed payrolls hold for each; less than {@code due}
 * @param steadyThrough last month for which nothing that is known changes what the person is due
 */
record DueLine(
        long entitlementId,
        long personId,
        long unitId,
        YearMonth period,
        int months,
        PayrollRules.Rule rule,
        int multiple,
        long due,
        long paidBefore,
        PaymentDetails payment,
        YearMonth steadyThrough) {

    long amount() {
        return (due - paidBefore) * months;
    }

    /** Whether {@code next} is the same for the month that follows. */
    boolean goesOn(DueLine next) {
        return period.plusMonths(months).equals(next.period)
                && due == next.due
                && paidBefore == next.paidBefore
                && rule.equals(next.rule)
                && multiple == next.multiple;
    }

    /** This, for so many months more. */
    DueLine longer(int more) {
        return new DueLine(
                entitlementId,
                personId,
                unitId,
                period,
                months + more,
                rule,
                multiple,
                due,
                paidBefore,
                payment,
                steadyThrough);
    }
}
