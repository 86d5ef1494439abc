package vn.ansinh.btxh.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;
import vn.ansinh.api.text.LegacyText;

/** The cells of one row by column, and what was found in them. */
final class RowCells {

    private static final Set<ImportColumn> NAMES =
            Set.of(ImportColumn.NAME, ImportColumn.CHILDREN, ImportColumn.COLLECTOR_NAME, ImportColumn.CAREGIVER_NAME);

    private final SheetRow row;
    private final Header header;
    private final OldFonts oldFonts;
    private final List<Finding> findings = new ArrayList<>(2);

    RowCells(SheetRow row, Header header, OldFonts oldFonts) {
        this.row = row;
        this.header = header;
        this.oldFonts = oldFonts;
    }

    /** Row number as Excel shows it. */
    int number() {
        return row.number();
    }

    /** What was found, in the order of reading. */
    List<Finding> findings() {
        return findings;
    }

    /** Whether something keeps the row out. */
    boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** The cell as it stands; empty when the list lacks the column. */
    SheetCell cell(ImportColumn column) {
        int position = header.position(column);
        return position < 0 ? SheetCell.EMPTY : row.cell(position);
    }

    /**
     * The text of a cell, NFC, old encodings converted.
     *
     * @return {@code null} when the cell is empty or was refused
     */
    String text(ImportColumn column) {
        SheetCell cell = cell(column);
        switch (cell.kind()) {
            case EMPTY:
                return null;
            case FORMULA:
                error(
                        column,
                        "CONG-THUC",
                        "Ô chứa công thức. Chép ô rồi dán lại bằng Dán đặc biệt → Giá trị (Paste Special → Values)");
                return null;
            case ERROR:
                error(column, "O-LOI", "Ô đang báo lỗi của Excel (" + cell.text() + "). Gõ lại giá trị");
                return null;
            case BOOLEAN:
                error(column, "KIEU-O", "Ô chứa TRUE/FALSE, không phải chữ hoặc số. Gõ lại giá trị");
                return null;
            default:
                return cell.kind() == Kind.TEXT ? typed(column, cell.text()) : cell.text();
        }
    }

    /** As {@link #text}; an empty cell is an error. */
    String required(ImportColumn column) {
        String text = text(column);
        if (text == null && cell(column).kind() == Kind.EMPTY) {
            error(column, "TRONG", "Chưa ghi “" + column.title() + "”");
        }
        return text;
    }

    void error(ImportColumn column, String code, String message) {
        findings.add(new Finding(Severity.ERROR, column, code, message));
    }

    void choice(ImportColumn column, String code, String message) {
        findings.add(new Finding(Severity.CHOICE, column, code, message));
    }

    void warn(ImportColumn column, String code, String message) {
        findings.add(new Finding(Severity.WARNING, column, code, message));
    }

    private String typed(ImportColumn column, String cellText) {
        LegacyText read = LegacyText.recognise(cellText, oldFonts.seen);
        switch (read.outcome()) {
            case DOUBTFUL:
                LegacyText alone = LegacyText.recognise(cellText);
                if (alone.outcome() == LegacyText.Outcome.CLEAN) {
                    return readsBothWays(column, alone.text());
                }
                error(
                        column,
                        "PHONG-CHU-CU",
                        "Chữ gõ bằng phông cũ (TCVN3, VNI) không đọc chắc được: “" + read.text()
                                + "”. Gõ lại bằng Unicode");
                return null;
            case CONVERTED:
                oldFonts.seen = read.encoding();
                warn(
                        column,
                        "PHONG-CHU-CU",
                        "Gõ bằng phông cũ " + read.encoding() + ", hiểu là “" + read.text() + "”. Xem lại");
                return read.text();
            default:
                return read.text().isEmpty() ? null : read.text();
        }
    }

    /**
     * Good Unicode that an old font could have meant otherwise ("Tó" is "Tú" in TCVN3), in a list that has such cells. It
     * stays; where it is a name, somebody should look.
     */
    private String readsBothWays(ImportColumn column, String text) {
        if (NAMES.contains(column)) {
            warn(
                    column,
                    "PHONG-CHU-CU",
                    "Danh sách có ô gõ bằng phông cũ; ô này giữ nguyên “" + text + "”. Xem lại có đúng dấu không");
        }
        return text;
    }

    /** Which old encoding cells of the same list were converted from; it helps to read the next one. */
    static final class OldFonts {
        private LegacyText.Encoding seen = LegacyText.Encoding.UNICODE;
    }
}
