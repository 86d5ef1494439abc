package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.itest.Nd335Office;
import vn.ansinh.itest.RunningDistribution;

/**
 * The day NĐ 335/2026 reaches an office that closed July to October at the old rate: the calculator before and after, the
 * pack in the policy view and its activation by a second person, November with four months of arrears, each line explained.
 */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Nd335DayIT {

    private static RunningDistribution server;
    private static Nd335Office office;
    private static Desk desk;

    @BeforeAll
    static void octoberIsClosed(BrowserContext browser, @TempDir Path directory) throws Exception {
        server = Nd335Office.start("nd335-browser");
        office = new Nd335Office(server.rest(), server.checker());
        office.bringIn(
                directory,
                "42",
                List.of(
                        Nd335Office.beneficiary(1, "Nguyễn Văn Bình", "05/03/1985", Nd335Office.EARLY, "BT6N"),
                        Nd335Office.beneficiary(2, "Trần Thị Cúc", "17/08/1996", Nd335Office.EARLY, "BT6DBN")));
        office.confirmEverything();
        for (String month : List.of("2026-07", "2026-08", "2026-09", "2026-10")) {
            assertEquals(1_750_000, office.closeMonth(Nd335Office.EARLY, month));
        }
        desk = new Desk(browser.newPage(), server.url());
        desk.signIn();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void theCalculatorTellsTheOldRate() {
        calculate();
        desk.read("1.000.000");
        desk.read("500.000 × 2,0");
        desk.look("30-tinh-thu");
    }

    @Test
    @Order(2)
    void aPackIsCheckedAndHandedInAndItsOwnBringerCannotActivateIt() {
        desk.choose("Gói chính sách", "Gói chính sách");
        desk.look("31-goi-chinh-sach");
        desk.press("Tải gói lên…");
        FileChooser chooser = desk.page()
                .waitForFileChooser(() -> desk.page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chọn tệp .yaml"))
                        .click());
        chooser.setFiles(Nd335Office.kept(server.home(), Nd335Office.DECREE));
        desk.read("Đúng cấu trúc.");
        desk.lookAtDialog("32-tai-goi-len");
        desk.press("Gửi chờ kích hoạt");
        desk.read("Bạn là người đưa vào nên không tự kích hoạt được");
        desk.look("33-goi-cho-kich-hoat");
    }

    @Test
    @Order(3)
    void theSecondPersonTriesItOutAndActivatesIt() {
        desk.handOver(RunningDistribution.CHECKER);
        desk.open("goi-chinh-sach?goi=" + Nd335Office.DECREE + "&ban=1&ky=2026-11");
        desk.read("Bạn là người thứ hai nên kích hoạt được");
        desk.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Chạy thử").setExact(true))
                .click();
        desk.read("+140.000 đồng mỗi tháng");
        desk.look("34-chay-thu");
        desk.press("Kích hoạt…");
        desk.read("Từ lúc kích hoạt, các kỳ chưa chốt được tính theo gói này");
        desk.lookAtDialog("35-kich-hoat");
        desk.answer("Kích hoạt");
        desk.read("Đang áp dụng");
    }

    @Test
    @Order(4)
    void theCalculatorTellsTheNewRateAndThatItIsProvisional() throws Exception {
        desk.handOver(RunningDistribution.ADMINISTRATOR);
        calculate();
        desk.read("1.080.000");
        desk.read("540.000 × 2,0");
        desk.read("Tạm tính");
        desk.look("36-tinh-thu-muc-moi");
        office.confirmEverything();
    }

    @Test
    @Order(5)
    void novemberPaysFourMonthsOfArrearsAndSaysWhy() {
        desk.open("btxh/ky-chi-tra?don-vi=" + Nd335Office.EARLY + "&ky=2026-11");
        desk.press("Lập danh sách");
        desk.read("2.450.000");
        desk.read("07/2026–10/2026 · 4 tháng");
        desk.page().getByText("Trần Thị Cúc").first().click();
        desk.read("Cách tính");
        desk.read("nay nhận thêm phần còn thiếu 320.000 đồng");
        desk.read("Điều 4 NĐ 335/2026/NĐ-CP");
        desk.page().getByText("Lịch sử chi trả").first().click();
        desk.read("Kỳ chi");
        desk.look("37-truy-linh");
    }

    @Test
    @Order(6)
    void whoDraftedItDoesNotCloseIt() {
        close();
        desk.read("Người lập không được chốt");
        desk.look("38-nguoi-lap-khong-chot");
        desk.handOver(RunningDistribution.CHECKER);
        desk.open("btxh/ky-chi-tra?don-vi=" + Nd335Office.EARLY + "&ky=2026-11");
        close();
        desk.read("Đã chốt.");
    }

    @Test
    @Order(7)
    void nothingOnTheWayWasWrittenInEnglish() {
        assertEquals(Set.of(), new TreeSet<>(desk.englishWords()));
    }

    /** What Trần Thị Cúc gets from July to November. */
    private static void calculate() {
        desk.open("tinh-thu?ky=2026-11");
        desk.see("Tính thử mức hưởng");
        Locator person = desk.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Người có trong danh sách"));
        person.fill("tran thi cuc");
        desk.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Trần Thị Cúc"))
                .first()
                .click();
        desk.settle();
        desk.press("Tính");
    }

    private static void close() {
        desk.press("Chốt");
        desk.read("Chốt xong, các dòng này được chi và không sửa được nữa");
        desk.answer("Chốt");
    }
}
