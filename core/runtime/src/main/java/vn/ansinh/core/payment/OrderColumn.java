package vn.ansinh.core.payment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ansinh.api.sheet.Spreadsheets.Column;
import vn.ansinh.api.text.Vietnamese;

/**
 * What stands in the file of an order; the last four are empty until who pays fills them in. There is no column for why
 * somebody is paid, and there shall be none.
 */
enum OrderColumn {
    REFERENCE("ma", "Mã khoản chi", Column.Type.TEXT, 24),
    NAME("ho_ten", "Họ và tên người hưởng", Column.Type.TEXT, 28),
    ID_NUMBER("so_dinh_danh", "Số định danh", Column.Type.TEXT, 15),
    ADDRESS("noi_o", "Nơi ở", Column.Type.TEXT, 26),
    COMMUNE("xa", "Xã, phường", Column.Type.TEXT, 22),
    PAYEE("nguoi_nhan", "Người nhận tiền", Column.Type.TEXT, 28),
    PAYEE_NUMBER("so_dinh_danh_nguoi_nhan", "Số định danh người nhận", Column.Type.TEXT, 15),
    ACCOUNT("so_tai_khoan", "Số tài khoản", Column.Type.TEXT, 20),
    BANK("ngan_hang", "Ngân hàng", Column.Type.TEXT, 20),
    AMOUNT("so_tien", "Số tiền (đồng)", Column.Type.MONEY, 15),
    RESULT("ket_qua", "Kết quả", Column.Type.TEXT, 12),
    REASON("ly_do", "Lý do chưa nhận", Column.Type.TEXT, 26),
    DAY("ngay", "Ngày", Column.Type.DATE, 12),
    COLLECTED_BY("nguoi_ky_nhan", "Người ký nhận", Column.Type.TEXT, 26);

    private final String code;
    private final String title;
    private final Column.Type type;
    private final int width;

    OrderColumn(String code, String title, Column.Type type, int width) {
        this.code = code;
        this.title = title;
        this.type = type;
        this.width = width;
    }

    /** Heading in a csv file. */
    String code() {
        return code;
    }

    String title() {
        return title;
    }

    static List<Column> sheet() {
        return Arrays.stream(values())
                .map(column -> new Column(column.title, column.type, column.width))
                .toList();
    }

    /** The column with that heading, as one of the two kinds of file has it. */
    static Optional<OrderColumn> withHeading(String text) {
        String heading = Vietnamese.fold(text.replace("\uFEFF", "")).strip();
        return Arrays.stream(values())
                .filter(column -> column.code.equals(heading.toLowerCase(Locale.ROOT))
                        || Vietnamese.fold(column.title).equals(heading))
                .findFirst();
    }
}
