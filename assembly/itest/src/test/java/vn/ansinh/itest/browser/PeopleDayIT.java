package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ansinh.itest.RunningDistribution;

/**
 * An official's day with people: somebody new whose number is wrong, a household that splits and becomes one again, two
 * records of one person, a record deleted by mistake, and a population registry that differs, is away, and tells of a death.
 */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeopleDayIT {

    private static final String PEOPLE = """
            insert into ansinh.person (full_name, search_name, sort_key, birth_date, birth_year_only, sex, id_number, unit_id,
                address)
            select n.name, n.searched, n.searched, date '1943-03-10', false, 'FEMALE', n.number, u.id, 'Tổ 3, đường Nguyễn Du'
            from (values ('Phùng Thị Ngoãn', ' phung thi ngoan ', '042143007701'), ('Phùng Thị Ngoan', ' phung thi ngoan ', null),
                    ('Phùng Thị Trà', ' phung thi tra ', '042143007703'), ('Phùng Thị Sen', ' phung thi sen ', null),
                    ('Phùng Thị Nụ', ' phung thi nu ', null)) n (name, searched, number)
                join ansinh.unit u on u.code = '18073' and u.valid_to is null""";

    private static RunningDistribution distribution;
    private static Desk desk;
    private static Path temper;
    private static String delivered;

    @BeforeAll
    static void signIn(RunningDistribution server, BrowserContext browser) throws Exception {
        distribution = server;
        try (Connection connection = server.database();
                Statement statement = connection.createStatement()) {
            assertEquals(5, statement.executeUpdate(PEOPLE));
        }
        temper = server.home().resolve("etc").resolve("vn.ansinh.connector.dancu.cfg");
        delivered = Files.readString(temper);
        Path events =
                Files.createDirectories(server.data().resolve("connectors").resolve("dan-cu"));
        Files.writeString(events.resolve("su-kien.tsv"), "DEATH\t042143007703\t2026-03-10\n");
        server.console("feature:install ansinh-dan-cu");
        behave("simulator.mismatch.percent = 100\nsimulator.notfound.percent = 0\n");
        desk = new Desk(browser.newPage(), server.url());
        desk.signIn();
        desk.workIn("thanh sen", "Phường Thành Sen");
    }

    @AfterAll
    static void letTheOthersWorkWithoutARegistry(RunningDistribution server) throws Exception {
        server.console("feature:uninstall ansinh-dan-cu");
        behave(delivered);
    }

    private static void behave(String settings) throws IOException {
        Files.writeString(temper, settings);
    }

    /** The form or question on top; an open calendar is a dialog too and is not meant. */
    private static Locator dialog() {
        return desk.page()
                .locator("vaadin-dialog-overlay, vaadin-confirm-dialog-overlay")
                .last();
    }

    private static void type(String label, String text) {
        dialog().getByLabel(label).first().fill(text);
        desk.settle();
    }

    /** Types a day and closes the calendar that typing opens: it would lie over the buttons. */
    private static void from(String day) {
        dialog().getByLabel("Từ ngày").first().fill(day);
        desk.settle();
        Locator calendar = desk.page().locator("vaadin-date-picker[opened]");
        for (int i = 0; i < 5 && (i == 0 || calendar.count() > 0); i++) {
            desk.page().keyboard().press("Enter");
            desk.settle();
        }
    }

    private static void choose(String label, String typed, String option) {
        dialog().getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label))
                .fill(typed);
        option(option);
    }

    private static void option(String name) {
        desk.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
        desk.settle();
    }

    private static void confirm(String verb) {
        dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(verb).setExact(true))
                .last()
                .click();
        desk.settle();
    }

    private static void person(String typed, String name) {
        desk.open("nguoi-dan?tim=" + typed);
        desk.page().getByText(name).first().click();
        desk.read("Lịch sử hồ sơ");
        desk.settle();
    }

    @Test
    @Order(1)
    void writesSomebodyDownAndIsToldThatTheNumberSaysOtherwise() {
        desk.choose("Người dân", "Người dân");
        desk.press("Thêm người");
        type("Họ và tên", "Phùng Văn Tẹo");
        type("Ngày sinh", "10/03/1950");
        choose("Giới tính", "nam", "Nam");
        type("Số định danh", "042143004410");
        type("Quê quán", "Xã Sơn Tây, huyện Hương Sơn, Hà Tĩnh");
        desk.read("Số định danh cho biết năm sinh 1943");
        desk.lookAtDialog("60-them-nguoi");
        confirm("Thêm");
        desk.read("Đã thêm Phùng Văn Tẹo");

        desk.press("Sửa thông tin");
        type("Số định danh", "042050007705");
        type("Lý do", "Ghi nhầm số của mẹ");
        confirm("Lưu");
        desk.read("042143004410 → 042050007705");
    }

    @Test
    @Order(2)
    void aRecordThatWasDeletedComesBackWithAReason() {
        person("phung+van+teo", "Phùng Văn Tẹo");
        desk.press("Xóa hồ sơ");
        type("Lý do", "Nhập hai lần");
        confirm("Xóa");
        desk.read("Đã xóa hồ sơ của Phùng Văn Tẹo");
        desk.press("Hồ sơ đã xóa");
        desk.read("Nhập hai lần");
        desk.lookAtDialog("62-ho-so-da-xoa");
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Khôi phục"))
                .first()
                .click();
        desk.settle();
        type("Lý do", "Xóa nhầm");
        confirm("Khôi phục");
        desk.read("Đã khôi phục hồ sơ");
        person("phung+van+teo", "Phùng Văn Tẹo");
        desk.read("Xóa nhầm");
    }

    @Test
    @Order(3)
    void aHouseholdSplitsAndBecomesOneAgain() throws Exception {
        person("phung+thi+tra", "Phùng Thị Trà");
        desk.read("Chưa thuộc hộ nào");
        desk.press("Lập hộ");
        from("01/01/2026");
        confirm("Lập hộ");
        desk.read("Số hộ");
        for (String name : new String[] {"Phùng Thị Sen", "Phùng Thị Nụ"}) {
            desk.press("Thêm khẩu");
            choose("Thành viên", name.toLowerCase(Locale.ROOT), name);
            from("01/02/2026");
            confirm("Thêm");
            desk.read("Đã thêm khẩu");
        }
        desk.press("Tách hộ");
        dialog().getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("Phùng Thị Nụ"))
                .check();
        choose("Chủ hộ mới", "phung thi nu", "Phùng Thị Nụ");
        from("01/03/2026");
        confirm("Tách hộ");
        desk.read("Đã tách hộ");
        desk.choose("Hộ gia đình", "Hộ gia đình");
        desk.page().getByText("Phùng Thị Nụ").first().click();
        desk.read("Diễn biến");
        desk.look("63-ho-gia-dinh");
        desk.press("Gộp hộ");
        type("Số hộ nhận", householdOf("Phùng Thị Trà"));
        confirm("Gộp hộ");
        desk.read("Đã gộp hộ");
        person("phung+thi+nu", "Phùng Thị Nụ");
        desk.read("Phùng Thị Sen");
    }

    private static String householdOf(String head) throws Exception {
        try (Connection connection = distribution.database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select h.household_id from ansinh.household_head h"
                        + " join ansinh.person p on p.id = h.person_id where h.to_date is null and p.full_name = '"
                        + head
                        + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    @Order(4)
    void mergesTwoRecordsOfOnePersonAndTakesItBack() {
        desk.choose("Hồ sơ trùng", "Hồ sơ trùng");
        desk.press("Tìm hồ sơ trùng");
        desk.read("cặp hồ sơ có thể trùng");
        desk.page().getByText("Phùng Thị Ngoãn ·").first().click();
        desk.read("bên nào đúng?");
        desk.look("64-ho-so-trung");
        desk.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Phùng Thị Ngoãn"))
                .first()
                .check();
        desk.press("Gộp hai hồ sơ");
        type("Lý do", "Một người, nhập hai lần");
        confirm("Gộp");
        desk.read("Đã gộp gần đây");
        desk.press("Hủy gộp");
        type("Lý do", "Gộp nhầm");
        confirm("Hủy gộp");
        desk.page().getByText(Pattern.compile("Đã hủy \\d")).first().waitFor();
        desk.look("65-da-gop");
    }

    @Test
    @Order(5)
    void theRegistryDiffersAndIsAwayAndWorkGoesOn() throws Exception {
        person("phung+thi+tra", "Phùng Thị Trà");
        askUntil("Hồ sơ ghi");
        desk.look("66-doi-chieu-mot-nguoi");
        behave("simulator.down = true\n");
        askUntil("Hệ thống dân cư không trả lời");
        desk.press("Sửa thông tin");
        type("Thôn, tổ dân phố, đường", "Tổ 4");
        type("Lý do", "Ghi sai tổ");
        confirm("Lưu");
        desk.read("Đã lưu thông tin");
        behave("simulator.mismatch.percent = 0\n");
    }

    /** The connector hears of its settings a moment after they were written. */
    private static void askUntil(String words) {
        for (int i = 0; i < 10; i++) {
            desk.press("Đối chiếu ngay");
            desk.page().waitForTimeout(1_000);
            if (desk.page().getByText(words).count() > 0) {
                return;
            }
        }
        desk.read(words);
    }

    @Test
    @Order(6)
    void aDeathWaitsForTheOfficial() {
        desk.choose("Đối chiếu dân cư", "Đối chiếu dân cư");
        for (int i = 0; i < 12 && desk.page().getByText("Qua đời").count() == 0; i++) {
            desk.page().waitForTimeout(5_000);
            desk.open("doi-chieu-dan-cu");
        }
        desk.page().getByText("Phùng Thị Trà").first().click();
        desk.read("Chưa có gì thay đổi");
        desk.look("67-doi-chieu-dan-cu");
        desk.press("Ghi nhận");
        confirm("Ghi nhận");
        desk.read("không có tin báo nào chờ xử lý");
        person("phung+thi+tra", "Phùng Thị Trà");
        desk.read("Mất 10/03/2026");
        desk.read("Ngày mất: (trống)");
    }

    @Test
    @Order(7)
    void noPageSpeaksEnglish() {
        assertEquals(Set.of(), desk.englishWords());
    }
}
