package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ansinh.itest.RestClient;
import vn.ansinh.itest.RunningDistribution;

/** A new official's first day: an account from the agency above, a password of their own, a token; and locked out in time. */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountsDayIT {

    private static final String NAME = "hoai.tran";
    private static final String OWN = "Trời mưa đường trơn 26";
    private static final int FREE_GUESSES = 5;
    private static Desk desk;
    private static RunningDistribution server;
    private static String password;
    private static String token;

    @BeforeAll
    static void signIn(RunningDistribution running, BrowserContext browser) {
        server = running;
        desk = new Desk(browser.newPage(), running.url());
        desk.signIn();
    }

    @Test
    @Order(1)
    void theProvinceFoundsAnAgency() {
        desk.choose("Cơ quan", "Cơ quan");
        desk.press("Lập cơ quan");
        Locator dialog = dialog();
        dialog.getByLabel("Mã").fill("so-y-te-42");
        dialog.getByLabel("Tên cơ quan").fill("Sở Y tế tỉnh Hà Tĩnh");
        pick(dialog, "Địa bàn", "ha tinh", "Tỉnh Hà Tĩnh");
        desk.lookAtDialog("60-lap-co-quan");
        press(dialog, "Lập cơ quan");
        desk.read("Sở Y tế tỉnh Hà Tĩnh");
        quiet();
        desk.look("61-co-quan");
    }

    @Test
    @Order(2)
    void theAgencyAboveIssuesAnAccount() {
        desk.choose("Tài khoản", "Tài khoản");
        desk.press("Cấp tài khoản");
        Locator dialog = dialog();
        dialog.getByLabel("Tên đăng nhập").fill(NAME);
        dialog.getByLabel("Họ và tên").fill("Trần Thị Hoài");
        pick(dialog, "Địa bàn", "thanh sen", "Phường Thành Sen");
        pick(dialog, "Vai trò", "Cán bộ cấp xã", "Cán bộ cấp xã");
        desk.page().keyboard().press("Escape");
        desk.lookAtDialog("62-cap-tai-khoan");
        press(dialog, "Cấp tài khoản");
        desk.read("Mật khẩu chỉ hiện một lần");
        password = desk.page().getByLabel("Chỉ hiện một lần").inputValue();
        assertEquals(19, password.length(), password);
        desk.press("Đã ghi lại");
        desk.read("Trần Thị Hoài");
        quiet();
        desk.look("63-tai-khoan");
    }

    @Test
    @Order(3)
    void theNewOfficialChoosesAPasswordBeforeAnythingElse() {
        seat(NAME, password);
        desk.read("Hãy đặt mật khẩu riêng của bạn");
        desk.look("64-doi-mat-khau-lan-dau");
        desk.open("doi-tuong");
        desk.read("Hãy đặt mật khẩu riêng của bạn");
        desk.begin(NAME, password, OWN);
        assertEquals(0, desk.page().getByRole(AriaRole.LINK, named("Tài khoản")).count(), "not for a commune's clerk");
        desk.open("tai-khoan");
        desk.read("chưa được");
    }

    @Test
    @Order(4)
    void onesOwnPageEndsSessionsElsewhereAndIssuesAToken() throws Exception {
        try (BrowserContext elsewhere = desk.page().context().browser().newContext()) {
            Desk other = new Desk(elsewhere.newPage(), server.url());
            other.open("");
            other.enter(NAME, OWN);
            other.see("Việc của tôi");
            desk.open("ho-so-cua-toi");
            desk.see("Hồ sơ của tôi");
            desk.read("Phiên này");
            while (desk.page().getByRole(AriaRole.BUTTON, named("Kết thúc")).count() > 0) {
                desk.press("Kết thúc");
            }
            other.open("doi-tuong");
            other.read("Tên đăng nhập");
        }
        desk.press("Cấp mã truy cập");
        Locator dialog = dialog();
        dialog.getByLabel("Dùng cho").fill("Phần mềm một cửa");
        pick(dialog, "Quyền", "Xem người dân", "Xem người dân");
        desk.page().keyboard().press("Escape");
        press(dialog, "Cấp mã truy cập");
        desk.read("Hãy chép mã này");
        token = desk.page().getByLabel("Chỉ hiện một lần").inputValue();
        assertTrue(token.startsWith("as_"), token);
        desk.press("Đã ghi lại");
        desk.read("Phần mềm một cửa");
        quiet();
        desk.look("65-ho-so-cua-toi");
        assertEquals(200, status("/persons"));
        assertEquals(403, status("/payroll?program=btxh&month=2026-11"));
    }

    @Test
    @Order(5)
    void aRevokedTokenOpensNothing() throws Exception {
        desk.press("Thu hồi");
        desk.answer("Thu hồi");
        desk.read("Đã thu hồi");
        assertEquals(401, status("/persons"));
    }

    @Test
    @Order(6)
    void whoGuessesIsLockedOutAndTheIssuerLetsThemInAgain() {
        for (int guess = 0; guess < FREE_GUESSES; guess++) {
            seat(NAME, "sai-" + guess);
        }
        desk.read("Nhập sai năm lần thì tài khoản tạm khóa");
        seat(NAME, OWN);
        desk.read("tài khoản đang bị khóa");
        desk.look("66-bi-khoa");
        desk.handOver(RunningDistribution.ADMINISTRATOR);
        desk.choose("Tài khoản", "Tài khoản");
        desk.page().getByRole(AriaRole.BUTTON, named(NAME)).first().click();
        desk.read("Mở khóa");
        desk.look("67-tai-khoan-bi-khoa");
        desk.press("Mở khóa");
        desk.read("Đã lưu");
        seat(NAME, OWN);
        desk.see("Việc của tôi");
    }

    @Test
    @Order(7)
    void whomTheIssuerLocksIsOutOnTheOpenPage() throws Exception {
        server.rest().post("/accounts/" + NAME + "/lock", Map.of("reason", "Nghỉ việc"));
        desk.open("doi-tuong");
        desk.read("Tên đăng nhập");
        seat(NAME, OWN);
        desk.read("đang bị khóa");
        desk.handOver(RunningDistribution.ADMINISTRATOR);
        desk.choose("Phiên làm việc", "Phiên làm việc");
        desk.read("admin");
        assertEquals(0, desk.page().getByText(NAME).count(), "whoever is locked has no session");
        desk.look("68-phien");
        assertEquals(Set.of(), desk.englishWords());
    }

    @Test
    @Order(8)
    void whoSitsAtTheConsoleDoesTheSame() throws Exception {
        String said = server.console(String.join(
                "; ",
                "ansinh:account-unlock " + NAME,
                "ansinh:account-lock --reason 'Nghi viec' " + NAME,
                "ansinh:account-password " + NAME,
                "ansinh:account-add --full-name 'May chu' --role nguoi-xem may.chu",
                "ansinh:agency-seed 46",
                "ansinh:agency-list",
                "ansinh:session-list",
                "ansinh:token-list"));
        for (String words : List.of(
                "Đã mở khóa tài khoản " + NAME,
                "Đã khóa tài khoản " + NAME,
                "Mật khẩu mới của " + NAME,
                "Tài khoản may.chu đã được tạo",
                "so-y-te-46",
                "Dùng lần cuối",
                "Phần mềm một cửa")) {
            assertTrue(said.contains(words), words + " in: " + said);
        }
        assertTrue(said.matches("(?s).*Đã lập [1-9][0-9]* cơ quan.*"), said);
    }

    private static int status(String path) throws Exception {
        return RestClient.bearer(server.url(), token).status(path);
    }

    /** Waits until what was told briefly has gone: it fades while a picture is looked at. */
    private static void quiet() {
        desk.page()
                .locator("vaadin-notification-card")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private static Locator dialog() {
        return desk.page().getByRole(AriaRole.DIALOG).last();
    }

    private static void press(Locator dialog, String button) {
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        desk.settle();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void pick(Locator dialog, String label, String typed, String option) {
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label))
                .first()
                .fill(typed);
        desk.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .first()
                .click();
        desk.settle();
    }

    private static void seat(String account, String secret) {
        desk.page().context().clearCookies();
        desk.open("");
        desk.enter(account, secret);
    }
}
