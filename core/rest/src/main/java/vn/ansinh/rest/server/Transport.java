package vn.ansinh.rest.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import vn.ansinh.api.access.Wire;
import vn.ansinh.api.problem.Problem;

/** Passwords and people's data travel over TLS, or do not leave the machine. */
public final class Transport {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private Transport() {}

    /** How a request came. */
    public static Wire wire(HttpServletRequest request) {
        return Wire.of(request.isSecure(), request.getRemoteAddr(), request::getHeader);
    }

    /** @throws Problem FORBIDDEN when the request came in the clear, or from a page of somebody else */
    static void check(HttpServletRequest request) {
        if (!wire(request).isPrivate()) {
            throw Problem.forbidden("AS-REST-TLS", Wire.REFUSAL);
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && FOREIGN.contains(site) && !HARMLESS.contains(request.getMethod())) {
            throw Problem.forbidden("AS-REST-FOREIGN", "Yêu cầu đến từ một trang web khác nên bị từ chối.");
        }
    }
}
