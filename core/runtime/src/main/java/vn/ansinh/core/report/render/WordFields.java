package vn.ansinh.core.report.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportCell;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.training.Training;
import vn.ansinh.core.paper.WordPart;
import vn.ansinh.core.paper.WordText;

/** Values for the fields of a {@link WordTemplate}. */
final class WordFields {

    /** A name between two signs that no text has, as {@link WordPart} leaves it. */
    static final char OPEN = WordPart.OPEN;

    static final char CLOSE = WordPart.CLOSE;

    /** Name of the field for what is conspicuous: provisional, for training. */
    static final String MARK = "danh_dau";

    private static final Pattern FIELD = Pattern.compile(OPEN + "([^" + CLOSE + "]*)" + CLOSE);

    private final ReportDefinition definition;
    private final Map<String, String> values = new HashMap<>();

    WordFields(ReportContent content, boolean training) {
        definition = content.definition();
        ReportContent.Heading heading = content.heading();
        put("co_quan_cap_tren", heading.agencyAbove());
        put("co_quan", heading.agency());
        put("so", ReportNotes.number(heading));
        put("dia_danh", heading.place());
        put("ngay", Vietnamese.dayInWords(heading.date()));
        put("mau_so", definition.form());
        put("tieu_de", definition.title());
        put("phu_de", String.join("\n", content.subtitles()));
        String mark = content.mark() == null ? "" : content.mark();
        put(MARK, training ? (Training.WORDS + "\n" + mark).strip() : mark);
        put("ghi_chu", String.join("\n", ReportNotes.of(definition, content.asOf())));
        put("noi_nhan", String.join("\n", definition.recipients()));
        // empty until the total has come
        put("tong.ten", null);
        for (ReportColumn column : definition.columns()) {
            put("tong." + column.name(), null);
        }
    }

    /** A paragraph with the mark, for a template that has no place for it; empty without one. */
    String markAbove() {
        if (values.get(MARK).isEmpty()) {
            return "";
        }
        return "<w:p xmlns:w=\"" + WordBody.WORD
                + "\"><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>" + OPEN + MARK + CLOSE
                + "</w:r></w:p>";
    }

    private void put(String name, String value) {
        values.put(name, value == null ? "" : value);
    }

    /** Keeps the sums of all for what stands below the rows. */
    void total(ReportRow row) {
        values.putAll(row(row));
    }

    /** @throws Problem INVALID for a field that the report does not have */
    String fill(String xml) {
        return fill(xml, Map.of());
    }

    String fill(String xml, ReportRow row) {
        return fill(xml, row(row));
    }

    private Map<String, String> row(ReportRow row) {
        Map<String, String> cells = new HashMap<>();
        String prefix = prefix(row.kind());
        List<ReportColumn> columns = definition.columns();
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.values().get(i);
            cells.put(
                    prefix + columns.get(i).name(),
                    ReportCell.text(columns.get(i).type(), value));
        }
        row.values().stream()
                .filter(String.class::isInstance)
                .findFirst()
                .ifPresent(label -> cells.putIfAbsent(prefix + "ten", label.toString()));
        return cells;
    }

    /** What fields begin with that stand in a row of a kind. */
    static String prefix(ReportRow.Kind kind) {
        return switch (kind) {
            case DETAIL -> "dong.";
            case GROUP -> "nhom.";
            case SUBTOTAL -> "cong.";
            case TOTAL -> "tong.";
        };
    }

    private String fill(String xml, Map<String, String> row) {
        Matcher fields = FIELD.matcher(xml);
        StringBuilder filled = new StringBuilder(xml.length());
        while (fields.find()) {
            String name = fields.group(1);
            String value = row.getOrDefault(name, values.get(name));
            if (value == null) {
                throw Problem.invalid(
                        "AS-REPORT-WORD-FIELD",
                        "Mẫu Word của báo cáo có trường «" + name
                                + "» mà báo cáo không có. Hãy báo người đưa báo cáo này vào hệ thống.");
            }
            fields.appendReplacement(filled, Matcher.quoteReplacement(WordText.lines(value)));
        }
        return fields.appendTail(filled).toString();
    }
}
