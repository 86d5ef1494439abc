package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
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

/** A commune corrects and sends a report that came as a file; somebody above takes it up and puts it into the province's own. */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClosingDayIT {

    private static final String COMMUNE = "05986";
    private static final String REPORT = "Số người đang quản lý theo giới tính";
    private static final String ID = "langson.nguoi-quan-ly";
    private static Path dropped;
    private static Desk desk;
    private static String sent;

    @BeforeAll
    static void aReportIsDropped(RunningDistribution server, BrowserContext browser, @TempDir Path directory)
            throws Exception {
        new Nd335Office(server.rest(), server.checker())
                .bringIn(
                        directory,
                        "20",
                        List.of(
                                Nd335Office.beneficiary(31, "Lý Thị Mẩy", "02/09/1941", COMMUNE, "HT1"),
                                Nd335Office.beneficiary(32, "Lý Văn Páo", "05/03/1942", COMMUNE, "HT1")));
        Path written = directory.resolve("nguoi-quan-ly.report.zip");
        Archive.ofTexts(written, Map.of("report.yaml", """
                        bao-cao: langson.nguoi-quan-ly
                        phien-ban: "1.0"
                        ten: Số người đang quản lý theo giới tính
                        mo-ta: Bao nhiêu nam, nữ trong sổ của đơn vị.
                        muc: Báo cáo của tỉnh
                        quyen: person.read
                        tham-so:
                          - {ten: don_vi, nhan: Đơn vị, kieu: don-vi, mac-dinh: cua-toi}
                          - {ten: ky, nhan: Kỳ, kieu: nua-nam, mac-dinh: ky-nay}
                        cot:
                          - {ten: stt, tieu-de: STT, kieu: thu-tu, rong: 6}
                          - {ten: sex_name, tieu-de: Giới tính, kieu: chu, rong: 30}
                          - {ten: people, tieu-de: Số người, kieu: so, rong: 12, tong: true}
                        gui:
                          - {cap: xa, han: {ky: nua-nam, thang: 5, ngay: 14}, can-cu: Công văn 12/SYT-BTXH}
                          - {cap: tinh, han: {ky: nua-nam, thang: 6, ngay: 14}, can-cu: Công văn 12/SYT-BTXH}
                        """, "query.sql", """
                        select case p.sex when 'FEMALE' then 'Nữ' else 'Nam' end as sex_name, count(*) as people
                        from published.person_v1 p
                        where p.birth_date < cast(:ky as date) and p.unit_id in
                            (select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi)
                        group by 1 order by 1
                        """));
        dropped = server.home().resolve("deploy").resolve("nguoi-quan-ly.report.zip");
        Files.copy(written, dropped, StandardCopyOption.REPLACE_EXISTING);
        desk = new Desk(browser.newPage(), server.url());
        desk.signIn();
    }

    @AfterAll
    static void theReportGoes() throws IOException {
        Files.deleteIfExists(dropped);
    }

    @Test
    @Order(1)
    void aCommuneCorrectsAFigureAndSaysWhy() {
        desk.open("chot-bao-cao?don-vi=" + COMMUNE);
        desk.see("Chốt báo cáo");
        desk.read(REPORT);
        desk.look("75-chot-bao-cao");
        desk.press(REPORT);
        desk.see(REPORT);
        desk.read("Nháp");
        sent = desk.page().url().replaceAll(".*[?&]so=(\\d+).*", "$1");
        desk.press("Nữ");
        field("Số báo cáo").fill("1.205");
        desk.press("Lưu");
        desk.read("Vui lòng ghi lý do.");
        field("Lý do").fill("Sổ giấy của thôn chưa nhập");
        desk.lookAtDialog("76-chot-bao-cao-sua");
        desk.press("Lưu");
        desk.read("Số liệu đã sửa");
        desk.look("77-chot-bao-cao-nhap");
    }

    @Test
    @Order(2)
    void sendsItAndTakesItHomeAsItWasSent(@TempDir Path directory) throws Exception {
        desk.press("Gửi lên cấp trên");
        desk.answer("Gửi lên cấp trên");
        desk.read("Đã gửi báo cáo.");
        desk.read("Người khác ở đơn vị cấp trên sẽ tiếp nhận hoặc trả lại.");
        Locator link = desk.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Excel").setExact(true));
        Download download = desk.page().waitForDownload(link::click);
        assertTrue(download.suggestedFilename().startsWith("nguoi-quan-ly_"), download.suggestedFilename());
        String cells = DownloadedList.excel(DownloadedList.save(download, directory))
                .cells()
                .toString();
        assertTrue(cells.contains("1205") && cells.contains("Sổ giấy của thôn chưa nhập"), cells);
    }

    @Test
    @Order(3)
    void somebodyAboveTakesItUp() {
        String shown = desk.page().locator(".as-sub").innerText();
        String year = shown.replaceAll(".*năm (\\d{4}).*", "$1");
        String period = year + (shown.contains("6 tháng đầu") ? "-01-01" : "-07-01");
        desk.handOver(RunningDistribution.CHECKER);
        desk.open("chot-bao-cao?don-vi=20&xem=cap-duoi&bao-cao=" + ID + "&ky-bao-cao=" + period);
        desk.read("Trễ, chưa gửi");
        desk.look("78-chot-bao-cao-cap-duoi");
        desk.open("chot-bao-cao?don-vi=20&so=" + sent);
        desk.press("Tiếp nhận");
        desk.read("Đã tiếp nhận báo cáo.");
        desk.read("Người tiếp nhận");
    }

    @Test
    @Order(4)
    void theProvinceSeesWhatDiffersAndTakesTheirs() {
        desk.open("chot-bao-cao?don-vi=20&xem=don-vi");
        desk.see("Chốt báo cáo");
        desk.press(REPORT);
        desk.see(REPORT);
        desk.read("Tổng hợp từ cấp dưới");
        desk.press("Lấy theo cấp dưới…");
        field("Lý do").fill("Xã đã rà soát");
        desk.press("Lấy số liệu");
        desk.read("Số liệu đã sửa");
        desk.look("80-chot-bao-cao-tong-hop");
        assertEquals(Set.of(), desk.englishWords());
    }

    private static Locator field(String label) {
        return desk.page()
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(false));
    }
}
