package vn.ansinh.core.report.definition;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.report.Reports.Door;
import vn.ansinh.core.extender.Fault;

/**
 * Puts the reports of every running bundle on the shelf, {@code ANSINH-INF/report/<folder>/report.yaml} and what lies beside it, or
 * the one archive of a bundle that was made of a file; and takes them away with their bundle. Keeps nothing of a bundle.
 */
final class ReportExtender implements BundleTrackerCustomizer<Set<String>> {

    /** Where reports lie in a bundle. */
    static final String DIRECTORY = "ANSINH-INF/report";

    private static final Logger LOG = LoggerFactory.getLogger(ReportExtender.class);
    private static final String UPLOADED = "ansinh-plugin:";

    private final ReportShelf shelf;
    private final BundleTracker<Set<String>> tracker;

    ReportExtender(BundleContext context, ReportShelf shelf) {
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
    public Set<String> addingBundle(Bundle bundle, BundleEvent event) {
        Enumeration<URL> entries = bundle.findEntries(DIRECTORY, "*", true);
        if (entries == null) {
            return null;
        }
        Map<String, ReportPackage> packages = new TreeMap<>();
        try {
            read(bundle, Collections.list(entries), packages);
        } catch (IOException e) {
            LOG.error("The reports of {} cannot be read", bundle.getSymbolicName(), e);
        }
        String shown = bundle.getHeaders("").get(ReportFiles.SHOWN);
        Door door =
                shown == null ? Door.BUNDLE : bundle.getLocation().startsWith(UPLOADED) ? Door.UPLOADED : Door.DROPPED;
        Map<String, String> keys = new HashMap<>();
        packages.forEach((folder, found) -> {
            String key = bundle.getBundleId() + "/" + folder;
            String file = shown == null ? bundle.getSymbolicName() + "/" + folder : shown;
            keys.put(key, file);
            shelf.offer(key, file, door, ReportParser.read(found));
        });
        return keys.keySet();
    }

    private static void read(Bundle bundle, List<URL> entries, Map<String, ReportPackage> packages) throws IOException {
        Map<String, Map<String, byte[]>> files = new TreeMap<>();
        Map<String, List<Fault>> faults = new HashMap<>();
        for (URL entry : entries) {
            String path = entry.getPath().substring(entry.getPath().indexOf(DIRECTORY) + DIRECTORY.length() + 1);
            int slash = path.indexOf('/');
            if (path.endsWith("/")) {
                continue;
            }
            if (path.equals(ReportFiles.ENTRY)) {
                packages.put("", archive(bundle, entry));
                continue;
            }
            String folder = slash < 0 ? "." : path.substring(0, slash);
            String name = path.substring(slash + 1);
            files.computeIfAbsent(folder, each -> new HashMap<>());
            List<Fault> wrong = faults.computeIfAbsent(folder, each -> new ArrayList<>());
            if (!ReportPackage.KNOWN.contains(name)) {
                wrong.add(new Fault(name, 1, 1, ReportPackage.strange(name)));
                continue;
            }
            byte[] content = bytes(entry, ReportPackage.largest(name) + 1);
            if (content.length > ReportPackage.largest(name)) {
                wrong.add(new Fault(name, 1, 1, ReportPackage.large(name)));
            } else {
                files.get(folder).put(name, content);
            }
        }
        files.forEach((folder, found) -> packages.put(folder, new ReportPackage(found, faults.get(folder))));
    }

    private static ReportPackage archive(Bundle bundle, URL entry) throws IOException {
        String shown = String.valueOf(bundle.getHeaders("").get(ReportFiles.SHOWN));
        return ReportZip.read(bytes(entry, ReportZip.LARGEST + 1), shown.substring(shown.lastIndexOf('/') + 1));
    }

    private static byte[] bytes(URL entry, int most) throws IOException {
        try (InputStream in = entry.openStream()) {
            return in.readNBytes(most);
        }
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Set<String> keys) {
        // active is active
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Set<String> keys) {
        shelf.withdraw(keys);
    }
}
