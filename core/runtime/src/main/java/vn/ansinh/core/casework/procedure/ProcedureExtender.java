package vn.ansinh.core.casework.procedure;

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
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.extender.SourceText;

/** Puts {@code ANSINH-INF/procedure/*.yaml} of every running bundle on the shelf. */
final class ProcedureExtender implements BundleTrackerCustomizer<List<String>> {

    /** Where procedures lie in a bundle. */
    static final String DIRECTORY = "ANSINH-INF/procedure";

    private static final Logger LOG = LoggerFactory.getLogger(ProcedureExtender.class);
    private static final int LARGEST = 256 * 1024;

    private final ProcedureShelf shelf;
    private final BundleTracker<List<String>> tracker;

    ProcedureExtender(BundleContext context, ProcedureShelf shelf) {
        this.shelf = shelf;
        this.tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
    }

    void open() {
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    @Override
    public List<String> addingBundle(Bundle bundle, BundleEvent event) {
        Enumeration<URL> entries = bundle.findEntries(DIRECTORY, "*.yaml", true);
        if (entries == null) {
            return null;
        }
        List<String> files = new ArrayList<>();
        for (URL entry : Collections.list(entries)) {
            String path = entry.getPath();
            String file =
                    bundle.getSymbolicName() + "/" + path.substring(path.indexOf(DIRECTORY) + DIRECTORY.length() + 1);
            files.add(file);
            try (InputStream in = entry.openStream()) {
                shelf.offer(SourceText.read(in, file, LARGEST), file);
            } catch (FileRefusedException e) {
                shelf.refuse(file, e);
            } catch (IOException e) {
                LOG.error("Procedure {} cannot be read", file, e);
            }
        }
        return files;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, List<String> files) {
        // active is active
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, List<String> files) {
        shelf.withdraw(files);
    }
}
