package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.itest.Archive;
import vn.ansinh.itest.Nd335Office;
import vn.ansinh.itest.RunningDistribution;

/** An official finds a report, looks at it, goes from it to a person, takes it home, and finds it again; meanwhile others come and go. */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportDayIT {

    private static final String COMMUNE = "05986";
    private static final String BOOK = "Sổ theo dõi trợ cấp xã hội hằng tháng";
    private static final String DROPPED = "Các đơn vị trực thuộc";

    private static RunningDistribution server;
    private static Desk desk;

    @BeforeAll
    static void peopleOfACommune(RunningDistribution running, BrowserContext browser, @TempDir Path directory)
            throws Exception {
        server = running;
        new Nd335Office(running.rest(), running.checker())
                .bringIn(
                        directory,
                        "20",
                        List.of(
                                Nd335Office.beneficiary(1, "Hoàng Thị Slao", "02/09/1949", COMMUNE, "HT1"),
                                Nd335Office.beneficiary(2, "Nông Văn Thắng", "05/03/1985", COMMUNE, "BT6N")));
        desk = new Desk(browser.newPage(), running.url());
        desk.signIn();
    }

    @Test
    @Order(1)
    void findsAReportWithoutDiacriticsAndLooksAtIt() {
        desk.choose("Báo cáo", "Báo cáo");
        look("70-bao-cao");
        field(AriaRole.TEXTBOX, "Tìm báo cáo theo tên, mục, mẫu số").fill("theo doi tro cap");
        desk.read("1 báo cáo");
        desk.press(BOOK);
        desk.see(BOOK);
        Locator unit = field(AriaRole.COMBOBOX, "Đơn vị");
        unit.fill("tam thanh lang son");
        desk.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Phường Tam Thanh"))
                .first()
                .click();
        desk.settle();
        desk.page().keyboard().press("Control+Enter");
        desk.read("2 dòng · số liệu đến");
        assertTrue(desk.page().url().contains("ts.don_vi="), desk.page().url());
        look("71-bao-cao-so-tro-cap");
    }

    @Test
    @Order(2)
    void goesToAPersonAndBack() {
        desk.press("Hoàng Thị Slao");
        desk.see("Người dân");
        desk.read("02/09/1949");
        desk.page().goBack();
        desk.see(BOOK);
        desk.read("2 dòng · số liệu đến");
    }

    @Test
    @Order(3)
    void takesItHome(@TempDir Path directory) throws Exception {
        Download download = export("(.xlsx)");
        assertTrue(download.suggestedFilename().endsWith("_phuong-tam-thanh.xlsx"), download.suggestedFilename());
        String cells = DownloadedList.excel(DownloadedList.save(download, directory))
                .cells()
                .toString();
        assertTrue(cells.contains("Hoàng Thị Slao") && cells.contains("Nông Văn Thắng"), cells);
        desk.press("Lịch sử");
        desk.read("Người thực hiện");
        desk.lookAtDialog("72-bao-cao-lich-su");
        desk.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Đóng").setExact(true))
                .click();
        desk.settle();
    }

    @Test
    @Order(4)
    void findsItAgainAmongTheMarkedOnes() {
        desk.press("Đánh dấu báo cáo «" + BOOK + "»");
        desk.press("Tất cả báo cáo");
        desk.read("Đã đánh dấu");
        desk.press(BOOK);
        desk.see(BOOK);
        assertTrue(
                field(AriaRole.COMBOBOX, "Đơn vị").inputValue().startsWith("Phường Tam Thanh"),
                "what was chosen last is there");
        desk.press("Đánh dấu báo cáo «" + BOOK + "»");
    }

    @Test
    @Order(5)
    void goesDownFromTheProvinceToItsCommunes() {
        desk.open("bao-cao?ma=btxh.tong-hop-don-vi&ts.don_vi=" + province() + "&ts.tu_ky=2026-11&ts.den_ky=2026-11");
        desk.read("số liệu đến");
        look("73-bao-cao-tong-hop");
        desk.press("Phường Tam Thanh");
        desk.read("Đơn vị: Phường Tam Thanh");
        desk.page().goBack();
        desk.read("Đơn vị: Tỉnh Lạng Sơn");
    }

    private static String province() {
        try {
            return server.rest()
                    .get("/units/resolve", "code", "20")
                    .path(0)
                    .path("id")
                    .asText();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(6)
    void aReportThatIsDroppedIsThereAndOneThatGoesSaysSo(@TempDir Path directory) throws Exception {
        desk.choose("Báo cáo", "Báo cáo");
        Path file = server.home().resolve("deploy").resolve("don-vi.report.zip");
        Path written = directory.resolve("don-vi.report.zip");
        Archive.ofTexts(written, Map.of("report.yaml", """
                        bao-cao: langson.don-vi
                        phien-ban: "1.0"
                        ten: Các đơn vị trực thuộc
                        mo-ta: Tên và mã các đơn vị của tỉnh.
                        muc: Danh bạ
                        quyen: unit.read
                        tham-so:
                          - {ten: don_vi, nhan: Đơn vị, kieu: don-vi, mac-dinh: cua-toi}
                        cot:
                          - {ten: stt, tieu-de: STT, kieu: thu-tu, rong: 6}
                          - {ten: code, tieu-de: Mã, kieu: chu, rong: 10}
                          - {ten: name, tieu-de: Tên đơn vị, kieu: chu, rong: 40}
                        """, "query.sql", """
                        select u.code, u.name from published.unit_v1 u
                        where u.valid_to is null and u.unit_id in
                            (select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi)
                        order by u.code
                        """));
        Files.copy(written, file, StandardCopyOption.REPLACE_EXISTING);
        Instant dropped = Instant.now();
        desk.read(DROPPED);
        tell("Báo cáo hiện trên trang đang mở sau %.1f s", dropped);
        desk.press(DROPPED);
        desk.see(DROPPED);
        desk.press("Xem báo cáo");
        desk.read("dòng · số liệu đến");
        for (String extension : List.of("xlsx", "docx", "pdf", "csv")) {
            Path saved = DownloadedList.save(export("(." + extension + ")"), directory);
            assertTrue(saved.toString().endsWith("." + extension), saved.toString());
            assertTrue(Files.size(saved) > 0, extension);
        }
        Files.delete(file);
        Instant gone = Instant.now();
        desk.read("Báo cáo này vừa được gỡ.");
        tell("Báo cáo rời trang đang mở sau %.1f s", gone);
        look("74-bao-cao-vua-go");
        assertEquals(Set.of(), desk.englishWords());
    }

    /** Has a file written in a format and takes it. */
    private static Download export(String format) {
        desk.press("Xuất tệp");
        desk.page()
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(format))
                .first()
                .click();
        Locator link = desk.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tải về"));
        return desk.page().waitForDownload(() -> link.first().click());
    }

    private static void tell(String what, Instant since) {
        System.out.printf(what + "%n", Duration.between(since, Instant.now()).toMillis() / 1000.0);
    }

    /** A row of a phone opens as a whole: it must be a wide one's again before it is clicked, which the server learns a moment later. */
    private static void look(String name) {
        desk.look(name);
        desk.page().waitForTimeout(800);
        desk.settle();
    }

    private static Locator field(AriaRole role, String label) {
        return desk.page().getByRole(role, new Page.GetByRoleOptions().setName(label));
    }
}
