package vn.ansinh.rest.resource;

import java.math.BigDecimal;
import java.time.YearMonth;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.policy.Discretion;

/**
 * A line of a payroll, with as much of the numbers as the caller may see; money in đồng. Fields as in {@link PayrollLine}; what names a sensitive benefit is
 * {@code null} for who lacks {@code fact.sensitive}.
 */
public record PayrollLineView(
        long id,
        long payrollId,
        long entitlementId,
        long personId,
        String personName,
        String birth,
        String idNumber,
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
        PaymentView payment) {

    static PayrollLineView of(PayrollLine line, Discretion discretion, NumberSight sight) {
        boolean hidden = discretion.hides(line.benefit());
        return new PayrollLineView(
                line.id(),
                line.payrollId(),
                line.entitlementId(),
                line.personId(),
                line.personName(),
                line.birth(),
                sight.show(line.idNumber()),
                line.unitId(),
                hidden ? null : line.benefit(),
                hidden ? null : line.rate(),
                hidden ? null : line.rateName(),
                line.period(),
                line.months(),
                line.base(),
                line.coefficient(),
                line.multiple(),
                line.due(),
                line.paidBefore(),
                line.amount(),
                line.baseClause(),
                hidden ? null : line.clause(),
                line.pack(),
                line.basePack(),
                line.clausePack(),
                line.fund(),
                line.provisional(),
                PaymentView.of(line.payment(), sight));
    }
}
