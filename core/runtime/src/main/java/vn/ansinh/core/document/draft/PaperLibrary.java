package vn.ansinh.core.document.draft;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.core.extender.FileRefusedException;

/**
 * Descriptions of papers: {@code ANSINH-INF/paper/*.yaml} of the core and of every running bundle. Of two with one code the first to
 * come holds. Keeps nothing of a bundle.
 */
public final class PaperLibrary implements BundleTrackerCustomizer<List<String>> {

    private static final Logger LOG = LoggerFactory.getLogger(PaperLibrary.class);
    private static final String DIRECTORY = "ANSINH-INF/paper";

    private final Map<String, PaperText> papers = new ConcurrentHashMap<>();
    private final BundleTracker<List<String>> tracker;

    /** @param context also sees the bundle that this class is in */
    public PaperLibrary(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
    }

    /** Of these alone: for tests. */
    PaperLibrary(Collection<PaperText> fixed) {
        tracker = null;
        fixed.forEach(paper -> papers.put(paper.paper().code(), paper));
    }

    /** Begins to look. */
    public void open() {
        tracker.open();
    }

    /** Stops. */
    public void close() {
        tracker.close();
    }

    Optional<PaperText> byCode(String code) {
        return Optional.ofNullable(papers.get(code));
    }

    Collection<PaperText> all() {
        return List.copyOf(papers.values());
    }

    @Override
    public List<String> addingBundle(Bundle bundle, BundleEvent event) {
        Enumeration<URL> files = bundle.findEntries(DIRECTORY, "*.yaml", false);
        if (files == null) {
            return null;
        }
        List<String> brought = new ArrayList<>();
        for (URL file : Collections.list(files)) {
            try (InputStream in = file.openStream()) {
                String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
                PaperText paper = PaperParser.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
                String code = paper.paper().code();
                if (papers.putIfAbsent(code, paper) == null) {
                    brought.add(code);
                } else {
                    LOG.error("{} of {} is left out: another paper has the code {}", name, bundle, code);
                }
            } catch (FileRefusedException e) {
                LOG.error("A paper of {} is left out: {}", bundle.getSymbolicName(), e.getMessage());
            } catch (IOException e) {
                LOG.error("A paper of {} cannot be read", bundle.getSymbolicName(), e);
            }
        }
        return brought;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, List<String> brought) {
        // its files stay as they are
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, List<String> brought) {
        brought.forEach(papers::remove);
    }
}
