package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.benefit.Payrolls.Closing;
import vn.ansinh.api.benefit.Payrolls.Reviewed;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.testkit.TestDatabase;

/** Officials who get in each other's way: everybody is told in a sentence, and the money comes out right. */
class TogetherTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
        office.confirmAll();
    }

    @Test
    void ofTwoWhoCloseAtOnceOneWinsAndTheOtherIsToldByWhomAndWhen() throws Exception {
        long commune = office.commune();
        elder("Tạ Thị An", commune);
        office.run(commune, "2026-10");
        office.confirmAll();
        List<Reviewed> reviewed = office.reviewed(commune, "2026-10");
        List<String> told = together(
                () -> "closed " + closeAs("lan", commune, reviewed).lines(),
                () -> "closed " + closeAs("hung", commune, reviewed).lines());
        assertEquals("closed 1", told.get(1));
        assertTrue(
                told.get(0).matches("Danh sách kỳ 10/2026 của Xã thử \\d+ đã được (lan|hung) chốt lúc .*"),
                told.get(0));
    }

    @Test
    void aProvinceRunOverACommunesDraftIsSeenAtClosing() throws Exception {
        long commune = office.commune();
        elder("Tăng Thị Bé", commune);
        office.runAs("hung", commune, "2026-10");
        office.confirmAll();
        List<Reviewed> reviewed = office.reviewed(commune, "2026-10");
        together(
                () -> office.runAs("tinh", SmallCountry.HA_TINH, "2026-10").get("communes"),
                () -> office.runAs("hung", commune, "2026-10").get("communes"));
        Problem redrafted = assertThrows(Problem.class, () -> closeAs("lan", commune, reviewed));
        assertTrue(
                redrafted.getMessage().contains("đã được lập lại lúc")
                        && redrafted.getMessage().contains("Chưa chốt danh sách nào"),
                redrafted.getMessage());
        assertEquals(
                1, closeAs("lan", commune, office.reviewed(commune, "2026-10")).lines());
        office.runAs("tinh", SmallCountry.HA_TINH, "2026-10");
        assertEquals(List.of("Tăng Thị Bé 2026-10 540000"), office.lines(commune, "2026-10"), "closed stays closed");
    }

    @Test
    void whoMovesBetweenReviewAndClosingIsTakenOutHereAndPaidThere() throws Exception {
        long before = office.commune();
        long after = office.commune();
        long moving = elder("Thạch Thị Chanh", before);
        elder("Thạch Thị Đậu", before);
        elder("Thạch Thị Én", after);
        office.run(before, "2026-10");
        office.run(after, "2026-10");
        office.confirmAll();
        List<Reviewed> here = office.reviewed(before, "2026-10");
        List<Reviewed> there = office.reviewed(after, "2026-10");
        office.decide(decision -> office.entitlements.move(moving, after, YearMonth.of(2026, 10), decision), "T02");
        assertEquals(
                List.of(
                        "Thạch Thị Chanh: tháng 10/2026, không còn khoản phải chi ở đơn vị này (thôi hưởng, không còn đủ"
                                + " điều kiện, đã chi hoặc chuyển nơi chi)."),
                closeAs("lan", before, here).takenOut());
        closeAs("lan", after, there);
        office.month(after, "2026-11");
        assertEquals(
                List.of(
                        "Thạch Thị Chanh 2026-11 540000",
                        "Thạch Thị Chanh 2026-10 540000",
                        "Thạch Thị Én 2026-11 540000"),
                office.lines(after, "2026-11"));
    }

    @Test
    void whoMovesWhileBothCommunesCloseIsPaidOnce() throws Exception {
        long before = office.commune();
        long after = office.commune();
        long moving = elder("Thân Thị Gái", before);
        elder("Thân Thị Hến", before);
        elder("Thân Thị Khế", after);
        for (String month : List.of("2026-10", "2026-11", "2026-12")) {
            office.run(before, month);
            office.run(after, month);
            office.confirmAll();
            List<Reviewed> here = office.reviewed(before, month);
            List<Reviewed> there = office.reviewed(after, month);
            long to = month.equals("2026-11") ? before : after;
            together(() -> closeAs("lan", before, here), () -> closeAs("hung", after, there), () -> {
                office.decide(
                        decision -> office.entitlements.move(moving, to, YearMonth.parse(month), decision), "T02");
                return "moved";
            });
        }
        office.month(before, "2027-01");
        office.month(after, "2027-01");
        List<String> paid = new ArrayList<>();
        for (String month : List.of("2026-10", "2026-11", "2026-12", "2027-01")) {
            for (long unit : List.of(before, after)) {
                office.lines(unit, month).stream()
                        .filter(line -> line.startsWith("Thân Thị Gái"))
                        .forEach(paid::add);
            }
        }
        paid.sort(null);
        assertEquals(
                4 * 540000,
                paid.stream()
                        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum(),
                paid::toString);
    }

    @Test
    void novemberDraftedBeforeOctoberIsClosedIsDraftedAnew() {
        long commune = office.commune();
        elder("Thi Thị Lê", commune);
        office.run(commune, "2026-10");
        office.run(commune, "2026-11");
        office.confirmAll();
        List<Reviewed> november = office.reviewed(commune, "2026-11");
        Problem order = assertThrows(Problem.class, () -> closeAs("lan", commune, november));
        assertTrue(
                order.getMessage().contains("kỳ 10/2026") && order.getMessage().contains("chưa chốt"),
                order::getMessage);
        closeAs("lan", commune, office.reviewed(commune, "2026-10"));
        Problem stale = assertThrows(Problem.class, () -> closeAs("lan", commune, november));
        assertTrue(stale.getMessage().contains("hãy lập lại danh sách rồi chốt"), stale::getMessage);
        office.month(commune, "2026-11");
        assertEquals(List.of("Thi Thị Lê 2026-11 540000"), office.lines(commune, "2026-11"));
    }

    @Test
    void aListIsEitherAnnulledOrTheNextOneIsClosedOnIt() throws Exception {
        long commune = office.commune();
        elder("Trưng Thị Mơ", commune);
        office.month(commune, "2026-10");
        long october = office.drafts(commune, "2026-10").get(0).id();
        office.run(commune, "2026-11");
        List<Reviewed> november = office.reviewed(commune, "2026-11");
        List<String> told = together(
                () -> "closed " + closeAs("lan", commune, november).lines(),
                () -> office.as(Office.official("tinh", SmallCountry.HA_TINH), () -> {
                    office.payrolls.annul(october, "Lập sai");
                    return "annulled";
                }));
        boolean annulled = told.contains("annulled");
        assertTrue(told.get(0).contains(annulled ? "hãy lập lại danh sách" : "đã chốt sau đó"), told.toString());
        office.month(commune, annulled ? "2026-10" : "2026-12");
        office.month(commune, annulled ? "2026-11" : "2027-01");
        long months = annulled ? 2 : 4;
        long sum = 0;
        for (String month : List.of("2026-10", "2026-11", "2026-12", "2027-01")) {
            sum += office.drafts(commune, month).stream()
                    .mapToLong(payroll -> payroll.total())
                    .sum();
        }
        assertEquals(months * 540000, sum);
    }

    /** Does all at the same moment; what was told, refusals first. */
    private static List<String> together(Callable<?>... acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        ExecutorService officials = Executors.newFixedThreadPool(acts.length);
        try {
            List<Future<String>> outcomes = new ArrayList<>();
            for (Callable<?> act : acts) {
                outcomes.add(officials.submit(() -> {
                    start.await();
                    try {
                        return String.valueOf(act.call());
                    } catch (Problem e) {
                        return e.getMessage();
                    }
                }));
            }
            List<String> told = new ArrayList<>();
            for (Future<String> outcome : outcomes) {
                told.add(outcome.get());
            }
            told.sort((one, other) -> Boolean.compare(one.length() < 20, other.length() < 20));
            return told;
        } finally {
            officials.shutdownNow();
        }
    }

    private static Closing closeAs(String account, long unit, List<Reviewed> reviewed) {
        return office.as(Office.official(account, unit), () -> office.payrolls.close(reviewed));
    }

    private static long elder(String name, long commune) {
        long person = office.person(name, "1940-01-01", commune);
        return office.open(person, "CAO-TUOI", commune, "2024-07", "2026-09").entitlementId();
    }
}
