package vn.ansinh.rest.resource;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.policy.Discretion;

/**
 * An entitlement, with as much of the numbers as the caller may see; {@code to} is {@code null} while it lasts, {@code benefit} when it is sensitive and the
 * caller lacks {@code fact.sensitive}.
 */
public record EntitlementView(
        long id,
        long personId,
        String program,
        String benefit,
        long unitId,
        YearMonth from,
        YearMonth to,
        YearMonth paidThrough,
        String decisionNumber,
        LocalDate decisionDate,
        PaymentView payment) {

    static EntitlementView of(Entitlement entitlement, Discretion discretion, NumberSight sight) {
        return new EntitlementView(
                entitlement.id(),
                entitlement.personId(),
                entitlement.program(),
                discretion.hides(entitlement.benefit()) ? null : entitlement.benefit(),
                entitlement.unitId(),
                entitlement.from(),
                entitlement.to(),
                entitlement.paidThrough(),
                entitlement.decisionNumber(),
                entitlement.decisionDate(),
                PaymentView.of(entitlement.payment(), sight));
    }
}
