package vn.ansinh.core.codelist;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.audit.Fields;

/**
 * What running bundles bring, and the way of it into the tables, where it stays when the bundle goes. Who is here is known in
 * memory only: another node that stops takes no list away. Nothing of a bundle is held but its number, its name and plain
 * values, so its classes can go.
 */
public final class BroughtLists {

    private static final Logger LOG = LoggerFactory.getLogger(BroughtLists.class);

    private final Transactions everywhere;
    private final Audit audit;
    private final InstantSource clock;
    /** By bundle id, so that the older bundle's entries come first. */
    private final Map<Long, Brought> here = new TreeMap<>();

    private final Map<Long, Brought> waiting = new ConcurrentHashMap<>();

    /** @param bundle symbolic name */
    private record Brought(String bundle, List<CodeListFile> files) {}

    public BroughtLists(Transactions everywhere, Audit audit, InstantSource clock) {
        this.everywhere = everywhere;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes in the files of a bundle; when the database is away, as soon as somebody asks for a list. */
    void put(long bundleId, String bundle, List<CodeListFile> files) {
        Brought brought = new Brought(bundle, files);
        synchronized (here) {
            here.put(bundleId, brought);
        }
        waiting.put(bundleId, brought);
        try {
            takeUp();
        } catch (RuntimeException e) {
            LOG.warn("The code lists of {} wait to be taken up: {}", bundle, e.toString());
        }
    }

    /** A bundle is gone; what it brought stays. */
    void remove(long bundleId) {
        synchronized (here) {
            here.remove(bundleId);
        }
        waiting.remove(bundleId);
    }

    /** Symbolic names of the running bundles that bring a list, the oldest first. */
    List<String> bringing(String list) {
        synchronized (here) {
            return here.values().stream()
                    .filter(brought -> brought.files().stream()
                            .anyMatch(file -> file.list().equals(list)))
                    .map(Brought::bundle)
                    .toList();
        }
    }

    /** Brings into the tables what is not there yet. */
    void takeUp() {
        for (Long bundleId : new ArrayList<>(waiting.keySet())) {
            Brought brought = waiting.get(bundleId);
            if (brought != null) {
                brought.files().forEach(file -> take(brought.bundle(), file));
                waiting.remove(bundleId, brought);
            }
        }
    }

    private void take(String bundle, CodeListFile file) {
        everywhere.run(connection -> {
            Taking taking = new Taking(connection, bundle, file, bringing(file.list()));
            int changes = taking.take(Caller.SYSTEM, clock.instant());
            if (changes > 0) {
                audit.changedAll(
                        Subject.CODE_LIST,
                        List.of(),
                        "codelist.bring",
                        Fields.of("list", file.list())
                                .and("bundle", bundle)
                                .and("changes", changes)
                                .map(),
                        null);
                LOG.info("Code list {}: {} entries taken up from {}", file.list(), changes, bundle);
            }
            taking.leftOut()
                    .forEach(code -> LOG.warn(
                            "Bundle {} brings code {} of list {}, which another has already; it is left out",
                            bundle,
                            code,
                            file.list()));
        });
    }
}
