package vn.ansinh.rest.health;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.context.ServletContextHelper;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.operation.Metrics;
import vn.ansinh.api.operation.Operation;

/** Opens the addresses that machines ask: {@code /health} and {@code /metrics}. */
public final class Watchdogs {

    private final BundleContext context;
    private final Operation operation;
    private final Metrics metrics;
    private final Access access;
    private final Deque<ServiceRegistration<?>> opened = new ArrayDeque<>();

    /**
     * @param operation asked whether people can work
     * @param access looks at tokens
     */
    public Watchdogs(BundleContext context, Operation operation, Metrics metrics, Access access) {
        this.context = context;
        this.operation = operation;
        this.metrics = metrics;
        this.access = access;
    }

    /** Opens them. */
    public void init() {
        open("ansinh-health", "/health", new Health(operation));
        open("ansinh-metrics", "/metrics", new MetricsPage(metrics, access));
    }

    /** Closes them. */
    public void destroy() {
        while (!opened.isEmpty()) {
            opened.pop().unregister();
        }
    }

    /** Each in a context of its own: attributes of a shared one would survive this bundle. */
    private void open(String name, String path, HttpServlet servlet) {
        opened.push(context.registerService(
                ServletContextHelper.class,
                new ServletContextHelper(context.getBundle()) {},
                new Hashtable<>(
                        Map.of("osgi.http.whiteboard.context.name", name, "osgi.http.whiteboard.context.path", path))));
        opened.push(context.registerService(
                Servlet.class,
                servlet,
                new Hashtable<>(Map.of(
                        "osgi.http.whiteboard.context.select",
                        "(osgi.http.whiteboard.context.name=" + name + ")",
                        "osgi.http.whiteboard.servlet.name",
                        name,
                        "osgi.http.whiteboard.servlet.pattern",
                        new String[] {"/*"}))));
    }
}
