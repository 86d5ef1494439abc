package vn.ansinh.core.report.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.report.ReportParameter.Kind;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.query.ReportRunner;
import vn.ansinh.core.report.query.ReportValues;

/** A unit's report for a period as the data say it now, run as who acts. */
final class Computation {

    /** Forms of figures have some dozens of rows; by commune some hundreds. */
    private static final int MOST_ROWS = 5_000;

    private static final Map<Cadence, Kind> PERIODS =
            Map.of(Cadence.DAY, Kind.DAY, Cadence.MONTH, Kind.MONTH, Cadence.HALF_YEAR, Kind.HALF_YEAR);

    private final ReportRunner runner;

    Computation(ReportRunner runner) {
        this.runner = runner;
    }

    /** @param asOf the moment whose data the rows show */
    record Computed(List<ReportRow> rows, Instant asOf) {}

    Computed of(KnownReport report, long unitId, Cadence cadence, LocalDate period) {
        Map<String, Object> values = values(report.definition(), unitId, cadence, period);
        return runner.read(report, values, reading -> {
            List<ReportRow> rows = new ArrayList<>();
            reading.rows(row -> {
                if (rows.size() == MOST_ROWS) {
                    throw new Problem(
                            Problem.Kind.TOO_LARGE,
                            "AS-CLOSING-LONG",
                            "Báo cáo có hơn " + MOST_ROWS
                                    + " dòng nên không chốt được; báo cáo gửi lên chỉ gồm số tổng hợp.");
                }
                rows.add(row);
            });
            return new Computed(List.copyOf(rows), reading.asOf().truncatedTo(ChronoUnit.MICROS));
        });
    }

    /** Unit and period; whatever else is asked for has what the report says when nobody chooses. */
    static Map<String, Object> values(ReportDefinition report, long unitId, Cadence cadence, LocalDate period) {
        Map<String, String> texts = new HashMap<>();
        for (ReportParameter parameter : report.parameters()) {
            if (parameter.otherwise() != null) {
                texts.put(parameter.name(), parameter.otherwise());
            }
        }
        texts.put(parameter(report, Kind.UNIT), Long.toString(unitId));
        String day = cadence == Cadence.MONTH ? YearMonth.from(period).toString() : period.toString();
        texts.put(parameter(report, PERIODS.get(cadence)), day);
        return ReportValues.of(report, texts);
    }

    private static String parameter(ReportDefinition report, Kind kind) {
        return report.parameter(kind)
                .map(ReportParameter::name)
                .orElseThrow(() -> Problem.invalid(
                        "AS-CLOSING-PARAMETER",
                        "Báo cáo «" + report.title()
                                + "» có hạn gửi nhưng không hỏi đơn vị hoặc kỳ tương ứng nên chưa chốt được. Vui lòng báo người"
                                + " làm tệp báo cáo."));
    }
}
