package vn.ansinh.api.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A file {@code etc/<pid>.cfg}: which keys it has and what their values may be. Whoever reads a file declares it once, reads it by
 * this, and publishes it as a service: then an unknown key or a bad value is told when the server starts, on its console, in its log
 * and on the page of operation. Immutable.
 */
public final class ConfigurationFile {

    /** What the framework adds to every configuration. */
    private static final List<String> OF_FRAMEWORK = List.of("service.", "felix.fileinstall.", "org.apache.karaf.");

    private final String pid;
    private final Map<String, Function<String, String>> keys;

    private ConfigurationFile(String pid, Map<String, Function<String, String>> keys) {
        this.pid = pid;
        this.keys = keys;
    }

    /** A file without keys. */
    public static ConfigurationFile of(String pid) {
        return new ConfigurationFile(pid, Map.of());
    }

    /** With a key whose value is any text. */
    public ConfigurationFile text(String key) {
        return with(key, value -> null);
    }

    /** With a key whose value is a whole number within bounds, both included. */
    public ConfigurationFile number(String key, long least, long most) {
        return with(
                key,
                value -> isNumber(value, least, most)
                        ? null
                        : key + " phải là số nguyên từ " + least + " đến " + most + ", không phải \"" + value + "\"");
    }

    /** With a key whose value is one of those given. */
    public ConfigurationFile choice(String key, String... values) {
        return with(
                key,
                value -> List.of(values).contains(value)
                        ? null
                        : key + " phải là " + String.join(" hoặc ", values) + ", không phải \"" + value + "\"");
    }

    /** With a key that is {@code true} or {@code false}. */
    public ConfigurationFile flag(String key) {
        return choice(key, "true", "false");
    }

    private ConfigurationFile with(String key, Function<String, String> fault) {
        Map<String, Function<String, String>> more = new LinkedHashMap<>(keys);
        more.put(key, fault);
        return new ConfigurationFile(pid, Collections.unmodifiableMap(more));
    }

    private static boolean isNumber(String value, long least, long most) {
        return value.matches("-?\\d{1,18}") && Long.parseLong(value) >= least && Long.parseLong(value) <= most;
    }

    /** Name of the configuration. */
    public String pid() {
        return pid;
    }

    /** Where it lies, for people: {@code etc/vn.ansinh.job.cfg}. */
    public String path() {
        return "etc/" + pid + ".cfg";
    }

    /**
     * Reads what the file says.
     *
     * @param given key and value; {@code null} when there is no file
     */
    public Values read(Dictionary<String, ?> given) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (given != null) {
            Collections.list(given.keys()).forEach(key -> map.put(key, given.get(key)));
        }
        return read(map);
    }

    /** As above. */
    public Values read(Map<String, ?> given) {
        Map<String, String> good = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        given.forEach((key, object) -> {
            String value = String.valueOf(object).strip();
            if (!keys.containsKey(key)) {
                if (OF_FRAMEWORK.stream().noneMatch(key::startsWith)) {
                    faults.add("không có khóa \"" + key + "\"");
                }
            } else if (!value.isEmpty()) {
                String fault = keys.get(key).apply(value);
                if (fault == null) {
                    good.put(key, value);
                } else {
                    faults.add(fault);
                }
            }
        });
        Collections.sort(faults);
        return new Values(good, List.copyOf(faults));
    }

    /** What a file says where it is right. */
    public static final class Values {

        private final Map<String, String> good;
        private final List<String> faults;

        private Values(Map<String, String> good, List<String> faults) {
            this.good = good;
            this.faults = faults;
        }

        /** What is wrong, each naming its key, in Vietnamese; empty when nothing is. */
        public List<String> faults() {
            return faults;
        }

        /** The value, or {@code otherwise} where the key is left out, blank or bad. */
        public String text(String key, String otherwise) {
            return good.getOrDefault(key, otherwise);
        }

        /** As {@link #text}, of a number. */
        public long number(String key, long otherwise) {
            String value = good.get(key);
            return value == null ? otherwise : Long.parseLong(value);
        }

        /** As {@link #text}, of a flag. */
        public boolean flag(String key, boolean otherwise) {
            String value = good.get(key);
            return value == null ? otherwise : Boolean.parseBoolean(value);
        }
    }
}
