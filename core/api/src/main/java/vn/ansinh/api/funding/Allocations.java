package vn.ansinh.api.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.problem.Problem;

/**
 * Allocation of money down the tree (cấp kinh phí) by decisions, each with lines to units; written by one account, approved by another.
 * What is approved never changes: an adjustment is another decision. A unit gives away no more than it has unspent, unless it
 * has a budget of its own. Scoped to the caller's subtree.
 */
public interface Allocations {

    /**
     * Writes a decision for somebody else to approve. Needs {@code funding.propose} at the unit that gives or takes back; at the
     * unit that returns for {@link Kind#RETURN}.
     *
     * @throws Problem INVALID for a bad year, unit, source, code, voucher or amount, or a number used before
     */
    Allocation propose(AllocationDraft draft);

    /**
     * Puts a decision into force. Needs {@code funding.approve} at its unit or above; for {@link Kind#CARRY_OVER} above, or at the unit
     * where it has a budget of its own.
     *
     * @throws Problem FORBIDDEN for who wrote it; CONFLICT when it was decided before, or there is not that much unspent
     */
    Allocation approve(long id);

    /** Gives it back. Needs {@code funding.approve} as {@link #approve}. */
    Allocation giveBack(long id, String reason);

    /** Takes it back before it is decided; who wrote it does. Needs {@code funding.propose}. */
    Allocation withdraw(long id, String reason);

    /** Decisions of and to units at or below a unit, the latest first. Needs {@code funding.read}. */
    AllocationPage list(AllocationQuery query);

    /** One decision in the caller's subtree. Needs {@code funding.read}. */
    Optional<Allocation> byId(long id);

    /** What a decision does. */
    enum Kind {
        /** To the unit itself from the budget, for a unit with a budget of its own. */
        BUDGET("Ngân sách giao"),
        /** To units below. */
        GIVE("Cấp kinh phí"),
        /** Back from units below, what they have unspent. */
        TAKE_BACK("Thu hồi kinh phí"),
        /** Up from units below by themselves (nộp trả), what they have unspent. */
        RETURN("Nộp trả kinh phí"),
        /** What a unit has unspent when its year is over, to its own account of the year after. */
        CARRY_OVER("Chuyển nguồn sang năm sau");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Vietnamese word. */
        public String label() {
            return label;
        }
    }

    /**
     * @param unitId unit that gives, takes back, or is returned to; for {@link Kind#BUDGET} and {@link Kind#CARRY_OVER} the unit itself
     * @param year budget year whose money it is
     * @param number of the decision, once per unit and year
     * @param day of the decision
     * @param about what for; may be blank, but for {@link Kind#CARRY_OVER}: the clause that allows it
     */
    record AllocationDraft(
            String program,
            Kind kind,
            long unitId,
            int year,
            String number,
            LocalDate day,
            Voucher voucher,
            String about,
            List<AllocationLine> lines) {
        public AllocationDraft {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Chứng từ.
     *
     * @param kind code of list {@code loai-chung-tu-ke-toan}, {@code null} while there is none
     * @param number {@code null} with {@code kind}
     */
    record Voucher(String kind, String number) {
        /** None yet. */
        public static final Voucher NONE = new Voucher(null, null);
    }

    /**
     * @param unitId who gets it, or gives it back
     * @param fund code of list {@code nguon-kinh-phi}
     * @param amount đồng, above 0; the kind of the decision says which way it goes
     */
    record AllocationLine(long unitId, String fund, BudgetCodes codes, long amount) {}

    /** A decision as it stands. */
    record Allocation(long id, AllocationDraft draft, FundingState state, Signatures signatures) {

        /** Đồng. */
        public long total() {
            return draft.lines().stream().mapToLong(AllocationLine::amount).sum();
        }
    }

    /**
     * @param program {@code null} for all
     * @param year 0 for all
     * @param state {@code null} for all
     * @param cursor where the last page ended, {@code null} for the first
     */
    record AllocationQuery(String program, long unitId, int year, FundingState state, String cursor, int limit) {}

    /**
     * @param budget approved đồng that units got from the budget
     * @param given approved đồng that went down
     * @param back approved đồng that came back up
     * @param next {@code null} on the last page
     */
    record AllocationPage(List<Allocation> rows, int count, long budget, long given, long back, String next) {}
}
