package vn.ansinh.btxh.imports;

import java.util.function.Consumer;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;
import vn.ansinh.api.text.Vietnamese;

/**
 * Finds the header in a sheet and passes on the rows of people below it: not titles above, the explanations and column
 * numbers right under the header, the template's example, or the total below.
 */
final class SheetFilter implements Consumer<SheetRow> {

    private static final int HEADER_WITHIN = 30;

    private final Consumer<SheetRow> people;
    private Header header;
    private SheetRow headerRow;
    private boolean explaining;
    private int seen;

    /** @param people gets the rows of people, in order */
    SheetFilter(Consumer<SheetRow> people) {
        this.people = people;
    }

    @Override
    public void accept(SheetRow row) {
        if (header == null) {
            findHeader(row);
            return;
        }
        if (explaining && explains(row)) {
            return;
        }
        explaining = false;
        if (!isExample(row) && !isTotal(row)) {
            people.accept(row);
        }
    }

    /** The header; call after the sheet was read. @throws Problem INVALID when there was none */
    Header header() {
        if (header == null) {
            throw noHeader();
        }
        return header;
    }

    /** The row the header was read from. */
    SheetRow headerRow() {
        header();
        return headerRow;
    }

    private void findHeader(SheetRow row) {
        if (++seen > HEADER_WITHIN) {
            throw noHeader();
        }
        header = Header.of(row).orElse(null);
        headerRow = row;
        explaining = header != null;
    }

    private static Problem noHeader() {
        return Problem.invalid(
                "AS-BTXH-HEADER",
                "Không thấy dòng tiêu đề (Họ và tên, Ngày sinh, Giới tính, Loại đối tượng, Từ tháng) trong "
                        + HEADER_WITHIN
                        + " dòng đầu của trang tính thứ nhất. Chép danh sách vào tệp mẫu rồi tải lên lại.");
    }

    /** {@code (Bắt buộc) …} or {@code (1)}, {@code 2}, {@code A} under every title. */
    private static boolean explains(SheetRow row) {
        return row.cells().stream()
                .filter(cell -> cell.kind() != Kind.EMPTY)
                .map(SheetCell::text)
                .allMatch(text -> text.startsWith("(") || text.matches("[A-Z]|\\d{1,2}"));
    }

    private boolean isExample(SheetRow row) {
        return Vietnamese.fold(row.cell(header.position(ImportColumn.NAME)).text())
                .startsWith("vi du:");
    }

    private boolean isTotal(SheetRow row) {
        boolean noBirth = row.cell(header.position(ImportColumn.BIRTH)).kind() == Kind.EMPTY;
        return noBirth
                && row.cells().stream()
                        .filter(cell -> cell.kind() == Kind.TEXT)
                        .findFirst()
                        .filter(cell -> Vietnamese.fold(cell.text()).matches("(tong cong|tong so|cong)\\b.*"))
                        .isPresent();
    }
}
