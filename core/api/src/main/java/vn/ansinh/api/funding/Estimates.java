package vn.ansinh.api.funding;

import java.util.List;
import java.util.Optional;
import vn.ansinh.api.problem.Problem;

/**
 * Estimates (dự toán): what a unit asks for a year by source, decided by the unit above (by a second account of its own where it has
 * a budget of its own). A supplement is a further estimate of the same year. Scoped to the caller's subtree.
 */
public interface Estimates {

    /**
     * Sends an estimate up. Needs {@code funding.propose} at the unit.
     *
     * @throws Problem INVALID for a bad year, source, code or amount, or without lines
     */
    Estimate propose(EstimateDraft draft);

    /**
     * Approves it, with as much per line as is granted. Needs {@code funding.approve} above the unit.
     *
     * @param granted đồng by line, in the order of the lines; from 0 on, also more than was asked
     * @param number of the decision, not blank
     * @throws Problem FORBIDDEN for who wrote it; CONFLICT when it was decided before
     */
    Estimate approve(long id, List<Long> granted, String number);

    /** Gives it back. Needs {@code funding.approve} above the unit. @throws Problem as {@link #approve} */
    Estimate giveBack(long id, String reason);

    /** Takes it back before it is decided. Needs {@code funding.propose} at the unit. */
    Estimate withdraw(long id, String reason);

    /** Estimates at or below a unit, the latest first. Needs {@code funding.read}. */
    EstimatePage list(EstimateQuery query);

    /** One estimate in the caller's subtree. Needs {@code funding.read}. */
    Optional<Estimate> byId(long id);

    /** @param about what it is for, Vietnamese; may be blank */
    record EstimateDraft(String program, long unitId, int year, String about, List<EstimateLine> lines) {
        public EstimateDraft {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param fund code of list {@code nguon-kinh-phi}
     * @param asked đồng, above 0
     * @param granted đồng, {@code null} until it is approved
     * @param basis how it was computed, may be blank
     */
    record EstimateLine(String fund, BudgetCodes codes, long asked, Long granted, String basis) {}

    /** @param number of the decision that approved it, otherwise {@code null} */
    record Estimate(long id, EstimateDraft draft, FundingState state, String number, Signatures signatures) {

        /** Đồng. */
        public long asked() {
            return draft.lines().stream().mapToLong(EstimateLine::asked).sum();
        }

        /** Đồng; 0 until it is approved. */
        public long granted() {
            return draft.lines().stream()
                    .mapToLong(line -> line.granted() == null ? 0 : line.granted())
                    .sum();
        }
    }

    /**
     * @param program {@code null} for all
     * @param year 0 for all
     * @param state {@code null} for all
     * @param cursor where the last page ended, {@code null} for the first
     */
    record EstimateQuery(String program, long unitId, int year, FundingState state, String cursor, int limit) {}

    /** @param asked đồng of all that the query covers @param granted đồng @param next {@code null} on the last page */
    record EstimatePage(List<Estimate> rows, int count, long asked, long granted, String next) {}
}
