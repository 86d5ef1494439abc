package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.itest.RunningDistribution;

/** One tells, another reads; one asks, another answers, and all may read the answer. */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewsDayIT {

    private static final byte[] FORM = "%PDF-1.7\n%mẫu".getBytes(StandardCharsets.UTF_8);
    private static Desk desk;

    @TempDir
    static Path directory;

    @BeforeAll
    static void signIn(RunningDistribution server, BrowserContext browser) {
        desk = new Desk(browser.newPage(), server.url());
        desk.open("");
        desk.signIn();
    }

    @Test
    @Order(1)
    void tellsTheCountryWithAFile() throws Exception {
        desk.choose("Tin tức và tài liệu", "Tin tức và tài liệu");
        desk.press("Đăng tin");
        field("Tiêu đề").fill("Lịch chi trả tháng 12/2026");
        field("Nội dung")
                .fill("# Lịch\n- Gửi danh sách **trước ngày 25**\n- <img src=x onerror=alert(1)>\nhttps://chinhphu.vn");
        Path form = Files.write(directory.resolve("Tờ khai.pdf"), FORM);
        FileChooser chooser = desk.page()
                .waitForFileChooser(() -> desk.page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chọn tệp"))
                        .click());
        chooser.setFiles(form);
        desk.read("Tờ khai.pdf");
        desk.lookAtDialog("n1-dang-tin");
        button("Đăng").click();
        desk.read("trước ngày 25");
        desk.read("<img src=x onerror=alert(1)>");
        desk.look("n2-mot-tin");
    }

    @Test
    @Order(2)
    void publishesALegalDocument() {
        desk.press("Đăng tin");
        desk.page().getByRole(AriaRole.DIALOG).locator("vaadin-select").first().click();
        desk.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Văn bản pháp luật"))
                .click();
        field("Tiêu đề").fill("Quy định chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội");
        field("Số, ký hiệu").fill("20/2021/NĐ-CP");
        field("Cơ quan ban hành").fill("Chính phủ");
        day("Ngày ban hành", "15/03/2021");
        day("Có hiệu lực từ", "01/07/2021");
        desk.lookAtDialog("n3-van-ban");
        button("Đăng").click();
        desk.read("Còn hiệu lực");
        desk.look("n4-van-ban-da-dang");
    }

    @Test
    @Order(3)
    void anotherFindsItNewOnTheFirstPageAndTakesTheFileHome() throws Exception {
        desk.handOver(RunningDistribution.CHECKER);
        desk.read("tin chưa đọc");
        desk.look("n5-viec-cua-toi-co-tin");
        desk.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lịch chi trả tháng 12/2026"))
                .click();
        desk.read("trước ngày 25");
        Locator file = desk.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tờ khai.pdf (1 KB)"));
        Download download = desk.page().waitForDownload(file::click);
        assertArrayEquals(FORM, Files.readAllBytes(DownloadedList.save(download, directory)));
    }

    @Test
    @Order(4)
    void asksAndIsAnswered() {
        desk.choose("Hỏi đáp, phản ánh", "Hỏi đáp, phản ánh");
        desk.press("Gửi câu hỏi");
        field("Tiêu đề").fill("Ai được hưởng trợ cấp hưu trí xã hội?");
        field("Nội dung").fill("Người từ 75 tuổi có lương hưu thấp có được hưởng không?");
        desk.lookAtDialog("n6-gui-cau-hoi");
        button("Gửi").click();
        desk.read("Chờ trả lời");
        desk.look("n7-mot-cau-hoi");
        desk.handOver(RunningDistribution.ADMINISTRATOR);
        desk.choose("Hỏi đáp, phản ánh", "Hỏi đáp, phản ánh");
        desk.page().getByText("Ai được hưởng trợ cấp hưu trí xã hội?").first().click();
        desk.press("Trả lời");
        field("Câu trả lời").fill("Người từ đủ 75 tuổi, không có lương hưu.");
        desk.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Trả lời"))
                .click();
        desk.read("không có lương hưu");
        desk.press("Đưa vào Hỏi đáp thường gặp");
        desk.lookAtDialog("n8-hoi-dap-thuong-gap");
        button("Đăng").click();
        desk.read("Mở mục đã đăng");
        desk.look("n9-da-tra-loi");
    }

    @Test
    @Order(5)
    void nothingOnTheWayWasWrittenInEnglish() {
        assertEquals(Set.of(), new TreeSet<>(desk.englishWords()));
    }

    private static Locator field(String label) {
        return desk.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(label))
                .first();
    }

    private static void day(String label, String day) {
        Locator field = desk.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label));
        field.fill(day);
        field.press("Tab");
    }

    private static Locator button(String name) {
        return desk.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
