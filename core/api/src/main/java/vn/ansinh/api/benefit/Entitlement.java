package vn.ansinh.api.benefit;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A person's right to a benefit, opened by a decision.
 *
 * @param unitId commune that pays
 * @param from first month of the right
 * @param to last month, {@code null} while it lasts
 * @param paidThrough last month that was paid before the ledger began, so that nothing is paid twice; {@code null} for none
 * @param decisionNumber of the decision, or {@code null} where the paper is missing
 */
public record Entitlement(
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
        PaymentDetails payment) {}
