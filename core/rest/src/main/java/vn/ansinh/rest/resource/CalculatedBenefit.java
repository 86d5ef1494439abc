package vn.ansinh.rest.resource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Evaluation.Outcome;
import vn.ansinh.api.policy.Evaluation.Period;
import vn.ansinh.api.policy.LawState;

/**
 * What one benefit is worth over the months asked for.
 *
 * @param benefit code
 * @param name {@code null} when no pack in force knows the benefit
 * @param clause who is entitled by law
 * @param applies whether it is worth something in any of the months
 * @param periods without gaps; months that are alike are one period
 */
public record CalculatedBenefit(
        String benefit, String name, String program, String clause, boolean applies, List<CalculatedPeriod> periods) {

    static CalculatedBenefit of(Outcome outcome) {
        Benefit benefit = outcome.benefit();
        return new CalculatedBenefit(
                outcome.claim().benefit(),
                benefit == null ? null : benefit.name(),
                benefit == null ? null : benefit.program(),
                benefit == null ? null : benefit.clause(),
                outcome.applies(),
                outcome.periods().stream().map(CalculatedPeriod::of).toList());
    }

    private static String word(LawState state) {
        return switch (state) {
            case OFFICIAL -> "chinh-thuc";
            case PROVISIONAL -> "tam-tinh";
            case CONFIRMED -> "da-doi-chieu";
        };
    }

    /**
     * Months worth the same.
     *
     * @param amount đồng per month
     * @param rate code of the line of the pack that applied, {@code null} when none did
     * @param inKind Vietnamese, what is given instead of money, {@code null} for money
     * @param cited the values of law it rests on
     * @param pack where the rate stands
     * @param state {@code tam-tinh} when any value is provisional, else {@code da-doi-chieu} when any was confirmed, else
     *     {@code chinh-thuc}; {@code null} when none applied
     * @param whyNot Vietnamese; {@code null} when something is due
     */
    public record CalculatedPeriod(
            YearMonth from,
            YearMonth to,
            long amount,
            long base,
            BigDecimal coefficient,
            int multiple,
            String rate,
            String rateName,
            String inKind,
            List<CitedValue> cited,
            String pack,
            Integer version,
            String state,
            String whyNot) {

        static CalculatedPeriod of(Period period) {
            Due due = period.due();
            List<CitedValue> cited = new ArrayList<>();
            for (int i = 0; i < due.cited().size(); i++) {
                cited.add(CitedValue.of(due.cited().get(i), period.law().get(i)));
            }
            return new CalculatedPeriod(
                    period.from(),
                    period.to(),
                    due.amount(),
                    due.base(),
                    due.coefficient(),
                    due.multiple(),
                    due.rate(),
                    due.rateName(),
                    due.inKind(),
                    cited,
                    due.pack() == null ? null : due.pack().pack(),
                    due.pack() == null ? null : due.pack().version(),
                    weakest(period.law()),
                    due.reason());
        }

        private static String weakest(List<LawState> law) {
            if (law.isEmpty()) {
                return null;
            }
            for (LawState state : List.of(LawState.PROVISIONAL, LawState.CONFIRMED)) {
                if (law.contains(state)) {
                    return word(state);
                }
            }
            return word(LawState.OFFICIAL);
        }
    }

    /**
     * A value of law.
     *
     * @param countedFrom first month it counts for
     * @param inForce day it took force
     * @param pack where it stands
     */
    public record CitedValue(
            String label,
            String clause,
            YearMonth countedFrom,
            LocalDate inForce,
            String pack,
            int version,
            String state) {

        static CitedValue of(Citation citation, LawState state) {
            return new CitedValue(
                    citation.label(),
                    citation.clause(),
                    citation.countedFrom(),
                    citation.inForce(),
                    citation.pack().pack(),
                    citation.pack().version(),
                    word(state));
        }
    }
}
