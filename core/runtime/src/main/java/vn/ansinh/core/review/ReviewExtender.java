package vn.ansinh.core.review;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.extender.SourceText;

/** Reads {@code ANSINH-INF/review/*.yaml} of every bundle that starts, and forgets it when the bundle stops. */
final class ReviewExtender implements BundleTrackerCustomizer<Bundle> {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewExtender.class);
    private static final String DIRECTORY = "ANSINH-INF/review";
    private static final int LARGEST = 256 * 1024;

    private final BundleTracker<Bundle> tracker;
    private final ReviewShelf shelf;

    ReviewExtender(BundleContext context, ReviewShelf shelf) {
        this.shelf = shelf;
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
                shelf.declare(bundle.getBundleId(), source, SourceText.read(in, source, LARGEST));
            } catch (FileRefusedException e) {
                LOG.error("{}: {}", source, e.getMessage());
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
        shelf.forget(bundle.getBundleId());
    }
}
