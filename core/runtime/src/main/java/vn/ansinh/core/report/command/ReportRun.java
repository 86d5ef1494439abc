package vn.ansinh.core.report.command;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportCell;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.report.ReportParameter.Kind;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.report.Reports;
import vn.ansinh.api.report.Reports.Preview;
import vn.ansinh.api.report.Reports.Use;
import vn.ansinh.api.unit.Units;

/**
 * {@code ansinh:report-run ha-tinh.so-dan-toc don_vi=42 ky=2026-11}, and with {@code --out so.pdf} before the id into a file.
 * Acts as the system itself, and is written to the audit as such.
 */
@Service
@Command(
        scope = "ansinh",
        name = "report-run",
        description = "Runs a report: shows its first rows, or writes it to a file of this server")
public final class ReportRun implements Action {

    private static final int SHOWN = 50;

    @Argument(index = 0, name = "id", description = "Id of the report", required = true)
    private String id;

    @Argument(
            index = 1,
            name = "parameters",
            description = "name=value: units by code (0 for the country), months 2026-11, days 2026-11-30",
            multiValued = true)
    private List<String> given = new ArrayList<>();

    @Option(name = "--format", description = "xlsx, docx, pdf or csv; without it the first rows are shown")
    private String format;

    @Option(name = "--out", description = "File to write; without it one in the current directory, named after report")
    private String out;

    @Reference
    private Reports reports;

    @Reference
    private Units units;

    @Reference
    private Clock clock;

    @Reference
    private Access access;

    @Override
    public Object execute() throws Exception {
        return access.callAs(Caller.SYSTEM, () -> {
            ReportDefinition report = reports.byId(id)
                    .orElseThrow(() -> Problem.notFound(
                            "AS-REPORT-GONE", "Hiện không có báo cáo «" + id + "». Xem: ansinh:report-list"));
            Map<String, String> values = new LinkedHashMap<>(reports.initial(id));
            given.forEach(each -> put(report, each, values));
            if (format == null && out == null) {
                show(reports.preview(id, values, SHOWN));
            } else {
                write(values);
            }
            return null;
        });
    }

    private void put(ReportDefinition report, String assignment, Map<String, String> values) {
        int sign = assignment.indexOf('=');
        String name = sign < 0 ? assignment : assignment.substring(0, sign);
        ReportParameter parameter = report.parameters().stream()
                .filter(each -> each.name().equals(name) && sign > 0)
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "AS-REPORT-PARAMETER",
                        "«" + assignment + "» phải là ten=giatri; các tham số: "
                                + report.parameters().stream()
                                        .map(each -> each.name() + " (" + each.label() + ")")
                                        .collect(Collectors.joining(", "))
                                + "."));
        String value = assignment.substring(sign + 1);
        values.put(name, parameter.kind() == Kind.UNIT ? unit(value) : value);
    }

    private String unit(String code) {
        return code.equals("0")
                ? code
                : units.byCode(code, LocalDate.now(clock))
                        .map(unit -> Long.toString(unit.id()))
                        .orElseThrow(() -> Problem.notFound("AS-UNIT-CODE", "Hiện không có đơn vị mã " + code + "."));
    }

    private void write(Map<String, String> values) throws Exception {
        ReportFormat chosen = chosen();
        Path file = Path.of(out == null ? reports.fileName(id, values, chosen) : out);
        if (Files.exists(file)) {
            throw Problem.conflict("AS-REPORT-OUT", "Đã có tệp " + file + ". Hãy chọn tên khác cho --out.");
        }
        boolean written = false;
        try (OutputStream to = Files.newOutputStream(file)) {
            Use use = reports.write(id, values, chosen, to);
            written = true;
            System.out.println("Đã ghi " + use.rows() + " dòng vào " + file.toAbsolutePath());
        } finally {
            if (!written) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** What was asked for, else what the name of the file says. */
    private ReportFormat chosen() {
        String wanted = format == null ? out.substring(out.lastIndexOf('.') + 1) : format;
        return Arrays.stream(ReportFormat.values())
                .filter(each -> each.extension().equals(wanted.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid("AS-REPORT-FORMAT", "«" + wanted + "» không phải là xlsx, docx, pdf hay csv."));
    }

    private static void show(Preview preview) {
        System.out.println(preview.definition().title());
        preview.subtitles().forEach(System.out::println);
        List<ReportColumn> columns = preview.definition().columns();
        ShellTable table = new ShellTable();
        columns.forEach(column -> table.column(column.title()));
        for (ReportRow row : preview.rows()) {
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(ReportCell.text(columns.get(i).type(), row.values().get(i)));
            }
            table.addRow().addContent(cells.toArray());
        }
        table.print(System.out);
        System.out.println(
                preview.complete()
                        ? preview.count() + " dòng."
                        : preview.count() + " dòng, ở trên là những dòng đầu; xem hết: --out <tệp>");
    }
}
