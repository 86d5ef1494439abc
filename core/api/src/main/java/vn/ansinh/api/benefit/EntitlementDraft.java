package vn.ansinh.api.benefit;

import java.time.LocalDate;
import java.time.YearMonth;

/** An entitlement to open; fields as in {@link Entitlement}. */
public record EntitlementDraft(
        long personId,
        String program,
        String benefit,
        long unitId,
        YearMonth from,
        YearMonth paidThrough,
        String decisionNumber,
        LocalDate decisionDate,
        PaymentDetails payment) {}
