package vn.ansinh.api.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.problem.Problem;

/**
 * Households in time: nobody is in two at once, every one that lasts has one head. Changes hold from a day on and go forward
 * only: a day before the latest change of the same thing is refused. Reading needs {@code household.read}, changing
 * {@code household.write}, in the household's unit; people must be the caller's, too.
 */
public interface Households {

    /** Code list of relations to the head. */
    String RELATIONS = "quan-he";

    /** Code of the head itself in {@link #RELATIONS}. */
    String HEAD = "00";

    /** The household a person was in on a day, if the caller may see it. */
    Optional<Household> of(long personId, LocalDate day);

    /** A household as it was on a day. */
    Optional<Household> byId(long id, LocalDate day);

    /** Households of a subtree that last, the oldest first; {@code text} looks in hamlet, address and the head's name. */
    HouseholdPage list(long unitId, String text, String cursor, int limit);

    /** What was done to a household, the latest first. */
    List<Event> history(long id);

    /**
     * Opens a household.
     *
     * @throws Problem CONFLICT when somebody is in another household on that day
     */
    Household open(HouseholdDraft draft);

    /** @param relation to the head, code of {@link #RELATIONS}; may be {@code null} @throws Problem CONFLICT, as {@link #open} */
    void join(long household, long person, String relation, LocalDate from);

    /**
     * Somebody is not in it any more from a day on. The last one ends the household.
     *
     * @throws Problem CONFLICT when the head leaves others behind: name another head first
     */
    void leave(long household, long person, LocalDate from);

    /** A member becomes the head; what the others are to the new head is unknown until somebody says. */
    void head(long household, long person, LocalDate from);

    /** Says what a member is to the head, from the day the member came or the head changed. */
    void relation(long household, long person, String relation);

    /** The household moves, and its members with it. */
    void move(long household, long unitId, String hamlet, String address, LocalDate from);

    /** Some leave and make a household of their own at the same address. @return the new one */
    Household split(long household, Set<Long> members, long head, LocalDate from);

    /** All members of one go into the other, and the one ends. @return the other */
    Household merge(long from, long into, LocalDate day);

    /**
     * A household to be.
     *
     * @param members others than the head, with their relation to the head ({@code ""} when unknown)
     */
    record HouseholdDraft(
            long unitId, String hamlet, String address, long headId, Map<Long, String> members, LocalDate from) {

        public HouseholdDraft {
            members = Map.copyOf(members);
        }
    }

    /** One row of a list. @param headName {@code null} when the household has no head the list knows */
    record Row(long id, long unitId, String hamlet, String address, String headName, int members) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record HouseholdPage(List<Row> households, String next) {}

    /** Something that was done. @param detail Vietnamese */
    record Event(LocalDate day, String detail, Instant at, String by) {}
}
