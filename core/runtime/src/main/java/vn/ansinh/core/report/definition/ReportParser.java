package vn.ansinh.core.report.definition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.report.ReportChart;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.report.ReportParameter.Kind;
import vn.ansinh.api.report.ReportSubmission;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.extender.Place;
import vn.ansinh.core.extender.SourceText;
import vn.ansinh.core.extender.YamlMap;

/**
 * Reads the notation of a report, and whether it is right by itself. What depends on what else there is (programs, permissions, code
 * lists, other reports) is asked by {@link ReportShelf}.
 */
final class ReportParser {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 500;

    private final ReportPackage source;
    private final List<Fault> faults;
    private final Map<String, Place> places = new HashMap<>();
    private String id;
    private String title;
    private String version;
    private boolean wholeNumbers;

    private ReportParser(ReportPackage source) {
        this.source = source;
        this.faults = new ArrayList<>(source.faults());
    }

    /** Reads a package; never fails. */
    static ReportReading read(ReportPackage source) {
        return new ReportParser(source).read();
    }

    private ReportReading read() {
        String yaml = text(ReportPackage.YAML);
        String sql = text(ReportPackage.SQL);
        ReportDefinition definition = yaml == null ? null : definition(yaml, sql);
        Map<ReportFormat, byte[]> templates = new EnumMap<>(ReportFormat.class);
        template(ReportPackage.WORD, ReportFormat.DOCX, templates);
        template(ReportPackage.SHEET, ReportFormat.XLSX, templates);
        boolean right = faults.isEmpty();
        return new ReportReading(
                id,
                title,
                version,
                right ? definition : null,
                right ? new KnownReport.Source.Query(sql, wholeNumbers) : null,
                templates,
                places,
                faults);
    }

    private String text(String file) {
        byte[] bytes = source.files().get(file);
        if (bytes == null) {
            // where the package itself cannot be read, that is all there is to say
            if (source.faults().isEmpty()) {
                faults.add(new Fault(file, 1, 1, "Thiếu tệp " + file + "."));
            }
            return null;
        }
        try {
            return SourceText.read(new ByteArrayInputStream(bytes), file, ReportPackage.LARGEST_TEXT);
        } catch (FileRefusedException e) {
            faults.addAll(e.faults());
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void template(String file, ReportFormat format, Map<ReportFormat, byte[]> templates) {
        byte[] template = source.files().get(file);
        if (template != null) {
            faults.addAll(TemplateCheck.faults(file, template));
            templates.put(format, template);
        }
    }

    /** @return {@code null} when it was not understood so far that a definition can be made */
    private ReportDefinition definition(String yaml, String sql) {
        Faults told = new Faults(ReportPackage.YAML);
        YamlMap root = YamlMap.read(yaml, ReportPackage.YAML, told);
        ReportDefinition definition = root == null ? null : definition(root, sql);
        faults.addAll(told.all());
        return told.count() > 0 ? null : definition;
    }

    private ReportDefinition definition(YamlMap root, String sql) {
        id = root.formed(
                "bao-cao",
                ReportWords.ID,
                "mã chữ thường không dấu gồm hai phần trở lên cách nhau bằng dấu chấm, như ha-tinh.so-dan-toc");
        version = root.formed("phien-ban", ReportWords.VERSION, "số phiên bản như \"1.0\"");
        title = root.told("ten", LONGEST_TITLE);
        String description = root.told("mo-ta", LONGEST_TEXT);
        String program = root.has("chuong-trinh") ? root.text("chuong-trinh") : null;
        String section = root.told("muc", LONGEST_TITLE);
        String basis = root.has("can-cu") ? root.told("can-cu", LONGEST_TEXT) : null;
        boolean unread = root.flag("chua-doi-chieu");
        String permission = root.text("quyen");
        boolean sensitive = root.flag("nhay-cam");
        wholeNumbers = root.flag("so-day-du");
        remember(root, "bao-cao", "chuong-trinh", "quyen");
        ParameterParser asked = new ParameterParser(root);
        List<ReportParameter> parameters = asked.parameters();
        asked.lists().forEach((name, place) -> places.put(":" + name, place));
        boolean asksUnit = parameters.stream().anyMatch(parameter -> parameter.kind() == Kind.UNIT);
        ColumnParser shown = new ColumnParser(root, sensitive, asksUnit);
        List<ReportColumn> columns = shown.columns();
        List<String> groups = shown.groups();
        List<ReportChart> charts = shown.charts();
        PaperParser paper = PaperParser.read(root);
        Optional<ReportSubmission> submission = SubmissionParser.read(root, parameters, columns, sensitive);
        root.finish();
        if (sql != null) {
            faults.addAll(QueryCheck.faults(sql, asked.places()));
        }
        return new ReportDefinition(
                id,
                version,
                title,
                description,
                program,
                section,
                basis,
                unread,
                permission,
                sensitive,
                parameters,
                columns,
                groups,
                charts,
                paper.landscape(),
                paper.form(),
                paper.notes(),
                paper.signatories(),
                paper.recipients(),
                submission);
    }

    private void remember(YamlMap root, String... keys) {
        for (String key : keys) {
            places.put(key, root.place(key));
        }
    }
}
