package vn.ansinh.core.codelist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.codelist.CodeLists;

/**
 * {@link CodeLists} out of what bundles contribute. Several may add to one list; then the older bundle's entries come first
 * and keep their codes. Nothing of a bundle is held but its number and plain values, so its classes can go.
 */
public final class BundledCodeLists implements CodeLists {

    private static final Logger LOG = LoggerFactory.getLogger(BundledCodeLists.class);

    /** By bundle id, so that the order does not depend on who starts first. */
    private final Map<Long, List<CodeListFile>> contributions = new TreeMap<>();

    private volatile Map<String, CodeListIndex> lists = Map.of();

    /** Takes in the files of a bundle, in place of what it gave before. */
    synchronized void put(long bundleId, List<CodeListFile> files) {
        contributions.put(bundleId, files);
        rebuild();
    }

    /** Lets go of what a bundle gave. */
    synchronized void remove(long bundleId) {
        if (contributions.remove(bundleId) != null) {
            rebuild();
        }
    }

    @Override
    public List<Entry> entries(String list) {
        return index(list).entries();
    }

    @Override
    public Optional<Entry> byCode(String list, String code) {
        return index(list).byCode(code);
    }

    @Override
    public Optional<Entry> match(String list, String text) {
        return index(list).match(text);
    }

    private CodeListIndex index(String list) {
        return lists.getOrDefault(list, CodeListIndex.EMPTY);
    }

    private void rebuild() {
        Map<String, List<Entry>> entries = new HashMap<>();
        Map<String, Set<String>> codes = new HashMap<>();
        contributions.forEach((bundleId, files) -> {
            for (CodeListFile file : files) {
                List<Entry> united = entries.computeIfAbsent(file.list(), list -> new ArrayList<>());
                Set<String> taken = codes.computeIfAbsent(file.list(), list -> new HashSet<>());
                for (Entry entry : file.entries()) {
                    if (taken.add(entry.code())) {
                        united.add(entry);
                    } else {
                        LOG.warn(
                                "Bundle {} brings code {} of list {}, which another bundle has already; it is left out",
                                bundleId,
                                entry.code(),
                                file.list());
                    }
                }
            }
        });
        Map<String, CodeListIndex> rebuilt = new HashMap<>();
        entries.forEach((list, united) -> rebuilt.put(list, new CodeListIndex(united)));
        lists = Map.copyOf(rebuilt);
    }
}
