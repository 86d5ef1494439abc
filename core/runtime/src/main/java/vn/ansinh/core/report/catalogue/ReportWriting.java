package vn.ansinh.core.report.catalogue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.report.Reports;
import vn.ansinh.api.report.Reports.Use;
import vn.ansinh.api.text.Money;

/** Writes a report to a file in the background, for who submitted the job. The result tells {@code rows}. */
public final class ReportWriting implements JobHandler {

    /** So many rows between two looks at whether the job was cancelled. */
    private static final int STEP = 500;
    /** So many uses back the number of rows is looked for. */
    private static final int REMEMBERED = 50;

    private final StoredReports reports;

    public ReportWriting(StoredReports reports) {
        this.reports = reports;
    }

    @Override
    public String type() {
        return Reports.JOB;
    }

    @Override
    public void run(JobContext job) throws IOException {
        String id = job.parameter(Reports.REPORT);
        ReportFormat format = format(job.parameter(Reports.FORMAT));
        ReportDefinition report = reports.byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-REPORT-GONE",
                        "Báo cáo «" + id + "» không còn, hoặc tài khoản không được xem báo cáo này."));
        Map<String, String> values = new LinkedHashMap<>();
        for (ReportParameter parameter : report.parameters()) {
            String value = job.parameter(parameter.name(), "");
            if (!value.isBlank()) {
                values.put(parameter.name(), value);
            }
        }
        long expected = expected(id, values);
        job.progress(0, expected, "Đang đọc số liệu");
        try (OutputStream out =
                new BufferedOutputStream(job.output(reports.fileName(id, values, format), format.mediaType()))) {
            Use use = reports.write(id, values, format, out, job.id(), rows -> {
                if (rows % STEP == 0) {
                    job.progress(rows, Math.max(expected, rows), "Đang ghi");
                }
            });
            job.progress(use.rows(), use.rows(), Money.format(use.rows()) + " dòng");
            job.result("rows", Long.toString(use.rows()));
        }
    }

    /** How many rows it had when the same was asked last, mostly on the screen a moment ago; 0 when it never was. */
    private long expected(String id, Map<String, String> values) {
        return reports.history(id, REMEMBERED).stream()
                .filter(use -> use.values().equals(values))
                .mapToLong(Use::rows)
                .findFirst()
                .orElse(0);
    }

    private static ReportFormat format(String name) {
        return Arrays.stream(ReportFormat.values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("AS-REPORT-FORMAT", "Chỉ xuất được tệp xlsx, docx, pdf hoặc csv."));
    }
}
