package vn.ansinh.core.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.ansinh.api.document.StoredDocument.State;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Check.Level;
import vn.ansinh.api.operation.Checkup;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Rows;

/** Whether files are scanned for viruses, and how many wait for it. */
public final class ScannerCheckup implements Checkup {

    private static final String ID = "file-scanner";
    private static final String NAME = "Quét mã độc";
    private static final byte[] TRIAL = "An Sinh".getBytes(StandardCharsets.US_ASCII);

    private static final String COUNT = "select count(*) from (select from ansinh.document_content"
            + " where state = 'QUARANTINED' limit 1000) waiting";

    private final Scanning scanning;
    private final Transactions everywhere;

    public ScannerCheckup(Scanning scanning, Transactions everywhere) {
        this.scanning = scanning;
        this.everywhere = everywhere;
    }

    @Override
    public List<Check> look() {
        int waiting = everywhere.call(connection ->
                Rows.list(connection, COUNT, select -> {}, row -> row.getInt(1)).get(0));
        List<String> names = scanning.names();
        if (names.isEmpty()) {
            return List.of(new Check(
                    ID,
                    NAME,
                    Level.WARNING,
                    "Chưa bật: tệp tải lên được nhận mà không quét mã độc."
                            + (waiting > 0 ? " " + Money.format(waiting) + " tệp vẫn chờ quét." : ""),
                    "Cài ClamAV rồi đặt scanner = clamd trong " + DocumentSettings.FILE.path()
                            + " (mục Quét mã độc của tài liệu Vận hành)."));
        }
        String by = String.join(", ", names);
        boolean answers = scanning.scan(TRIAL).state() == State.CLEAN;
        if (answers) {
            return List.of(
                    waiting == 0
                            ? Check.good(ID, NAME, by + " trả lời; không có tệp nào chờ quét.")
                            : new Check(
                                    ID,
                                    NAME,
                                    Level.WARNING,
                                    by + " trả lời; " + Money.format(waiting) + " tệp đang chờ quét.",
                                    "Tệp chờ được quét lại vài phút một lần; không phải làm gì."));
        }
        return List.of(new Check(
                ID,
                NAME,
                Level.ERROR,
                by + " không trả lời; " + Money.format(waiting) + " tệp đang chờ, chưa ai mở được.",
                "Khởi động lại phần quét, kiểm tra địa chỉ trong " + DocumentSettings.FILE.path()
                        + "; tệp chờ sẽ tự được quét."));
    }
}
