package vn.ansinh.api.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.problem.Problem;

/**
 * Keeps scans and produced papers. A document belongs to something (its owner) and is seen by the officials of a unit and of a
 * program; row-level security says the same below. Reading needs {@code document.read}, all else {@code document.write}, over the
 * unit; opening is told to the audit. Everything joins the transaction of the caller: what fails leaves nothing half-kept.
 *
 * <p>Equal contents are kept once. The kind is found in the content: PDF, DOCX, XLSX, PNG, JPEG and nothing else.
 */
public interface Documents {

    /** Ends of file names that are taken. */
    List<String> FILE_KINDS = List.of(".pdf", ".docx", ".xlsx", ".png", ".jpg", ".jpeg");

    /** Kind of {@link Subject} that a document is itself. */
    String KIND = "document";

    /** Bytes of the largest file, as {@code etc/vn.ansinh.document.cfg} says it; 20 MiB when it says nothing. */
    long largest();

    /**
     * Keeps a file. Scanned first where a scanner is configured; {@link StoredDocument.State#QUARANTINED} when it does not answer.
     *
     * @throws Problem INVALID for a name, a kind or a content that is not taken (also an infected one: told to the audit), TOO_LARGE,
     *     FORBIDDEN outside the caller's unit or program
     */
    StoredDocument store(NewDocument document);

    /**
     * One of them; of a sensitive one, to who may not {@link #open} it, neither name nor kind of paper.
     *
     * @throws Problem NOT_FOUND also for one that the caller does not see
     */
    StoredDocument byId(long id);

    /** Those of one owner that the caller sees and nobody took away, in the order in which they came; each as {@link #byId} tells. */
    List<StoredDocument> of(Subject owner);

    /**
     * Opens one.
     *
     * @return kept in memory, at most {@link #largest()} bytes; not to be changed
     * @throws Problem NOT_FOUND as {@link #byId}, CONFLICT for one that waits for the scanner or is infected, FORBIDDEN for a
     *     sensitive one without {@code fact.sensitive}
     */
    Content open(long id);

    /**
     * Takes a wrong one away; its row stays and says why.
     *
     * @throws Problem INVALID without a reason, CONFLICT when it is gone or its owner keeps it ({@link DocumentOwners#letsGo})
     */
    void remove(long id, String why);

    /** Makes an owner's documents sensitive, as the owner has become since they came. @param but ids of those that reveal nothing */
    void conceal(Subject owner, Set<Long> but);

    /**
     * Gives all documents of an owner to another unit, because the owner went there. Needs {@code document.write} over the unit
     * that they leave; the receiving one need not be the caller's.
     */
    void move(Subject owner, long unitId);

    /** Whether a {@link DocumentSigner} is installed; without one a paper is signed by hand and its scan is stored. */
    boolean canSign();

    /**
     * Signs a stored PDF by machine: the signed one is stored beside it, with its {@link StoredDocument#signature()}.
     *
     * @param hints what the signer may want: {@code reason}, {@code place}, {@code title}; may be empty
     * @throws Problem CONFLICT when no signer is installed or it is no PDF, UNAVAILABLE when the signer does not answer
     */
    StoredDocument sign(long id, Map<String, String> hints);

    /** A file on its way out. */
    record Content(StoredDocument document, byte[] bytes) {}
}
