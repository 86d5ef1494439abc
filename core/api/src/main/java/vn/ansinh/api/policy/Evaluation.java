package vn.ansinh.api.policy;

import java.time.YearMonth;
import java.util.List;

/**
 * The calculator's answer.
 *
 * @param outcomes one per claim, in the order of the question; those worth something first when every benefit was tried
 */
public record Evaluation(List<Outcome> outcomes) {

    public Evaluation {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What one claim is worth over the months asked for.
     *
     * @param benefit {@code null} when no pack in force knows the claim's benefit
     * @param periods without gaps from the first month asked to the last; months alike in all but the month are one period
     */
    public record Outcome(Claim claim, Benefit benefit, List<Period> periods) {

        public Outcome {
            periods = List.copyOf(periods);
        }

        /** Whether it is worth something in any of the months. */
        public boolean applies() {
            return periods.stream().anyMatch(period -> period.due().reason() == null);
        }
    }

    /**
     * Months that are worth the same for the same reason.
     *
     * @param from first month
     * @param to last month
     * @param due of the first month: amount and how it came about, or why nothing is due
     * @param law state of each of {@link Due#cited()}, in the same order
     */
    public record Period(YearMonth from, YearMonth to, Due due, List<LawState> law) {

        public Period {
            law = List.copyOf(law);
        }
    }
}
