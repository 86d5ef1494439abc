package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.itest.RunningDistribution;

/** Everything can be done without a mouse. */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyboardIT {

    private static Page page;
    private static Desk desk;
    private static Keyboard keyboard;

    @BeforeAll
    static void openBrowser(RunningDistribution server, BrowserContext browser) {
        page = browser.newPage();
        desk = new Desk(page, server.url());
        keyboard = new Keyboard(page);
        desk.open("");
    }

    @Test
    @Order(1)
    void signsIn() {
        keyboard.tabTo("Tên đăng nhập");
        keyboard.type(RunningDistribution.ADMINISTRATOR);
        keyboard.tabTo("Mật khẩu");
        keyboard.type(RunningDistribution.PASSWORD);
        keyboard.press("Enter");
        desk.see("Việc của tôi");
    }

    @Test
    @Order(2)
    void choosesUnitAndMonth() {
        keyboard.tabTo("Đơn vị Cả nước…");
        keyboard.press("Enter");
        desk.read("Để trống là cả nước");
        keyboard.tabTo("Đơn vị");
        keyboard.type("quang ngai");
        desk.read("Tỉnh Quảng Ngãi");
        keyboard.press("ArrowDown");
        keyboard.press("Enter");
        keyboard.tabTo("Tháng sau");
        keyboard.press("Enter");
        keyboard.tabTo("Xem");
        keyboard.press("Enter");
        page.waitForURL(url -> url.contains("don-vi=51"));
        desk.settle();
    }

    @Test
    @Order(3)
    void runsAMonthAndTakesTheListHome(@TempDir Path directory) throws Exception {
        goTo("Kỳ chi trả", "Danh sách chi trả kỳ");
        keyboard.tabTo("Lập danh sách…");
        keyboard.press("Enter");
        desk.read("chưa có ai được hưởng trong kỳ 12/2026");
        goTo("Đối tượng", "Đối tượng bảo trợ xã hội");
        goTo("Nhập từ Excel", "Nhập đối tượng từ Excel");
        keyboard.tabTo("Tải tệp mẫu");
        Download template = page.waitForDownload(() -> keyboard.press("Enter"));
        Path file = DownloadedList.save(template, directory);
        assertTrue(Files.size(file) > 0);
        assertTrue(DownloadedList.excel(file).cells().stream()
                .anyMatch(row -> row.containsAll(List.of("Họ và tên", "Mã xã", "Từ tháng"))));
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource({
        "Việc của tôi, Việc của tôi, Mở Chương trình|Mở Kỳ chi trả|Mở danh sách chi trả",
        "Người dân, Người dân, Họ tên…",
        "Đối tượng, Đối tượng bảo trợ xã hội, Nhập từ Excel",
        "Nhập từ Excel, Nhập đối tượng từ Excel, Chọn tệp .xlsx",
        "Tính thử mức hưởng, Tính thử mức hưởng, Thêm thông tin…",
        "Truy thu, Truy thu, Đề nghị",
        "Gói chính sách, Gói chính sách, Tải gói lên…",
        "Đơn vị hành chính, Đơn vị hành chính, Tên hoặc mã…",
        "Việc chạy nền, Việc chạy nền, Làm mới",
        "Chương trình, Chương trình và phần mở rộng, Tải tệp lên…"
    })
    void everyPageIsReachedAndItsMainActionToo(String menuEntry, String heading, String mainAction) {
        goTo(menuEntry, heading);
        keyboard.tabToOneOf(List.of(mainAction.split("\\|")));
    }

    private static void goTo(String menuEntry, String heading) {
        keyboard.tabTo(menuEntry);
        keyboard.press("Enter");
        desk.see(heading);
    }
}
