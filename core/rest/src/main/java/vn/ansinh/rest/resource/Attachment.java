package vn.ansinh.rest.resource;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Files on their way out: always to be saved, never shown by the browser. */
final class Attachment {

    private Attachment() {}

    /** @param content an entity: bytes or a stream */
    static Response of(Object content, String mediaType, String name) {
        return Response.ok(content, mediaType)
                .header(
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
