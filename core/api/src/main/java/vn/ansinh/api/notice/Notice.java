package vn.ansinh.api.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something a unit tells everybody below it.
 *
 * @param body as in {@link NoticeDraft}; blank in lists
 * @param unitId unit whose subtree reads it, 0 for the whole country
 * @param program {@code null} for all
 * @param issuer agency or unit that told it, as it was called then
 * @param to last day on which it is shown; {@code null} for no end
 * @param law of a legal document, as it says of itself; else {@code null}
 * @param replacedFrom first day of what replaces it; {@code null} while nothing does
 * @param replaces legal documents that it replaces; empty in lists
 * @param replacedBy legal documents that replace it; empty in lists
 * @param files what is attached; in lists without hashes
 * @param publishedBy account
 * @param read whether the caller has read it as it stands
 * @param withdrawnWhy reason for which it was taken back; {@code null} while it was not
 */
public record Notice(
        long id,
        NoticeKind kind,
        String title,
        String body,
        long unitId,
        String program,
        String issuer,
        boolean pinned,
        LocalDate from,
        LocalDate to,
        LegalDocument law,
        LocalDate replacedFrom,
        List<Reference> replaces,
        List<Reference> replacedBy,
        List<File> files,
        String publishedBy,
        Instant publishedAt,
        boolean read,
        String withdrawnWhy) {

    /** Another legal document. */
    public record Reference(long id, String number, String title) {}

    /**
     * A file that is attached.
     *
     * @param mediaType as found in the content, not as claimed
     * @param size in bytes
     * @param sha256 of the content, hexadecimal
     */
    public record File(long id, String name, String mediaType, int size, String sha256) {}

    /** How a legal document stands on {@code day}; {@code null} for the other kinds. */
    public LegalDocument.Force force(LocalDate day) {
        if (law == null) {
            return null;
        }
        return replacedFrom != null && !day.isBefore(replacedFrom) ? LegalDocument.Force.ENDED : law.on(day);
    }

    /** Whether it is shown to readers on {@code day}. */
    public boolean shownOn(LocalDate day) {
        return withdrawnWhy == null && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
