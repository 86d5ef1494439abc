package vn.ansinh.core.policy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.extender.SourceText;

/**
 * Offers {@code ANSINH-INF/policy/*.yaml} of every bundle that runs to the registry. Fact keys are read while a bundle
 * still starts, packs once it is active: so a pack finds the keys of its own bundle.
 */
public final class PolicyExtender implements BundleTrackerCustomizer<List<String>> {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyExtender.class);
    /** Where packs lie in a bundle. */
    static final String DIRECTORY = "ANSINH-INF/policy";

    private static final String FACTS = "ANSINH-INF/fact";

    private final PackArrivals arrivals;
    private final Facts facts;
    private final BundleTracker<List<String>> tracker;

    public PolicyExtender(BundleContext context, PolicyRegistry registry, Facts facts) {
        this.arrivals = registry.arrivals();
        this.facts = facts;
        this.tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
    }

    /** Serves all running bundles, and those that start from now on. */
    public void open() {
        tracker.open();
    }

    /** What is in force stays in force. */
    public void close() {
        tracker.close();
    }

    @Override
    public List<String> addingBundle(Bundle bundle, BundleEvent event) {
        Enumeration<URL> entries = bundle.findEntries(DIRECTORY, "*.yaml", false);
        if (entries == null) {
            if (bundle.findEntries(FACTS, "*.yaml", false) != null) {
                arrivals.tryAgain();
            }
            return null;
        }
        List<String> files = new ArrayList<>();
        for (URL entry : Collections.list(entries)) {
            String name = entry.getPath().substring(entry.getPath().lastIndexOf('/') + 1);
            String dropped = bundle.getHeaders("").get(PolicyFiles.SHOWN);
            String file = dropped == null ? bundle.getSymbolicName() + "/" + name : dropped;
            files.add(file);
            try (InputStream in = entry.openStream()) {
                arrivals.offer(SourceText.read(in, file, Packs.LARGEST), file, isShipped(bundle, dropped), facts::keys);
            } catch (FileRefusedException e) {
                arrivals.refuse(file, e);
            } catch (IOException e) {
                LOG.error("Policy pack {} cannot be read", file, e);
            }
        }
        return files;
    }

    /** What was installed by a feature, or lies in the distribution's own directory. */
    private static boolean isShipped(Bundle bundle, String dropped) {
        return dropped == null ? bundle.getLocation().startsWith("mvn:") : dropped.startsWith(PolicyFiles.SHIPPED);
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, List<String> files) {
        // active is active
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, List<String> files) {
        files.forEach(arrivals::withdraw);
    }
}
