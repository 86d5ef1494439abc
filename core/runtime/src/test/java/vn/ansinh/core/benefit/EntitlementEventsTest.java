package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.benefit.EntitlementEvent.Kind;
import vn.ansinh.api.benefit.Entitlements.Opened;
import vn.ansinh.api.benefit.Movement;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.benefit.Payrolls.MovementQuery;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.testkit.TestDatabase;

/** What decisions do to a right between its opening and its end, and what the next list makes of it. */
class EntitlementEventsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
    }

    @Test
    void aSuspendedRightPaysNothingUntilItIsResumedAndThenWhatTheDecisionSays() {
        long commune = office.commune();
        long back = right("Nguyễn Thị Bền", commune, "2026-08");
        long notBack = right("Nguyễn Thị Cần", commune, "2026-08");
        for (long id : List.of(back, notBack)) {
            office.decide(decision -> office.entitlements.suspend(id, SEPTEMBER, decision), "G09");
            office.decide(decision -> office.entitlements.suspend(id, SEPTEMBER, decision), "G09");
        }
        office.month(commune, "2026-10");
        assertEquals(List.of(), office.lines(commune, "2026-10"));
        assertTrue(
                office.notices(commune, "2026-10").get(0).contains("Tạm dừng"),
                () -> office.notices(commune, "2026-10").toString());

        office.decide(decision -> office.entitlements.resume(back, NOVEMBER, true, decision), "T03");
        office.decide(decision -> office.entitlements.resume(notBack, NOVEMBER, false, decision), "T03");
        office.run(commune, "2026-11");
        assertEquals(
                List.of(
                        "Nguyễn Thị Bền 2026-11 540000",
                        "Nguyễn Thị Bền 2026-09–2026-10 1080000",
                        "Nguyễn Thị Cần 2026-11 540000"),
                office.lines(commune, "2026-11"));

        List<EntitlementEvent> events = office.asSystem(() -> office.entitlements.events(back));
        assertEquals(
                List.of(Kind.RESUME, Kind.SUSPEND, Kind.OPEN),
                events.stream().map(EntitlementEvent::kind).toList());
        assertEquals("Tạm dừng: không xác định lại theo yêu cầu", events.get(1).reasonName());
        assertEquals("45/QĐ-UBND", events.get(1).decision().number());
        assertEquals(List.of(), office.asSystem(() -> office.entitlements.suspensions(back)));
        assertEquals(
                YearMonth.of(2026, 10),
                office.asSystem(() -> office.entitlements.suspensions(notBack))
                        .get(0)
                        .to());
    }

    @Test
    void aSuspensionDecidedBackwardsTakesBackWhatNobodyCollected() {
        long commune = office.commune();
        long id = right("Trần Thị Dịu", commune, "2026-09");
        office.month(commune, "2026-10");
        office.decide(decision -> office.entitlements.suspend(id, YearMonth.of(2026, 10), decision), "G10");
        office.month(commune, "2026-11");
        assertEquals(List.of("Trần Thị Dịu 2026-10 540000"), office.cancelled(commune, "2026-11"));
        office.decide(decision -> office.entitlements.resume(id, YearMonth.of(2026, 10), true, decision), "T03");
        office.run(commune, "2026-12");
        assertEquals(
                List.of("Trần Thị Dịu 2026-12 540000", "Trần Thị Dịu 2026-10–2026-11 1080000"),
                office.lines(commune, "2026-12"));
    }

    @Test
    void anotherCommunePaysFromTheNextDraftOnAndNeitherPaysTwice() {
        long before = office.commune();
        long after = office.commune();
        long id = right("Lê Thị Đượm", before, "2026-08");
        right("Lê Thị Ở", before, "2026-08");
        office.month(before, "2026-09");
        office.decide(decision -> office.entitlements.move(id, after, YearMonth.of(2026, 10), decision), "T02");
        office.month(before, "2026-10");
        office.run(after, "2026-10");
        assertEquals(List.of("Lê Thị Ở 2026-10 540000"), office.lines(before, "2026-10"));
        assertEquals(List.of("Lê Thị Đượm 2026-10 540000"), office.lines(after, "2026-10"));
        assertEquals("Giảm G07, Tăng T02", moved(before, "2026-10") + ", " + moved(after, "2026-10"));
        assertEquals("", moved(SmallCountry.HA_TINH, "2026-10", "Lê Thị Đượm"), "within the province nothing moved");
        assertEquals(
                "AS-ACCESS-UNIT",
                assertThrows(
                                Problem.class,
                                () -> office.as(Office.official("lan", after), () -> {
                                    office.entitlements.move(id, before, NOVEMBER, paper("T02"));
                                    return null;
                                }))
                        .code(),
                "a commune gives nobody to another one");
    }

    @Test
    void joinersLeaversAndAdjustedComeOutOfTwoMonthsWithTheirReasons() {
        long commune = office.commune();
        right("Phạm Thị Mới", commune, null, "2026-11");
        long paused = right("Phạm Thị Ngừng", commune, "2026-09");
        long dead = office.person("Phạm Văn Quá", "1940-01-01", commune);
        office.open(dead, "CAO-TUOI", commune, "2024-07", "2026-09");
        long ended = right("Phạm Thị Thôi", commune, "2026-09");
        long older = office.person("Phạm Thị Tuổi", "1966-11-20", commune);
        office.fact(older, "muc-do", "nang");
        office.open(older, "KHUYET-TAT", commune, "2024-07", "2026-09");
        office.month(commune, "2026-10");
        office.decide(decision -> office.entitlements.suspend(paused, NOVEMBER, decision), "G08");
        office.died(dead, "2026-10-12");
        office.decide(decision -> office.entitlements.end(ended, YearMonth.of(2026, 10), decision), "G03");
        office.run(commune, "2026-11");
        assertEquals(
                "Phạm Thị Mới Tăng T01 0 540000, Phạm Thị Ngừng Giảm G08 540000 0, Phạm Văn Quá Giảm G01 540000 0,"
                        + " Phạm Thị Thôi Giảm G03 540000 0, Phạm Thị Tuổi Điều chỉnh T04 810000 1080000",
                movements(commune, "2026-11"));
        assertEquals(
                "ADJUSTED 1 810000 1080000, JOINER 1 0 540000, LEAVER 3 1620000 0",
                String.join(
                        ", ",
                        office
                                .asSystem(() -> office.payrolls.movementTotals(Office.PROGRAM, commune, NOVEMBER))
                                .stream()
                                .map(total -> total.kind() + " " + total.people() + " " + total.before() + " "
                                        + total.after())
                                .sorted()
                                .toList()));
    }

    @Test
    void eachEventAsksForItsDecisionAndAReasonThatFits() {
        long commune = office.commune();
        long id = right("Đỗ Thị Giấy", commune, "2026-09");
        assertEquals(
                List.of("G08", "G09", "G10"),
                office.asSystem(() -> office.entitlements.reasons(Kind.SUSPEND)).stream()
                        .map(Entry::code)
                        .toList());
        assertEquals("AS-ENTITLEMENT-REASON", refused(() -> office.entitlements.suspend(id, NOVEMBER, paper("G01"))));
        assertEquals(
                "AS-ENTITLEMENT-DECISION",
                refused(() -> office.entitlements.suspend(id, NOVEMBER, new Decision(null, Office.TODAY, "G08"))));
        assertEquals(
                "AS-ENTITLEMENT-NOT-SUSPENDED",
                refused(() -> office.entitlements.resume(id, NOVEMBER, false, paper("T03"))));
        office.asSystem(() -> {
            office.entitlements.suspend(id, NOVEMBER, paper("G08"));
            return null;
        });
        assertEquals(
                "AS-ENTITLEMENT-SUSPENDED", refused(() -> office.entitlements.suspend(id, SEPTEMBER, paper("G08"))));
        assertEquals(
                "AS-ENTITLEMENT-RESUME", refused(() -> office.entitlements.resume(id, SEPTEMBER, false, paper("T03"))));
        PaymentDetails account = new PaymentDetails("TKNH", "0123456789", "Agribank", null, null, PayeeRole.SELF);
        office.asSystem(() -> {
            office.entitlements.changePayment(id, account, new Decision(null, null, "D03"));
            return null;
        });
        EntitlementEvent change =
                office.asSystem(() -> office.entitlements.events(id)).get(0);
        assertEquals("Chi trả: Chuyển khoản tài khoản ngân hàng", change.detail());
        assertEquals(
                account,
                office.asSystem(() -> office.entitlements.byId(id))
                        .orElseThrow()
                        .payment());
    }

    @Test
    void aRightThatShouldNeverHaveBeenIsEndedBeforeItBeganAndCanBeOpenedAnew() {
        long commune = office.commune();
        long person = office.person("Đinh Thị Hoàn", "1950-01-01", commune);
        long wrong = office.open(person, "CAO-TUOI", commune, "2026-09", null).entitlementId();
        office.month(commune, "2026-09");
        office.decide(decision -> office.entitlements.end(wrong, YearMonth.of(2026, 8), decision), "G03");
        office.month(commune, "2026-10");
        assertEquals(List.of("Đinh Thị Hoàn 2026-09 540000"), office.cancelled(commune, "2026-10"));
        assertEquals(
                Opened.Outcome.OPENED,
                office.open(person, "CAO-TUOI", commune, "2026-09", null).outcome());
        office.run(commune, "2026-11");
        assertEquals(
                List.of("Đinh Thị Hoàn 2026-11 540000", "Đinh Thị Hoàn 2026-09–2026-10 1080000"),
                office.lines(commune, "2026-11"));
    }

    @Test
    void anEndByMistakeIsTakenBackWithTheMonthsThatTheDecisionSays() {
        long commune = office.commune();
        long back = right("Nguyễn Thị Sống", commune, "2026-08");
        long notBack = right("Nguyễn Thị Vẫn", commune, "2026-08");
        for (long id : List.of(back, notBack)) {
            office.decide(decision -> office.entitlements.end(id, YearMonth.of(2026, 8), decision), "G01");
        }
        office.month(commune, "2026-10");
        office.decide(decision -> office.entitlements.resume(back, NOVEMBER, true, decision), "T03");
        office.decide(decision -> office.entitlements.resume(notBack, NOVEMBER, false, decision), "T03");
        office.run(commune, "2026-11");
        assertEquals(
                List.of(
                        "Nguyễn Thị Sống 2026-11 540000",
                        "Nguyễn Thị Sống 2026-09–2026-10 1080000",
                        "Nguyễn Thị Vẫn 2026-11 540000"),
                office.lines(commune, "2026-11"));
        assertEquals(
                "Trước đó hưởng hết tháng 08/2026; truy lĩnh những tháng sau đó",
                office.asSystem(() -> office.entitlements.events(back)).get(0).detail());
        office.decide(decision -> office.entitlements.end(back, NOVEMBER, decision), "G07");
        long person = office.asSystem(() -> office.entitlements.byId(back))
                .orElseThrow()
                .personId();
        office.open(person, "CAO-TUOI", office.commune(), "2026-12", null);
        assertEquals(
                "AS-ENTITLEMENT-TWICE",
                refused(() -> office.entitlements.resume(back, YearMonth.of(2026, 12), true, paper("T03"))),
                "it goes on elsewhere");
    }

    private static Decision paper(String reason) {
        return new Decision("45/QĐ-UBND", Office.TODAY, reason);
    }

    private static String refused(Runnable act) {
        return assertThrows(
                        Problem.class,
                        () -> office.asSystem(() -> {
                            act.run();
                            return null;
                        }))
                .code();
    }

    private static String moved(long unit, String month) {
        return moved(unit, month, "");
    }

    private static String moved(long unit, String month, String name) {
        return String.join(
                ", ",
                of(unit, month).stream()
                        .filter(movement -> movement.personName().contains(name))
                        .map(movement -> movement.kind().label() + " " + movement.reason())
                        .toList());
    }

    private static String movements(long unit, String month) {
        return String.join(
                ", ",
                of(unit, month).stream()
                        .map(movement -> movement.personName() + " "
                                + movement.kind().label() + " " + movement.reason() + " " + movement.before() + " "
                                + movement.after())
                        .toList());
    }

    private static List<Movement> of(long unit, String month) {
        return office.asSystem(() -> office.payrolls
                .movements(new MovementQuery(Office.PROGRAM, unit, YearMonth.parse(month), null, null, 100))
                .rows());
    }

    private static long right(String name, long commune, String paidThrough) {
        return right(name, commune, paidThrough, "2024-07");
    }

    private static long right(String name, long commune, String paidThrough, String from) {
        long person = office.person(name, "1950-01-01", commune);
        return office.open(person, "CAO-TUOI", commune, from, paidThrough).entitlementId();
    }
}
