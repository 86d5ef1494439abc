package vn.ansinh.btxh.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;

/** Which rows of a sheet are people, whatever an office has put around them. */
class SheetFilterTest {

    private final List<Integer> people = new ArrayList<>();
    private final SheetFilter filter = new SheetFilter(row -> people.add(row.number()));
    private int number;

    @Test
    void titlesExplanationsExamplesAndTotalsAreNoPeople() {
        give("DANH SÁCH ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI");
        give("STT", "HO VA TEN", "ngay sinh", "Giới", "Đối tượng", "Hưởng từ tháng", "Ghi chú");
        give("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)");
        give("1", "Ví dụ: Nguyễn Thị Mẫu", "05/03/1979", "Nữ", "BT6N", "05/2018");
        give("1", "Phan Thị An", "05/03/1979", "Nữ", "BT6N", "05/2018");
        give("", "Tổng cộng: 1 người");

        assertEquals(List.of(5), people);
        assertEquals("B", filter.header().letter(ImportColumn.NAME));
        assertEquals("F", filter.header().letter(ImportColumn.FROM));
    }

    @Test
    void aListWithoutAColumnSaysWhich() {
        Problem problem =
                assertThrows(Problem.class, () -> give("Họ và tên", "Ngày sinh", "Giới tính", "Loại đối tượng"));

        assertTrue(problem.getMessage().contains("thiếu cột “Từ tháng”"), problem.getMessage());
    }

    @Test
    void aSheetWithoutAListSaysSo() {
        give("Biểu đồ");

        assertTrue(assertThrows(Problem.class, filter::header).getMessage().startsWith("Không thấy dòng tiêu đề"));
    }

    private void give(String... cells) {
        filter.accept(new SheetRow(
                ++number, Arrays.stream(cells).map(ListFixture::text).toList()));
    }
}
