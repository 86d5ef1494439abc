package vn.ansinh.api.benefit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.policy.Due;

/** One right about to be granted by a decision: what law makes of it is shown before it is approved. */
public interface Grants {

    /**
     * What granting would mean. Needs {@code entitlement.write} for the unit that pays.
     *
     * @throws vn.ansinh.api.problem.Problem INVALID for a benefit nobody knows or a month before law's, NOT_FOUND for a person
     *     outside the caller's subtree
     */
    default Preview preview(Proposal proposal) {
        return preview(proposal, Supposed.NOTHING);
    }

    /** As {@link #preview(Proposal)}, if more were known than is recorded: what a decision will record. Nothing is kept. */
    Preview preview(Proposal proposal, Supposed supposed);

    /**
     * Grants the right.
     *
     * @param conflictsSeen whether the official has read {@link Preview#conflicts()}
     * @return the entitlement, as it was opened now or stands already by the same decision
     * @throws vn.ansinh.api.problem.Problem as {@link #preview}; CONFLICT with the conflicts when there are any that nobody has
     *     read, and when the person holds the benefit for some of the months already
     */
    Entitlement grant(Proposal proposal, PaymentDetails payment, boolean conflictsSeen);

    /**
     * @param benefit its code
     * @param unitId commune that pays
     * @param from first month, {@code null} for the month that law names (NĐ 20/2021 Điều 8 khoản 1 điểm đ)
     */
    record Proposal(
            long personId,
            String benefit,
            long unitId,
            YearMonth from,
            String decisionNumber,
            LocalDate decisionDate) {}

    /**
     * What would be known besides.
     *
     * @param facts of the person; one takes the place of what is recorded of its key from its first day on, unless a key has many
     *     values at once
     * @param died {@code null} for what is recorded
     * @param asOf day on which law is read and by whose month it is told what the right is worth; {@code null} for today
     */
    record Supposed(List<Fact> facts, LocalDate died, LocalDate asOf) {

        public static final Supposed NOTHING = new Supposed(List.of(), null, null);

        public Supposed {
            facts = List.copyOf(facts);
        }
    }

    /**
     * @param from first month
     * @param due what the right is worth by itself, in its first month, or in the present one ({@link Supposed#asOf}) when that is
     *     later, and why not when it is worth nothing
     * @param conflicts Vietnamese sentences: what would give way to what, by which clause; empty when nothing does. Who lacks
     *     {@code fact.sensitive} is told that there is a conflict with a sensitive benefit, not with which
     */
    record Preview(YearMonth from, Due due, List<String> conflicts) {

        public Preview {
            conflicts = List.copyOf(conflicts);
        }
    }
}
