package vn.ansinh.api.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.problem.Problem;

/** Who has to do what by when, in the caller's subtree and for the programs the caller works for. */
public interface Deadlines {

    /** Code list of the days on which nobody works; codes are days as {@code 2026-09-02}. */
    String HOLIDAYS = "ngay-nghi";

    /** Duties due within so many days are {@linkplain Duty.State#SOON soon}. */
    int SOON_DAYS = 3;

    /** What programs declare, by program and name. Needs {@code deadline.read}. */
    List<Deadline> declared();

    /**
     * Duties of a unit and all below it that fall due in a month, and those of the two months before it that are still not done; the
     * most urgent first. Needs {@code deadline.read}.
     *
     * @param unitId 0 for the country
     */
    List<Duty> duties(long unitId, YearMonth month);

    /** Stricter rules set by units, at, above or below a unit, newest first. Needs {@code deadline.read}. */
    List<UnitRule> rules(long unitId);

    /**
     * Makes a deadline stricter for a unit and all below it. Needs {@code deadline.manage} in the unit.
     *
     * @param cutOff whether what comes later is refused
     * @param from first period, by its first day
     * @param reason for instance the document that orders it; not blank
     * @throws Problem INVALID {@code AS-DEADLINE-LAXER} when it would be later than what holds without it
     */
    UnitRule tighten(String deadline, long unitId, DueRule rule, boolean cutOff, LocalDate from, String reason);

    /** Ends a unit's own rule: what holds without it holds again. Needs {@code deadline.manage} in the unit. */
    void loosen(long rule, String reason);

    /**
     * Gives one unit more time for one period. Needs {@code deadline.manage} in a unit above it.
     *
     * @param until the new last moment
     * @param reason not blank
     * @throws Problem FORBIDDEN {@code AS-DEADLINE-SUPERIOR} for one's own unit
     */
    void extend(String deadline, long unitId, LocalDate period, Instant until, String reason);

    /**
     * Says that one's unit has done what the platform cannot see. Needs {@code deadline.read} in the unit. Saying it twice changes
     * nothing.
     *
     * @param note for instance number and day of the document; not blank
     * @throws Problem CONFLICT when the platform sees it itself, or it is too late
     */
    void report(String deadline, long unitId, LocalDate period, String note);

    /**
     * Refuses what comes too late, where a superior has made the deadline a cut-off. For programs and the core, within the
     * transaction of what is done.
     *
     * @throws Problem CONFLICT {@code AS-DEADLINE-LATE}, saying when it was due and who can give more time
     */
    void requireInTime(String deadline, long unitId, LocalDate period);

    /**
     * A rule of a unit.
     *
     * @param from first period
     * @param account who set it
     */
    record UnitRule(
            long id,
            String deadline,
            long unitId,
            DueRule rule,
            boolean cutOff,
            LocalDate from,
            String reason,
            String account,
            Instant setAt) {}
}
