package vn.ansinh.rest.health;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.operation.Operation;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: people can work, as the page of operation says. Open to
 * everybody, so it tells no more than that.
 */
final class Health extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final transient Operation operation;

    Health(Operation operation) {
        this.operation = operation;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (String.valueOf(request.getPathInfo())) {
            case "/live" -> answer(response, true);
            case "/ready" -> answer(response, isReady());
            default -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean isReady() {
        try {
            return operation.isReady();
        } catch (RuntimeException e) {
            LOG.warn("Not ready: {}", e.toString());
            return false;
        }
    }

    private static void answer(HttpServletResponse response, boolean up) throws IOException {
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        String body = "{\"status\":\"" + (up ? "UP" : "DOWN") + "\"}";
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
