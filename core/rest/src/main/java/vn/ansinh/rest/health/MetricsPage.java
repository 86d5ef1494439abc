package vn.ansinh.rest.health;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Wire;
import vn.ansinh.api.operation.Metrics;
import vn.ansinh.rest.server.Transport;

/**
 * {@code /metrics}, for Prometheus: to whoever sits at this machine, and to a token ({@code Authorization: Bearer …}) with {@code
 * operation.read} from elsewhere.
 */
final class MetricsPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String BEARER = "Bearer ";

    private final transient Metrics metrics;
    private final transient Access access;

    MetricsPage(Metrics metrics, Access access) {
        this.metrics = metrics;
        this.access = access;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Wire wire = Transport.wire(request);
        if (!wire.isLocal() && !(wire.isPrivate() && hasToken(request))) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setContentType(TEXT);
        response.getOutputStream().write(metrics.text().getBytes(StandardCharsets.UTF_8));
    }

    private boolean hasToken(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null
                && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && access.byToken(
                                header.substring(BEARER.length()).strip(),
                                new Origin(request.getRemoteAddr(), Origin.REST, ""))
                        .filter(MetricsPage::mayRead)
                        .isPresent();
    }

    private static boolean mayRead(Caller caller) {
        return caller.may(Permissions.OPERATION_READ);
    }
}
