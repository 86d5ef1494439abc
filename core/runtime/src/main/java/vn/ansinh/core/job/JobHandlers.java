package vn.ansinh.core.job;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.job.JobHandler;

/** Which kinds of work can be done at the moment: {@link JobHandler} services, which come and go with their bundles. */
final class JobHandlers {

    private static final Logger LOG = LoggerFactory.getLogger(JobHandlers.class);

    private final Map<String, JobHandler> byType = new HashMap<>();
    private final Runnable arrived;
    private final Consumer<String> leaving;
    private ServiceTracker<JobHandler, JobHandler> tracker;

    /**
     * @param arrived called when a handler came
     * @param leaving called with the type before a handler goes; may wait until its work has stopped
     */
    JobHandlers(Runnable arrived, Consumer<String> leaving) {
        this.arrived = arrived;
        this.leaving = leaving;
    }

    /** Follows the services of the framework. */
    void track(BundleContext context) {
        tracker = new ServiceTracker<>(context, JobHandler.class, new ServiceTrackerCustomizer<>() {
            @Override
            public JobHandler addingService(ServiceReference<JobHandler> reference) {
                JobHandler handler = context.getService(reference);
                if (handler != null) {
                    add(handler);
                }
                return handler;
            }

            @Override
            public void modifiedService(ServiceReference<JobHandler> reference, JobHandler handler) {}

            @Override
            public void removedService(ServiceReference<JobHandler> reference, JobHandler handler) {
                remove(handler);
                context.ungetService(reference);
            }
        });
        tracker.open();
    }

    void close() {
        if (tracker != null) {
            tracker.close();
        }
    }

    void add(JobHandler handler) {
        synchronized (byType) {
            JobHandler former = byType.putIfAbsent(handler.type(), handler);
            if (former != null) {
                LOG.error("Two handlers for jobs of type {}: {} is ignored", handler.type(), handler.getClass());
                return;
            }
        }
        arrived.run();
    }

    void remove(JobHandler handler) {
        boolean removed;
        synchronized (byType) {
            removed = byType.remove(handler.type(), handler);
        }
        if (removed) {
            leaving.accept(handler.type());
        }
    }

    Set<String> types() {
        synchronized (byType) {
            return Set.copyOf(byType.keySet());
        }
    }

    Optional<JobHandler> find(String type) {
        synchronized (byType) {
            return Optional.ofNullable(byType.get(type));
        }
    }
}
