package vn.ansinh.core.codelist;

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

/**
 * Reads {@code ANSINH-INF/codelist/*.csv} of every running bundle. A file that is wrong is told in the log, by bundle, file,
 * line and reason, and left out whole; nothing else is harmed.
 */
public final class CodeListExtender implements BundleTrackerCustomizer<Long> {

    private static final Logger LOG = LoggerFactory.getLogger(CodeListExtender.class);
    private static final String FOLDER = "/ANSINH-INF/codelist";

    private final BroughtLists lists;
    private final BundleTracker<Long> tracker;

    /** @param lists what is read goes here */
    public CodeListExtender(BundleContext context, BroughtLists lists) {
        this.lists = lists;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
    }

    /** Reads what runs, and follows what comes and goes from now on. */
    public void open() {
        tracker.open();
    }

    /** Lets go of everything. */
    public void close() {
        tracker.close();
    }

    @Override
    public Long addingBundle(Bundle bundle, BundleEvent event) {
        Enumeration<URL> found = bundle.findEntries(FOLDER, "*.csv", false);
        if (found == null) {
            return null;
        }
        List<CodeListFile> files = new ArrayList<>();
        for (URL file : Collections.list(found)) {
            String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
            try (InputStream in = file.openStream()) {
                files.add(CodeListFile.read(name, in));
            } catch (IOException e) {
                LOG.error("Code list {} of bundle {} is left out: {}", name, bundle.getSymbolicName(), e.getMessage());
            }
        }
        lists.put(bundle.getBundleId(), bundle.getSymbolicName(), files);
        return bundle.getBundleId();
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Long bundleId) {
        // From STARTING to ACTIVE; the files are the same.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Long bundleId) {
        lists.remove(bundleId);
    }
}
