package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ansinh.itest.RunningDistribution;

/** An official and people: a household, two records of one person, a death that the population registry tells. */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeopleDayIT {

    private static final String PEOPLE = """
            insert into ansinh.person (full_name, search_name, sort_key, birth_date, birth_year_only, sex, id_number, unit_id,
                address)
            select n.name, n.searched, n.searched, date '1943-03-10', false, 'FEMALE', n.number, u.id, 'Tổ 3, đường Nguyễn Du'
            from (values ('Phùng Thị Ngoãn', ' phung thi ngoan ', '042143007701'), ('Phùng Thị Ngoan', ' phung thi ngoan ', null),
                    ('Phùng Văn Trà', ' phung van tra ', '042143007703')) n (name, searched, number)
                join ansinh.unit u on u.code = '18073' and u.valid_to is null""";

    private static Desk desk;

    @BeforeAll
    static void signIn(RunningDistribution server, BrowserContext browser) throws Exception {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement()) {
            assertEquals(3, statement.executeUpdate(PEOPLE));
        }
        Path events =
                Files.createDirectories(server.data().resolve("connectors").resolve("dan-cu"));
        Files.writeString(events.resolve("su-kien.tsv"), "DEATH\t042143007703\t2026-03-10\n");
        server.console("feature:install ansinh-dan-cu");
        desk = new Desk(browser.newPage(), server.url());
        desk.signIn();
        desk.workIn("ha tinh", "Tỉnh Hà Tĩnh");
    }

    private static void type(String label, String text) {
        desk.page()
                .getByRole(AriaRole.DIALOG)
                .getByLabel(label, new Locator.GetByLabelOptions())
                .first()
                .fill(text);
    }

    private static void confirm(String verb) {
        desk.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(verb).setExact(true))
                .last()
                .click();
        desk.settle();
    }

    @Test
    @Order(1)
    void opensAHouseholdFromAPersonsPage() {
        desk.open("nguoi-dan?tim=phung+van+tra");
        desk.page().getByText("Phùng Văn Trà").first().click();
        desk.read("Chưa thuộc hộ nào");
        desk.press("Lập hộ");
        desk.lookAtDialog("60-lap-ho");
        confirm("Lập hộ");
        desk.read("Số khẩu");
        desk.look("61-nguoi-dan-ho");
        desk.choose("Hộ gia đình", "Hộ gia đình");
        desk.page().getByText("Phùng Văn Trà").first().click();
        desk.read("Lập hộ 1 khẩu");
        desk.look("62-ho-gia-dinh");
    }

    @Test
    @Order(2)
    void mergesTwoRecordsOfOnePersonAndTakesItBack() {
        desk.choose("Hồ sơ trùng", "Hồ sơ trùng");
        desk.press("Tìm hồ sơ trùng");
        desk.read("cặp hồ sơ có thể trùng");
        desk.page().getByText("Phùng Thị Ngoãn").first().click();
        desk.read("bên nào đúng?");
        desk.look("63-ho-so-trung");
        desk.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Phùng Thị Ngoãn"))
                .first()
                .check();
        desk.press("Gộp hai hồ sơ");
        type("Lý do", "Một người, nhập hai lần");
        desk.lookAtDialog("64-gop");
        confirm("Gộp");
        desk.read("Đã gộp gần đây");
        desk.look("65-da-gop");
        desk.press("Hủy gộp");
        type("Lý do", "Gộp nhầm");
        confirm("Hủy gộp");
        desk.read("Đã hủy 2");
    }

    @Test
    @Order(3)
    void aDeathWaitsForTheOfficial() {
        desk.choose("Đối chiếu dân cư", "Đối chiếu dân cư");
        for (int i = 0; i < 12 && desk.page().getByText("Qua đời").count() == 0; i++) {
            desk.page().waitForTimeout(5_000);
            desk.open("doi-chieu-dan-cu");
        }
        desk.page().getByText("Phùng Văn Trà").first().click();
        desk.read("Chưa có gì thay đổi");
        desk.look("66-doi-chieu-dan-cu");
        desk.press("Ghi nhận");
        confirm("Ghi nhận");
        desk.read("không có tin báo nào chờ xử lý");
        desk.open("nguoi-dan?tim=phung+van+tra");
        desk.page().getByText("Phùng Văn Trà").first().click();
        desk.read("Mất 10/03/2026");
        desk.read("Ngày mất: (trống)");
        desk.look("67-lich-su-ho-so");
    }

    @Test
    @Order(4)
    void noPageSpeaksEnglish() {
        assertEquals(Set.of(), desk.englishWords());
    }
}
