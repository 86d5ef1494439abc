package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ansinh.itest.Province;
import vn.ansinh.itest.RunningDistribution;

/**
 * The day Hà Tĩnh goes over to the communes of 2025-07-01 with 20,000 people: 207 of 209 communes move by one button, the
 * people of the two that were split are put where their hamlets belong, a district's office where an official says; May stays
 * with the old communes, August is the new ones'. Then the next reform comes as a file.
 */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TransitionDayIT {

    /** Phường Đại Nài, split between the wards Thành Sen and Hà Huy Tập. */
    private static final String SPLIT = "18082";

    private static final String WHY = "Nghị quyết 1665/NQ-UBTVQH15";

    private static final String RESOLUTION = """
            nghi-quyet: 1700/NQ-UBTVQH16
            ten: Sắp xếp đơn vị hành chính cấp xã của tỉnh Hà Tĩnh
            ban-hanh: 2026-10-01
            hieu-luc: 2026-11-01
            tinh: "42"
            don-vi:
              - {ma: "18073", ten: Phường Thành Sen, tu: ["18073", "18100"], mot-phan: ["18652"]}
              - {ma: "18133", ten: Xã Hương Sơn, tu: ["18133"], mot-phan: ["18652"]}
            """;

    private static RunningDistribution server;
    private static Desk desk;
    private static long splitPeople;

    @BeforeAll
    static void inMay(BrowserContext browser) throws Exception {
        server = RunningDistribution.start("transition-browser");
        String told = server.console("ansinh:demo --day 2025-05-31 --province 42 --people 20000");
        assertTrue(told.contains("thêm 20000 người"), told);
        splitPeople =
                number("select count(*) from ansinh.person p join ansinh.unit u on u.id = p.unit_id where u.code = '"
                        + SPLIT + "' and u.valid_to = '2025-07-01'");
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
    void mayIsDraftedAndClosedForTheOldCommune() throws Exception {
        desk.open("btxh/ky-chi-tra?don-vi=" + SPLIT + "&ky=2025-05");
        desk.read("Phường Đại Nài");
        desk.press("Lập danh sách");
        drafted();
        new Province(server.rest(), server.checker()).confirmEverything();
        desk.handOver(RunningDistribution.CHECKER);
        desk.open("btxh/ky-chi-tra?don-vi=" + SPLIT + "&ky=2025-05");
        desk.press("Chốt");
        desk.read("Chốt xong, các dòng này được chi và không sửa được nữa");
        desk.answer("Chốt");
        desk.read("Đã chốt.");
        desk.glance("50-thang-5-xa-cu");
    }

    @Test
    @Order(2)
    void wholeCommunesMoveByOneButton() throws Exception {
        desk.open("chuyen-don-vi?don-vi=42&ky=2025-08");
        desk.see("Chuyển đơn vị");
        desk.read("Xã nhập nguyên");
        desk.look("51-chuyen-don-vi");
        desk.press("Chuyển 207 xã nhập nguyên");
        desk.page().getByLabel("Căn cứ").fill(WHY);
        desk.lookAtDialog("52-chuyen-xa-nhap-nguyen");
        inDialog("Chuyển");
        desk.read("Đã chuyển gần đây");
        await(
                2,
                "select count(distinct unit_id) from ansinh.person p join ansinh.unit u on u.id = p.unit_id"
                        + " where u.valid_to is not null");
        desk.glance("53-da-chuyen");
    }

    @Test
    @Order(3)
    void aSplitCommuneIsPutHamletByHamlet() throws Exception {
        desk.page().getByText("Phường Đại Nài").first().click();
        desk.see("Phường Đại Nài");
        desk.look("54-phan-theo-thon");
        Locator hamlets = desk.page().locator("vaadin-checkbox-group vaadin-checkbox");
        int half = hamlets.count() / 2;
        assertTrue(half > 0, "there are hamlets");
        for (int i = 0; i < half; i++) {
            hamlets.nth(i).click();
        }
        assign("Phường Thành Sen");
        int left = hamlets.count();
        for (int i = 0; i < left; i++) {
            hamlets.nth(i).click();
        }
        assign("Phường Hà Huy Tập");
        desk.read("Đã phân hết.");
        assertEquals(
                splitPeople,
                number("select sum(people) from ansinh.unit_transfer t join ansinh.unit u on u.id = t.old_id"
                        + " where u.code = '" + SPLIT + "'"));
    }

    @Test
    @Order(4)
    void theListOfMayShowsOldCommunesThatOfAugustNewOnes() {
        desk.open("nguoi-dan?don-vi=18073~2025-07-01&ky=2025-05");
        desk.see("Người dân");
        desk.read("nơi ở ngày 31/05/2025");
        desk.read("Tổ dân phố");
        Set<String> may = units();
        desk.glance("56-nguoi-dan-thang-5");
        assertFalse(may.contains("Phường Thành Sen"), may::toString);
        assertTrue(may.size() > 1, may::toString);
        desk.open("nguoi-dan?don-vi=18073&ky=2025-08");
        desk.read("nơi ở ngày 31/08/2025");
        desk.read("Tổ dân phố");
        assertEquals(Set.of("Phường Thành Sen"), units());
        desk.glance("57-nguoi-dan-thang-8");
    }

    @Test
    @Order(5)
    void augustIsPaidByTheNewCommuneWithoutWhatMayPaid() throws Exception {
        desk.handOver(RunningDistribution.ADMINISTRATOR);
        desk.open("btxh/ky-chi-tra?don-vi=18073&ky=2025-08");
        desk.press("Lập danh sách");
        drafted();
        desk.glance("58-thang-8-xa-moi");
        assertEquals(0, number("""
                select count(*) from ansinh.payroll_line l join ansinh.payroll_line m
                    on m.entitlement_id = l.entitlement_id and m.month = '2025-05-01'
                where l.month = '2025-08-01' and l.period <= '2025-05-01'"""));
        assertTrue(number("select count(*) from ansinh.payroll_line where month = '2025-08-01'") > 0);
        desk.open("btxh/ky-chi-tra?don-vi=18073~2025-07-01&ky=2025-05");
        desk.read("Đã chốt");
    }

    @Test
    @Order(6)
    void theDistrictsOfficeIsPutSomewhereByAnOfficial() throws Exception {
        execute("""
                insert into ansinh.agency (code, recorded_by) values ('phong-ld-436', 'test');
                insert into ansinh.agency_version (agency_id, valid_from, name, unit_id, programs, recorded_by)
                select a.id, '2021-01-01', 'Phòng Lao động thành phố Hà Tĩnh', u.parent_id, '{*}', 'test'
                from ansinh.agency a, ansinh.unit u where a.code = 'phong-ld-436' and u.code = '18082'
                    and u.valid_to = '2025-07-01';
                insert into ansinh.account (name, full_name, password_hash, password_changed_at, unit_id, agency_id,
                    permissions, created_by)
                select 'thanh.pho', 'Lê Thị Thành', '-', now(), v.unit_id, v.agency_id, '{person.read}', 'test'
                from ansinh.agency_version v join ansinh.agency a on a.id = v.agency_id where a.code = 'phong-ld-436'""");
        desk.open("chuyen-don-vi?don-vi=42&ky=2026-11");
        desk.read("1 tài khoản, 1 cơ quan chưa có đơn vị mới.");
        desk.look("60-cho-giao-dia-ban");
        desk.press("Giao địa bàn mới");
        desk.read("Phòng Lao động thành phố Hà Tĩnh");
        desk.lookAtDialog("61-giao-dia-ban");
        choose("Địa bàn mới của Phòng Lao động", "Phường Thành Sen");
        choose("Địa bàn mới của Lê Thị Thành", "Phường Thành Sen");
        inDialog("Giao");
        desk.page().getByText("chưa có đơn vị mới.").waitFor(gone());
        assertEquals(
                1,
                number("select count(*) from ansinh.account a join ansinh.agency_version v on v.agency_id = a.agency_id"
                        + " and v.unit_id = a.unit_id and v.valid_to is null join ansinh.unit u on u.id = a.unit_id"
                        + " where a.name = 'thanh.pho' and u.code = '18073' and u.valid_to is null"));
    }

    @Test
    @Order(7)
    void theNextReformComesAsAFileAndASecondPersonPutsItIntoForce() throws Exception {
        desk.open("nghi-quyet-don-vi");
        desk.see("Nghị quyết về đơn vị");
        desk.press("Đưa nghị quyết");
        bring("thieu.nghi-quyet.yaml", RESOLUTION.replace(", \"18100\"], mot-phan: [\"18652\"]", "]"));
        desk.read("phần còn lại chưa ghi về đâu");
        desk.lookAtDialog("62-nghi-quyet-sai");
        bring("ha-tinh.nghi-quyet.yaml", RESOLUTION);
        desk.read("Mọi đơn vị cũ đều có nơi về.");
        inDialog("Đề xuất");
        desk.read("Người khác xem lại và cho áp dụng");
        desk.look("64-nghi-quyet-cho-ap-dung");
        desk.handOver(RunningDistribution.CHECKER);
        desk.open("nghi-quyet-don-vi");
        desk.page().getByText("1700/NQ-UBTVQH16").first().click();
        desk.read("Đụng đến ai");
        desk.glance("65-nghi-quyet-dung-den-ai");
        desk.press("Áp dụng");
        desk.answer("Áp dụng");
        desk.read("Đã áp dụng nghị quyết 1700/NQ-UBTVQH16.");
    }

    @Test
    @Order(8)
    void whatTheFirstReformMovedMovesOn() throws Exception {
        desk.open("chuyen-don-vi?don-vi=42&ky=2026-11&ngay=2026-11-01");
        desk.press("Chuyển 3 xã nhập nguyên");
        desk.page().getByLabel("Căn cứ").fill("Nghị quyết 1700/NQ-UBTVQH16");
        inDialog("Chuyển");
        desk.read("Đã chuyển gần đây");
        await(
                0,
                "select count(*) from ansinh.person p join ansinh.unit u on u.id = p.unit_id"
                        + " where u.valid_to = '2026-11-01' and u.code <> '18652'");
        desk.glance("67-lan-thu-hai");
        assertEquals(
                1,
                number("select count(*) from ansinh.account a join ansinh.unit u on u.id = a.unit_id"
                        + " where a.name = 'thanh.pho' and u.valid_from = '2026-11-01'"));
        desk.open("nguoi-dan?don-vi=18073~2026-11-01&ky=2025-05");
        desk.read("Tổ dân phố");
        Set<String> may = units();
        assertTrue(may.size() > 1, "the successor of the successor sees May: " + may);
        assertFalse(may.contains("Phường Thành Sen"), may::toString);
    }

    @Test
    @Order(9)
    void nothingOnTheWayWasWrittenInEnglish() {
        assertEquals(Set.of(), new TreeSet<>(desk.englishWords()));
    }

    /** A job moves people while the page shows how far it is. */
    private static void await(long expected, String sql) throws Exception {
        for (int i = 0; i < 120 && number(sql) != expected; i++) {
            desk.page().waitForTimeout(500);
        }
        assertEquals(expected, number(sql));
    }

    /** What the column with the unit says, on the rows that are shown. */
    private static Set<String> units() {
        return new TreeSet<>(desk.page().locator("vaadin-grid-cell-content .as-wrap").allInnerTexts().stream()
                .map(String::strip)
                .filter(text -> text.startsWith("Phường ") || text.startsWith("Xã ") || text.startsWith("Thị trấn "))
                .toList());
    }

    private static void drafted() {
        desk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xuất Excel"))
                .first()
                .waitFor();
        desk.settle();
    }

    private static void assign(String into) {
        Page page = desk.page();
        page.locator("vaadin-select.as-assign-into").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(into))
                .click();
        page.getByLabel("Căn cứ").fill(WHY);
        desk.settle();
        page.locator(".as-assign-bar vaadin-button").click();
        desk.read("về " + into);
        desk.settle();
    }

    private static void choose(String field, String option) {
        desk.page()
                .locator("vaadin-select")
                .filter(new Locator.FilterOptions().setHas(desk.page().getByLabel(field)))
                .click();
        desk.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
        desk.settle();
    }

    private static void bring(String name, String content) {
        desk.page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "application/yaml", content.getBytes(StandardCharsets.UTF_8)));
        desk.settle();
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    private static void inDialog(String verb) {
        desk.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(verb).setExact(true))
                .click();
        desk.settle();
    }

    private static long number(String sql) throws IOException, SQLException {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(String sql) throws IOException, SQLException {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
