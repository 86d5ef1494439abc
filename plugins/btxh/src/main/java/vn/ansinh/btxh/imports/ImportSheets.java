package vn.ansinh.btxh.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.sheet.Spreadsheets.Column;
import vn.ansinh.api.sheet.Spreadsheets.Column.Type;
import vn.ansinh.api.sheet.Spreadsheets.SheetWriter;

/** The .xlsx files around an import: the template to fill in, and the rows that did not get in. */
final class ImportSheets {

    private static final int WIDTH = 18;
    private static final int REASON_WIDTH = 60;

    private ImportSheets() {}

    /** Gives rows of one severity after a row number; an empty page ends them. */
    @FunctionalInterface
    interface Pages {
        List<PreviewRow> page(Severity severity, int after);
    }

    static void template(Spreadsheets spreadsheets, OutputStream to) throws IOException {
        List<Column> columns = new ArrayList<>();
        List<String> explanations = new ArrayList<>();
        List<String> example = new ArrayList<>();
        for (ImportColumn column : ImportColumn.values()) {
            columns.add(new Column(column.title(), Type.TEXT, column.width()));
            explanations.add(column.explanation());
            example.add(column.example());
        }
        try (SheetWriter sheet = spreadsheets.write(to, "Danh sách", columns)) {
            sheet.heading("DANH SÁCH ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI", true);
            sheet.heading(
                    "Mỗi dòng một người, một loại đối tượng. Người hưởng hai chế độ ghi hai dòng. Cột không dùng để trống hoặc"
                            + " xóa đi; thứ tự cột tùy ý.",
                    false);
            sheet.heading(
                    "Dòng giải thích ngay dưới tiêu đề và dòng “Ví dụ:” không được nhập, để lại cũng được. Không dùng công"
                            + " thức; số định danh và số tài khoản để ô dạng Văn bản.",
                    false);
            sheet.row(explanations);
            sheet.row(example);
        }
    }

    static void rejected(Spreadsheets spreadsheets, ImportSummary summary, Pages pages, OutputStream to)
            throws IOException {
        List<Column> columns = new ArrayList<>();
        for (ImportSummary.SheetColumn column : summary.columns()) {
            columns.add(new Column(column.title(), Type.TEXT, WIDTH));
        }
        columns.add(new Column("Dòng trong tệp cũ", Type.TEXT, WIDTH));
        columns.add(new Column("Lý do, cách sửa", Type.TEXT, REASON_WIDTH));
        try (SheetWriter sheet = spreadsheets.write(to, "Dòng phải sửa", columns)) {
            for (Severity severity : List.of(Severity.ERROR, Severity.CHOICE)) {
                int after = 0;
                List<PreviewRow> page = pages.page(severity, after);
                while (!page.isEmpty()) {
                    for (PreviewRow row : page) {
                        sheet.row(cells(summary, row));
                        after = row.number();
                    }
                    page = pages.page(severity, after);
                }
            }
        }
    }

    private static List<String> cells(ImportSummary summary, PreviewRow row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < summary.columns().size(); i++) {
            cells.add(i < row.cells().size() ? row.cells().get(i) : "");
        }
        cells.add(Integer.toString(row.number()));
        cells.add(row.findings().stream()
                .filter(finding -> !finding.severity().written())
                .map(finding -> place(summary, finding) + finding.message())
                .collect(Collectors.joining(". ")));
        return cells;
    }

    /** {@code Cột C (Ngày sinh): }. */
    static String place(ImportSummary summary, Finding finding) {
        if (finding.column() == null) {
            return "";
        }
        return summary.columns().stream()
                .filter(column -> column.column() == finding.column())
                .findFirst()
                .map(column -> "Cột " + column.letter() + " (" + column.title() + "): ")
                .orElse("Thiếu cột “" + finding.column().title() + "”: ");
    }
}
