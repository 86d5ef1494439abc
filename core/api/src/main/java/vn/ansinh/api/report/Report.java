package vn.ansinh.api.report;

import java.util.List;
import java.util.Map;

/**
 * A report that a query cannot say; an OSGi service, gone with its bundle. It is listed, asked, written, sent up and audited like
 * those that are files.
 */
public interface Report {

    /** What it is. Stays the same as long as the service is there. */
    ReportDefinition definition();

    /**
     * Finds the rows, in the order in which they are shown. Runs in a read-only transaction of who asks, whose scope row-level
     * security applies.
     *
     * @param values by parameter, as {@link ReportParameter} says, checked: {@code Long}, {@code LocalDate}, {@code Integer},
     *     {@code String}, {@code Boolean} or {@code null}
     * @param rows takes them one by one; they need not fit into memory
     */
    void rows(Map<String, Object> values, Sink rows) throws Exception;

    /** Takes rows. */
    @FunctionalInterface
    interface Sink {

        /**
         * @param values one per column except ordinals, in their order
         * @param keys ids for what cells open, by {@link ReportColumn#key()}; empty for none
         * @throws vn.ansinh.api.problem.Problem TOO_LARGE when there are more rows than a report may have
         */
        void row(List<?> values, Map<String, Long> keys) throws Exception;
    }
}
