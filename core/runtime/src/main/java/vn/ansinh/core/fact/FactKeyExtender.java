package vn.ansinh.core.fact;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code ANSINH-INF/fact/*.yaml} of every bundle that starts. */
final class FactKeyExtender implements BundleTrackerCustomizer<Bundle> {

    private static final Logger LOG = LoggerFactory.getLogger(FactKeyExtender.class);
    private static final String DIRECTORY = "ANSINH-INF/fact";

    private final BundleTracker<Bundle> tracker;
    private final FactKeyRegistry registry;

    FactKeyExtender(BundleContext context, FactKeyRegistry registry) {
        this.registry = registry;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
    }

    void open() {
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    @Override
    public Bundle addingBundle(Bundle bundle, BundleEvent event) {
        Enumeration<URL> files = bundle.findEntries(DIRECTORY, "*.yaml", false);
        if (files == null) {
            return null;
        }
        while (files.hasMoreElements()) {
            URL file = files.nextElement();
            String source = bundle.getSymbolicName() + file.getPath();
            try (InputStream in = file.openStream()) {
                registry.declare(bundle.getBundleId(), source, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                LOG.error("{} cannot be read", source, e);
            }
        }
        return bundle;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
        // from STARTING to ACTIVE nothing changes
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
        registry.forget(bundle.getBundleId());
    }
}
