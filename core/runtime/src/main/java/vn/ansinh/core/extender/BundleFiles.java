package vn.ansinh.core.extender;

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
 * Reads the YAML files that bundles carry in one folder, of each bundle as it comes, and says when a bundle goes with what it
 * brought. A file that is wrong harms no other. Keeps nothing of a bundle.
 */
public abstract class BundleFiles implements BundleTrackerCustomizer<List<String>> {

    /** Bytes; many times what anybody writes by hand. */
    public static final int LARGEST = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(BundleFiles.class);

    private final String folder;
    private final boolean deep;
    private final int largest;
    private final BundleTracker<List<String>> tracker;

    /**
     * @param states of {@link Bundle}, in which a bundle's files count
     * @param folder {@code ANSINH-INF/fact}
     * @param deep whether folders in it count, too
     * @param largest bytes that a file may have
     */
    protected BundleFiles(BundleContext context, int states, String folder, boolean deep, int largest) {
        this.folder = folder;
        this.deep = deep;
        this.largest = largest;
        this.tracker = new BundleTracker<>(context, states, this);
    }

    /** Reads what is there, and follows what comes and goes from now on. */
    public final void open() {
        tracker.open();
    }

    /** All bundles are gone, as seen from here. */
    public final void close() {
        tracker.close();
    }

    /** What a file is called where something is said of it. @param path in the folder */
    protected String named(Bundle bundle, String path) {
        return bundle.getSymbolicName() + "/" + folder + "/" + path;
    }

    /**
     * A file of a bundle.
     *
     * @param file its name
     * @return what {@link #gone} is to be told, {@code null} for nothing
     * @throws FileRefusedException when it cannot be used; goes to {@link #refused}
     */
    protected abstract String found(Bundle bundle, String file, String text);

    /** A file that is no text, too large, or was refused. @return as {@link #found} */
    protected String refused(String file, FileRefusedException why) {
        LOG.error("{} is left out: {}", file, why.getMessage());
        return null;
    }

    /** A bundle that had files goes. @param brought what was returned for its files, in their order */
    protected abstract void gone(Bundle bundle, List<String> brought);

    @Override
    public List<String> addingBundle(Bundle bundle, BundleEvent event) {
        Enumeration<URL> entries = bundle.findEntries(folder, "*.yaml", deep);
        if (entries == null) {
            return null;
        }
        List<String> brought = new ArrayList<>();
        for (URL entry : Collections.list(entries)) {
            String path = entry.getPath();
            String kept =
                    read(bundle, named(bundle, path.substring(path.indexOf(folder) + folder.length() + 1)), entry);
            if (kept != null) {
                brought.add(kept);
            }
        }
        return brought;
    }

    private String read(Bundle bundle, String file, URL entry) {
        try (InputStream in = entry.openStream()) {
            return found(bundle, file, SourceText.read(in, file, largest));
        } catch (FileRefusedException e) {
            return refused(file, e);
        } catch (IOException e) {
            LOG.error("{} cannot be read", file, e);
            return null;
        }
    }

    @Override
    public final void modifiedBundle(Bundle bundle, BundleEvent event, List<String> brought) {
        // its files stay as they are
    }

    @Override
    public final void removedBundle(Bundle bundle, BundleEvent event, List<String> brought) {
        gone(bundle, brought);
    }
}
