package vn.ansinh.core.benefit.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.sheet.Spreadsheets.Column;
import vn.ansinh.api.sheet.Spreadsheets.SheetWriter;
import vn.ansinh.api.text.Money;

/** The list as an Excel file: real numbers, one line a row. */
final class SheetExport {

    private static final List<Column> COLUMNS = List.of(
            new Column("TT", Column.Type.NUMBER, 6),
            new Column("Họ và tên", Column.Type.TEXT, 26),
            new Column("Ngày, năm sinh", Column.Type.TEXT, 12),
            new Column("Số định danh", Column.Type.TEXT, 15),
            new Column("Địa chỉ", Column.Type.TEXT, 26),
            new Column("Chế độ", Column.Type.TEXT, 32),
            new Column("Kỳ hưởng", Column.Type.TEXT, 10),
            new Column("Mức chuẩn", Column.Type.MONEY, 12),
            new Column("Hệ số", Column.Type.NUMBER, 8),
            new Column("Số người", Column.Type.NUMBER, 8),
            new Column("Số tiền (đồng)", Column.Type.MONEY, 15),
            new Column("Hình thức chi trả", Column.Type.TEXT, 24),
            new Column("Tài khoản", Column.Type.TEXT, 24),
            new Column("Người nhận", Column.Type.TEXT, 26),
            new Column("Căn cứ", Column.Type.TEXT, 40),
            new Column("Ghi chú", Column.Type.TEXT, 24),
            new Column("Ký nhận", Column.Type.TEXT, 14));

    private static final int AMOUNT = 10;

    private final Spreadsheets spreadsheets;
    private final Front front;
    private final PaymentList list;
    private final LineWords words;

    SheetExport(Spreadsheets spreadsheets, Front front, PaymentList list, LineWords words) {
        this.spreadsheets = spreadsheets;
        this.front = front;
        this.list = list;
        this.words = words;
    }

    void write(JobContext job, String name, String mediaType) throws IOException {
        try (OutputStream out = new BufferedOutputStream(job.output(name, mediaType));
                SheetWriter writer = spreadsheets.write(out, "Danh sách chi trả", COLUMNS)) {
            writer.heading(front.agency(), true);
            writer.heading(front.title().toUpperCase(Locale.ROOT), true);
            writer.heading(front.subtitle(), false);
            if (front.mark() != null) {
                writer.heading(front.mark(), true);
            }
            list.forEach(
                    read -> job.progress(read, list.lines(), "Đang ghi " + Money.format(read) + " dòng"),
                    (number, line) -> writer.row(cells(number, line)));
            Object[] total = new Object[COLUMNS.size()];
            total[1] = front.totalLabel();
            total[AMOUNT] = list.totalRead();
            writer.total(Arrays.asList(total));
            writer.remark("Bằng chữ: " + front.inWords() + ".", true);
            for (String note : front.notes(words)) {
                writer.remark(note, false);
            }
        }
    }

    private List<Object> cells(long number, PayrollLine line) {
        return Arrays.asList(
                number,
                line.personName(),
                line.birth(),
                words.number(line),
                words.address(line),
                words.benefit(line),
                words.period(line),
                line.base(),
                line.coefficient().stripTrailingZeros(),
                (long) line.multiple(),
                line.amount(),
                words.method(line),
                words.account(line),
                words.payee(line),
                words.clause(line),
                words.remark(line),
                null);
    }
}
