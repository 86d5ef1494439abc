package vn.ansinh.rest.server;

import jakarta.servlet.Servlet;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.time.InstantSource;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.operation.Metrics;
import vn.ansinh.api.rest.RestResource;
import vn.ansinh.rest.openapi.ApiDescription;

/** The JAX-RS whiteboard: every {@link RestResource} service is an endpoint for as long as it is there. */
public final class RestServer implements ServiceTrackerCustomizer<RestResource, Endpoint> {

    private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);
    private static final String CONTEXT = "ansinh-rest";

    private final BundleContext context;
    private final Access access;
    private final Endpoints endpoints;
    private final Metrics metrics;
    private Bus bus;
    private ResourceServers servers;
    private ServiceRegistration<ServletContextHelper> contextRegistration;
    private ServiceRegistration<Servlet> servletRegistration;
    private ServiceTracker<RestResource, Endpoint> tracker;

    /**
     * @param clock tells how long ago an endpoint left
     * @param metrics told how long each request took
     */
    public RestServer(BundleContext context, Access access, InstantSource clock, Metrics metrics) {
        this.context = context;
        this.access = access;
        this.endpoints = new Endpoints(clock);
        this.metrics = metrics;
    }

    /** Opens {@code /api} and follows the services. */
    public void init() {
        bus = inCxf(() -> {
            RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
            return BusFactory.newInstance(CXFBusFactory.class.getName()).createBus();
        });
        servers = new ResourceServers(bus, access);
        contextRegistration = context.registerService(
                ServletContextHelper.class,
                new ServletContextHelper(context.getBundle()) {},
                new Hashtable<>(Map.of(
                        "osgi.http.whiteboard.context.name", CONTEXT, "osgi.http.whiteboard.context.path", "/api")));
        servletRegistration = context.registerService(
                Servlet.class,
                new ApiServlet(bus, access, endpoints, new ApiDescription(context)::json, metrics),
                new Hashtable<>(Map.of(
                        "osgi.http.whiteboard.context.select",
                        "(osgi.http.whiteboard.context.name=" + CONTEXT + ")",
                        "osgi.http.whiteboard.servlet.name",
                        CONTEXT,
                        "osgi.http.whiteboard.servlet.pattern",
                        new String[] {"/*"},
                        "servlet.init.hide-service-list-page",
                        "true")));
        tracker = new ServiceTracker<>(context, RestResource.class, this);
        tracker.open();
    }

    /** Closes {@code /api}; calls inside are waited for. */
    public void destroy() {
        tracker.close();
        servletRegistration.unregister();
        contextRegistration.unregister();
        inCxf(() -> {
            bus.shutdown(true);
            return null;
        });
        RuntimeDelegate.setInstance(null);
    }

    @Override
    public Endpoint addingService(ServiceReference<RestResource> reference) {
        Object path = reference.getProperty(RestResource.PATH);
        if (!(path instanceof String text) || !text.matches("(/[a-z0-9-]+)+")) {
            LOG.error("A REST resource of {} has no proper property {}", reference.getBundle(), RestResource.PATH);
            return null;
        }
        RestResource resource = context.getService(reference);
        if (resource == null) {
            return null;
        }
        try {
            Endpoint endpoint = inCxf(() -> new Endpoint(text, servers.create(text, resource)));
            if (endpoints.add(endpoint)) {
                LOG.info("/api{}{} answers", Endpoints.VERSION, text);
                return endpoint;
            }
            LOG.error("/api{}{} is taken; the one of {} is ignored", Endpoints.VERSION, text, reference.getBundle());
            inCxf(() -> {
                endpoint.close();
                return null;
            });
        } catch (RuntimeException e) {
            LOG.error("The REST resource of {} cannot be published at {}", reference.getBundle(), text, e);
        }
        context.ungetService(reference);
        return null;
    }

    @Override
    public void modifiedService(ServiceReference<RestResource> reference, Endpoint endpoint) {}

    @Override
    public void removedService(ServiceReference<RestResource> reference, Endpoint endpoint) {
        inCxf(() -> {
            endpoints.remove(endpoint);
            return null;
        });
        context.ungetService(reference);
        LOG.info("/api{}{} has gone", Endpoints.VERSION, endpoint.path());
    }

    /** CXF finds its parts through the thread's context class loader. */
    private static <T> T inCxf(Callable<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(CXFBusFactory.class.getClassLoader());
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(former);
        }
    }
}
