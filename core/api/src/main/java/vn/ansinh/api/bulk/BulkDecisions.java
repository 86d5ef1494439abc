package vn.ansinh.api.bulk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.bulk.BulkDecision.State;
import vn.ansinh.api.bulk.BulkRow.Report;

/**
 * Decisions about many. Who drafts needs {@code bulk.draft}, who signs {@code bulk.sign}, and is somebody else. A decision is
 * signed as a whole, in one transaction, or not at all; each row is told what became of it. Scoped to the caller's subtree and
 * programs.
 */
public interface BulkDecisions {

    /** How many rows a decision may have. */
    int MOST_ROWS = 2000;

    /**
     * Drafts a decision about rights: END, SUSPEND, ADJUST or TRANSFER.
     *
     * @throws vn.ansinh.api.problem.Problem INVALID for a reason that does not fit, a missing month, no rows or too many; NOT_FOUND
     *     for a right outside the caller's subtree
     */
    BulkDecision draft(Draft draft);

    /**
     * Drafts a decision from reports of deaths or moves: each row is looked for in the registry.
     *
     * @param number proposed, may be blank
     * @throws vn.ansinh.api.problem.Problem INVALID as {@link #draft}
     */
    BulkDecision report(Kind kind, String program, long unitId, String note, List<Report> reports);

    /** Types a reported row anew; it is looked for again. @throws vn.ansinh.api.problem.Problem CONFLICT when it is no draft any more */
    BulkRow mend(long id, int no, Report report);

    /** Says whom a row in doubt is about: one of its candidates. @throws vn.ansinh.api.problem.Problem as {@link #mend} */
    BulkRow confirm(long id, int no, long personId);

    /** Leaves rows out. @throws vn.ansinh.api.problem.Problem as {@link #mend} */
    BulkDecision drop(long id, Collection<Integer> nos);

    /**
     * Hands a draft in for signing.
     *
     * @throws vn.ansinh.api.problem.Problem CONFLICT while rows are wrong or in doubt, when it is no draft any more, or when several
     *     units decide about its rows
     */
    BulkDecision submit(long id, String number, LocalDate date);

    /**
     * Signs: everything the decision says happens now, or nothing does. The unit that a procedure of the program lets decide a single
     * case of {@code date} signs for many as well; where no procedure says it, whoever may sign in the decision's unit.
     *
     * @throws vn.ansinh.api.problem.Problem FORBIDDEN to who drafted it, and outside the unit that decides; CONFLICT when something has changed since, so that a row
     *     cannot be done: the draft then goes back with its rows told; INVALID for a missing number or a day after today
     */
    BulkDecision sign(long id, String number, LocalDate date);

    /**
     * Id of the procedure by which people who move are handled one by one on a day, because the commune they leave and the one they
     * go to each decide their part; empty where one unit decides about both, and where no procedure says it.
     */
    Optional<String> moveByCase(String program, LocalDate day);

    /** Sends a submitted decision back to who drafted it. @throws vn.ansinh.api.problem.Problem INVALID without a reason */
    BulkDecision sendBack(long id, String reason);

    /** Gives a decision up that was not signed; the rows return to the review list. */
    BulkDecision withdraw(long id);

    /** A decision in the caller's subtree. */
    Optional<BulkDecision> byId(long id);

    /** Decisions in the caller's subtree, the latest first. @param state {@code null} for all @param before id, 0 for the first page */
    List<BulkDecision> list(String program, State state, long before, int limit);

    /** Rows by their number. @param after number of the last row seen, 0 for the first page @param open only those wrong or in doubt */
    List<BulkRow> rows(long id, boolean open, int after, int limit);

    /**
     * A decision about rights.
     *
     * @param month last month paid for an END, else the first month that is different
     * @param benefit takes the place of the old one, for a TRANSFER; else {@code null}
     * @param entitlements the rights, each once
     * @param reviewed keys of the {@link vn.ansinh.api.review.ReviewRow}s this takes care of; may be empty
     */
    record Draft(
            Kind kind,
            String program,
            long unitId,
            String reason,
            YearMonth month,
            String benefit,
            String note,
            List<Long> entitlements,
            List<String> reviewed) {
        public Draft {
            entitlements = List.copyOf(entitlements);
            reviewed = List.copyOf(reviewed);
        }
    }
}
