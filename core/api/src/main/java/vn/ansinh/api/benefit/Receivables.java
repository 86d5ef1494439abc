package vn.ansinh.api.benefit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.benefit.RecoveryDecision.Instalment;
import vn.ansinh.api.benefit.RecoveryDecision.Receipt;

/**
 * What was paid and is not due: at each closing what nobody collected yet is cancelled, and what was collected becomes a
 * proposal to recover it (TT 44/2022/TT-BTC Điều 15). Proposals are decided, given up or withdrawn here; nothing is ever
 * taken from a payment. Reading needs {@code receivable.read}, everything else {@code receivable.decide}; scoped to the
 * caller's subtree.
 */
public interface Receivables {

    /** One page, by the beneficiary's given name, a person's oldest month first. */
    ReceivablePage list(ReceivableQuery query);

    /** One receivable. */
    Optional<Receivable> byId(long id);

    /** How much there is at or below a unit. */
    Totals totals(String program, long unitId);

    /**
     * Makes proposals of one person a debt.
     *
     * @return id of the decision; deciding the same number and date for the same person again changes nothing
     * @throws vn.ansinh.api.problem.Problem INVALID when the proposals are several people's, the amount is more than was
     *     collected, or the instalments do not sum to it; CONFLICT when a proposal changed or went meanwhile
     */
    long decide(Recovery recovery);

    /** Gives proposals up by a decision ("không truy thu"): the money counts as paid from now on and is not proposed again. */
    void waive(List<Long> receivableIds, Decision decision, String reason);

    /**
     * Takes a decision back; if the difference is still there, the next closing proposes it again.
     *
     * @param reason Vietnamese, not blank
     * @throws vn.ansinh.api.problem.Problem CONFLICT when money came in on it already
     */
    void withdraw(long decisionId, String reason);

    /**
     * Records money that came in.
     *
     * @throws vn.ansinh.api.problem.Problem INVALID when it is more than is still owed
     */
    void receive(long decisionId, Receipt receipt);

    /** One decision. */
    Optional<RecoveryDecision> decision(long id);

    /** Decisions about a person, or with {@code personId} 0 all at or below a unit, latest first. */
    List<RecoveryDecision> decisions(String program, long unitId, long personId, int limit);

    /** What a month's closings at or below a unit cancelled, by given name. */
    List<Cancellation> cancellations(String program, long unitId, YearMonth month, int limit);

    /**
     * @param receivableIds proposals of one person
     * @param amount đồng, positive, at most what they sum to; what is left stays proposed, the latest months first
     * @param debtor who gives it back, not blank
     * @param instalments summing to {@code amount}; empty or {@code null} for all at once
     */
    record Recovery(
            List<Long> receivableIds,
            String number,
            LocalDate date,
            long amount,
            String debtor,
            List<Instalment> instalments) {

        public Recovery {
            receivableIds = receivableIds == null ? List.of() : List.copyOf(receivableIds);
            instalments = instalments == null ? List.of() : List.copyOf(instalments);
        }
    }

    /**
     * @param state {@code null} for all
     * @param personId 0 for everybody
     * @param cursor where the last page ended, {@code null} for the first
     */
    record ReceivableQuery(
            String program, long unitId, Receivable.State state, long personId, String cursor, int limit) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record ReceivablePage(List<Receivable> rows, String next) {}

    /** Sums in đồng. @param received what came in on decisions that stand */
    record Totals(int people, long proposed, long waiting, long decided, long received) {

        /** đồng still owed by decision. */
        public long balance() {
            return decided - received;
        }
    }
}
