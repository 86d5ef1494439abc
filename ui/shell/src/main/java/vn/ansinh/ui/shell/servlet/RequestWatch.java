package vn.ansinh.ui.shell.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.MDC;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Wire;
import vn.ansinh.api.operation.Metrics;

/**
 * What is done around every request of a browser: it gets an id, which is in every line of the log that it causes; it is refused when
 * it came in the clear from elsewhere; and how long it took is told.
 */
final class RequestWatch {

    private static final String HEADER = "X-Request-Id";
    private static final String LOG_KEY = "requestId";
    /** Vaadin's parameter of requests that are not for a page. */
    private static final Pattern KIND = Pattern.compile("(?:^|&)v-r=(\\w+)");

    private static final Set<String> KINDS = Set.of("uidl", "push", "heartbeat", "init");

    private final ServiceTracker<Metrics, Metrics> metrics =
            new ServiceTracker<>(FrameworkUtil.getBundle(RequestWatch.class).getBundleContext(), Metrics.class, null);

    void open() {
        metrics.open();
    }

    void close() {
        metrics.close();
    }

    /** Serves a request. */
    void around(HttpServletRequest request, HttpServletResponse response, Service service) throws Exception {
        String id = UUID.randomUUID().toString();
        response.setHeader(HEADER, id);
        MDC.put(LOG_KEY, id);
        // asked now: a request that became a connection cannot be asked any more
        String resource = resource(request);
        String method = request.getMethod().equals("POST") ? "POST" : "GET";
        long begun = System.nanoTime();
        try {
            if (Wire.of(request.isSecure(), request.getRemoteAddr(), request::getHeader)
                    .isPrivate()) {
                service.run();
            } else {
                refuse(response);
            }
        } finally {
            MDC.remove(LOG_KEY);
            measure(resource, method, response, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write(Wire.REFUSAL.getBytes(StandardCharsets.UTF_8));
    }

    private void measure(String resource, String method, HttpServletResponse response, Duration took) {
        Metrics told = metrics.getService();
        // a push connection lasts as long as its window
        if (told != null && !resource.equals("push")) {
            told.took(
                    Metrics.HTTP,
                    took,
                    "channel",
                    Origin.WEB,
                    "resource",
                    resource,
                    "method",
                    method,
                    "status",
                    response.getStatus() / 100 + "xx");
        }
    }

    /** What kind of thing is asked for: pages are one kind, whatever stands in their addresses. */
    private static String resource(HttpServletRequest request) {
        String query = request.getQueryString();
        Matcher kind = KIND.matcher(query == null ? "" : query);
        if (kind.find()) {
            return KINDS.contains(kind.group(1)) ? kind.group(1) : "other";
        }
        String path = String.valueOf(request.getPathInfo());
        return path.startsWith("/VAADIN/push")
                ? "push"
                : path.startsWith("/VAADIN/dynamic") ? "file" : path.startsWith("/VAADIN/") ? "static" : "page";
    }

    /** The rest of serving a request. */
    interface Service {
        void run() throws Exception;
    }
}
