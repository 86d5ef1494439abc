package vn.ansinh.rest.health;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.transaction.Everywhere;
import vn.ansinh.api.transaction.Transactions;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: it can also reach its database, on the officials' login
 * and on its own. Open to everybody, so
 * it tells no more than that.
 */
public final class Health {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final String CONTEXT = "ansinh-health";

    private final BundleContext context;
    private final Transactions transactions;
    private final Everywhere everywhere;
    private ServiceRegistration<ServletContextHelper> contextRegistration;
    private ServiceRegistration<Servlet> servletRegistration;

    /**
     * @param transactions asked whether the database answers officials
     * @param everywhere asked whether it answers the platform's own work
     */
    public Health(BundleContext context, Transactions transactions, Everywhere everywhere) {
        this.context = context;
        this.transactions = transactions;
        this.everywhere = everywhere;
    }

    /** Opens {@code /health}. */
    public void init() {
        contextRegistration = context.registerService(
                ServletContextHelper.class,
                new ServletContextHelper(context.getBundle()) {},
                new Hashtable<>(Map.of(
                        "osgi.http.whiteboard.context.name", CONTEXT, "osgi.http.whiteboard.context.path", "/health")));
        servletRegistration = context.registerService(
                Servlet.class,
                new HealthServlet(),
                new Hashtable<>(Map.of(
                        "osgi.http.whiteboard.context.select",
                        "(osgi.http.whiteboard.context.name=" + CONTEXT + ")",
                        "osgi.http.whiteboard.servlet.name",
                        CONTEXT,
                        "osgi.http.whiteboard.servlet.pattern",
                        new String[] {"/*"})));
    }

    /** Closes {@code /health}. */
    public void destroy() {
        servletRegistration.unregister();
        contextRegistration.unregister();
    }

    private boolean isReady() {
        return answers(transactions) && answers(everywhere);
    }

    private static boolean answers(Transactions login) {
        try {
            login.run(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.setQueryTimeout(2);
                    statement.execute("select 1");
                }
            });
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Not ready: {}", e.toString());
            return false;
        }
    }

    private final class HealthServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String path = String.valueOf(request.getPathInfo());
            switch (path) {
                case "/live" -> answer(response, true);
                case "/ready" -> answer(response, isReady());
                default -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
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
}
