package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.itest.Province;

/**
 * Case files from the desk to the payment list: a disabled child's case by three officials in the browser, its papers opened and
 * read; a supplement, a complaint, a rejection, two officials at once, a withdrawal, the result. The step that a story is about is
 * done in the browser, those before it over REST.
 */
class CaseDayIT extends CaseOffice {

    private static final String CHILD = "Đinh Gia Bảo";

    private static long childsCase;

    @Test
    @Order(1)
    void theDeskTakesAChildsApplicationAndHandsOutTheReceipt(@TempDir Path directory) throws Exception {
        world.person(CHILD, "2018-05-10", CaseWorld.COMMUNE, true);
        desk.handOver("ym.mot-cua");
        desk.open("ho-so/tiep-nhan?thu-tuc=" + CaseWorld.ALLOWANCE);
        desk.see("Tiếp nhận hồ sơ");
        window.day("Ngày nhận", CaseWorld.typed(20));
        window.choose("Số định danh hoặc họ tên", "dinh gia bao");
        desk.read("10/05/2018");
        window.choose("Quan hệ với người được giải quyết", "me");
        desk.page().getByLabel("Họ tên người nộp").fill("Tạ Thị Lành");
        window.choose("Chế độ đề nghị", "khuyet tat");
        window.choose("Mức độ khuyết tật", "dac biet");
        window.day("Ngày cấp giấy xác nhận khuyết tật", "05/10/2026");
        desk.page().keyboard().press("Alt+a");
        desk.settle();
        desk.glance("79-tiep-nhan");
        window.choose("Hình thức chi trả", "tien mat tai diem");
        window.choose("Ai nhận tiền", "nguoi huong");
        desk.press("Nhận hồ sơ");
        desk.read("Đã nhận hồ sơ");
        desk.read("Mở hồ sơ").click();
        desk.read("Trước khi chuyển bước");
        desk.settle();
        childsCase = Long.parseLong(desk.page().url().replaceAll(".*[?&]id=(\\d+).*", "$1"));
        desk.look("80-ho-so-vua-nhan");
        window.step("Chuyển: ", "Chuyển", CaseWorld.typed(20));
        desk.read("Đã chuyển hồ sơ.");
        String receipt = window.opened("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", directory);
        assertTrue(receipt.contains(CHILD), receipt);
        assertTrue(receipt.contains("Tạ Thị Lành"), receipt);
    }

    @Test
    @Order(2)
    void theAppraiserReviewsPostsAndDrafts() {
        desk.handOver("ym.can-bo");
        window.openCaseOf(CHILD);
        window.step("Chuyển: niêm yết", "Chuyển", CaseWorld.typed(19));
        desk.open("niem-yet?ngay=" + CaseWorld.ago(18));
        desk.read(CHILD);
        desk.look("81-niem-yet");
        window.openCaseOf(CHILD);
        window.step("Chuyển: thẩm định", "Chuyển", CaseWorld.typed(12));
        window.tab("Tính mức hưởng");
        desk.read("1.350.000");
        desk.look("82-tinh-muc-huong");
        window.mine("Dự thảo quyết định…").click();
        desk.settle();
        desk.lookAtDialog("83-du-thao");
        window.inDialog("Lập dự thảo");
        window.tab("Giấy tờ");
        desk.read("Tờ trình");
        desk.glance("84-giay-to");
        assertEquals(0, window.mine("Ký quyết định…").count(), "who drafts does not sign");
        window.step("Chuyển: ", "Chuyển", null);
    }

    @Test
    @Order(3)
    void theChairmanSignsAndTheDecisionIsRead(@TempDir Path directory) throws Exception {
        desk.handOver("ym.lanh-dao");
        window.openCaseOf(CHILD);
        window.mine("Ký quyết định…").click();
        desk.settle();
        desk.lookAtDialog("85-ky");
        window.inDialog("Ký");
        desk.read("Chờ trả kết quả");
        window.tab("Nhật ký");
        desk.read("Ký quyết định");
        desk.look("86-nhat-ky");
        String decision = window.opened("Quyết định", directory);
        assertTrue(decision.contains(CHILD), decision);
        assertTrue(decision.contains("1.350.000"), decision);
    }

    @Test
    @Order(4)
    void theFirstPaymentStandsOnTheMonthsList() throws Exception {
        JsonNode job = server.rest()
                .post("/payroll/runs", Map.of("program", "btxh", "unit", CaseWorld.COMMUNE, "month", "2026-11"));
        assertEquals(
                "DONE",
                server.rest().await(job.path("job").asLong()).path("state").asText());
        JsonNode payroll = server.rest()
                .get("/payroll", "program", "btxh", "unit", CaseWorld.COMMUNE, "month", "2026-11")
                .path(0);
        List<JsonNode> lines = new ArrayList<>(new Province(server.rest(), server.checker()).lines(payroll));
        lines.removeIf(line -> !line.path("personName").asText().equals(CHILD));
        assertEquals(2_700_000, Province.sum(lines, "amount"), "October and November");
        desk.handOver("ym.can-bo");
        desk.open("btxh/ky-chi-tra?don-vi=" + CaseWorld.COMMUNE + "&ky=2026-11");
        desk.read(CHILD);
        desk.glance("87-danh-sach-chi-tra");
    }

    @Test
    @Order(5)
    void whatIsMissingIsAskedForAndTheClockStandsStill(@TempDir Path directory) throws Exception {
        long id = take("Lã Văn Đức", "1990-03-02", CaseWorld.disabled("nang", "2026-11-02"));
        reception.forward(id, null);
        desk.handOver("ym.can-bo");
        window.open(id);
        window.mine("Yêu cầu bổ sung…").click();
        desk.settle();
        desk.page().getByLabel("Nội dung cần bổ sung").fill("Giấy khai sinh của con thứ hai");
        window.inDialog("Lập phiếu");
        desk.read("Vui lòng nhập ngày.");
        window.day("Bổ sung trước ngày", "31/12/2026");
        window.inDialog("Lập phiếu");
        desk.read("Chờ công dân bổ sung, thời hạn tạm dừng");
        desk.look("88-cho-bo-sung");
        reception.act(id, "supplemented", null, Map.of("note", "Đã nộp giấy khai sinh"));
        JsonNode posted = appraiser.forward(id, null);
        assertEquals("niem-yet", posted.path("file").path("step").asText());
        window.open(id);
        window.mine("Ghi nhận khiếu nại…").click();
        desk.settle();
        desk.page().getByLabel("Người khiếu nại").fill("Một người dân thôn Đông");
        desk.page()
                .getByLabel("Nội dung", new Page.GetByLabelOptions().setExact(true))
                .fill("Đang có lương hưu");
        window.inDialog("Ghi nhận");
        window.mine("Kết luận khiếu nại…").click();
        desk.settle();
        desk.page()
                .getByLabel("Kết luận", new Page.GetByLabelOptions().setExact(true))
                .fill("Đúng là có lương hưu");
        desk.page().getByText("Đúng: người này không đủ điều kiện").click();
        window.inDialog("Kết luận");
        window.tab("Nhật ký");
        desk.read("Đúng là có lương hưu");
        desk.glance("89-khieu-nai");
        String minutes = window.opened("Biên bản", directory);
        assertTrue(minutes.contains("Đang có lương hưu"), minutes);
        assertTrue(minutes.contains("Đúng là có lương hưu"), minutes);
    }

    @Test
    @Order(6)
    void aRejectionNamesItsClauseAndIsSignedByAnother(@TempDir Path directory) throws Exception {
        long id = take("Tống Văn Hiệp", "1985-03-02", CaseWorld.disabled("nang", "2026-11-02"));
        appraiser.toAppraisal(id);
        desk.handOver("ym.can-bo");
        window.open(id);
        window.mine("Từ chối…").click();
        desk.settle();
        desk.page()
                .getByLabel("Lý do", new Page.GetByLabelOptions().setExact(true))
                .fill("Giấy xác nhận đã hết hạn");
        window.inDialog("Lập dự thảo từ chối");
        desk.read("Vui lòng ghi điều, khoản.");
        desk.page().getByLabel("Căn cứ (điều, khoản)").fill("Điều 5 khoản 6 Nghị định 20/2021/NĐ-CP");
        window.inDialog("Lập dự thảo từ chối");
        appraiser.forward(id, null);
        desk.handOver("ym.lanh-dao");
        window.open(id);
        window.step("Ký quyết định…", "Ký", null);
        desk.read("Từ chối");
        String slip = window.opened("Thông báo không đủ điều kiện", directory);
        assertTrue(slip.contains("Điều 5 khoản 6"), slip);
        assertFalse(appraiser.of(id).path("file").path("state").asText().equals("OPEN"));
        desk.look("90-tu-choi");
    }

    @Test
    @Order(7)
    void anotherOfficialWasFasterAndNothingTypedIsLost() throws Exception {
        long id = take("Mạc Thị Hường", "1990-03-02", CaseWorld.disabled("nang", "2026-11-02"));
        reception.forward(id, null);
        desk.handOver("ym.can-bo");
        window.open(id);
        window.more("Xin lỗi và hẹn lại…");
        window.day("Hẹn trả kết quả ngày", CaseWorld.typed(1));
        desk.page().getByLabel("Lý do chậm").fill("Chưa xác minh xong nơi ở");
        window.inDialog("Lập phiếu");
        desk.read("Ngày này phải sau ngày thực hiện.");
        window.day("Hẹn trả kết quả ngày", "31/12/2026");
        window.inDialog("Lập phiếu");
        desk.read("Đã lập phiếu xin lỗi và hẹn lại.");
        window.mine("Trả lại bước trước…").click();
        desk.settle();
        Locator reason = desk.page().getByLabel("Lý do", new Page.GetByLabelOptions().setExact(true));
        reason.fill("Tờ khai thiếu chữ ký");
        appraiser.act(id, "apology", null, Map.of("reason", "Chờ giấy tờ", "promisedOn", "2026-12-30"));
        window.inDialog("Trả lại");
        desk.read("Người khác vừa thay đổi hồ sơ này.");
        assertEquals("Tờ khai thiếu chữ ký", reason.inputValue());
        window.inDialog("Trả lại");
        desk.read("Đã trả lại hồ sơ.");
        desk.handOver("ym.mot-cua");
        window.open(id);
        desk.read("Tờ khai thiếu chữ ký");
        window.more("Công dân rút hồ sơ…");
        window.inDialog("Ghi nhận rút hồ sơ");
        desk.read("Vui lòng ghi lý do.");
        reason.fill("Chuyển về quê");
        window.inDialog("Ghi nhận rút hồ sơ");
        desk.read("Đã ghi nhận công dân rút hồ sơ.");
        assertEquals(0, window.mine("").count(), "a case that was withdrawn is at rest");
        desk.look("91-rut-ho-so");
    }

    @Test
    @Order(8)
    void theDeskHandsOutTheResult() {
        window.open(childsCase);
        window.step("Trả kết quả…", "Trả kết quả", null);
        desk.read("Đã trả kết quả.");
        window.tab("Nhật ký");
        desk.read("Người nhận: Tạ Thị Lành");
        desk.glance("92-tra-ket-qua");
    }

    @Test
    @Order(9)
    void theDeskTakesWhatEndsTheRightOfTheDead() throws Exception {
        desk.open("ho-so/tiep-nhan?thu-tuc=btxh.thoi-huong");
        window.choose("Số định danh hoặc họ tên", "dinh gia bao");
        desk.read("hưởng từ 10/2026");
        window.choose("Quan hệ với người được giải quyết", "me");
        desk.page().getByLabel("Họ tên người nộp").fill("Tạ Thị Lành");
        window.choose("Lý do", "chet");
        desk.press("Nhận hồ sơ");
        desk.read("Ghi ngày, không sau hôm nay.");
        window.day("Ngày mất hoặc ngày hết điều kiện", CaseWorld.typed(1));
        desk.press("Nhận hồ sơ");
        desk.read("Đã nhận hồ sơ");
        desk.glance("93-thoi-huong");
        long id = world.number(
                "select max(id) from ansinh.case_file where effect = 'END' and person_name = '" + CHILD + "'");
        reception.forward(id, null);
        appraiser.forward(id, null);
        appraiser.draft(id);
        chief.sign(id);
        assertEquals(
                1,
                world.number("select count(*) from ansinh.entitlement e join ansinh.person p on p.id = e.person_id"
                        + " where p.full_name = '" + CHILD + "' and p.deceased_on = '" + CaseWorld.ago(1)
                        + "' and e.to_month = date_trunc('month', p.deceased_on)"));
    }

    @Test
    @Order(10)
    void nothingOnTheWayWasWrittenInEnglish() {
        assertEquals(Set.of(), new TreeSet<>(desk.englishWords()));
    }

    private static long take(String name, String born, Map<String, ?> application) throws Exception {
        return reception.receive(CaseWorld.ALLOWANCE, world.person(name, born, CaseWorld.COMMUNE, true), application);
    }
}
