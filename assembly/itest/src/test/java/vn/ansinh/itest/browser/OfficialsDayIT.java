package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.itest.PaymentTable;
import vn.ansinh.itest.PaymentTable.Payment;
import vn.ansinh.itest.RunningDistribution;

/** An official's day: from an Excel list to the closed payment list of November 2026, and a look at every other page. */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficialsDayIT {

    private static final String XLSX = ".xlsx";
    private static Desk desk;

    @BeforeAll
    static void signIn(RunningDistribution server, BrowserContext browser) {
        desk = new Desk(browser.newPage(), server.url());
        desk.open("");
        desk.look("01-dang-nhap");
        desk.signIn();
        desk.look("02-viec-cua-toi-lan-dau");
    }

    @Test
    @Order(1)
    void choosesTheProvinceByTypingWithoutDiacritics() {
        desk.workIn("ha tinh", "Tỉnh Hà Tĩnh");
        assertTrue(desk.page().url().contains("don-vi=42"), desk.page().url());
    }

    @Test
    @Order(2)
    void seesWhatIsWrongInAListBeforeAnythingIsWritten() throws Exception {
        desk.choose("Nhập từ Excel", "Nhập đối tượng từ Excel");
        desk.look("03-nhap-excel");
        handIn("danh-sach-loi");
        desk.read("Không có ngày 31/02");
        desk.look("04-nhap-excel-dong-loi");
        List<String> expected = Files.readAllLines(PaymentTable.SAMPLES.resolve("danh-sach-loi-ket-qua.csv"));
        long errors = expected.stream().filter(line -> line.contains(",ERROR,")).count();
        desk.read(errors + " dòng lỗi không ghi");
        desk.read("Chưa dòng nào được ghi");
    }

    @Test
    @Order(3)
    void writesTheRightList() {
        desk.press("Nhập tệp khác");
        handIn("danh-sach");
        desk.look("05-nhap-excel-xem-lai");
        desk.press("Ghi 30 dòng");
        desk.read("Mở 36 chế độ");
        desk.look("06-nhap-excel-da-ghi");
    }

    @Test
    @Order(4)
    void draftsNovember() throws Exception {
        desk.choose("Kỳ chi trả", "Danh sách chi trả kỳ 11/2026");
        desk.look("07-ky-chi-tra-chua-lap");
        desk.press("Lập danh sách");
        desk.read(dong(PaymentTable.total()));
        desk.look("08-ky-chi-tra-nhap");
        desk.page().getByText("Thái Thị Liễu").first().click();
        desk.read("Cách tính");
        desk.look("09-cach-tinh");
        desk.page().keyboard().press("Escape");
    }

    @Test
    @Order(5)
    void theExcelListHoldsWhatWasWorkedOutByHand(@TempDir Path directory) throws Exception {
        desk.press("Xuất Excel");
        DownloadedList list = DownloadedList.excel(DownloadedList.save(download(), directory));

        List<List<String>> expected = new ArrayList<>();
        for (Payment payment : PaymentTable.read()) {
            expected.add(List.of(
                    payment.name(),
                    period(payment),
                    Long.toString(payment.base()),
                    new BigDecimal(payment.coefficient()).stripTrailingZeros().toPlainString(),
                    Integer.toString(payment.multiple()),
                    Long.toString(payment.amount())));
        }
        expected.sort(Comparator.comparing(List::toString));
        assertEquals(expected, list.lines("Họ và tên", "Kỳ hưởng", "Mức chuẩn", "Hệ số", "Số người", "Số tiền (đồng)"));
        String everything = list.cells().toString();
        assertTrue(everything.contains(Long.toString(PaymentTable.total())), everything);
        assertTrue(everything.contains("TẠM TÍNH"), "a list on unconfirmed values says so");
    }

    private static String period(Payment payment) {
        DateTimeFormatter month = DateTimeFormatter.ofPattern("MM/uuuu");
        YearMonth first = YearMonth.parse(payment.period());
        return payment.months() == 1
                ? month.format(first)
                : month.format(first) + "–" + month.format(first.plusMonths(payment.months() - 1L)) + ", "
                        + payment.months() + " tháng";
    }

    @Test
    @Order(6)
    void thePaperSaysTheTotalInFiguresAndWords(@TempDir Path directory) throws Exception {
        desk.press("In (PDF)");
        String text = DownloadedList.pdf(DownloadedList.save(download(), directory));
        assertTrue(text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), text);
        assertTrue(text.contains("TẠM TÍNH"), text);
        assertTrue(text.contains(dong(PaymentTable.total())), text);
        assertTrue(text.toLowerCase(Locale.ROOT).contains("triệu"), text);
        assertTrue(text.contains("Trần Nguyễn Gia Hưng"), text);
    }

    @Test
    @Order(7)
    void confirmsTheProvisionalValuesAndSomebodyElseCloses() throws Exception {
        desk.press("Đối chiếu Công báo…");
        desk.read("Mở Công báo, so từng giá trị");
        desk.lookAtDialog("10-doi-chieu-cong-bao");
        desk.page().getByLabel("Công báo số, ngày").fill("Công báo số 1101+1102, ngày 30/8/2026");
        desk.page().getByLabel("Đã đối chiếu cả").check();
        desk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xác nhận"))
                .click();
        desk.settle();
        desk.handOver(RunningDistribution.CHECKER);
        desk.workIn("ha tinh", "Tỉnh Hà Tĩnh");
        desk.choose("Kỳ chi trả", "Danh sách chi trả kỳ 11/2026");
        Locator close = desk.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Chốt").setExact(true))
                .first();
        close.click();
        desk.read("Chốt xong, các dòng này được chi và không sửa được nữa");
        desk.lookAtDialog("11-chot");
        desk.answer("Chốt");
        desk.read("Đã chốt.");
        desk.read(PaymentTable.read().size() + " dòng, " + dong(PaymentTable.total()) + " đồng");
        desk.look("12-ky-chi-tra-da-chot");
    }

    @Test
    @Order(8)
    void looksAtEveryOtherPage() {
        desk.choose("Việc của tôi", "Việc của tôi");
        desk.look("13-viec-cua-toi");
        desk.choose("Đối tượng", "Đối tượng bảo trợ xã hội");
        desk.look("14-doi-tuong");
        desk.choose("Người dân", "Người dân");
        desk.look("15-nguoi-dan");
        desk.page().getByText("Lê Nguyễn Bảo Ngọc").first().click();
        desk.read("Thông tin làm căn cứ");
        desk.look("16-mot-nguoi");
        desk.press("Thôi hưởng…");
        desk.lookAtDialog("16b-thoi-huong");
        desk.page().keyboard().press("Escape");
        desk.press("Cho hưởng…");
        desk.lookAtDialog("16c-cho-huong");
        desk.page().keyboard().press("Escape");
        desk.choose("Tính thử mức hưởng", "Tính thử mức hưởng");
        desk.look("21-tinh-thu");
        desk.choose("Truy thu", "Truy thu");
        desk.look("22-truy-thu");
        desk.choose("Lệnh chi trả", "Lệnh chi trả");
        desk.look("25-lenh-chi");
        desk.choose("Gói chính sách", "Gói chính sách");
        desk.look("23-goi-chinh-sach");
        desk.page().getByText("Trợ cấp hưu trí xã hội").first().click();
        desk.read("Ví dụ kiểm");
        desk.look("24-mot-goi");
        desk.choose("Đơn vị hành chính", "Đơn vị hành chính");
        desk.look("17-don-vi-hanh-chinh");
        desk.choose("Việc chạy nền", "Việc chạy nền");
        desk.look("18-viec-chay-nen");
        desk.choose("Chương trình", "Chương trình và phần mở rộng");
        desk.look("19-chuong-trinh");
        desk.open("khong-co-trang-nay");
        desk.look("20-khong-co-trang");
    }

    @Test
    @Order(9)
    void seesWhoLookedAtARecordAndPrintsIt(@TempDir Path directory) throws Exception {
        desk.open("nguoi-dan?don-vi=42&tim=le+nguyen+bao+ngoc");
        desk.page().getByText("Lê Nguyễn Bảo Ngọc").first().click();
        desk.read("In nhật ký truy cập").scrollIntoViewIfNeeded();
        desk.look("26-mot-nguoi-nhat-ky");
        desk.read("Xem nhật ký của người này").click();
        desk.see("Nhật ký truy cập");
        desk.read("Xem hồ sơ");
        desk.look("27-nhat-ky-mot-nguoi");
        desk.press("In nhật ký truy cập");
        Path paper = DownloadedList.save(download(), directory);
        Files.copy(paper, Desk.PICTURES.resolve("nhat-ky.pdf"), StandardCopyOption.REPLACE_EXISTING);
        String text = DownloadedList.pdf(paper);
        assertTrue(text.contains("Lê Nguyễn Bảo Ngọc"), text);
        assertTrue(text.contains("Nhập danh sách"), text);
        assertTrue(text.contains("trang web"), text);
        desk.open("nhat-ky?viec=payroll.close");
        desk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chốt danh sách chi trả"))
                .first()
                .click();
        desk.read("số dòng bỏ ra");
        desk.look("28-nhat-ky-mot-dong");
        desk.open("nhat-ky?viec=sign-in");
        desk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập"))
                .first()
                .waitFor();
        desk.look("29-nhat-ky-dang-nhap");
    }

    @Test
    @Order(10)
    void nothingOnTheWayWasWrittenInEnglish() {
        assertEquals(Set.of(), new TreeSet<>(desk.englishWords()));
    }

    /** Chooses a sample file and waits until it was checked. */
    private static void handIn(String sample) {
        FileChooser chooser = desk.page()
                .waitForFileChooser(() -> desk.page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chọn tệp .xlsx"))
                        .click());
        chooser.setFiles(PaymentTable.SAMPLES.resolve(sample + XLSX));
        desk.read("Chưa dòng nào được ghi");
    }

    private static Download download() {
        Locator link = desk.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tải về"))
                .first();
        return desk.page().waitForDownload(link::click);
    }

    private static String dong(long amount) {
        return NumberFormat.getIntegerInstance(Locale.GERMANY).format(amount);
    }
}
