package vn.ansinh.api.operation;

import java.util.Map;

/**
 * A number at this moment, for monitoring. Never one that tells of a person: counts and sums of a whole, with tags of few values.
 *
 * @param name lower case, parted by dots, unit last: {@code ansinh.disk.free.bytes}
 * @param help one English sentence
 * @param tags by name; the same names for every figure of a name
 */
public record Figure(String name, String help, Map<String, String> tags, double value) {

    public Figure {
        tags = Map.copyOf(tags);
    }

    /** A number that stands for itself. */
    public static Figure of(String name, String help, double value) {
        return new Figure(name, help, Map.of(), value);
    }
}
