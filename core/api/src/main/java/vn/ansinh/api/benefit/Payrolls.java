package vn.ansinh.api.benefit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.problem.Problem;

/**
 * The month's payrolls: drafted by a job of type {@link #RUN}, reviewed, closed. One payroll is one commune's; a unit
 * above sees the payrolls of the communes below it as one list.
 */
public interface Payrolls {

    /**
     * Job type that drafts: parameters {@code program}, {@code unit} (id; a province drafts all its communes, 0 all
     * that the account may see), {@code month}
     * ({@code 2026-11}). Drafts are written anew; communes that have closed this or a later month are left alone and counted in the result
     * ({@code communes}, {@code closed}, {@code people}, {@code carried}: how many of them were carried over from the month
     * before because nothing changed, {@code lines}, {@code total}).
     */
    String RUN = "payroll.run";

    /**
     * Job type that writes the payment list as the office prints it: parameters as for {@link #RUN}, and {@code format}
     * ({@code xlsx} or {@code pdf}). The file is the job's output.
     */
    String EXPORT = "payroll.export";

    /** Payrolls of the communes at or below a unit, by unit name. */
    List<Payroll> payrolls(String program, long unitId, YearMonth month);

    /** A payroll in the caller's subtree. */
    Optional<Payroll> byId(long id);

    /** The latest months that have a payroll at or below a unit, newest first, with their totals. */
    List<MonthTotal> months(String program, long unitId, int limit);

    /** One page of lines at or below a unit, ordered by given name, a person's lines together, the current month first. */
    LinePage lines(LineQuery query);

    /**
     * What closed lists in the caller's subtree hold for one entitlement, the latest list first, on a list the oldest month
     * first.
     */
    List<ClosedLine> history(long entitlementId, int limit);

    /** How many lines and how much money the query covers; {@code unit}, {@code text} and {@code filter} apply. */
    Totals totals(LineQuery query);

    /** People and money by benefit below a unit, largest first. */
    List<BenefitTotal> byBenefit(String program, long unitId, YearMonth month);

    /** What the run set aside: why somebody with an entitlement gets nothing or less, in the caller's subtree. */
    List<Notice> notices(String program, long unitId, YearMonth month, int limit);

    /** The same of one person, in all lists that stand, the latest first. */
    List<Notice> noticesOf(long personId, int limit);

    /**
     * Closes drafts of one program and month: from now on they are paid and never change. Needs {@code payroll.close}. Lines
     * that would come out otherwise now (a fact, a right, the unit, who is paid has changed since the run) are taken out and
     * named in the result; the next run has them right. When the caller has closed the same drafts before, nothing happens
     * and the result is the same.
     *
     * @param reviewed payroll id and the run that was looked at, per payroll
     * @param shortfallSeen whether who closes has been shown that the money does not suffice, and closes all the same
     * @throws Problem CONFLICT when somebody else closed a payroll, it was drafted anew since, an earlier month is still a
     *     draft or was closed after this draft was made, a provisional value is not confirmed, the pack has a new version, or
     *     the caller drafted one of them: who drafts does not close; when the unit above must approve a list first and has not;
     *     when the money of a source does not suffice and {@code shortfallSeen} is false or the unit above lets it stop
     *     the closing; then nothing is closed
     */
    Closing close(List<Reviewed> reviewed, boolean shortfallSeen);

    /** As {@link #close(List, boolean)} by somebody who has not been shown that money is lacking. */
    default Closing close(List<Reviewed> reviewed) {
        return close(reviewed, false);
    }

    /**
     * Takes a wrongly closed list back: its lines are kept apart and count as never paid, and the month may be drafted again.
     * Needs {@code payroll.annul} in a unit above the commune. Annulling twice changes nothing.
     *
     * @param reason Vietnamese, not blank; stays with the list
     * @throws Problem CONFLICT when the list is a draft, a later month of the commune is closed, or a payment order
     *     holds it
     */
    void annul(long payrollId, String reason);

    /** Lists of a month that were taken back, at or below a unit, latest first. */
    List<Annulled> annulled(String program, long unitId, YearMonth month);

    /**
     * Who joined, left or gets another amount in {@code month} compared with the month before, by given name, each with the
     * reason. Amounts are what the month itself is worth; arrears do not count.
     */
    MovementPage movements(MovementQuery query);

    /** People and money that moved, by kind. */
    List<MovementTotal> movementTotals(String program, long unitId, YearMonth month);

    /** @param payroll with the figures it had when it was closed */
    record Annulled(Payroll payroll, String reason, String annulledBy, Instant annulledAt) {}

    /**
     * @param kind {@code null} for all
     * @param cursor where the last page ended, {@code null} for the first
     */
    record MovementQuery(String program, long unitId, YearMonth month, Movement.Kind kind, String cursor, int limit) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record MovementPage(List<Movement> rows, String next) {}

    /** @param before đồng in the month before @param after đồng in the month */
    record MovementTotal(Movement.Kind kind, int people, long before, long after) {}

    /** A payroll as the official saw it. */
    record Reviewed(long payrollId, long runId) {}

    /** @param takenOut one sentence per line taken out: the person's name, the month and the reason, in Vietnamese */
    record Closing(int payrolls, int lines, long total, List<String> takenOut) {}

    /**
     * @param text name or number, blank for all
     * @param filter which lines
     * @param cursor where the last page ended, {@code null} for the first
     */
    record LineQuery(
            String program, long unitId, YearMonth month, String text, LineFilter filter, String cursor, int limit) {}

    /** Quick filters of the payment list. */
    enum LineFilter {
        ALL,
        /** Earlier months. */
        ARREARS,
        /** Not on the list of the month before. */
        JOINERS
    }

    /** A line and the month of the closed list it stands on. */
    record ClosedLine(YearMonth month, PayrollLine line) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record LinePage(List<PayrollLine> lines, String next) {}

    /** Sums; money in đồng. */
    record Totals(int people, int lines, long current, long arrears, long total) {}

    /** One month; money in đồng. */
    record MonthTotal(YearMonth month, int people, long total, long arrears, boolean closed) {}

    /** One benefit; money in đồng. */
    record BenefitTotal(String benefit, String name, int people, long total) {}

    /** Why somebody gets nothing or less. */
    record Notice(long personId, String personName, String benefit, YearMonth period, String reason) {}
}
