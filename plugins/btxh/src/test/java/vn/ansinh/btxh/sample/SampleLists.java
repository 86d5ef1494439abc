package vn.ansinh.btxh.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.ansinh.core.csv.CsvReader;
import vn.ansinh.core.csv.CsvRow;

/**
 * Invented people of four communes of Hà Tĩnh, for tests and to try the import with: {@code danh-sach.csv} gets in whole, {@code
 * danh-sach-loi.csv} has one row of each kind of fault. The .xlsx beside them are made by {@link #main}.
 */
public final class SampleLists {

    /** All rows get in. */
    public static final String RIGHT = "danh-sach";

    /** One row of each kind of fault. */
    public static final String WRONG = "danh-sach-loi";

    private static final String[] TITLES = {
        "STT",
        "Họ và tên",
        "Ngày sinh",
        "Giới tính",
        "Số định danh/CMND",
        "Dân tộc",
        "Địa chỉ",
        "Mã xã",
        "Loại đối tượng",
        "Từ tháng",
        "Đã chi đến tháng",
        "Số quyết định",
        "Ngày quyết định",
        "Hình thức chi trả",
        "Số tài khoản",
        "Ngân hàng",
        "Mức độ khuyết tật",
        "Ngày giấy xác nhận khuyết tật",
        "Đang mang thai",
        "Hộ nghèo/cận nghèo",
        "Con đang nuôi",
        "Con đang học",
        "Người nhận thay",
        "Số định danh người nhận thay",
        "Người nhận chăm sóc",
        "Số định danh người nhận chăm sóc",
        "Chế độ chăm sóc"
    };

    private SampleLists() {}

    /** Makes the .xlsx anew. @param arguments the directory they go to */
    public static void main(String[] arguments) throws IOException {
        for (String list : List.of(RIGHT, WRONG)) {
            write(list, Path.of(arguments[0], list + ".xlsx"));
        }
    }

    /** Writes a list as .xlsx. A cell that begins with {@code =} becomes a formula, one with {@code #} a number. */
    public static void write(String list, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "An Sinh", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Danh sách");
            for (int column = 0; column < TITLES.length; column++) {
                sheet.value(0, column, TITLES[column]);
            }
            int number = 1;
            for (CsvRow row : rows(list)) {
                for (int column = 0; column < TITLES.length; column++) {
                    cell(sheet, number, column, row.field(column));
                }
                number++;
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, String text) {
        if (text.startsWith("=")) {
            sheet.formula(row, column, text.substring(1));
        } else if (text.startsWith("#")) {
            sheet.value(row, column, Long.parseLong(text.substring(1)));
        } else if (!text.isEmpty()) {
            sheet.value(row, column, text);
        }
    }

    private static List<CsvRow> rows(String list) throws IOException {
        return CsvReader.read(SampleLists.class.getResourceAsStream("/sample/" + list + ".csv"), TITLES);
    }
}
