package vn.ansinh.api.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.problem.Problem;

/**
 * What a unit that ended still holds, and how it gets to the units that took it over: people with their households and
 * rights, accounts, agencies. A commune that went into one other whole moves in one go by a job; of one that was split an
 * official says hamlet by hamlet where people belong. Closed lists stay with the commune that paid them. Needs {@code
 * unit.transfer} in the unit; everything is scoped to the caller's subtree.
 */
public interface Transitions {

    /** Type of the job behind {@link #settleWhole}. */
    String SETTLE = "unit.transition";

    /** Days on which units of the subtree ended, latest first. @param unitId 0 for everything the caller may see */
    List<LocalDate> days(long unitId);

    /** The communes of the subtree that ended on {@code day} and hold or held somebody, in Vietnamese order. */
    List<EndedUnit> preview(LocalDate day, long unitId);

    /**
     * Queues the job that moves everything of the communes that went into one other whole; done communes change nothing.
     *
     * @param why what orders it, for instance a resolution's number
     * @return the job's id
     * @throws Problem CONFLICT before that day
     */
    long settleWhole(LocalDate day, long unitId, String why);

    /** Where people of an ended unit live who still wait, by hamlet; those without an address come under {@code ""}. */
    List<Hamlet> hamlets(long endedUnitId);

    /** One page of people who still wait in an ended unit, by given name. */
    WaitingPage waiting(WaitingQuery query);

    /**
     * Moves people with everything they hold to the unit that took their land over, all or nothing.
     *
     * @return how many were moved
     * @throws Problem INVALID when the new unit is none of {@link EndedUnit#into}, CONFLICT when one of the people chosen
     *     does not wait there any more
     */
    long assign(Assignment assignment);

    /**
     * Accounts in use of ended units in the subtree that do not move by {@link #settleWhole}: who manages accounts gives them
     * a new unit.
     */
    List<WaitingAccount> accounts(long unitId);

    /**
     * Agencies in office whose territory ended and that do not move by {@link #settleWhole}: who manages agencies gives them
     * a new territory, or ends them.
     */
    List<WaitingAgency> agencies(long unitId);

    /** The latest moves in the subtree, newest first. */
    List<Transfer> transfers(long unitId, int limit);

    /**
     * A commune that ended.
     *
     * @param into units on its land from the day on
     * @param whole whether it went into one of them whole; otherwise it was split, or no source says where it went
     * @param people who still wait
     * @param entitlements rights of theirs and others that are still paid here
     * @param accounts in use that still belong to it
     * @param agencies in office that still have it as their territory
     * @param closedThrough latest month closed in any program, {@code null} for none
     * @param drafts lists that were drafted and not closed: what is on them moves
     * @param moved people who have been moved
     */
    record EndedUnit(
            AdministrativeUnit unit,
            List<AdministrativeUnit> into,
            boolean whole,
            long people,
            long entitlements,
            long accounts,
            long agencies,
            YearMonth closedThrough,
            int drafts,
            long moved) {

        public EndedUnit {
            into = List.copyOf(into);
        }

        /** Whether nothing waits any more. */
        public boolean settled() {
            return people == 0 && entitlements == 0;
        }
    }

    /** People who wait at one place. @param name as addresses write it up to the first comma */
    record Hamlet(String name, long people) {}

    /**
     * @param endedUnitId the commune that ended
     * @param hamlet {@code null} for all
     * @param text name, number or a part of the address; blank for all
     * @param cursor where the last page ended, {@code null} for the first
     */
    record WaitingQuery(long endedUnitId, String hamlet, String text, String cursor, int limit) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record WaitingPage(List<Person> people, String next) {}

    /**
     * Who goes where.
     *
     * @param hamlets everybody who waits there; empty for none
     * @param people chosen one by one; empty for none
     * @param why what orders it
     */
    record Assignment(long endedUnitId, Set<String> hamlets, Set<Long> people, long newUnitId, String why) {
        public Assignment {
            hamlets = Set.copyOf(hamlets);
            people = Set.copyOf(people);
        }
    }

    /**
     * An account whose unit ended.
     *
     * @param unit that ended
     * @param into units on its land from the day on
     */
    record WaitingAccount(String name, String fullName, AdministrativeUnit unit, List<AdministrativeUnit> into) {
        public WaitingAccount {
            into = List.copyOf(into);
        }
    }

    /**
     * An agency whose territory ended.
     *
     * @param unit that ended
     * @param into units on its land from the day on
     */
    record WaitingAgency(long id, String name, AdministrativeUnit unit, List<AdministrativeUnit> into) {
        public WaitingAgency {
            into = List.copyOf(into);
        }
    }

    /** What was moved at once. @param at when, in Vietnam's time @param account who did it */
    record Transfer(
            LocalDate day,
            long oldUnitId,
            long newUnitId,
            long people,
            long entitlements,
            long accounts,
            long agencies,
            String why,
            String account,
            Instant at) {}
}
