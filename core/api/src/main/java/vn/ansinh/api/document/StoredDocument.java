package vn.ansinh.api.document;

import java.time.Instant;
import vn.ansinh.api.audit.Subject;

/**
 * A file that is kept, without its content.
 *
 * @param name cleaned, NFC, without a path
 * @param mediaType as found in the content, never as claimed
 * @param size in bytes
 * @param sha256 of the content, hexadecimal
 * @param owner what it belongs to
 * @param unitId unit whose officials see it, 0 for the whole country
 * @param program whose officials see it; {@code null} for all
 * @param paper as in {@link NewDocument}; may be {@code null}
 * @param state whether it may be opened
 * @param addedBy account
 * @param signature who signed it by machine; {@code null} for a scan and for what is not signed
 * @param removedWhy why it was taken away; {@code null} while it is there
 */
public record StoredDocument(
        long id,
        String name,
        String mediaType,
        long size,
        String sha256,
        Subject owner,
        long unitId,
        String program,
        String paper,
        boolean sensitive,
        State state,
        String addedBy,
        Instant addedAt,
        Signature signature,
        String removedWhy) {

    /** What is known of a file's harmlessness. */
    public enum State {
        /** A scanner found nothing. */
        CLEAN("Đã quét, an toàn"),
        /** No scanner was there when it came: kept and opened; scanned as soon as there is one. */
        UNSCANNED("Chưa quét"),
        /** The scanner was there but did not answer: nobody opens it until it did. */
        QUARANTINED("Chờ quét"),
        /** A scanner found something afterwards: nobody opens it ever again. */
        INFECTED("Nhiễm mã độc");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** Vietnamese name. */
        public String label() {
            return label;
        }

        /** Whether it may be opened. */
        public boolean isOpen() {
            return this == CLEAN || this == UNSCANNED;
        }
    }

    /**
     * Who signed by machine.
     *
     * @param certificate subject of the certificate
     * @param signedBy account on whose word it was signed
     */
    public record Signature(String certificate, String signedBy, Instant signedAt) {}
}
