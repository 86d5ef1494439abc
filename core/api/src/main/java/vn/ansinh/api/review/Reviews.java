package vn.ansinh.api.review;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * The review list (danh sách cần rà soát): who, in a span of days, reaches an age, loses a certificate, has not collected their
 * money. Computed from the registry, the facts and the ledger whenever it is asked for; kept is only what was done about a row.
 * Reading needs {@code review.read}, handling {@code review.handle}; both are scoped to the caller's subtree and programs.
 */
public interface Reviews {

    /** What the running programs of the caller want to be looked at, in the order of their files. */
    List<ReviewKind> kinds();

    /**
     * How many rows each kind has that nobody has handled.
     *
     * @return in the order of {@link #kinds}; a count stops at {@code limit}
     */
    List<Count> counts(String program, long unitId, LocalDate from, LocalDate to, int limit);

    /**
     * One page of a kind, by day, then by name.
     *
     * @throws vn.ansinh.api.problem.Problem NOT_FOUND for an unknown kind, INVALID for a span of more than a year or a foreign cursor
     */
    Page find(Query query);

    /**
     * Says that rows were looked at and that nothing (more) has to be done; they leave the list. Saying it again changes nothing.
     *
     * @param keys of {@link ReviewRow#key}, at most 1000
     * @param note why, in Vietnamese; not blank
     * @return how many rows left the list
     * @throws vn.ansinh.api.problem.Problem INVALID for a missing note or a key that is none, NOT_FOUND for somebody outside the
     *     caller's subtree
     */
    int handle(String program, Collection<String> keys, String note);

    /** Takes back what {@link #handle} said; what a decision took care of stays. @return how many rows came back */
    int reopen(String program, Collection<String> keys);

    /** How many rows of a kind there are. */
    record Count(ReviewKind kind, int rows) {}

    /**
     * @param unitId subtree, 0 for all of the caller's
     * @param from first day
     * @param to last day
     * @param handled whether to show what was handled instead of what was not
     * @param cursor where the last page ended, {@code null} for the first
     * @param limit rows a page, 1 to 500
     */
    record Query(
            String program,
            String kind,
            long unitId,
            LocalDate from,
            LocalDate to,
            boolean handled,
            String cursor,
            int limit) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record Page(List<ReviewRow> rows, String next) {}
}
