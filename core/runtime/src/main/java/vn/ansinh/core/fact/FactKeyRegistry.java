package vn.ansinh.core.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.fact.FactKey;

/** The keys that the running bundles declare. A key belongs to the bundle that declared it first. */
final class FactKeyRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(FactKeyRegistry.class);

    private final Map<Long, Map<String, FactKey>> byBundle = new LinkedHashMap<>();
    private volatile Map<String, FactKey> keys = Map.of();

    /** All declared keys, by key. */
    Map<String, FactKey> keys() {
        return keys;
    }

    /**
     * Adds the keys of one file; what is wrong goes to the log with its place.
     *
     * @param bundle id of the declaring bundle
     * @param source name of the bundle and file, for the log
     */
    synchronized void declare(long bundle, String source, String yaml) {
        FactKeyFile file = FactKeyFile.read(yaml);
        for (FactKeyFile.Fault fault : file.faults()) {
            LOG.error("{}:{}: {}", source, fault.line(), fault.reason());
        }
        Map<String, FactKey> own = byBundle.computeIfAbsent(bundle, id -> new LinkedHashMap<>());
        for (FactKeyFile.Declared declared : file.keys()) {
            FactKey key = declared.key();
            if (keys.containsKey(key.key())) {
                LOG.error("{}:{}: khoa {} is declared elsewhere already", source, declared.line(), key.key());
            } else {
                own.put(key.key(), key);
            }
        }
        publish();
        LOG.info("{} declares {} fact keys", source, own.size());
    }

    /** Forgets the keys of a bundle; the facts recorded under them stay. */
    synchronized void forget(long bundle) {
        if (byBundle.remove(bundle) != null) {
            publish();
        }
    }

    private void publish() {
        Map<String, FactKey> all = new TreeMap<>();
        for (Map<String, FactKey> own : List.copyOf(byBundle.values())) {
            own.forEach(all::putIfAbsent);
        }
        keys = Collections.unmodifiableMap(all);
    }
}
