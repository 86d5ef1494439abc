package vn.ansinh.api.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A case file with all that belongs to it.
 *
 * @param application as it stands now; sensitive answers left out for who may not see them
 * @param track where each step stands, in order
 * @param checks what stands in the way of going on, and what is well: shown before the official acts
 * @param actions what the caller may do now
 * @param draft what is proposed to be decided, {@code null} for nothing yet
 * @param events latest first
 * @param papers drafted, signed and handed in, latest first
 * @param previousId case from which the file came over, 0 for none
 */
public record CaseDetail(
        CaseFile file,
        Application application,
        List<Track> track,
        List<Check> checks,
        List<Action> actions,
        Draft draft,
        List<CaseEvent> events,
        List<Paper> papers,
        long previousId) {

    public CaseDetail {
        track = List.copyOf(track);
        checks = List.copyOf(checks);
        actions = List.copyOf(actions);
        events = List.copyOf(events);
        papers = List.copyOf(papers);
    }

    /** What somebody may do with a case. */
    public enum Action {
        AMEND,
        ATTACH,
        FORWARD,
        GIVE_BACK,
        ASK_SUPPLEMENT,
        SUPPLEMENTED,
        APOLOGISE,
        COMPLAIN,
        CONCLUDE,
        DRAFT,
        SIGN,
        SEND_BACK,
        WITHDRAW,
        CHANGE_VERSION,
        GIVE_RESULT
    }

    /**
     * A step of the case.
     *
     * @param begun {@code null} when it has not begun
     * @param ended {@code null} when it has not ended
     * @param due last day, {@code null} when no term is known
     * @param by who ended it, as called then; {@code null} while nobody has
     * @param skipped whether the case passes it by: no complaint, nothing that may be posted
     */
    public record Track(Step step, LocalDate begun, LocalDate ended, LocalDate due, String by, boolean skipped) {}

    /** @param passed whether it is well @param blocking whether nothing goes on without it @param text in Vietnamese */
    public record Check(boolean passed, boolean blocking, String text) {}

    /**
     * What is proposed to be decided.
     *
     * @param outcome granted or rejected
     * @param benefit code, {@code null} when none is granted
     * @param from first month of the right, last month of one that ends; {@code null} for none
     * @param amount đồng a month, or once; 0 when nothing is paid
     * @param words how the amount comes about, or why nothing is due, in Vietnamese
     * @param reason of a rejection, with its clause; blank else
     * @param drafter account
     */
    public record Draft(
            Outcome outcome,
            String benefit,
            YearMonth from,
            long amount,
            String words,
            String reason,
            String drafter,
            Instant draftedAt) {

        /** What is decided. */
        public enum Outcome {
            GRANT,
            REJECT
        }
    }

    /**
     * A paper of the case.
     *
     * @param documentId in the document store
     * @param code of the required paper or of the template
     * @param number given at signing, {@code null} for none
     * @param signedBy as called then, {@code null} while not signed
     * @param produced whether the platform drafted it; a scan else
     */
    public record Paper(
            long documentId, String code, String name, String number, String signedBy, Instant at, boolean produced) {}
}
