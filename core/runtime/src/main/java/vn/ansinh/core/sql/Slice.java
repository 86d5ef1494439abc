package vn.ansinh.core.sql;

import java.util.List;
import java.util.function.Function;

/**
 * One page of what was asked for with one row too many: that row tells, without counting, that another page follows.
 *
 * @param rows of this page
 * @param more whether another page follows
 */
public record Slice<T>(List<T> rows, boolean more) {

    /** @param read at most {@code limit + 1} rows @param limit rows of a page, at least 1 */
    public static <T> Slice<T> of(List<T> read, int limit) {
        boolean more = read.size() > limit;
        return new Slice<>(List.copyOf(more ? read.subList(0, limit) : read), more);
    }

    /** Where the following page begins, {@code null} on the last. @param cursor of the last row of this page */
    public String next(Function<T, String> cursor) {
        return more ? cursor.apply(rows.get(rows.size() - 1)) : null;
    }
}
