package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.benefit.PayrollState;
import vn.ansinh.api.benefit.Payrolls.Closing;
import vn.ansinh.api.benefit.Payrolls.LineFilter;
import vn.ansinh.api.benefit.Payrolls.Reviewed;
import vn.ansinh.api.job.JobCancelledException;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.TransactionFailedException;
import vn.ansinh.testkit.TestDatabase;

/** A commune's months, from the draft to the closed list, to the đồng. */
class PayrollLedgerTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
    }

    @Test
    void novemberComesOutToTheDongAndOnceClosedNothingPaysItAgain() {
        long commune = office.commune();
        long diem = office.person("Nguyễn Thị Diễm", "1951-04-02", commune);
        office.fact(diem, "muc-do", "nang");
        office.open(diem, "KHUYET-TAT", commune, "2024-07", "2026-08");
        long khoat = office.person("Trần Đình Khoát", "1994-01-01", commune);
        office.fact(khoat, "muc-do", "nang");
        office.fact(khoat, "con", "2015-03-02 An");
        office.fact(khoat, "con", "2020-03-02 Bình");
        office.fact(khoat, "con", "2008-03-02 Chi");
        office.open(khoat, "KHUYET-TAT", commune, "2024-07", "2026-10");
        office.open(khoat, "DON-THAN", commune, "2024-07", "2026-10");
        long man = office.person("Lê Thị Mận", "1950-01-01", commune);
        office.fact(man, "muc-do", "nang");
        office.open(man, "CAO-TUOI", commune, "2024-07", "2026-10");
        office.open(man, "KHUYET-TAT", commune, "2024-07", "2026-10");
        long nam = office.person("Phan Văn Năm", "1940-01-01", commune);
        office.open(nam, "CAO-TUOI", commune, "2024-07", "2026-09");
        office.died(nam, "2026-10-15");
        long oanh = office.person("Đặng Thị Oanh", "1966-11-20", commune);
        office.fact(oanh, "muc-do", "nang");
        office.open(oanh, "KHUYET-TAT", commune, "2024-07", "2026-09");
        long phu = office.person("Võ Văn Phú", "1990-01-01", commune);
        office.fact(phu, "muc-do", "nang");
        office.fact(phu, "trong-co-so", "co", "2026-10-20");
        office.open(phu, "KHUYET-TAT", commune, "2024-07", "2026-09");

        assertEquals("9", office.run(commune, "2026-11").get("lines"));
        assertEquals(
                List.of(
                        "Nguyễn Thị Diễm 2026-11 1080000",
                        "Nguyễn Thị Diễm 2026-09–2026-10 2160000",
                        "Trần Đình Khoát 2026-11 810000",
                        "Trần Đình Khoát 2026-11 1080000",
                        "Lê Thị Mận 2026-11 1080000",
                        "Phan Văn Năm 2026-10 540000",
                        "Đặng Thị Oanh 2026-11 1080000",
                        "Đặng Thị Oanh 2026-10 810000",
                        "Võ Văn Phú 2026-10 810000"),
                office.lines(commune, "2026-11"));

        assertEquals(
                List.of(
                        "Lê Thị Mận CAO-TUOI 2026-11: Chỉ hưởng một mức cao nhất, đã hưởng «Nặng, người cao tuổi» (khoản 2"
                                + " Điều 6).",
                        "Phan Văn Năm CAO-TUOI 2026-11: Đã qua đời ngày 15/10/2026.",
                        "Võ Văn Phú KHUYET-TAT 2026-11: Không đủ điều kiện: Ở trong cơ sở."),
                office.notices(commune, "2026-11"));
        office.execute("delete from ansinh.policy_confirmation");
        Payroll draft = office.drafts(commune, "2026-11").get(0);
        assertEquals("6 9 9450000 4320000", figures(draft));
        assertTrue(draft.provisional());

        office.confirmAll();
        assertFalse(office.drafts(commune, "2026-11").get(0).provisional());
        List<Reviewed> reviewed = office.reviewed(commune, "2026-11");
        Closing closing = office.as(Office.official("lan", commune), () -> office.payrolls.close(reviewed));
        assertEquals(new Closing(1, 9, 9450000, List.of()), closing);
        assertEquals(
                closing,
                office.as(Office.official("lan", commune), () -> office.payrolls.close(reviewed)),
                "a second click pays nothing and says the same");

        assertEquals("1", office.run(commune, "2026-11").get("closed"));
        assertEquals(1, office.drafts(commune, "2026-11").get(0).runCount());
        assertEquals("0 0 0 0", officeFigures(office.run(commune, "2026-10")), "an earlier month after a later one");

        office.died(khoat, "2026-10-20");
        office.run(commune, "2026-12");
        assertEquals(
                List.of(
                        "Nguyễn Thị Diễm 2026-12 1080000",
                        "Lê Thị Mận 2026-12 1080000",
                        "Đặng Thị Oanh 2026-12 1080000"),
                office.lines(commune, "2026-12"));
        assertTrue(office.notices(commune, "2026-12")
                .contains("Trần Đình Khoát KHUYET-TAT 2026-11: Tháng 11/2026 đã chi 810.000 đồng, mức được hưởng là 0"
                        + " đồng. Đã qua đời ngày 20/10/2026."));
    }

    @Test
    void aDecreeThatCountsBackwardsPaysItsArrearsByItself() {
        long commune = office.commune();
        long person = office.person("Kiều Thị Nga", "1985-04-04", commune);
        office.fact(person, "muc-do", "nang");
        office.open(person, "KHUYET-TAT", commune, "2024-07", "2026-06");
        try {
            for (String month : List.of("2026-07", "2026-08", "2026-09")) {
                office.turnTo(LocalDate.parse(month + "-20"));
                office.run(commune, month);
                assertEquals(List.of("Kiều Thị Nga " + month + " 750000"), office.lines(commune, month));
                office.close(commune, month);
            }
            office.turnTo(LocalDate.of(2026, 10, 4));
            office.run(commune, "2026-10");
            assertEquals(List.of("Kiều Thị Nga 2026-10 750000"), office.lines(commune, "2026-10"), "not in force yet");
            office.turnTo(LocalDate.of(2026, 10, 5));
            office.run(commune, "2026-10");
        } finally {
            office.turnTo(Office.TODAY);
        }
        assertEquals(
                List.of("Kiều Thị Nga 2026-10 810000", "Kiều Thị Nga 2026-07–2026-09 180000"),
                office.lines(commune, "2026-10"));
        PayrollLine arrears =
                office.page(commune, "2026-10", LineFilter.ARREARS).get(0);
        assertEquals("810000 750000", arrears.due() + " " + arrears.paidBefore());
    }

    @Test
    void aHigherBenefitDecidedBackwardsPaysTheDifferenceOnly() {
        long commune = office.commune();
        long person = office.person("La Văn Quý", "1950-01-01", commune);
        office.confirmAll();
        office.open(person, "CAO-TUOI", commune, "2024-07", "2026-09");
        office.run(commune, "2026-10");
        office.close(commune, "2026-10");
        office.fact(person, "muc-do", "nang", "2026-09-15");
        office.open(person, "KHUYET-TAT", commune, "2026-09", null);
        office.run(commune, "2026-11");
        assertEquals(
                List.of("La Văn Quý 2026-11 1080000", "La Văn Quý 2026-10 540000"), office.lines(commune, "2026-11"));
        PayrollLine october =
                office.page(commune, "2026-11", LineFilter.ARREARS).get(0);
        assertEquals("1080000 540000", october.due() + " " + october.paidBefore());
        assertTrue(office.notices(commune, "2026-11")
                .contains("La Văn Quý KHUYET-TAT 2026-09: Tháng 09/2026 đã chi chế độ CAO-TUOI trước khi dùng hệ thống;"
                        + " phần chênh lệch cần quyết định riêng."));
        office.close(commune, "2026-11");
        office.run(commune, "2026-12");
        assertEquals(List.of("La Văn Quý 2026-12 1080000"), office.lines(commune, "2026-12"));
    }

    @Test
    void whoMovedAfterTheOldCommunePaidIsNotPaidTwice() {
        long before = office.commune();
        long after = office.commune();
        office.confirmAll();
        long person = office.person("Lò Thị Tâm", "1990-01-01", before);
        office.fact(person, "muc-do", "nang");
        long old =
                office.open(person, "KHUYET-TAT", before, "2024-07", "2026-09").entitlementId();
        office.run(before, "2026-10");
        office.close(before, "2026-10");
        office.asSystem(() -> {
            office.entitlements.end(
                    old, YearMonth.of(2026, 9), new Decision("9/QĐ-UBND", LocalDate.of(2026, 10, 9), "G07"));
            return null;
        });
        office.open(person, "KHUYET-TAT", after, "2026-10", null);
        office.run(after, "2026-11");
        assertEquals(List.of("Lò Thị Tâm 2026-11 810000"), office.lines(after, "2026-11"));
    }

    @Test
    void aLineTellsHowItCameAbout() {
        long commune = office.commune();
        long person = office.person("Hồ Thị Lụa", "1960-05-05", commune);
        office.fact(person, "muc-do", "nang");
        office.open(person, "KHUYET-TAT", commune, "2026-06", null);
        office.execute("delete from ansinh.policy_confirmation");
        office.run(commune, "2026-07");
        assertEquals(
                List.of("Hồ Thị Lụa 2026-07 1080000", "Hồ Thị Lụa 2026-06 1000000"), office.lines(commune, "2026-07"));
        PayrollLine line = office.page(commune, "2026-07", LineFilter.ARREARS).get(0);
        assertEquals("NANG-NCT", line.rate());
        assertEquals(500000, line.base());
        assertEquals("2", line.coefficient().toPlainString());
        assertEquals("Điều 4 NĐ 76/2024", line.baseClause());
        assertEquals("Điểm e khoản 1 Điều 6", line.clause());
        assertEquals("thu bản 1", line.pack());
        assertFalse(line.provisional());
        PayrollLine current = office.page(commune, "2026-07", LineFilter.ALL).get(0);
        assertEquals(540000, current.base());
        assertTrue(current.provisional());
    }

    @Test
    void whatChangedBetweenReviewAndClosingIsTakenOutAndNamed() {
        long commune = office.commune();
        long other = office.commune();
        long bich = disabled("Cao Thị Bích", commune);
        long dao = disabled("Cao Thị Đào", commune);
        long hoa = disabled("Cao Thị Hoa", commune);
        long mai = disabled("Cao Thị Mai", commune);
        office.run(commune, "2026-11");
        office.confirmAll();
        List<Reviewed> reviewed = office.reviewed(commune, "2026-11");
        office.fact(bich, "trong-co-so", "co", "2026-10-01");
        office.execute("update ansinh.entitlement set unit_id = " + other + " where person_id = " + dao);
        office.execute(
                "update ansinh.entitlement set payment_method = 'TKNH', account_number = '0123' where person_id = "
                        + hoa);
        Closing closing = office.as(Office.official("lan", commune), () -> office.payrolls.close(reviewed));
        assertEquals(1, closing.lines());
        assertEquals(810000, closing.total());
        assertEquals(
                List.of(
                        "Cao Thị Bích: tháng 11/2026, không còn khoản phải chi ở đơn vị này (thôi hưởng, không còn đủ điều"
                                + " kiện, đã chi hoặc chuyển nơi chi).",
                        "Cao Thị Đào: tháng 11/2026, không còn khoản phải chi ở đơn vị này (thôi hưởng, không còn đủ điều"
                                + " kiện, đã chi hoặc chuyển nơi chi).",
                        "Cao Thị Hoa: tháng 11/2026, người nhận hoặc hình thức chi trả đã thay đổi."),
                closing.takenOut());
        assertEquals(List.of("Cao Thị Mai 2026-11 810000"), office.lines(commune, "2026-11"));
        office.run(commune, "2026-12");
        assertTrue(
                office.lines(commune, "2026-12").contains("Cao Thị Hoa 2026-11 810000"),
                "the next run makes up for it");
    }

    @Test
    void closingAsksForTheGazetteTheOrderOfMonthsAndWhatWasReviewed() {
        long commune = office.commune();
        disabled("Bùi Thị Cúc", commune);
        office.execute("delete from ansinh.policy_confirmation");
        office.run(commune, "2026-11");
        Problem provisional = assertThrows(Problem.class, () -> office.close(commune, "2026-11"));
        assertEquals("AS-PAYROLL-PROVISIONAL", provisional.code());
        assertTrue(provisional.getMessage().contains("«Mức chuẩn 540.000 đồng, tính từ 07/2026»"));
        office.confirmAll();

        List<Reviewed> stale = office.reviewed(commune, "2026-11");
        office.run(commune, "2026-11");
        assertEquals("AS-PAYROLL-REDRAFTED", refused(() -> office.payrolls.close(stale), commune));

        office.run(commune, "2026-12");
        assertEquals(
                "AS-PAYROLL-ORDER", refused(() -> office.payrolls.close(office.reviewed(commune, "2026-12")), commune));
        office.close(commune, "2026-11");
        assertEquals(
                "AS-PAYROLL-STALE", refused(() -> office.payrolls.close(office.reviewed(commune, "2026-12")), commune));
        office.run(commune, "2026-12");
        assertEquals(new Closing(1, 1, 810000, List.of()), office.close(commune, "2026-12"));
    }

    @Test
    void ofTwoOfficialsWhoCloseAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        long commune = office.commune();
        for (int i = 0; i < 20; i++) {
            disabled("Mai Thị Số " + i, commune);
        }
        office.run(commune, "2026-11");
        office.confirmAll();
        List<Reviewed> reviewed = office.reviewed(commune, "2026-11");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService officials = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> outcomes = new ArrayList<>();
            for (String account : List.of("lan", "hung")) {
                outcomes.add(officials.submit(() -> {
                    together.await();
                    try {
                        Closing closing =
                                office.as(Office.official(account, commune), () -> office.payrolls.close(reviewed));
                        return "closed " + closing.lines();
                    } catch (Problem e) {
                        return e.code();
                    }
                }));
            }
            List<String> told = new ArrayList<>();
            for (Future<String> outcome : outcomes) {
                told.add(outcome.get());
            }
            told.sort(null);
            assertEquals(List.of("AS-PAYROLL-CLOSED", "closed 20"), told);
        } finally {
            officials.shutdownNow();
        }
    }

    @Test
    void aCancelledRunLeavesTheDraftAsItWas() {
        long commune = office.commune();
        disabled("Tạ Thị Én", commune);
        office.run(commune, "2026-11");
        List<Reviewed> before = office.reviewed(commune, "2026-11");
        disabled("Tạ Thị Phượng", commune);
        assertThrows(JobCancelledException.class, () -> office.cancelledRun(commune, "2026-11"));
        assertEquals(before, office.reviewed(commune, "2026-11"));
        assertEquals(List.of("Tạ Thị Én 2026-11 810000"), office.lines(commune, "2026-11"));
    }

    @Test
    void closedRowsAreOutOfTheApplicationsReach() {
        long commune = office.commune();
        disabled("Vi Thị Gấm", commune);
        office.run(commune, "2026-11");
        office.confirmAll();
        office.close(commune, "2026-11");
        long payroll = office.drafts(commune, "2026-11").get(0).id();
        for (String attempt : List.of(
                "update ansinh.payroll_line set due = 1, paid_before = 0, amount = 1 where payroll_id = " + payroll,
                "delete from ansinh.payroll_line where payroll_id = " + payroll,
                "insert into ansinh.payroll_line (month, payroll_id, entitlement_id, person_id, period, rule_id, multiple,"
                        + " due, paid_before, amount, payment_method, payee_role) select month, payroll_id, entitlement_id,"
                        + " person_id, '2026-10-01', rule_id, multiple, due, 0, due, payment_method, payee_role"
                        + " from ansinh.payroll_line where payroll_id = " + payroll,
                "delete from ansinh.payroll_line_2026_11",
                "truncate ansinh.payroll_line",
                "update ansinh.payroll set state = 'DRAFT', closed_by = null, closed_at = null where id = " + payroll,
                "delete from ansinh.payroll where id = " + payroll)) {
            assertThrows(TransactionFailedException.class, () -> office.execute(attempt), attempt);
        }
        assertEquals(List.of("Vi Thị Gấm 2026-11 810000"), office.lines(commune, "2026-11"));
        assertEquals(
                PayrollState.CLOSED, office.drafts(commune, "2026-11").get(0).state());
    }

    @Test
    void anotherCommunesOfficialNeitherSeesNorClosesTheList() {
        long commune = office.commune();
        long elsewhere = office.commune();
        disabled("Ngô Thị Sen", commune);
        office.run(commune, "2026-11");
        office.confirmAll();
        List<Reviewed> reviewed = office.reviewed(commune, "2026-11");
        Payroll draft = office.drafts(commune, "2026-11").get(0);
        assertTrue(office.as(Office.official("xa", elsewhere), () -> office.payrolls.byId(draft.id()))
                .isEmpty());
        assertEquals("AS-ACCESS-UNIT", refused(() -> office.payrolls.close(reviewed), elsewhere));
    }

    private static long disabled(String name, long commune) {
        long person = office.person(name, "1990-01-01", commune);
        office.fact(person, "muc-do", "nang");
        office.open(person, "KHUYET-TAT", commune, "2024-07", "2026-10");
        return person;
    }

    private static String refused(Callable<?> work, long unit) {
        return assertThrows(Problem.class, () -> office.as(Office.official("lan", unit), work))
                .code();
    }

    private static String figures(Payroll payroll) {
        return payroll.people() + " " + payroll.lines() + " " + payroll.total() + " " + payroll.arrears();
    }

    private static String officeFigures(Map<String, String> results) {
        return results.get("communes") + " " + results.get("people") + " " + results.get("lines") + " "
                + results.get("total");
    }
}
