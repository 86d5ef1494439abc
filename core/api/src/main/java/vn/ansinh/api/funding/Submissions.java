package vn.ansinh.api.funding;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.problem.Problem;

/**
 * Payrolls that units send up before they close them. What is approved is the list that was looked at: drafted anew, it is sent
 * up anew. Scoped to the caller's subtree.
 */
public interface Submissions {

    /**
     * Sends a draft up. Needs {@code funding.propose} at the commune.
     *
     * @param runId the run that was looked at
     * @param note for who approves, may be blank
     * @throws Problem CONFLICT when it is closed, was drafted anew since, or is with the unit above already
     */
    PayrollSubmission submit(long payrollId, long runId, String note);

    /**
     * Approves it. Needs {@code funding.approve} in a unit above the commune.
     *
     * @throws Problem FORBIDDEN for who sent or drafted it, or in the commune itself; CONFLICT when it was decided before or the
     *     list was drafted anew
     */
    PayrollSubmission approve(long id);

    /** Gives it back. Needs {@code funding.approve} in a unit above. */
    PayrollSubmission giveBack(long id, String reason);

    /** Takes it back before it is decided. Needs {@code funding.propose} at the commune. */
    PayrollSubmission withdraw(long id, String reason);

    /** The latest submission of a list. Needs {@code funding.read} or {@code payroll.read}. */
    Optional<PayrollSubmission> ofPayroll(long payrollId);

    /** All submissions of a list, the latest first. Needs {@code funding.read}. */
    List<PayrollSubmission> history(long payrollId);

    /** How each list of a month at or below a unit stands, by name of the unit. Needs {@code funding.read}. */
    List<ListStanding> standings(String program, long unitId, YearMonth month);

    /**
     * @param total đồng of the list when it was sent up
     * @param stale whether the list was drafted anew since
     */
    record PayrollSubmission(
            long id,
            long payrollId,
            long runId,
            String program,
            long unitId,
            YearMonth month,
            int people,
            int lines,
            long total,
            String note,
            FundingState state,
            boolean stale,
            Signatures signatures) {}

    /**
     * @param people on the list
     * @param total đồng of the list
     * @param closed whether it is closed
     * @param submission the latest, {@code null} when it was never sent up
     * @param missing đồng too little for it, over all sources; 0 when closed or enough
     */
    record ListStanding(
            long payrollId,
            long runId,
            long unitId,
            String unitName,
            int people,
            long total,
            boolean closed,
            PayrollSubmission submission,
            long missing) {}
}
