package vn.ansinh.api.identity;

import java.util.List;
import java.util.Optional;
import vn.ansinh.api.problem.Problem;

/** People, each once. Every call is scoped to the caller's subtree. */
public interface PersonRegistry {

    /** @return empty when there is no such person or they lie outside the caller's subtree */
    Optional<Person> byId(long id);

    /**
     * One page of people, ordered by given name in Vietnamese order. Cost does not grow with the page's position.
     *
     * @throws Problem INVALID when the cursor is not one that this method gave
     */
    PersonPage search(PersonQuery query);

    /** How many people {@link #search} would yield in all; stops counting at {@code limit}. */
    int count(PersonQuery query, int limit);

    /**
     * Finds or creates each of {@code drafts} in one go, in order. A draft is the same person when the 12-digit number is
     * equal; without number, when the old number is equal; without either, when folded name, birth date, sex and unit are.
     * Existing people are completed where the registry knew nothing; nothing that is known is overwritten.
     *
     * @return one result per draft, in the same order
     */
    List<Registered> registerAll(List<PersonDraft> drafts);

    /**
     * @param personId of the draft
     * @param created whether the registry had not known the person
     * @param changed whether it learned something new about a known person
     */
    record Registered(long personId, boolean created, boolean changed) {}

    /**
     * @param text name with or without diacritics, birth year, or a number (a full number is matched exactly); blank for all
     * @param unitId subtree to search
     * @param cursor where the last page ended, {@code null} for the first
     * @param limit people a page, at most 500
     */
    record PersonQuery(String text, long unitId, String cursor, int limit) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record PersonPage(List<Person> people, String next) {}
}
