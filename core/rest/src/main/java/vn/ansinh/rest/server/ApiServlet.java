package vn.ansinh.rest.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.cxf.Bus;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Origin;
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

    private final transient CXFNonSpringServlet cxf = new CXFNonSpringServlet();
    private final transient Access access;
    private final transient Credentials credentials;
    private final transient Endpoints endpoints;
    private final transient Supplier<String> description;
    private final transient ObjectMapper json = Json.mapper();

    /** @param description the API's description as JSON */
    ApiServlet(Bus bus, Access access, Endpoints endpoints, Supplier<String> description) {
        cxf.setBus(bus);
        this.access = access;
        this.credentials = new Credentials(access);
        this.endpoints = endpoints;
        this.description = description;
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
            }
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        if (path.equals(DESCRIPTION) && request.getMethod().equals("GET")) {
            write(response, "application/json", description.get());
            return;
        }
        Endpoint endpoint = endpoints.enter(path);
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
