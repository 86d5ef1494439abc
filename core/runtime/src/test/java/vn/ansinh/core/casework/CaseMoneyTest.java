package vn.ansinh.core.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.ansinh.core.casework.CaseOffice.AFTER;
import static vn.ansinh.core.casework.CaseOffice.CASH;
import static vn.ansinh.core.casework.CaseOffice.at;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseFiles.Signing;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.testkit.TestDatabase;

/** Several cases of one person, one after the other or side by side: every month once, and what is due. */
class CaseMoneyTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Map<String, List<String>> NONE = Map.of();
    private static final LocalDate DAY = LocalDate.of(2025, 9, 10);
    private static final YearMonth SEPTEMBER = YearMonth.of(2025, 9);
    private static final YearMonth NOVEMBER = YearMonth.of(2025, 11);
    private static final Map<String, List<String>> RAISES_TWO = Map.of(
            "ho-ngheo", List.of("ngheo"),
            "hon-nhan", List.of("goa"),
            "con-dang-nuoi", List.of("2015-03-02 Lê An", "2018-08-09 Lê Bình"));
    private static CaseOffice office;
    private static int communes;
    private long commune;

    @BeforeAll
    static void open() throws IOException {
        office = new CaseOffice(DATABASE, AFTER);
    }

    private long next() {
        return office.commune("42", DAY, 2 + communes / 10, communes++ % 10).id();
    }

    private void come() {
        office.turnTo(DAY.plusDays(14));
        commune = next();
    }

    private static CaseDetail disabled(long child, long commune, LocalDate day) {
        return office.receive(office.application(
                SmallProcedures.MONTHLY,
                child,
                commune,
                day,
                "BT6",
                Map.of("khuyet-tat.muc-do", List.of("nang"), "khuyet-tat.ngay-cap-giay", List.of("2025-09-02"))));
    }

    /** A child heavily disabled since September, 1,000,000 đồng a month. */
    private long granted(String name) {
        come();
        long child = office.person(name, "2019-03-04", commune);
        office.sign(office.toSignature(disabled(child, commune, DAY), DAY), DAY.plusDays(8), "1/QĐ-UBND");
        return child;
    }

    private static Application about(
            String procedure, long child, long commune, LocalDate day, String reason, LocalDate event, long to) {
        return office.with(
                office.application(procedure, child, commune, day, null, NONE),
                new Application.Particulars(Set.of(), reason, event, to));
    }

    private static void once(long person, long commune, String benefit, YearMonth month) {
        office.as(
                Caller.SYSTEM,
                () -> office.entitlements.openAll(List.of(new EntitlementDraft(
                        person, "btxh", benefit, commune, month, null, "9/QĐ", month.atDay(20), CASH))));
    }

    private static CaseDetail moveOut(long child, long from, long to, LocalDate day) {
        return office.sign(
                office.toSignature(
                        office.receive(about(SmallProcedures.MOVE_OUT, child, from, day, null, day, to)), day),
                day,
                "4/QĐ-UBND");
    }

    private static String refusal(CaseDetail ready, LocalDate day) {
        return office.refused(
                CaseOffice.chairman(ready.file().holderUnitId()),
                () -> office.cases.sign(at(ready, day), new Signing("Trần Văn Chủ", "CHỦ TỊCH", "99/QĐ", 0)));
    }

    /** Drafted and sent to be signed by somebody who has read that there are conflicts. */
    private static String drafting(CaseDetail taken, LocalDate day, YearMonth from) {
        CaseDetail now = office.as(
                CaseOffice.desk(taken.file().unitId()),
                () -> office.cases.byId(taken.file().id()).orElseThrow());
        return office.refused(
                CaseOffice.officer(now.file().holderUnitId()),
                () -> office.cases.draft(at(now, day), Draft.Outcome.GRANT, from, "", true));
    }

    private String name(long unit) {
        return office.units.byId(unit).orElseThrow().name();
    }

    @Test
    void helpGivenOnceIsNotGivenAgainWhereThePersonMovesTo() {
        long child = granted("Lê Văn Lũ");
        long there = next();
        once(child, commune, "KC-THUONGNANG", SEPTEMBER);
        office.turnTo(LocalDate.of(2025, 11, 20));
        LocalDate told = LocalDate.of(2025, 10, 14);
        CaseDetail left = moveOut(child, commune, there, told);
        office.sign(office.toSignature(left, told.plusDays(10)), told.plusDays(12), "5/QĐ-UBND");
        assertEquals(
                List.of(
                        "BT6 " + name(commune) + " 2025-09–2025-10",
                        "KC-THUONGNANG " + name(commune) + " 2025-09–",
                        "BT6 " + name(there) + " 2025-11–"),
                office.rights(child));
    }

    @Test
    void theEndOfAMonthlyRightLeavesWhatIsPaidOnce() {
        long child = granted("Lê Văn Thoát");
        once(child, commune, "KC-THUONGNANG", NOVEMBER);
        office.turnTo(LocalDate.of(2025, 11, 25));
        LocalDate told = LocalDate.of(2025, 11, 20);
        office.sign(
                office.toSignature(
                        office.receive(
                                about(SmallProcedures.END, child, commune, told, "G03", LocalDate.of(2025, 10, 3), 0)),
                        told),
                told,
                "6/QĐ-UBND");
        assertEquals(
                List.of("BT6 " + name(commune) + " 2025-09–2025-10", "KC-THUONGNANG " + name(commune) + " 2025-11–"),
                office.rights(child));
    }

    @Test
    void aSecondRelativeIsNotPromisedTheFuneralSupport() {
        long child = granted("Lê Văn Hai Lần");
        office.turnTo(LocalDate.of(2025, 11, 25));
        LocalDate told = LocalDate.of(2025, 11, 3);
        Application funeral = office.with(
                office.application(SmallProcedures.FUNERAL, child, commune, told, "MT", NONE),
                new Application.Particulars(Set.of(), null, LocalDate.of(2025, 11, 1), 0));
        office.sign(office.toSignature(office.receive(funeral), told), told, "7/QĐ-UBND");
        CaseDetail second = office.receive(funeral);
        assertThrows(Problem.class, () -> office.toSignature(second, told));
        assertEquals("AS-CASE-CHECK", drafting(second, told, null), "whatever conflicts somebody has read");
    }

    @Test
    void aDeathAlreadyKnownIsNotOverlooked() {
        long child = granted("Lê Văn Khuất");
        long there = next();
        office.turnTo(LocalDate.of(2025, 11, 25));
        LocalDate told = LocalDate.of(2025, 11, 3);
        CaseDetail moving = office.receive(about(SmallProcedures.MOVE_OUT, child, commune, told, null, told, there));
        CaseDetail first = office.toSignature(
                office.receive(about(SmallProcedures.END, child, commune, told, "G01", LocalDate.of(2025, 10, 30), 0)),
                told);
        DATABASE.transactions().run(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("update ansinh.person set deceased_on = '2025-11-01' where id = " + child);
            }
        });
        assertEquals("AS-ENTITLEMENT-CONFLICTS", refusal(first, told), "the registry learnt of another month");
        assertThrows(Problem.class, () -> office.toSignature(moving, told));
        assertEquals("AS-CASE-CHECK", drafting(moving, told, null), "the dead do not move");
        CaseDetail back =
                office.as(CaseOffice.chairman(commune), () -> office.cases.sendBack(at(first, told), "Ngày mất khác"));
        assertEquals("nothing", drafting(back, told, null), "somebody has read it");
    }

    @Test
    void whoAppliesAgainAfterAnEndIsPaidAgainFromTheMonthThatIsChosen() {
        long child = granted("Lê Văn Lại");
        office.turnTo(LocalDate.of(2026, 1, 25));
        LocalDate told = LocalDate.of(2025, 10, 20);
        office.sign(
                office.toSignature(
                        office.receive(about(SmallProcedures.END, child, commune, told, "G03", told, 0)), told),
                told,
                "6/QĐ-UBND");
        LocalDate again = LocalDate.of(2026, 1, 5);
        CaseDetail taken =
                office.receive(office.application(SmallProcedures.MONTHLY, child, commune, again, "BT6", NONE));
        assertThrows(Problem.class, () -> office.toSignature(taken, again));
        LocalDate day = again.plusDays(8);
        assertEquals("AS-CASE-CHECK", drafting(taken, day, null), "the months of the certificate are paid");
        CaseDetail now = office.as(
                CaseOffice.desk(commune),
                () -> office.cases.byId(taken.file().id()).orElseThrow());
        CaseDetail drafted = office.as(
                CaseOffice.officer(commune),
                () -> office.cases.draft(at(now, day), Draft.Outcome.GRANT, YearMonth.of(2026, 1), "", false));
        CaseDetail ready = office.as(CaseOffice.officer(commune), () -> office.cases.forward(at(drafted, day), ""));
        office.sign(ready, day, "9/QĐ-UBND");
        assertEquals(
                List.of("BT6 " + name(commune) + " 2025-09–2025-10", "BT6 " + name(commune) + " 2026-01–"),
                office.rights(child));
    }

    @Test
    void anEndDecidedBeforehandGoesAlongToTheNewPlace() {
        long child = granted("Lê Văn Hẹn");
        long there = next();
        office.as(Caller.SYSTEM, () -> {
            long right = office.entitlements.ofPerson(child).get(0).id();
            office.entitlements.end(right, YearMonth.of(2025, 12), new Decision("3/QĐ", DAY, "G03"));
            return null;
        });
        office.turnTo(LocalDate.of(2025, 11, 20));
        LocalDate told = LocalDate.of(2025, 10, 14);
        CaseDetail left = moveOut(child, commune, there, told);
        office.sign(office.toSignature(left, told.plusDays(10)), told.plusDays(12), "5/QĐ-UBND");
        assertEquals(
                List.of("BT6 " + name(commune) + " 2025-09–2025-10", "BT6 " + name(there) + " 2025-11–2025-12"),
                office.rights(child));
    }

    @Test
    void whatEndedWhereItCameFromAfterItLeftIsNotOpenedAnew() {
        long child = granted("Lê Văn Song Song");
        long there = next();
        office.turnTo(LocalDate.of(2025, 11, 20));
        LocalDate told = LocalDate.of(2025, 10, 14);
        CaseDetail end = office.toSignature(
                office.receive(about(SmallProcedures.END, child, commune, told, "G03", LocalDate.of(2025, 9, 12), 0)),
                told);
        CaseDetail left = moveOut(child, commune, there, told.plusDays(1));
        CaseDetail ready = office.toSignature(left, told.plusDays(1));
        office.sign(end, told.plusDays(2), "6/QĐ-UBND");
        assertEquals("AS-CASE-CHECK", refusal(ready, told.plusDays(12)));
        assertEquals(List.of("BT6 " + name(commune) + " 2025-09–2025-09"), office.rights(child));
    }

    @Test
    void aSignedScanSaysTheMonthThatCounts() {
        come();
        long mother = office.person("Lê Thị Cuối Tháng", "1985-03-04", commune);
        LocalDate last = LocalDate.of(2025, 9, 30);
        office.turnTo(last.plusDays(9));
        CaseDetail ready = office.toSignature(
                office.receive(office.application(
                        SmallProcedures.MONTHLY, mother, commune, last.minusDays(7), "BT4", RAISES_TWO)),
                last.minusDays(7));
        assertEquals(SEPTEMBER, ready.draft().from());
        var scanned = new Signing("Trần Văn Chủ", "CHỦ TỊCH", "1/QĐ", 1);
        assertEquals(
                "AS-CASE-CHECK",
                office.refused(
                        CaseOffice.chairman(commune), () -> office.cases.sign(at(ready, last.plusDays(1)), scanned)));
        office.sign(ready, last.plusDays(1), "1/QĐ-UBND");
        assertEquals(
                List.of("BT4 " + name(commune) + " 2025-10–"), office.rights(mother), "the month of the signature");
    }

    @Test
    void aChildWhoIsNotRaisedAnyMoreIsNotCountedAnyMore() {
        come();
        long mother = office.person("Lê Thị Đơn", "1985-03-04", commune);
        CaseDetail taken =
                office.receive(office.application(SmallProcedures.MONTHLY, mother, commune, DAY, "BT4", RAISES_TWO));
        office.sign(office.toSignature(taken, DAY), DAY.plusDays(8), "1/QĐ-UBND");
        office.turnTo(LocalDate.of(2025, 11, 20));
        adjust(
                mother,
                LocalDate.of(2025, 10, 14),
                Map.of("con-dang-nuoi", List.of("2015-03-02 Lê An")),
                LocalDate.of(2025, 10, 5),
                500_000);
        assertEquals(
                List.of("2025-11 500000", "2025-10 500000", "2025-09 1000000"),
                office.drafted(mother, commune, NOVEMBER));
    }

    @Test
    void anEarlierDegreeToldLaterDoesNotUndoTheLaterOne() {
        long child = granted("Lê Văn Ngược");
        office.turnTo(LocalDate.of(2026, 1, 20));
        LocalDate told = LocalDate.of(2025, 11, 14);
        adjust(child, told, degree("dac-biet-nang"), LocalDate.of(2025, 11, 5), 1_250_000);
        adjust(child, told.plusDays(5), degree("nhe"), LocalDate.of(2025, 10, 5), 1_250_000);
        assertEquals(
                List.of("2025-12 1250000", "2025-11 1250000", "2025-09–2025-10 2000000"),
                office.drafted(child, commune, YearMonth.of(2025, 12)),
                "what the decision says is what is paid");
    }

    @Test
    void whatTheFormShowsAsKnownDoesNotBeginEarlierByComingBackWithIt() {
        long child = granted("Lê Văn Kèm");
        office.turnTo(LocalDate.of(2025, 12, 20));
        LocalDate told = LocalDate.of(2025, 11, 14);
        adjust(child, told, degree("dac-biet-nang"), LocalDate.of(2025, 11, 5), 1_250_000);
        adjust(
                child,
                told.plusDays(5),
                Map.of("khuyet-tat.muc-do", List.of("dac-biet-nang"), "ho-ngheo", List.of("ngheo")),
                LocalDate.of(2025, 10, 5),
                1_250_000);
        assertEquals(List.of("2025-11 1250000", "2025-09–2025-10 2000000"), office.drafted(child, commune, NOVEMBER));
    }

    private static Map<String, List<String>> degree(String degree) {
        return Map.of("khuyet-tat.muc-do", List.of(degree));
    }

    private void adjust(long person, LocalDate told, Map<String, List<String>> answers, LocalDate event, long amount) {
        CaseDetail ready = office.toSignature(
                office.receive(office.with(
                        office.application(SmallProcedures.ADJUST, person, commune, told, null, answers),
                        new Application.Particulars(Set.of(), null, event, 0))),
                told);
        assertEquals(amount, ready.draft().amount());
        office.sign(ready, told, "2/QĐ-UBND");
    }
}
