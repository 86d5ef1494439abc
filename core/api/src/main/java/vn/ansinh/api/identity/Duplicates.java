package vn.ansinh.api.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.problem.Problem;

/**
 * Records that may speak of one and the same person, and what officials do about them. Merging moves rights, facts, debts and
 * household to the record that is kept; lists that are closed stay as they are, and the ledger goes on from what they paid.
 * All of it needs {@code person.merge}.
 */
public interface Duplicates {

    /** Job that looks for pairs; parameter {@code unit} is the id of the unit whose people are compared, 0 for the country. */
    String SEARCH_JOB = "person.duplicates";

    /** Open pairs of which somebody lives in a subtree, the oldest first. Cost does not grow with the page's position. */
    PairPage candidates(long unitId, String cursor, int limit);

    /**
     * Two records side by side.
     *
     * @throws Problem NOT_FOUND when one of them is not there or not the caller's
     */
    Comparison compare(long first, long second);

    /**
     * Merges two records.
     *
     * @param keep the record that stays
     * @param gone the record that goes into it
     * @param choices for every {@link Difference#field()} of {@link #compare} the record whose value counts
     * @param why reason, kept in the history of both
     * @throws Problem CONFLICT with what stands in the way, INVALID when a choice or the reason is missing
     */
    Merge merge(long keep, long gone, Map<String, Long> choices, String why);

    /**
     * Takes a merge back: what came from the other record goes back to it, what happened since stays.
     *
     * @throws Problem CONFLICT when it was taken back already, when the kept record was merged itself, or when the number has
     *     been given to somebody else
     */
    void undo(long mergeId, String why);

    /** Remembers that two records are two people: the pair is not shown again. */
    void different(long first, long second, String why);

    /** Merges of people in a subtree, the latest first. */
    List<Merge> merges(long unitId, int limit);

    /**
     * Two records that look alike.
     *
     * @param first a record of the caller's
     * @param second the other; {@code null} when it lies outside the caller's subtree: then the unit above decides
     * @param elsewhere unit of the other record
     * @param reason why they were taken for alike, in Vietnamese
     */
    record Pair(Person first, Person second, long elsewhere, String reason) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record PairPage(List<Pair> pairs, String next) {}

    /**
     * Something that both records know, and know otherwise.
     *
     * @param field stable name, for {@link #merge}
     * @param label Vietnamese
     */
    record Difference(String field, String label, String first, String second) {}

    /** @param obstacles why they cannot be merged now, in Vietnamese; empty when they can */
    record Comparison(Person first, Person second, List<Difference> differences, List<String> obstacles) {}

    /**
     * A merge that was done.
     *
     * @param undoneAt when it was taken back, {@code null} while it holds
     */
    record Merge(long id, long keptId, long goneId, String name, String why, Instant at, String by, Instant undoneAt) {}
}
