package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
        desk.look("61-co-quan");
    }

    @Test
    @Order(2)
    void theAgencyAboveIssuesAnAccount() {
        desk.choose("Tài khoản", "Tài khoản");
        desk.look("62-tai-khoan");
        desk.press("Cấp tài khoản");
        Locator dialog = dialog();
        dialog.getByLabel("Tên đăng nhập").fill(NAME);
        dialog.getByLabel("Họ và tên").fill("Trần Thị Hoài");
        pick(dialog, "Địa bàn", "thanh sen", "Phường Thành Sen");
        pick(dialog, "Vai trò", "Cán bộ cấp xã", "Cán bộ cấp xã");
        desk.page().keyboard().press("Escape");
        desk.lookAtDialog("63-cap-tai-khoan");
        press(dialog, "Cấp tài khoản");
        desk.read("Mật khẩu chỉ hiện một lần");
        password = desk.page().getByLabel("Chỉ hiện một lần").inputValue();
        assertEquals(19, password.length(), password);
        desk.press("Đã ghi lại");
        desk.read("Trần Thị Hoài");
    }

    @Test
    @Order(3)
    void theNewOfficialChoosesAPasswordBeforeAnythingElse() {
        seat(NAME, password);
        desk.page().getByText("Hãy đặt mật khẩu riêng của bạn").waitFor();
        desk.look("64-doi-mat-khau-lan-dau");
        desk.open("doi-tuong");
        desk.page().getByText("Hãy đặt mật khẩu riêng của bạn").waitFor();
        desk.page().getByLabel("Mật khẩu đang dùng").fill(password);
        desk.page()
                .getByLabel("Mật khẩu mới", new Page.GetByLabelOptions().setExact(true))
                .fill(OWN);
        desk.page().getByLabel("Nhập lại mật khẩu mới").fill(OWN);
        desk.press("Đổi mật khẩu");
        desk.open("");
        desk.see("Việc của tôi");
        assertEquals(0, desk.page().getByRole(AriaRole.LINK, named("Tài khoản")).count(), "not for a commune's clerk");
        desk.open("tai-khoan");
        desk.read("chưa được");
    }

    @Test
    @Order(4)
    void onesOwnPageShowsRightsAndIssuesAToken() throws Exception {
        desk.open("ho-so-cua-toi");
        desk.see("Hồ sơ của tôi");
        desk.read("Phiên này");
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
        desk.look("65-ho-so-cua-toi");
        assertEquals(200, RestClient.bearer(server.url(), token).status("/persons"));
        assertEquals(403, RestClient.bearer(server.url(), token).status("/payroll?program=btxh&month=2026-11"));
    }

    @Test
    @Order(5)
    void whoIsLockedIsOutOnTheOpenPageAndWithTheToken() throws Exception {
        server.rest().post("/accounts/" + NAME + "/lock", Map.of("reason", "Nghỉ việc"));
        desk.open("doi-tuong");
        desk.read("Tên đăng nhập");
        assertEquals(401, RestClient.bearer(server.url(), token).status("/persons"));
        seat(NAME, OWN);
        desk.read("đang bị khóa");
        desk.look("66-bi-khoa");
    }

    @Test
    @Order(6)
    void theIssuerSeesWhoIsSignedIn() {
        desk.handOver(RunningDistribution.ADMINISTRATOR);
        desk.choose("Phiên làm việc", "Phiên làm việc");
        desk.read("admin");
        desk.look("67-phien");
        desk.choose("Tài khoản", "Tài khoản");
        desk.page().getByRole(AriaRole.BUTTON, named(NAME)).first().click();
        desk.read("Mở khóa");
        desk.look("68-tai-khoan-bi-khoa");
        desk.press("Mở khóa");
        desk.read("Đã lưu");
        assertEquals(Set.of(), desk.englishWords());
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
        desk.page().getByLabel("Tên đăng nhập").fill(account);
        desk.page()
                .getByLabel("Mật khẩu", new Page.GetByLabelOptions().setExact(true))
                .fill(secret);
        desk.press("Đăng nhập");
    }
}
