package vn.ansinh.api.report;

import java.util.List;
import java.util.Map;

/**
 * A row as shown and written.
 *
 * @param values one per {@link ReportDefinition#columns()}, {@code null} for an empty cell. In a {@link Kind#GROUP} row the first is
 *     the group's name; in totals all but sums and a label are {@code null}
 * @param keys ids by name of the query's column, for what cells open; empty in files
 */
public record ReportRow(Kind kind, List<Object> values, Map<String, Long> keys) {

    /** What a row is. */
    public enum Kind {
        DETAIL,
        /** Begins a group. */
        GROUP,
        /** Ends a group with its sums. */
        SUBTOTAL,
        /** The last: sums of all. */
        TOTAL
    }
}
