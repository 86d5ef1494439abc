package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ansinh.itest.Nd335Office;
import vn.ansinh.itest.RunningDistribution;

/**
 * A commune and its province: who turns three leaves by a decision that another signs; November is asked for, lacking, given, sent
 * up, approved, closed and accounted for.
 */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FundingDayIT {

    /** Phường Vinh Hưng of Nghệ An, where no other story plays. */
    private static final String COMMUNE = "17920";

    private static final String IN_COMMUNE = "don-vi=" + COMMUNE + "&ky=2026-11";
    private static final String CHILD = "Hồ Gia Bảo";

    /** November of a heavily disabled adult: 500.000 × 1,5, or more once a decree says so. */
    private static final String NEEDED = "select sum(l.amount) from ansinh.payroll y join ansinh.payroll_line l on"
            + " l.payroll_id = y.id and l.month = y.month join ansinh.unit u on u.id = y.unit_id"
            + " where u.code = '" + COMMUNE + "' and y.month = '2026-11-01' and y.state <> 'ANNULLED'";

    private static RunningDistribution server;
    private static Desk desk;
    private static CaseWindow window;
    private static CaseWorld world;

    @BeforeAll
    static void offices(RunningDistribution running, BrowserContext browser) throws Exception {
        server = running;
        desk = new Desk(browser.newPage(), running.url());
        window = new CaseWindow(desk);
        world = new CaseWorld(running);
        world.official("vh.can-bo", "Hồ Thị Lài", "can-bo-xa", COMMUNE);
        world.official("vh.lanh-dao", "Cao Văn Đạt", "lanh-dao-xa", COMMUNE);
        world.official("na.can-bo", "Phan Thị Tuyết", "can-bo-so", "40");
        world.official("na.lanh-dao", "Võ Văn Hiệp", "lanh-dao-so", "40");
        new Nd335Office(server.rest(), server.checker()).confirmEverything();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        holds(CHILD, today.minusYears(3).toString(), "BT7");
        disabled(holds("Trương Văn Nặng", "1980-03-04", "BT6"));
    }

    @Test
    @Order(1)
    void whoTurnsThreeLeavesByADecisionThatAnotherSigns() throws Exception {
        desk.handOver("vh.can-bo");
        desk.open("ra-soat?viec=du-3-tuoi&don-vi=" + COMMUNE);
        desk.read(CHILD);
        desk.glance("110-ra-soat");
        desk.press("Chọn tất cả");
        desk.press("Lập quyết định…");
        desk.glance("111-ra-soat-lap-quyet-dinh");
        window.inDialog("Lập dự thảo");
        desk.see("Dự thảo: Thôi hưởng");
        desk.glance("112-quyet-dinh-hang-loat-du-thao");
        desk.press("Trình ký…");
        desk.page().getByRole(AriaRole.DIALOG).getByLabel("Số quyết định").fill("88/QĐ-UBND");
        window.inDialog("Trình ký");
        desk.read("Đang chờ người khác ký");
        assertEquals(
                0,
                desk.page()
                        .getByText("Ký…", new Page.GetByTextOptions().setExact(true))
                        .count(),
                "not by who drafted");
        desk.glance("113-quyet-dinh-hang-loat-cho-ky");

        desk.handOver("vh.lanh-dao");
        desk.open("quyet-dinh-hang-loat?don-vi=" + COMMUNE);
        desk.read("Chờ ký");
        desk.glance("114-quyet-dinh-hang-loat");
        desk.page().getByText("Thôi hưởng").first().click();
        desk.press("Ký…");
        desk.glance("115-quyet-dinh-hang-loat-ky");
        window.inDialog("Ký");
        desk.read("Đã ký và thực hiện");
        desk.read("Hưởng hết tháng");
        desk.look("116-quyet-dinh-hang-loat-da-ky");
        assertEquals(
                1,
                world.number("select count(*) from ansinh.entitlement e join ansinh.person p on p.id = e.person_id"
                        + " where p.full_name = '" + CHILD + "' and e.to_month is not null"));
    }

    @Test
    @Order(2)
    void theCommuneAsksAndSendsItsListUp() {
        desk.handOver(RunningDistribution.ADMINISTRATOR);
        funding("quy-dinh", "don-vi=40&ky=2026-11");
        desk.press("Đặt quy định");
        desk.page().getByLabel("Văn bản căn cứ").fill("Quyết định 12/2026/QĐ-UBND");
        desk.page().getByLabel("Có ngân sách riêng").check();
        desk.page()
                .getByLabel("Danh sách của cấp dưới phải được duyệt rồi mới chốt")
                .check();
        desk.glance("120-kinh-phi-dat-quy-dinh");
        window.inDialog("Đặt");
        desk.press("Đặt nguồn");
        window.choose("Nguồn kinh phí", "NSDP-BTXH");
        window.inDialog("Đặt");
        desk.read("dự toán chi bảo đảm xã hội");
        desk.glance("121-kinh-phi-quy-dinh");

        desk.handOver("vh.can-bo");
        funding("du-toan", IN_COMMUNE);
        desk.press("Lập dự toán");
        window.choose("Nguồn kinh phí", "NSDP-BTXH");
        desk.page().getByLabel("Đề nghị (đồng)").fill("9000000");
        desk.glance("122-kinh-phi-lap-du-toan");
        window.inDialog("Trình");
        desk.read("Chờ duyệt");
        desk.glance("123-kinh-phi-du-toan");
        desk.open("btxh/ky-chi-tra?" + IN_COMMUNE);
        desk.press("Lập danh sách");
        desk.read("Thiếu kinh phí.");
        desk.glance("124-ky-chi-tra-thieu-kinh-phi");
        desk.press("Trình duyệt");
        desk.read("đang chờ cấp trên duyệt");
        desk.glance("125-ky-chi-tra-da-trinh");
    }

    @Test
    @Order(3)
    void theProvinceGivesAndApproves() {
        desk.handOver("na.can-bo");
        funding("cap", "don-vi=40&ky=2026-11");
        desk.press("Lập quyết định");
        window.choose("Loại", "Ngân sách giao");
        desk.page().getByLabel("Số quyết định").fill("1/QĐ-BTC");
        window.choose("Nguồn kinh phí", "NSDP-BTXH");
        desk.page().getByLabel("Đơn vị và số tiền").fill("50.000.000");
        window.inDialog("Lập");
        desk.press("Lập quyết định");
        desk.page().getByLabel("Số quyết định").fill("2/QĐ-SYT");
        window.choose("Nguồn kinh phí", "NSDP-BTXH");
        desk.press("Lấy theo số còn thiếu của danh sách kỳ 11/2026");
        desk.glance("130-kinh-phi-cap");
        window.inDialog("Lập");
        desk.read("2/QĐ-SYT");
        desk.glance("131-kinh-phi-cap-cho-duyet");

        desk.handOver("na.lanh-dao");
        funding("du-toan", "don-vi=40&ky=2026-11");
        paper("Dự toán");
        desk.glance("132-kinh-phi-du-toan-mo");
        window.inDialog("Duyệt");
        desk.page().getByLabel("Số quyết định").fill("3/QĐ-UBND");
        desk.glance("133-kinh-phi-giao-du-toan");
        window.inDialog("Duyệt");
        desk.read("Đã duyệt");
        funding("cap", "don-vi=40&ky=2026-11");
        paper("1/QĐ-BTC");
        window.inDialog("Duyệt");
        desk.read("Đã ghi.");
        paper("2/QĐ-SYT");
        desk.glance("134-kinh-phi-cap-mo");
        window.inDialog("Duyệt");
        desk.settle();
        funding("trinh-duyet", "don-vi=40&ky=2026-11");
        desk.glance("135-kinh-phi-trinh-duyet");
        paper("Phường Vinh Hưng");
        desk.glance("136-kinh-phi-danh-sach-mo");
        window.inDialog("Duyệt");
        desk.settle();
        funding("so-du", "don-vi=40&ky=2026-11");
        desk.glance("137-kinh-phi-so-du");
    }

    @Test
    @Order(4)
    void theCommuneClosesAndAccountsForIt() throws Exception {
        desk.handOver("vh.lanh-dao");
        desk.open("btxh/ky-chi-tra?" + IN_COMMUNE);
        desk.read("đã duyệt danh sách lúc");
        desk.press("Chốt");
        desk.answer("Chốt");
        desk.read("Đã chốt.");
        desk.glance("140-ky-chi-tra-da-chot");
        funding("quyet-toan", IN_COMMUNE);
        desk.press("Lập quyết toán đến 11/2026");
        desk.read("Phải chi theo danh sách đã chốt");
        desk.glance("141-kinh-phi-quyet-toan");
        window.inDialog("Gửi cấp trên");
        desk.settle();
        desk.handOver("na.lanh-dao");
        funding("quyet-toan", IN_COMMUNE);
        paper("Đến hết tháng 11/2026");
        window.inDialog("Duyệt quyết toán");
        desk.read("Đã duyệt");
        desk.look("142-kinh-phi-quyet-toan-da-duyet");
        assertEquals(
                world.number(NEEDED),
                world.number("select r.closed from ansinh.funding_settlement s join ansinh.funding_settlement_row r"
                        + " on r.settlement_id = s.id join ansinh.unit u on u.id = s.unit_id where u.code = '" + COMMUNE
                        + "' and s.state = 'ACCEPTED'"));
    }

    private static void funding(String tab, String where) {
        desk.open("kinh-phi?the=" + tab + "&" + where);
        desk.see("Kinh phí");
    }

    /** Opens what a row is about. */
    private static void paper(String words) {
        desk.page()
                .locator("vaadin-grid")
                .getByText(words, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        desk.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Đóng").setExact(true))
                .waitFor();
        desk.settle();
    }

    private static long holds(String name, String born, String benefit) throws Exception {
        long person = world.person(name, born, COMMUNE, true);
        try (Connection connection = server.database();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into ansinh.entitlement (person_id, program, benefit, unit_id, from_month, paid_through,
                            decision_number, decision_date, payment_method, payee_role)
                        select id, 'btxh', ?, unit_id, '2026-01-01', '2026-10-01', '5/QĐ-UBND', '2026-01-05', 'TM-DCT', 'SELF'
                        from ansinh.person where id = ? returning person_id""")) {
            insert.setString(1, benefit);
            insert.setLong(2, person);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void disabled(long person) throws Exception {
        try (Connection connection = server.database();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into ansinh.fact (subject_kind, subject_id, key, value, valid_from, source, recorded_by)
                        values ('PERSON', ?, 'khuyet-tat.muc-do', 'nang', '2020-01-01', 'test', 'test')""")) {
            insert.setLong(1, person);
            insert.executeUpdate();
        }
    }
}
