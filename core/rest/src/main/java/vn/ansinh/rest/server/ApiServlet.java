package vn.ansinh.rest.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.cxf.Bus;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.operation.Metrics;
import vn.ansinh.rest.problem.ProblemDetail;
import vn.ansinh.rest.problem.ProblemMapper;
import vn.ansinh.rest.problem.RequestId;

/**
 * The door of {@code /api}: gives the request an id, looks at how it came and who asks, finds the endpoint, and lets CXF do
 * the rest as that caller.
 */
final class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String DESCRIPTION = "/openapi.json";
    private static final String RESOURCE = ApiServlet.class.getName() + ".resource";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final transient CXFNonSpringServlet cxf = new CXFNonSpringServlet();
    private final transient Access access;
    private final transient Credentials credentials;
    private final transient Endpoints endpoints;
    private final transient Supplier<String> description;
    private final transient Metrics metrics;
    private final transient ObjectMapper json = Json.mapper();

    /**
     * @param description the API's description as JSON
     * @param metrics told how long each request took
     */
    ApiServlet(Bus bus, Access access, Endpoints endpoints, Supplier<String> description, Metrics metrics) {
        cxf.setBus(bus);
        this.access = access;
        this.credentials = new Credentials(access);
        this.endpoints = endpoints;
        this.description = description;
        this.metrics = metrics;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        cxf.init(config);
    }

    @Override
    public void destroy() {
        cxf.destroy();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long begun = System.nanoTime();
        try (RequestId id = RequestId.open(request.getHeader(RequestId.HEADER))) {
            response.setHeader(RequestId.HEADER, RequestId.current());
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            try {
                Transport.check(request);
                Origin origin = new Origin(request.getRemoteAddr(), Origin.REST, RequestId.current());
                try (Access.Binding acting =
                        access.bind(credentials.verify(request.getHeader("Authorization"), origin))) {
                    answer(request, response);
                }
            } catch (Exception failure) {
                tell(ProblemMapper.detail(failure), request, response);
            } finally {
                measure(request, response, Duration.ofNanos(System.nanoTime() - begun));
            }
        }
    }

    /** By resource, never by address: that one has ids of people in it. */
    private void measure(HttpServletRequest request, HttpServletResponse response, Duration took) {
        Object resource = request.getAttribute(RESOURCE);
        metrics.took(
                Metrics.HTTP,
                took,
                "channel",
                Origin.REST,
                "resource",
                resource == null ? "none" : resource.toString(),
                "method",
                METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER",
                "status",
                response.getStatus() / 100 + "xx");
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        if (path.equals(DESCRIPTION) && request.getMethod().equals("GET")) {
            write(response, "application/json", description.get());
            return;
        }
        Endpoint endpoint = endpoints.enter(path);
        request.setAttribute(RESOURCE, endpoint.path());
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(CXFNonSpringServlet.class.getClassLoader());
            cxf.service(request, response);
        } finally {
            thread.setContextClassLoader(former);
            endpoint.leave();
        }
    }

    private void tell(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(problem.status());
        // a browser's own password box is of no use to a script that can show its own
        if (problem.status() == 401 && request.getHeader("X-Requested-With") == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"An Sinh\", charset=\"UTF-8\"");
        }
        if (problem.status() == 503) {
            response.setHeader("Retry-After", "5");
        }
        write(response, ProblemDetail.MEDIA_TYPE, json.writeValueAsString(problem));
    }

    private static void write(HttpServletResponse response, String mediaType, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType(mediaType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
