package vn.ansinh.core.report.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.report.ReportClosings.Hand;
import vn.ansinh.api.report.ReportClosings.State;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportDefinition;

/**
 * A row of {@code ansinh.report_closing}, without its figures.
 *
 * @param groups columns by which rows are put together
 */
record Kept(
        long id,
        String report,
        String title,
        String version,
        String program,
        String permission,
        long unitId,
        Cadence cadence,
        LocalDate period,
        int turn,
        State state,
        int revision,
        List<String> groups,
        Instant asOf,
        Hand drafted,
        Hand sent,
        Hand decided,
        String sha256,
        String reason) {

    /** What is known of the definition without its file. */
    ReportDefinition definition(List<ReportColumn> columns) {
        return new ReportDefinition(
                report,
                version,
                title,
                "",
                program,
                "",
                null,
                false,
                permission,
                false,
                List.of(),
                columns,
                groups,
                List.of(),
                false,
                null,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
