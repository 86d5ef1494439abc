package vn.ansinh.api.notice;

import java.time.LocalDate;
import java.util.Set;

/**
 * What is to be told.
 *
 * @param title one line, at most 300 characters
 * @param body plain text with light marks (headings, lists, bold, links), at most 50,000 characters; never HTML
 * @param unitId unit whose subtree reads it, 0 for the whole country
 * @param program whose officials it is for; {@code null} for all
 * @param pinned whether it stands above the others
 * @param from first day on which it is shown
 * @param to last day; {@code null} for no end
 * @param law of a {@link NoticeKind#LAW}; {@code null} for the other kinds
 * @param replaces ids of the legal documents that this one replaces, whole
 */
public record NoticeDraft(
        NoticeKind kind,
        String title,
        String body,
        long unitId,
        String program,
        boolean pinned,
        LocalDate from,
        LocalDate to,
        LegalDocument law,
        Set<Long> replaces) {
    public NoticeDraft {
        replaces = Set.copyOf(replaces);
    }
}
