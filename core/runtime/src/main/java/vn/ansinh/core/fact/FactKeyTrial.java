package vn.ansinh.core.fact;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.ansinh.api.fact.FactKey;

/** A file of fact keys on the bench: read as the extender would, outside any container, for the tests of who writes it. */
public final class FactKeyTrial {

    private FactKeyTrial() {}

    /**
     * The keys that a file declares, by name.
     *
     * @param yaml as in {@code ANSINH-INF/fact/*.yaml}
     * @throws IllegalArgumentException when anything is wrong in it, with each line and reason
     */
    public static Map<String, FactKey> keys(String yaml) {
        FactKeyFile file = FactKeyFile.read(yaml);
        if (!file.faults().isEmpty()) {
            throw new IllegalArgumentException(file.faults().toString());
        }
        Map<String, FactKey> keys = new LinkedHashMap<>();
        file.keys().forEach(declared -> keys.put(declared.key().key(), declared.key()));
        return keys;
    }
}
