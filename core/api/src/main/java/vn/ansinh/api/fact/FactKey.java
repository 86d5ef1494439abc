package vn.ansinh.api.fact;

import java.util.List;

/**
 * A question law may ask about a person or household, declared in a bundle's {@code ANSINH-INF/fact/*.yaml}.
 *
 * @param key for instance {@code khuyet-tat.muc-do}
 * @param label Vietnamese
 * @param type notation of values
 * @param values allowed values when {@code type} is CHOICE, else empty
 * @param many whether several values may hold at once (children)
 * @param sensitive whether it reveals health, HIV or abuse and so never leaves in ordinary lists
 */
public record FactKey(String key, String label, Type type, List<String> values, boolean many, boolean sensitive) {

    /** Notation of values. */
    public enum Type {
        /** {@code co} or {@code khong}. */
        FLAG,
        /** One of {@link FactKey#values()}. */
        CHOICE,
        /** ISO date. */
        DATE,
        /** ISO date, a blank, a label: a child's birth date and name. */
        DATED_NAME,
        /** Whole number. */
        NUMBER,
        /** Free text. */
        TEXT
    }

    public FactKey {
        values = List.copyOf(values);
    }
}
