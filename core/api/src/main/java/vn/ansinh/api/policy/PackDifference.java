package vn.ansinh.api.policy;

import java.util.List;

/**
 * What changed from one version of a pack to another.
 *
 * @param older {@code null} when there is nothing to compare with
 * @param lines all lines of both, in order
 * @param changes what changed in meaning: values, benefits, examples
 */
public record PackDifference(PackVersion older, PackVersion newer, List<Line> lines, List<Change> changes) {

    public PackDifference {
        lines = List.copyOf(lines);
        changes = List.copyOf(changes);
    }

    /** Kinds of line. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    /**
     * A line of the files.
     *
     * @param oldNumber from 1; 0 when the older has no such line
     * @param newNumber from 1; 0 when the newer has no such line
     */
    public record Line(Kind kind, int oldNumber, int newNumber, String text) {}

    /**
     * A change of meaning.
     *
     * @param what Vietnamese, for instance {@code Mức chuẩn, tính từ 07/2026}
     * @param before as an official reads it; {@code null} when it is new
     * @param after {@code null} when it is gone
     */
    public record Change(String what, String before, String after) {}
}
