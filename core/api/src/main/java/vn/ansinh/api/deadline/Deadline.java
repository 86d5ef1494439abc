package vn.ansinh.api.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that units have to do by a day or an hour, declared by a program as a service of its bundle; gone with it. The platform
 * shows who is late, reminds, and lets superiors make it stricter.
 */
public interface Deadline {

    /** Stable: the program's id, a dot, a word: {@code btxh.danh-sach}. */
    String id();

    /** Id of the program; who does not work for it does not see the deadline. {@code null} for the core's, which concern everybody. */
    String program();

    /** What has to be done, as officials say it: {@code Chốt danh sách chi trả}. */
    String name();

    /** The clause that says so; blank when only the province does. */
    String basis();

    /** When it is due for everybody; units may only make it stricter. */
    DueRule rule();

    /**
     * Who has to do it for a period, at or below a unit, and who has. One call for the whole subtree, as the official who looks.
     *
     * @param unitId 0 for the country
     * @param period first day of the period
     */
    List<Standing> standings(long unitId, LocalDate period);

    /** Whether the platform cannot see that it was done, so that the unit says so itself. */
    default boolean isReported() {
        return false;
    }

    /** What the core refuses when it is too late and a superior made the deadline a cut-off. */
    default CutOff cutsOff() {
        return CutOff.NOTHING;
    }

    /** What can be cut off. A program asks {@link Deadlines#requireInTime} for what it does itself. */
    enum CutOff {
        NOTHING,
        /** To close a payment list of the program for the period's month. */
        PAYROLL_CLOSE,
        /** What the program asks for itself. */
        OWN
    }

    /**
     * A unit that has to do it.
     *
     * @param doneAt when it was done; {@code null} while it is not
     */
    record Standing(long unitId, Instant doneAt) {}
}
