package vn.ansinh.core.report.definition;

import java.util.Map;
import vn.ansinh.api.report.Report;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;

/**
 * A report that can be used.
 *
 * @param source where its rows come from
 * @param templates its own, checked, by format ({@link ReportFormat#XLSX}, {@link ReportFormat#DOCX}); most have none
 * @param file that brought it, as people see it
 */
public record KnownReport(
        ReportDefinition definition, Source source, Map<ReportFormat, byte[]> templates, String file) {

    public KnownReport {
        templates = Map.copyOf(templates);
    }

    /** Where rows come from. */
    public sealed interface Source {

        /**
         * From a query.
         *
         * @param sql one select with named parameters, checked as far as this can be done without the database
         * @param wholeNumbers whether numbers of papers are asked for whole, which only who may see them gets
         */
        record Query(String sql, boolean wholeNumbers) implements Source {}

        /** From a service of a bundle; not to be kept, the bundle may go. */
        record Service(Report report) implements Source {}
    }
}
