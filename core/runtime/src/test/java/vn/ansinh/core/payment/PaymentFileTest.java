package vn.ansinh.core.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.benefit.ClosedLists.MONTHLY;
import static vn.ansinh.core.payment.PaymentDesk.HUNG;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.core.sheet.ExcelSpreadsheets;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** The file that leaves, and the file that comes back. */
class PaymentFileTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    /** Codes, names and clauses of the test pack, and its program: nobody outside learns why somebody is paid. */
    private static final List<String> WHY = List.of(
            "CAO-TUOI",
            "Người cao tuổi",
            "TU-60",
            "Từ đủ 60 tuổi",
            "KHUYET-TAT",
            "CHUNG",
            "Điều",
            "NĐ",
            "Gói thử",
            "thu");

    private static PaymentDesk desk;

    @TempDir
    Path directory;

    @BeforeAll
    static void open() {
        desk = new PaymentDesk(DATABASE);
    }

    @Test
    void theFileTellsWhoGetsHowMuchWhereAndNothingElse() throws IOException {
        PaymentOrder order = order("Nguyễn Thị An", "=Trần \"Hai\" Bình");

        String csv = new String(export(order, "csv").written(), StandardCharsets.UTF_8);
        assertTrue(csv.contains(order.number() + "/1,Nguyễn Thị An,"), csv);
        assertTrue(csv.contains("\"'=Trần \"\"Hai\"\" Bình\""), csv);
        assertTrue(csv.contains("," + MONTHLY + ","), csv);
        List<String> parts = new ArrayList<>(List.of(csv));
        Path xlsx = file(export(order, "xlsx").written());
        try (ZipFile zip = new ZipFile(xlsx.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.add(unescaped(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        assertTrue(String.join("", parts.subList(1, parts.size())).contains("Nguyễn Thị An"));
        desk.lists.as(HUNG, () -> desk.orders.send(order.id(), desk.post.code()));
        desk.work(desk.sending, order);
        parts.add(desk.post.taken.get(order.number()).toString());
        for (String part : parts) {
            for (String why : WHY) {
                assertFalse(part.matches("(?s).*\\b" + why + "\\b.*"), why);
            }
        }
    }

    @Test
    void aFileWithAWrongRowIsRefusedWholeAndEachWrongRowIsNamed() throws IOException {
        PaymentOrder order = desk.handOver(order("Nguyễn Thị An", "Trần Văn Bình", "Lê Thị Chi"));
        String number = order.number();
        String header = "ma,ket_qua,ly_do,ngay,nguoi_ky_nhan,so_tien\n";

        TriedJob refused = read(
                order,
                header + number + "/1,Đã nhận,,22/11/2026,Nguyễn Thị An," + MONTHLY + "\n" + number
                        + "/2,Chưa nhận,,22/11/2026,,\n" + number + "/3,Đã nhận,,23/11/2026,,500000\n" + number
                        + "/9,Đã nhận,,22/11/2026,,\nCT-00/1,Đã nhận,,hôm qua,,\n");

        assertEquals("4", refused.results().get("rejected"));
        assertEquals("Chưa ghi kết quả nào: 4 dòng phải sửa, xem tệp kèm theo", refused.message());
        Path told = directory.resolve("told.xlsx");
        Files.write(told, refused.written());
        List<String> rows = new ArrayList<>();
        new ExcelSpreadsheets()
                .read(
                        told,
                        row -> rows.add(row.cell(0).text() + ": " + row.cell(1).text()));
        assertEquals(
                List.of(
                        "3: Chưa nhận thì phải ghi lý do.",
                        "4: Ngày 23/11/2026 ở sau hôm nay. Số tiền 500.000 khác số tiền trong lệnh 540.000.",
                        "5: Lệnh " + number + " không có khoản số 9.",
                        "6: Mã khoản chi «CT-00/1» không thuộc lệnh " + number + ". Ngày «hôm qua» không đúng; ghi như"
                                + " 15/11/2026."),
                rows.subList(2, rows.size()));
        assertEquals(0, desk.look(order).paidItems(), "not one row was written");

        TriedJob written = read(
                order,
                header + number + "/1,Đã nhận,,22/11/2026,Nguyễn Thị An," + MONTHLY + "\n" + number
                        + "/2,Chưa nhận,vắng mặt,22/11/2026,,\n" + number + "/3,,,,,\n");
        assertEquals(Map.of("rejected", "0", "paid", "1", "unpaid", "1", "unchanged", "0"), written.results());
        assertEquals(
                List.of("Nguyễn Thị An 540000 PAID", "Trần Văn Bình 540000 UNPAID", "Lê Thị Chi 540000 WAITING"),
                desk.told(order));

        // The workbook that left, as it would come back: what is known stands in it, and reading it changes nothing.
        TriedJob same = desk.work(desk.reading, file(export(order, "xlsx").written()), parameters(order));
        assertEquals("2", same.results().get("unchanged"), same.results().toString());
    }

    private static String unescaped(String xml) {
        return Pattern.compile("&#x([0-9a-f]+);")
                .matcher(xml)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }

    private PaymentOrder order(String... names) {
        long commune = desk.lists.commune();
        for (String name : names) {
            desk.lists.person(name, commune, "BD", "2026-10");
        }
        desk.lists.close(commune, "2026-11");
        return desk.order(commune, "BD", "2026-11");
    }

    private TriedJob export(PaymentOrder order, String format) {
        return desk.work(desk.export, null, Map.of("order", Long.toString(order.id()), "format", format));
    }

    private TriedJob read(PaymentOrder order, String csv) throws IOException {
        return desk.work(desk.reading, file(csv.getBytes(StandardCharsets.UTF_8)), parameters(order));
    }

    private static Map<String, String> parameters(PaymentOrder order) {
        return Map.of("order", Long.toString(order.id()));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("ket-qua"), content);
    }
}
