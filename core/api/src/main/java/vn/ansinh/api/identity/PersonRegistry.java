package vn.ansinh.api.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.problem.Problem;

/** People, each once. Every call is scoped to the caller's subtree. */
public interface PersonRegistry {

    /**
     * A person; for a record that was merged, the one it went into.
     *
     * @return empty when there is no such person, their record was removed, or they lie outside the caller's subtree
     */
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
     * Finds or creates each of {@code drafts} in one go, in order; a draft finds the people created by those before it. It is
     * the same person when the 12-digit number is equal; when one of the two has none, when the old number is equal; when the
     * draft has neither, when folded name, birth date, sex and unit are. Existing people are completed where the registry
     * knew nothing; nothing that is known is overwritten. Needs {@code person.write} in the unit of every draft.
     *
     * @return one result per draft, in the same order
     * @throws Problem INVALID for a blank name or a number of the wrong length, FORBIDDEN for a unit outside the caller's
     *     subtree; then nothing is registered
     */
    List<Registered> registerAll(List<PersonDraft> drafts);

    /**
     * What deserves a second look before {@code draft} is saved: what its numbers say otherwise. Never a reason to refuse.
     *
     * @return sentences in Vietnamese, empty when nothing is odd
     */
    List<String> check(PersonDraft draft);

    /**
     * Writes a person anew; what is {@code null} in the draft is forgotten. Another unit means that the person moved today.
     * Needs {@code person.write} where the person lives and where they go.
     *
     * @param why reason, kept in the person's history
     * @throws Problem INVALID as for {@link #registerAll} or without a reason, CONFLICT when somebody else has the number,
     *     NOT_FOUND
     */
    Person change(long id, PersonDraft draft, String why);

    /**
     * Whether somebody has this number, and where they live: nothing else, whoever asks. Kept in the audit.
     *
     * @param number 12 digits, 9 digits or a temporary number
     */
    Optional<Presence> whereIs(String number);

    /**
     * Takes a record out of all lists. It stays, and its number is free.
     *
     * @throws Problem CONFLICT when the person has or had a right, or owes something back; INVALID without a reason
     */
    void remove(long id, String reason);

    /** Brings a removed record back. Needs {@code person.restore}. @throws Problem CONFLICT when its number is taken now */
    void restore(long id, String reason);

    /** Records removed in a subtree, the latest first, at most {@code limit}. Needs {@code person.restore}. */
    List<Removed> removed(long unitId, int limit);

    /**
     * A number for who has none yet: T and 11 digits, by commune and year. Given once; asked again, it answers the same.
     * Needs {@code person.write}.
     *
     * @throws Problem CONFLICT when the person has a number of their own
     */
    String temporaryNumber(long personId);

    /** What was done to a person's record, the latest first. */
    List<PersonEvent> history(long id);

    /** Where a person lived, the latest first. */
    List<Residence> residences(long id);

    /** Where the person with a number lives. */
    record Presence(long unitId) {}

    /** A removed record, with when, by which account and why. */
    record Removed(Person person, Instant at, String by, String reason) {}

    /**
     * @param personId of the draft
     * @param created whether the registry had not known the person
     * @param changed whether it learned something new about a known person
     * @param differs whether it knows the person by another name, birth date or sex: the number may be somebody else's, so
     *     somebody should look before money follows
     * @param elsewhere whether the person lives outside the caller's subtree; then nothing was learned, and facts about them
     *     cannot be recorded
     */
    record Registered(long personId, boolean created, boolean changed, boolean differs, boolean elsewhere) {}

    /**
     * @param text name with or without diacritics, birth year, or a number (a full number is matched exactly); blank for all
     * @param unitId subtree to search
     * @param cursor where the last page ended, {@code null} for the first
     * @param limit people a page, at most 500
     * @param asOf the people as they lived on that day, each with the unit and address of then; {@code null} for now
     */
    record PersonQuery(String text, long unitId, String cursor, int limit, LocalDate asOf) {

        /** As people live now. */
        public PersonQuery(String text, long unitId, String cursor, int limit) {
            this(text, unitId, cursor, limit, null);
        }
    }

    /** @param next cursor of the following page, {@code null} on the last */
    record PersonPage(List<Person> people, String next) {}
}
