package vn.ansinh.core.casework;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Papers of a case: drafted, kept and numbered. */
public interface CasePapers {

    /** Kind of {@link vn.ansinh.api.audit.Subject} whose documents those of a case are. */
    String OWNER = "case";

    /** Drafts a paper and keeps it for the case. @return {@link Made#NOTHING} when papers are not drafted here */
    Made draft(Order order);

    /** Keeps what was brought. @return id of the document */
    long keep(Scan scan);

    /** Whether a document was kept for a case. */
    boolean has(long caseId, long documentId);

    /** Closes what was kept for a case to who may not know what it is about now. @param but documents that reveal nothing */
    void conceal(long caseId, Set<Long> but);

    /** Takes the next number of who signs. @return {@code null} when numbers are not kept here */
    String number(Order order);

    /** All documents of a case go to another commune with it. */
    void move(long caseId, long unitId);

    /**
     * What was brought.
     *
     * @param caseId whose it is
     * @param unitId commune that has the case
     * @param paper code of the required paper, {@code null} for another one
     * @param sensitive whether its content reveals what few may know
     * @param name as the browser said it
     */
    record Scan(
            long caseId, long unitId, String program, String paper, boolean sensitive, String name, byte[] content) {}

    /**
     * A paper in two forms.
     *
     * @param name as officials call it; never reveals anything
     * @param word document, 0 for none
     * @param pdf document, signed by machine where that is done here; 0 for none
     */
    record Made(String name, long word, long pdf) {

        static final Made NOTHING = new Made("", 0, 0);
    }

    /**
     * What is to be made.
     *
     * @param caseId whose it is
     * @param template code of the paper
     * @param unitId commune that has the case
     * @param issuerId unit that makes the paper
     * @param number {@code null} before it is signed
     * @param day of the paper
     * @param signer {@code null} before it is signed
     * @param title of who signs, {@code null} before it is signed
     * @param sensitive whether its content reveals what few may know
     * @param fields what it says, by field; those that the paper does not have are left out
     */
    record Order(
            long caseId,
            String caseNumber,
            String template,
            String about,
            String program,
            long unitId,
            long issuerId,
            String number,
            LocalDate day,
            String signer,
            String title,
            boolean sensitive,
            Map<String, ?> fields) {}
}
