package vn.ansinh.core.codelist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.codelist.CodeValues;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.csv.CsvException;
import vn.ansinh.core.csv.CsvReader;
import vn.ansinh.core.csv.CsvRow;

/**
 * What one file of a bundle contributes to a list.
 *
 * @param list name of the file without {@code .csv}
 * @param name what the list is called; {@code null} when the file leaves that to another bundle
 * @param basis what it stands on; may be blank
 * @param local whether provinces add entries of their own
 */
record CodeListFile(String list, String name, String basis, boolean local, List<Line> lines) {

    private static final String SUFFIX = ".csv";
    private static final List<String> COLUMNS = List.of("code", "name", "synonyms");
    private static final List<String> FURTHER = List.of("from", "to", "basis");
    private static final int STEP = 10;

    /** One entry; its order is its place in the file. */
    record Line(String code, CodeValues values) {}

    CodeListFile {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a file whole.
     *
     * @param fileName without its folder
     * @throws CsvException naming the line, when the header is another, a code is missing or given twice, a name is missing, or a
     *     day is none
     */
    static CodeListFile read(String fileName, InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        Map<String, String> head = head(new String(bytes, StandardCharsets.UTF_8));
        List<CsvRow> rows = CsvReader.readAll(new ByteArrayInputStream(bytes));
        Map<String, Integer> columns = columns(rows);
        List<Line> lines = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (CsvRow row : rows.subList(1, rows.size())) {
            Line line = line(row, columns, (lines.size() + 1) * STEP);
            if (!codes.add(line.code())) {
                throw new CsvException(row.line(), "code " + line.code() + " is given twice");
            }
            lines.add(line);
        }
        return new CodeListFile(
                fileName.substring(0, fileName.length() - SUFFIX.length()),
                head.get("name"),
                head.getOrDefault("basis", ""),
                "yes".equals(head.get("local")),
                lines);
    }

    /** Lines {@code # key: value}. */
    private static Map<String, String> head(String text) {
        Map<String, String> head = new HashMap<>();
        text.lines().filter(line -> line.startsWith("#")).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                head.putIfAbsent(line.substring(1, colon).strip(), Vietnamese.normalize(line.substring(colon + 1)));
            }
        });
        return head;
    }

    private static Map<String, Integer> columns(List<CsvRow> rows) throws CsvException {
        String expected = String.join(",", COLUMNS);
        if (rows.isEmpty()) {
            throw new CsvException(1, "the file is empty, expected the header " + expected);
        }
        CsvRow header = rows.get(0);
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.fields().size(); i++) {
            String column = header.field(i);
            boolean known = i < COLUMNS.size() ? COLUMNS.get(i).equals(column) : FURTHER.contains(column);
            if (!known) {
                throw new CsvException(
                        header.line(),
                        "expected the header " + expected + ", then any of " + String.join(",", FURTHER));
            }
            columns.put(column, i);
        }
        if (columns.size() < COLUMNS.size()) {
            throw new CsvException(header.line(), "expected the header " + expected);
        }
        return columns;
    }

    private static Line line(CsvRow row, Map<String, Integer> columns, int order) throws CsvException {
        String code = row.field(0);
        String name = row.field(1);
        if (code.isEmpty() || name.isEmpty()) {
            throw new CsvException(row.line(), "code and name are required");
        }
        List<String> synonyms = Arrays.stream(row.field(2).split("\\|"))
                .map(String::strip)
                .filter(synonym -> !synonym.isEmpty())
                .toList();
        LocalDate from = day(row, columns, "from");
        LocalDate to = day(row, columns, "to");
        if (from != null && to != null && to.isBefore(from)) {
            throw new CsvException(row.line(), "the last day lies before the first");
        }
        return new Line(code, new CodeValues(name, synonyms, order, from, to, field(row, columns, "basis")));
    }

    private static String field(CsvRow row, Map<String, Integer> columns, String column) {
        return columns.containsKey(column) ? row.field(columns.get(column)) : "";
    }

    private static LocalDate day(CsvRow row, Map<String, Integer> columns, String column) throws CsvException {
        String text = field(row, columns, column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CsvException(row.line(), text + " is no day; write 2026-07-01");
        }
    }
}
