package vn.ansinh.core.audit;

import java.util.Map;
import java.util.TreeMap;

/** Values of a thing by field, as the audit keeps them. */
public final class Fields {

    private final Map<String, String> values = new TreeMap<>();

    private Fields() {}

    /** Begins with one field. */
    public static Fields of(String field, Object value) {
        return new Fields().and(field, value);
    }

    /** Adds a field; one without a value is left out. */
    public Fields and(String field, Object value) {
        if (value != null) {
            values.put(field, value.toString());
        }
        return this;
    }

    /** All of them. */
    public Map<String, String> map() {
        return values;
    }
}
