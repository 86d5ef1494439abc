package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.itest.RunningDistribution;

/** Two officials look after the occupations: one proposes by hand and by file, the other sees what differs and decides. */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CodeListDayIT {

    private static final String LIST = "Nghề nghiệp";
    private static Desk desk;

    @BeforeAll
    static void signIn(RunningDistribution server, BrowserContext browser) {
        desk = new Desk(browser.newPage(), server.url());
        desk.signIn();
    }

    @Test
    @Order(1)
    void findsAnEntryByWhatPeopleCallIt() {
        desk.choose("Danh mục", "Danh mục");
        desk.look("60-danh-muc");
        list(LIST);
        Locator search = desk.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Tìm mã, tên, từ đồng nghĩa"));
        search.fill("lam ruong");
        desk.read("Lao động có kỹ năng trong nông nghiệp");
        desk.settle();
        assertTrue(desk.page().url().contains("ma=nghe-nghiep"), desk.page().url());
        search.fill("");
        desk.read("Nội trợ");
        entry("92");
        desk.read("Chưa có phần mềm nào khai báo dùng danh mục này");
        desk.look("61-danh-muc-mot-muc");
    }

    @Test
    @Order(2)
    void proposesToCloseIt() {
        desk.press("Ngừng dùng…");
        Locator last = field(AriaRole.COMBOBOX, "Ngày dùng cuối cùng");
        last.fill("31/12/2026");
        last.press("Enter");
        desk.lookAtDialog("62-danh-muc-ngung-dung");
        desk.press("Gửi đề xuất");
        desk.read("Chưa ghi lý do.");
        field(AriaRole.TEXTBOX, "Lý do").fill("QĐ 34/2020/QĐ-TTg không có mục này");
        desk.press("Gửi đề xuất");
        desk.read("Mục này có thay đổi đang chờ duyệt.");
    }

    @Test
    @Order(3)
    void aFileWithFaultsIsNotTaken(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("nghe-nghiep.csv");
        Files.writeString(
                file,
                "Mã,Tên,Từ đồng nghĩa,Từ ngày\n94,Nghề tự do,,31/02/2027\n95,,,\n9,Lao động giản đơn,Làm thuê,\n");
        desk.press("Nhập từ tệp");
        bring(file);
        desk.read("Dòng 2, cột Từ ngày: «31/02/2027» không phải là ngày");
        desk.read("Dòng 3: Chưa ghi tên.");
        desk.lookAtDialog("63-danh-muc-tep-loi");
        desk.press("Đóng");

        Files.writeString(
                file,
                "Mã,Tên,Từ đồng nghĩa,Từ ngày\n94,Nghề tự do,Freelance,01/01/2027\n9,Lao động giản đơn,Lao động tự do|Làm thuê|Phu hồ,\n");
        desk.press("Nhập từ tệp");
        bring(file);
        desk.read("2 thay đổi, 0 mục giữ nguyên");
        field(AriaRole.TEXTBOX, "Lý do").fill("Rà soát cuối năm");
        desk.lookAtDialog("64-danh-muc-tep-tot");
        desk.press("Gửi đề xuất");
        desk.read("2 thay đổi từ tệp nghe-nghiep.csv");
    }

    @Test
    @Order(4)
    void somebodyElseSeesWhatDiffersAndApproves() {
        desk.handOver(RunningDistribution.CHECKER);
        desk.open("danh-muc?de-xuat=1");
        desk.read("2 thay đổi từ tệp nghe-nghiep.csv");
        proposal("Rà soát cuối năm");
        desk.read("Phu hồ");
        desk.look("65-danh-muc-duyet");
        desk.press("Duyệt");
        desk.answer("Duyệt");
        desk.read("Đã duyệt đề xuất");
        proposal("QĐ 34/2020/QĐ-TTg không có mục này");
        desk.press("Duyệt");
        desk.answer("Duyệt");
        desk.read("Không có đề xuất nào chờ duyệt.");

        list(LIST);
        assertEquals(0, desk.page().getByText("Nghề tự do").count(), "from the new year on");
        field(AriaRole.CHECKBOX, "Cả mục đã hết hiệu lực, sắp áp dụng").check();
        desk.read("Sắp áp dụng");
        entry("92");
        desk.read("Đến hết 31/12/2026");
        desk.look("66-danh-muc-lich-su");
    }

    @Test
    @Order(5)
    void theListIsTakenHomeAsItIsShown(@TempDir Path directory) throws Exception {
        Locator link = desk.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Xuất Excel"));
        Download download = desk.page().waitForDownload(link::click);
        List<List<String>> cells =
                DownloadedList.excel(DownloadedList.save(download, directory)).cells();
        assertTrue(cells.toString().contains("DANH MỤC: Nghề nghiệp"), cells.toString());
        assertTrue(cells.toString().contains("Freelance"), cells.toString());
    }

    @Test
    @Order(6)
    void everythingIsSaidInVietnamese() {
        assertEquals(Set.of(), desk.englishWords());
    }

    private static void list(String name) {
        desk.page()
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Các danh mục"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
        desk.page()
                .getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setLevel(2))
                .first()
                .waitFor();
        desk.settle();
    }

    private static Locator field(AriaRole role, String label) {
        return desk.page().getByRole(role, new Page.GetByRoleOptions().setName(label));
    }

    private static void entry(String code) {
        desk.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(code).setExact(true))
                .first()
                .click();
        desk.settle();
    }

    /** Opens the proposal that came last of those that wait, and waits for its reason. */
    private static void proposal(String reason) {
        desk.page().locator("vaadin-grid-cell-content button.as-wrap").first().click();
        desk.read(reason);
        desk.settle();
    }

    private static void bring(Path file) {
        FileChooser chooser = desk.page()
                .waitForFileChooser(() -> desk.page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chọn tệp"))
                        .click());
        chooser.setFiles(file);
        desk.settle();
    }
}
