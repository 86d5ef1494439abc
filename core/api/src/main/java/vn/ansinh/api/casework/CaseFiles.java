package vn.ansinh.api.casework;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.problem.Problem;

/**
 * Case files. Whoever acts holds the permission of the step's {@linkplain Step.Kind kind}, works for the program, and belongs to the
 * unit that has the case: those above see it, they do not act in it. Every act names the revision that was looked at, and the day on
 * which it happened: not after today, not before the step began; {@code null} for today.
 *
 * <p>All acts throw {@link Problem}: NOT_FOUND outside the caller's subtree, FORBIDDEN without the right, CONFLICT
 * {@code AS-CASE-CHANGED} when somebody else has changed the case since, {@code AS-CASE-STEP} when the step does not allow it,
 * INVALID with what is to be mended.
 */
public interface CaseFiles {

    /**
     * What keeps an application from being complete, and what the caller should know; nothing is kept. It may still be being
     * written: who files it need not be named yet.
     */
    List<CaseDetail.Check> check(Application application);

    /**
     * Takes an application: gives it a number and drafts the receipt slip. One that lacks papers is taken and waits for them when
     * {@code incomplete} says so.
     *
     * @throws Problem CONFLICT {@code AS-CASE-TWICE} when the person has an open case of the procedure
     */
    CaseDetail receive(Application application, boolean incomplete);

    /** Turns an application away at the desk with a rejection slip. The case is kept as rejected. */
    CaseDetail refuse(Application application, String reason);

    /** A case in the caller's sight. */
    Optional<CaseDetail> byId(long id);

    /**
     * Writes what was told anew, until a decision is drafted: all of it, with the {@linkplain Application#subject() particulars} of
     * an end or a move. What the caller was not shown stays as it was, and so does the day on which it was handed in.
     *
     * @param reason why the event's day, the reason of an end, the destination or the rights chosen are others now; may be blank where
     *     none of them is
     * @throws Problem INVALID {@code AS-CASE-OTHER} for another person, unit or procedure, {@code AS-CASE-REASON} without the reason;
     *     CONFLICT {@code AS-CASE-CHECK} for particulars that cannot be decided on
     */
    CaseDetail amend(At at, Application application, String reason);

    /** Puts a document of the store to the case. @param paper code of the required paper, or blank for another one */
    CaseDetail attach(At at, String paper, long documentId);

    /**
     * Keeps a file with a case in the caller's sight, as secret as the case is, whoever brings it. Needs {@code document.write}; files
     * are taken as {@link vn.ansinh.api.document.Documents#store} says.
     *
     * @param paper code of the required or drafted paper that it is, blank for another one
     * @param name of the file, as the browser or the machine said it
     * @return id of the document
     */
    long keep(long id, String paper, String name, byte[] content);

    /**
     * Keeps a file with the case, as secret as the case is, and puts it to it as {@link #attach} does. Needs {@code document.write},
     * too; files are taken as {@link vn.ansinh.api.document.Documents#store} says.
     *
     * @param name of the file, as the browser or the machine said it
     */
    CaseDetail bring(At at, String paper, String name, byte[] content);

    /** The next step. @throws Problem CONFLICT {@code AS-CASE-CHECK} with what stands in the way */
    CaseDetail forward(At at, String note);

    /** Back to the step before, with a reason. */
    CaseDetail giveBack(At at, String reason);

    /**
     * Asks the citizen for what is missing; drafts the slip, and the clock stands still until {@link #supplemented}.
     *
     * @param until day by which it is asked for
     */
    CaseDetail askSupplement(At at, String missing, LocalDate until);

    /** The citizen has brought it; the clock goes on. */
    CaseDetail supplemented(At at, String note);

    /** Apologises for being late and promises another day; drafts the slip. */
    CaseDetail apologise(At at, String reason, LocalDate promisedOn);

    /** Somebody complains about the posting: the step of complaints begins. */
    CaseDetail complain(At at, String complainant, String text);

    /** What came of the complaint. @param upheld whether the person is not entitled: a rejection is drafted next */
    CaseDetail conclude(At at, String conclusion, boolean upheld);

    /** What would be decided, by law and facts; nothing is kept. */
    CaseDetail.Draft proposal(long id, LocalDate day);

    /**
     * Proposes a decision; drafts submission and decision.
     *
     * @param reason of a rejection, with its clause; blank else
     * @param conflictsSeen whether the official has read what gives way to what
     */
    CaseDetail draft(At at, CaseDetail.Draft.Outcome outcome, YearMonth from, String reason, boolean conflictsSeen);

    /**
     * Signs: takes the number, does what the decision says with rights and facts, in one transaction.
     *
     * @param signing who signs, and the signed paper where it was signed by hand
     * @throws Problem CONFLICT {@code AS-CASE-OWN} when the caller drafted it
     */
    CaseDetail sign(At at, Signing signing);

    /** Does not sign: back to who drafted it, with a reason. */
    CaseDetail sendBack(At at, String reason);

    /** The citizen takes the application back. */
    CaseDetail withdraw(At at, String reason);

    /**
     * Goes on under another version of the procedure, with a reason; the step is the one of the same kind, what was drafted is drafted
     * anew.
     *
     * @throws Problem INVALID {@code AS-CASE-VERSION} for one that is not {@linkplain Procedures#open open} to the case
     */
    CaseDetail changeVersion(At at, String version, String reason);

    /** The result is handed out. @param recipient who took it */
    CaseDetail giveResult(At at, String recipient);

    /** One page, by due day, those without one last. */
    CasePage page(CaseQuery query);

    /** How many cases a query covers, in all and late. */
    Counts counts(CaseQuery query);

    /**
     * On time and late by unit, those directly below {@code unitId}, of cases decided in the period; running ones as of today.
     *
     * @param unitId 0 for the country
     */
    List<Punctuality> punctuality(String program, long unitId, LocalDate from, LocalDate to);

    /** What hangs out in a commune on a day: no name with anything that reveals HIV. */
    List<Posted> postings(long unitId, LocalDate day);

    /** A person's cases, latest first. */
    List<CaseFile> ofPerson(long personId);

    /** Which case, as it was looked at. @param day on which it happened, {@code null} for today */
    record At(long id, int revision, LocalDate day) {}

    /**
     * @param signer who signs, as the paper says
     * @param title {@code CHỦ TỊCH}
     * @param number of a decision that was signed on paper earlier, {@code null} to take the next one
     * @param documentId signed scan, 0 for none
     */
    record Signing(String signer, String title, String number, long documentId) {}

    /** Which cases. */
    enum View {
        /** Steps that the caller may act in. */
        MINE,
        /** All that runs at or below the unit. */
        RUNNING,
        /** In the citizen's turn. */
        WAITING,
        /** Decided, not handed out. */
        DECIDED,
        ENDED,
        ALL
    }

    /**
     * @param program {@code null} for all of the caller's
     * @param unitId 0 for the country
     * @param procedure id, {@code null} for all
     * @param step name of the step they are in, as {@link Counts#byStep} calls it; {@code null} for all
     * @param text name or number, blank for all
     * @param late only those whose step is late
     * @param cursor where the last page ended, {@code null} for the first
     */
    record CaseQuery(
            View view,
            String program,
            long unitId,
            String procedure,
            String step,
            String text,
            boolean late,
            String cursor,
            int limit) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record CasePage(List<CaseFile> rows, String next) {}

    /** @param byStep running cases by step name */
    record Counts(int all, int late, Map<String, Integer> byStep) {}

    /** Figures of one unit; cases. @param late decided late @param runningLate running and late now */
    record Punctuality(long unitId, int onTime, int late, int running, int runningLate, int waiting) {}

    /**
     * What law wants hung out (NĐ 20/2021/NĐ-CP Điều 8 khoản 1 điểm b): whom the result of the review is about, for how long.
     *
     * @param what name of the procedure, of everybody the same: which clause somebody falls under says what they suffer from, and
     *     where some are named by it, who is not stands out
     */
    record Posted(
            long caseId,
            String personName,
            Integer birthYear,
            String hamlet,
            String what,
            LocalDate from,
            LocalDate to) {}
}
