package vn.ansinh.api.history;

import java.util.List;
import java.util.Set;

/** A person's whole history: rights, facts, payments, debts, papers, moves, of all {@link HistorySource}s together. */
public interface PersonHistory {

    /** The sources that the caller may ask, in the order to show them. */
    List<Source> sources();

    /**
     * One page, the latest first. Needs {@code person.read} and that the person lies in the caller's subtree.
     *
     * @param sources codes to show, empty for all that the caller may ask
     * @param cursor where the last page ended, {@code null} for the first
     * @param limit 1 to 500
     * @throws vn.ansinh.api.problem.Problem NOT_FOUND for a person outside the caller's subtree, INVALID for a foreign cursor
     */
    Page of(long personId, Set<String> sources, String cursor, int limit);

    /** A source by code and Vietnamese name. */
    record Source(String code, String name) {}

    /**
     * @param next cursor of the following page, {@code null} on the last
     * @param silent Vietnamese names of sources that could not answer at the moment
     */
    record Page(List<HistoryEntry> entries, String next, List<String> silent) {}
}
