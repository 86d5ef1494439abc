package vn.ansinh.core.report.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportRow;

/**
 * A report's own Word file, {@code mau.docx}. Where it has a field {@code MERGEFIELD ten} the report's value stands; a row of a table
 * with fields {@code dong.<cột>} is repeated for every row of detail, one with {@code nhom.ten} begins groups, {@code cong.<cột>}
 * ends them, {@code tong.<cột>} ends all. Nothing in it is run: fields are names, not expressions. Rows are written while they come.
 */
final class WordTemplate {

    private static final String BODY = "word/document.xml";
    private static final Pattern BEGIN = Pattern.compile("<(\\w+:)?body\\b[^>]*>");
    private static final int MOST = 48 * 1024 * 1024;

    private final Map<String, byte[]> parts;

    private WordTemplate(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** @throws Problem INVALID for what is no Word file */
    static WordTemplate read(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        int left = MOST;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(left + 1);
                left -= part.length;
                if (left < 0) {
                    throw broken();
                }
                parts.put(entry.getName(), part);
            }
        }
        if (!parts.containsKey(BODY)) {
            throw broken();
        }
        return new WordTemplate(parts);
    }

    /**
     * Fills it.
     *
     * @param counted is told of every row before it is written
     * @param to stays open
     */
    void write(ReportContent content, boolean training, ReportContent.RowConsumer counted, OutputStream to)
            throws Exception {
        WordFields fields = new WordFields(content, training);
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            String name = part.getKey();
            if (name.endsWith("/") || name.equals(BODY)) {
                continue;
            }
            byte[] bytes = part.getValue();
            if (name.matches("word/(header|footer)\\d*\\.xml")) {
                bytes = bytes(fields.fill(new WordBody(bytes).whole()));
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        }
        WordBody body = new WordBody(parts.get(BODY));
        zip.putNextEntry(new ZipEntry(BODY));
        zip.write(bytes(fields.fill(marked(body, fields))));
        content.rows().forEach(row -> {
            counted.row(row);
            if (row.kind() == ReportRow.Kind.TOTAL) {
                fields.total(row);
            }
            String prototype = body.row(row.kind());
            if (prototype != null) {
                zip.write(bytes(fields.fill(prototype, row)));
            }
        });
        zip.write(bytes(fields.fill(body.after())));
        zip.closeEntry();
        zip.finish();
    }

    /** What is provisional or only for training says so, whether the template thought of it or not. */
    private static String marked(WordBody body, WordFields fields) {
        if (body.has(WordFields.MARK)) {
            return body.before();
        }
        return BEGIN.matcher(body.before()).replaceFirst("$0" + Matcher.quoteReplacement(fields.markAbove()));
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    static Problem broken() {
        return Problem.invalid(
                "AS-REPORT-WORD-TEMPLATE",
                "Mẫu Word của báo cáo không đọc được. Hãy báo người đưa báo cáo này vào hệ thống.");
    }
}
