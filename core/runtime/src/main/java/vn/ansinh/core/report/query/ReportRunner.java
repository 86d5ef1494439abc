package vn.ansinh.core.report.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.render.ReportContent;

/**
 * Finds the rows of reports: with the scope of who acts, in one read-only snapshot, streamed, put into groups and summed. What the
 * query may reach is decided by the database, not here.
 */
public interface ReportRunner {

    /**
     * Opens a report for reading and closes it afterwards, whatever happens. Checks that the caller holds {@code report.read}, the
     * report's own permission, its program, {@code report.sensitive} for a sensitive one, and that units asked for lie in their
     * subtree. That somebody ran a sensitive report is written to the audit here; what else is kept of a run is its caller's work.
     *
     * @param values by name of parameter as {@link ReportValues} makes them; those that are missing are {@code null}
     * @return what {@code work} returned
     * @throws Problem FORBIDDEN; INVALID for a value that is missing or wrong or a query that does not fit its definition or is not
     *     one select; TOO_LARGE when there are too many rows; UNAVAILABLE when it takes too long. What {@code work} throws passes
     *     unchanged if it is unchecked
     */
    <T> T read(KnownReport report, Map<String, Object> values, Work<T> work);

    /**
     * Compares a query with its definition by asking the database to prepare it; no row is read. Nobody needs to act.
     *
     * @return what is wrong, Vietnamese, a sentence each; empty when it can run
     */
    List<String> faults(ReportDefinition definition, KnownReport.Source.Query query);

    /** What is done with an open report. */
    @FunctionalInterface
    interface Work<T> {
        T with(Reading reading) throws Exception;
    }

    /** A report open for reading: as often as wanted, the rows stay the same. */
    interface Reading {

        /** The moment whose data it shows. */
        Instant asOf();

        /**
         * Gives all rows in their order: groups, details, subtotals, and last a total if any column is summed.
         *
         * @param to what it throws ends the reading
         * @return how many rows of detail there are
         */
        default long rows(ReportContent.RowConsumer to) throws Exception {
            return rows(Long.MAX_VALUE, to);
        }

        /**
         * As {@link #rows(ReportContent.RowConsumer)}, but only the first rows of detail, with the groups they lie in; the total is
         * that of all.
         *
         * @param shown rows of detail to give
         * @return how many rows of detail there are
         */
        long rows(long shown, ReportContent.RowConsumer to) throws Exception;
    }
}
