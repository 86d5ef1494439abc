package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import vn.ansinh.itest.RunningDistribution;

/**
 * The day Hà Tĩnh goes over to the communes of 2025-07-01 with 20,000 people: 207 of 209 communes move by one button, the
 * people of the two that were split are put where their hamlets belong; May stays with the old communes, August is the new
 * ones'.
 */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TransitionDayIT {

    /** Phường Đại Nài, split between the wards Thành Sen and Hà Huy Tập. */
    private static final String SPLIT = "18082";

    private static final String CONSOLE = "thu";
    private static final String WHY = "Nghị quyết 1665/NQ-UBTVQH15";

    private static RunningDistribution server;
    private static Desk desk;
    private static long splitPeople;

    @BeforeAll
    static void inMay(BrowserContext browser) throws Exception {
        server = RunningDistribution.start(
                "transition-browser",
                home -> Files.writeString(
                        home.resolve("etc/users.properties"),
                        "\n" + CONSOLE + " = " + CONSOLE + ",_g_:admingroup\n",
                        StandardOpenOption.APPEND));
        String told = console("ansinh:demo --day 2025-05-31 --province 42 --people 20000");
        assertTrue(told.contains("thêm 20000 người"), told);
        splitPeople = number("select count(*) from ansinh.person p join ansinh.unit u on u.id = p.unit_id where u.code = '"
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
    void mayIsDraftedAndClosedForTheOldCommune() {
        desk.open("btxh/ky-chi-tra?don-vi=" + SPLIT + "&ky=2025-05");
        desk.read("Phường Đại Nài");
        desk.press("Lập danh sách");
        desk.read("đồng");
        desk.handOver(RunningDistribution.CHECKER);
        desk.open("btxh/ky-chi-tra?don-vi=" + SPLIT + "&ky=2025-05");
        desk.press("Chốt");
        desk.read("Chốt xong, các dòng này được chi và không sửa được nữa");
        answer("Chốt");
        desk.read("Đã chốt.");
        desk.look("50-thang-5-xa-cu");
    }

    @Test
    @Order(2)
    void wholeCommunesMoveByOneButton() throws Exception {
        desk.open("chuyen-don-vi?don-vi=42&ky=2025-08");
        desk.see("Chuyển sang đơn vị mới");
        desk.read("Xã nhập nguyên");
        desk.look("51-chuyen-don-vi");
        desk.press("Chuyển 207 xã nhập nguyên");
        desk.page().getByLabel("Căn cứ").fill(WHY);
        desk.lookAtDialog("52-chuyen-xa-nhap-nguyen");
        desk.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Chuyển").setExact(true))
                .click();
        desk.read("Đã chuyển gần đây");
        desk.look("53-da-chuyen");
        assertEquals(2, number("select count(distinct unit_id) from ansinh.person p join ansinh.unit u on u.id = p.unit_id"
                + " where u.valid_to is not null"));
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
        desk.look("55-phan-mot-nua");
        int left = hamlets.count();
        for (int i = 0; i < left; i++) {
            hamlets.nth(i).click();
        }
        assign("Phường Hà Huy Tập");
        desk.read("Đã phân hết.");
        assertEquals(splitPeople, number("select sum(people) from ansinh.unit_transfer t join ansinh.unit u on u.id = t.old_id"
                + " where u.code = '" + SPLIT + "'"));
    }

    @Test
    @Order(4)
    void theListOfMayShowsOldCommunesThatOfAugustNewOnes() {
        desk.open("nguoi-dan?don-vi=18073~2025-07-01&ky=2025-05");
        desk.see("Người dân");
        desk.read("nơi ở ngày 31/05/2025");
        desk.look("56-nguoi-dan-thang-5");
        Set<String> may = units();
        assertFalse(may.contains("Phường Thành Sen"), may::toString);
        assertTrue(may.size() > 1, may::toString);
        desk.open("nguoi-dan?don-vi=18073&ky=2025-08");
        desk.read("nơi ở ngày 31/08/2025");
        desk.look("57-nguoi-dan-thang-8");
        assertEquals(Set.of("Phường Thành Sen"), units());
    }

    @Test
    @Order(5)
    void augustIsPaidByTheNewCommuneWithoutWhatMayPaid() throws Exception {
        desk.handOver(RunningDistribution.ADMINISTRATOR);
        desk.open("btxh/ky-chi-tra?don-vi=18073&ky=2025-08");
        desk.press("Lập danh sách");
        desk.read("đồng");
        desk.look("58-thang-8-xa-moi");
        assertEquals(0, number("""
                select count(*) from ansinh.payroll_line l join ansinh.payroll_line m
                    on m.entitlement_id = l.entitlement_id and m.month = '2025-05-01'
                where l.month = '2025-08-01' and l.period <= '2025-05-01'"""));
        assertTrue(number("select count(*) from ansinh.payroll_line where month = '2025-08-01'") > 0);
        desk.open("btxh/ky-chi-tra?don-vi=18073~2025-07-01&ky=2025-05");
        desk.read("Phường Đại Nài");
        desk.look("59-thang-5-xem-tu-xa-moi");
    }

    @Test
    @Order(6)
    void nothingOnTheWayWasWrittenInEnglish() {
        assertEquals(Set.of(), new TreeSet<>(desk.englishWords()));
    }

    /** What the column with the unit says, on the rows that are shown. */
    private static Set<String> units() {
        return new TreeSet<>(desk.page()
                .locator("vaadin-grid-cell-content .as-wrap")
                .allInnerTexts()
                .stream()
                .map(String::strip)
                .filter(text -> text.startsWith("Phường ") || text.startsWith("Xã ") || text.startsWith("Thị trấn "))
                .toList());
    }

    private static void assign(String into) {
        Page page = desk.page();
        page.locator("vaadin-select.as-assign-into").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(into)).click();
        page.getByLabel("Căn cứ").fill(WHY);
        desk.settle();
        page.locator(".as-assign-bar vaadin-button").click();
        desk.read("về " + into);
        desk.settle();
    }

    private static void answer(String verb) {
        desk.page()
                .getByRole(AriaRole.ALERTDIALOG)
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

    private static String console(String command) throws IOException, InterruptedException {
        ProcessBuilder client = new ProcessBuilder(List.of(
                server.home().resolve("bin/client").toString(), "-u", CONSOLE, "-p", CONSOLE, "-r", "30", command));
        client.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = client.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return told;
    }
}
