package vn.ansinh.api.document;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * Signs PDFs by machine with the official's or the agency's certificate (a token, a remote signing service); published as a service
 * by a connector. The platform ships none: without one papers are signed by hand and their scans are stored.
 */
public interface DocumentSigner {

    /** Name for people. */
    String name();

    /**
     * Signs.
     *
     * @param pdf not to be changed
     * @param signer who signs
     * @throws IOException when it cannot be signed now
     */
    Signed sign(byte[] pdf, Signer signer) throws IOException;

    /**
     * Who wants to sign.
     *
     * @param account login name
     * @param hints {@code reason}, {@code place}, {@code title}; may be empty
     */
    record Signer(String account, String fullName, Map<String, String> hints) {}

    /**
     * A signed paper.
     *
     * @param certificate subject of the certificate, for instance {@code CN=Trần Văn An, O=UBND xã Thạch Hà, C=VN}
     * @param at as the signature says it
     */
    record Signed(byte[] pdf, String certificate, Instant at) {}
}
