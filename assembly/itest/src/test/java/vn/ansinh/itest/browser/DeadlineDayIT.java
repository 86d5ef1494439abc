package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ansinh.itest.RunningDistribution;

/** A chief of a province looks who is late and wants the half-yearly report of communes earlier; whoever runs the server looks how it is. */
@ExtendWith(Browsing.class)
class DeadlineDayIT {

    private static final String REPORT = "Gửi báo cáo cấp xã, Mẫu số 10a";

    @Test
    void theBoardAndThePageOfOperation(RunningDistribution server, BrowserContext browser) {
        Page page = browser.newPage();
        Desk desk = new Desk(page, server.url());
        desk.open("");
        desk.signIn();
        YearMonth month = nextReport(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));
        desk.open("han-xu-ly?don-vi=42&xem=viec&ky=" + month);
        desk.see("Hạn xử lý");
        desk.read(REPORT);
        desk.look("han-xu-ly");

        // the province wants it on the tenth, and no later
        desk.press("Đặt hạn riêng…");
        choose(page, "Việc", REPORT);
        page.getByLabel("Ngày", new Page.GetByLabelOptions().setExact(true)).fill("10");
        page.getByLabel("Khóa sau hạn").check();
        page.getByLabel("Lý do").fill("Công văn 12/SYT-BTXH");
        desk.settle();
        desk.lookAtDialog("han-rieng");
        desk.press("Đặt hạn");
        desk.read("Hạn riêng đang áp dụng");
        desk.read("hết ngày 10/" + month.format(DateTimeFormatter.ofPattern("MM/yyyy")));

        // what the system sees itself is not reported by hand
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(REPORT))
                .first()
                .click();
        desk.read("Thông tư 02/2021");
        desk.lookAtDialog("viec-co-han");
        assertEquals(0, page.getByText("Báo đã nộp…").count());
        desk.press("Đóng");

        desk.open("han-xu-ly?don-vi=42&xem=don-vi&ky=" + month);
        desk.read("Chưa đến hạn");
        desk.look("han-xu-ly-theo-don-vi");

        desk.open("van-hanh");
        desk.see("Vận hành");
        desk.read("PostgreSQL 17");
        desk.look("van-hanh");
        assertEquals(Set.of(), desk.englishWords());
    }

    /** The month in which communes report next: June or December, before its middle. */
    private static YearMonth nextReport(LocalDate today) {
        YearMonth june = YearMonth.of(today.getYear(), Month.JUNE);
        return Stream.of(june, june.plusMonths(6), june.plusMonths(12))
                .filter(month -> today.isBefore(month.atDay(1)))
                .findFirst()
                .orElseThrow();
    }

    private static void choose(Page page, String label, String option) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label))
                .first()
                .click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
    }
}
