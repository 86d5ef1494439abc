package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.itest.PluginWorkshop;
import vn.ansinh.itest.RunningDistribution;

/** A province's IT brings a program, updates it, takes it from a territory and removes it, while a colleague works with it. */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PluginDayIT {

    private static final String NAME = "Thăm hỏi";
    private static final String MENU = "Sổ thăm hỏi";
    private static final String ASK = "Ghi lần thăm hỏi";

    @TempDir
    static Path directory;

    private static RunningDistribution server;
    private static PluginWorkshop workshop;
    private static Desk desk;
    private static Desk colleague;

    @BeforeAll
    static void twoSignIn(RunningDistribution running, BrowserContext browser, BrowserContext another)
            throws Exception {
        server = running;
        workshop = new PluginWorkshop(directory);
        desk = new Desk(browser.newPage(), server.url());
        desk.signIn();
        colleague = new Desk(another.newPage(), server.url());
        colleague.handOver(RunningDistribution.CHECKER);
    }

    @Test
    @Order(1)
    void aFileOfSomebodyUnknownIsRefusedUntilTheKeyIsTrusted() throws Exception {
        desk.choose("Chương trình", "Chương trình và phần mở rộng");
        desk.look("40-chuong-trinh");
        desk.press("Tải tệp lên…");
        choose(workshop.version("0.1.0", Map.of()));
        desk.read("Tệp không có chữ ký");
        desk.lookAtDialog("41-tai-tep-khong-chu-ky");
        desk.press("Đóng");
        desk.press("Tải tệp lên…");
        Path signed = workshop.signed(workshop.version("0.1.0", Map.of()), PluginWorkshop.TRUSTED);
        choose(signed);
        desk.read("AS-PLUGIN-UNTRUSTED");
        Path certificate = workshop.certificate(directory.resolve("so-y-te.pem"));
        assertTrue(server.console("ansinh:plugin-trust " + certificate).contains("So Y te Ha Tinh"));
        choose(signed);
        desk.read("Tệp hợp lệ.");
        desk.settle();
        assertTrue(focused().endsWith("Cài"), "Enter goes on, but the focus is on: " + focused());
        desk.lookAtDialog("42-tai-tep-hop-le");
    }

    @Test
    @Order(2)
    void installedItIsInTheMenuOfWindowsThatAreOpen() {
        watchSteps();
        desk.press("Cài");
        desk.read("Đã cài " + NAME);
        menu(colleague).waitFor();
        assertTrue((int) desk.page().evaluate("() => window.ansinhSteps.length") > 1, "steps were told as they began");
        desk.look("43-da-cai");
    }

    @Test
    @Order(3)
    void whoTypesWhileItIsUpdatedLosesNothing() throws Exception {
        menu(colleague).click();
        colleague.see(MENU);
        colleague.press(ASK);
        place().fill("Thôn 3, xã Cẩm Bình");
        // sent while typing pauses
        colleague.page().waitForTimeout(1_500);
        desk.press("Tải tệp lên…");
        choose(workshop.signed(workshop.version("0.2.0", Map.of()), PluginWorkshop.TRUSTED));
        desk.read("Thay cho bản");
        desk.settle();
        desk.press("Cập nhật");
        desk.read("Đã cập nhật " + NAME);
        colleague.read("Nội dung đang nhập dở được giữ lại");
        colleague.see("Việc của tôi");
        menu(colleague).click();
        colleague.see(MENU);
        colleague.press(ASK);
        colleague.read("được nhập dở lúc");
        colleague.lookAtDialog("44-nhap-do");
        colleague.press("Điền lại");
        assertEquals("Thôn 3, xã Cẩm Bình", place().inputValue());
        colleague.press("Ghi");
        colleague.read("Đã ghi.");
        colleague.press(ASK);
        assertEquals(0, colleague.page().getByText("được nhập dở lúc").count(), "handed in, so forgotten");
        colleague.press("Không");
    }

    @Test
    @Order(4)
    void itIsTakenFromATerritoryAndGivenBack() {
        desk.press("Tạm ngừng ở một địa bàn…");
        Locator unit = desk.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Đơn vị"));
        unit.fill("ha tinh");
        desk.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Hà Tĩnh"))
                .first()
                .click();
        desk.lookAtDialog("45-tam-ngung-o-dia-ban");
        desk.press("Tạm ngừng");
        desk.read("Đã tạm ngừng ở");
        desk.look("46-da-tam-ngung");
        desk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bật lại"))
                .first()
                .click();
        desk.read("Không có địa bàn nào tạm ngừng");
    }

    @Test
    @Order(5)
    void removalSaysWhatGoesAndTheMenuGoesEverywhere() {
        desk.press("Gỡ…");
        desk.read("Mất đi");
        desk.lookAtDialog("47-hoi-truoc-khi-go");
        desk.answer("Gỡ");
        desk.read("Đã gỡ " + NAME);
        for (Desk window : Set.of(desk, colleague)) {
            menu(window).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
        Set<String> english = new TreeSet<>(desk.englishWords());
        english.addAll(colleague.englishWords());
        assertEquals(Set.of(), english);
    }

    /** Keeps what is told while it works, which nobody else could read that fast. */
    private static void watchSteps() {
        desk.page()
                .evaluate("() => { window.ansinhSteps = [];"
                        + " new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node => {"
                        + " if (node.parentElement && node.parentElement.matches('.as-steps-log'))"
                        + " window.ansinhSteps.push(node.textContent); })))"
                        + ".observe(document.body, {childList: true, subtree: true}); }");
    }

    private static Locator place() {
        return colleague.page().getByLabel("Nơi đến");
    }

    private static Locator menu(Desk window) {
        return window.page()
                .getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(MENU))
                .first();
    }

    /** A button's tooltip counts as its text. */
    private static String focused() {
        return (String) desk.page().evaluate("() => document.activeElement.textContent.trim()");
    }

    private static void choose(Path file) {
        FileChooser chooser = desk.page()
                .waitForFileChooser(() -> desk.page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chọn tệp .jar, .kar"))
                        .click());
        chooser.setFiles(file);
    }
}
