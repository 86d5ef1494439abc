package vn.ansinh.core.codelist;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ansinh.api.codelist.CodeDraft;
import vn.ansinh.api.codelist.CodeDraft.Kind;
import vn.ansinh.api.codelist.CodeEntry;
import vn.ansinh.api.codelist.CodeFile;
import vn.ansinh.api.codelist.CodeFile.Fault;
import vn.ansinh.api.codelist.CodeValues;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.codelist.ProposalTables.Upon;

/** Reads a file against the list as it stands: what it would change, and what is wrong in it, row by row. */
final class FileReading {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int LAST_ORDER = 1_000_000;

    private final String list;
    private final long unitId;
    private final ChangeRules rules;
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final List<Upon> changes = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private Map<CodeColumn, Integer> columns = Map.of();
    private int read;
    private int unchanged;

    /** @param unitId province whose own entries the file is about, 0 for the country's */
    FileReading(String list, long unitId, ChangeRules rules) {
        this.list = list;
        this.unitId = unitId;
        this.rules = rules;
    }

    /** What the rows read so far come to. */
    CodeFile result(String fileName) {
        return new CodeFile(
                fileName, read, unchanged, changes.stream().map(Upon::item).toList(), faults);
    }

    List<Upon> changes() {
        return changes;
    }

    void read(List<SheetRow> rows) {
        for (SheetRow row : rows) {
            if (columns.isEmpty()) {
                columns = CodeColumn.found(row);
            } else {
                read++;
                row(row);
            }
        }
        if (columns.isEmpty()) {
            faults.add(new Fault(
                    0,
                    "",
                    "Không thấy dòng tiêu đề có cột «Mã» và «Tên». Hãy xuất danh mục ra tệp rồi sửa trên tệp đó."));
        } else if (read == 0) {
            faults.add(new Fault(0, "", "Tệp không có dòng nào dưới tiêu đề."));
        }
    }

    private void row(SheetRow row) {
        int before = faults.size();
        for (Map.Entry<CodeColumn, Integer> column : columns.entrySet()) {
            SheetCell cell = row.cell(column.getValue());
            if (cell.kind() == SheetCell.Kind.FORMULA || cell.kind() == SheetCell.Kind.ERROR) {
                fault(row, column.getKey(), "Ô có công thức hoặc lỗi. Hãy dán giá trị thay cho công thức.");
            }
        }
        String code = code(row);
        LocalDate from = day(row, CodeColumn.FROM);
        LocalDate to = day(row, CodeColumn.TO);
        int order = order(row);
        if (code.isEmpty()) {
            fault(row, CodeColumn.CODE, "Chưa ghi mã.");
        }
        if (faults.size() > before) {
            return;
        }
        Integer earlier = rowOf.putIfAbsent(code + " " + from, row.number());
        if (earlier != null) {
            fault(row, CodeColumn.CODE, "Mã «" + code + "» đã có ở dòng " + earlier + ".");
            return;
        }
        try {
            change(row, code, from, to, order);
        } catch (Problem problem) {
            fault(row, null, problem.getMessage());
        }
    }

    private void change(SheetRow row, String code, LocalDate from, LocalDate to, int order) {
        CodeEntry latest = rules.latest(code);
        if (latest == null) {
            CodeValues values = new CodeValues(
                    text(row, CodeColumn.NAME), synonyms(row), order, from, to, text(row, CodeColumn.BASIS));
            changes.add(rules.check(CodeDraft.add(list, code, unitId, values, "")));
            return;
        }
        CodeEntry meant = columns.containsKey(CodeColumn.FROM) ? span(code, from) : latest;
        CodeValues values = values(row, meant, from, to, order);
        if (values.equals(meant.values())) {
            unchanged++;
        } else if (meant != latest) {
            fault(row, CodeColumn.FROM, "Giai đoạn này đã qua, không sửa bằng tệp được. Hãy bỏ dòng này.");
        } else if (latest.unitId() != unitId) {
            fault(
                    row,
                    CodeColumn.CODE,
                    latest.unitId() == 0
                            ? "Mục «" + code + "» dùng chung cả nước, địa phương không sửa được. Hãy để nguyên như cũ"
                                    + " hoặc bỏ dòng này."
                            : "Mục «" + code + "» là mục riêng của một tỉnh. Hãy để nguyên như cũ hoặc bỏ dòng này.");
        } else {
            Kind kind = kind(latest.values(), values);
            changes.add(rules.check(
                    kind == Kind.REOPEN
                            ? CodeDraft.reopen(list, code, null, "")
                            : new CodeDraft(kind, list, code, unitId, values, "")));
        }
    }

    /** The span that begins on that day; the latest when the row means a change of it, or its first day set right. */
    private CodeEntry span(String code, LocalDate from) {
        return rules.spans(code).stream()
                .filter(span -> Objects.equals(span.values().from(), from))
                .findFirst()
                .orElse(rules.latest(code));
    }

    /** What the file has no column for stays. */
    private CodeValues values(SheetRow row, CodeEntry entry, LocalDate from, LocalDate to, int order) {
        CodeValues now = entry.values();
        return new CodeValues(
                text(row, CodeColumn.NAME),
                columns.containsKey(CodeColumn.SYNONYMS) ? synonyms(row) : now.synonyms(),
                order > 0 ? order : now.order(),
                columns.containsKey(CodeColumn.FROM) ? from : now.from(),
                columns.containsKey(CodeColumn.TO) ? to : now.to(),
                columns.containsKey(CodeColumn.BASIS) ? text(row, CodeColumn.BASIS) : now.basis());
    }

    private static Kind kind(CodeValues before, CodeValues after) {
        boolean sameWords = after.until(before.to()).equals(before);
        if (sameWords) {
            return after.to() == null ? Kind.REOPEN : Kind.CLOSE;
        }
        boolean later =
                after.from() != null && (before.from() == null || after.from().isAfter(before.from()));
        return later && !after.name().equals(before.name()) ? Kind.CHANGE : Kind.CORRECT;
    }

    /** Excel drops the zero before a number that was typed into a plain cell: 1 may mean 01. */
    private String code(SheetRow row) {
        String text = text(row, CodeColumn.CODE);
        boolean number = row.cell(columns.get(CodeColumn.CODE)).kind() == SheetCell.Kind.NUMBER;
        return number && rules.latest(text) == null && rules.latest("0" + text) != null ? "0" + text : text;
    }

    private String text(SheetRow row, CodeColumn column) {
        Integer at = columns.get(column);
        return at == null ? "" : Vietnamese.normalize(row.cell(at).text());
    }

    private List<String> synonyms(SheetRow row) {
        return Arrays.stream(text(row, CodeColumn.SYNONYMS).split("\\|"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private LocalDate day(SheetRow row, CodeColumn column) {
        String text = text(row, column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(text) : LocalDate.parse(text, DAY);
        } catch (DateTimeParseException e) {
            fault(row, column, "«" + text + "» không phải là ngày. Ghi như 01/07/2026.");
            return null;
        }
    }

    private int order(SheetRow row) {
        String text = text(row, CodeColumn.ORDER);
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) > LAST_ORDER) {
            fault(row, CodeColumn.ORDER, "«" + text + "» không phải là số thứ tự (số nguyên dương).");
            return 0;
        }
        return Integer.parseInt(text);
    }

    private void fault(SheetRow row, CodeColumn column, String message) {
        faults.add(new Fault(row.number(), column == null ? "" : column.title(), message));
    }
}
