package vn.ansinh.core.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.casework.CaseOffice.AFTER;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.testkit.TestDatabase;

/** What signatures do: before the reform of 2025-07-01 the district decides, after it the commune. */
class CaseEffectsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Map<String, List<String>> NONE = Map.of();
    private static CaseOffice office;

    @BeforeAll
    static void open() throws IOException {
        office = new CaseOffice(DATABASE, AFTER);
    }

    private static String name(long unit) {
        return office.units.byId(unit).orElseThrow().name();
    }

    private static CaseDetail disabled(String name, long commune, LocalDate day) {
        long child = office.person(name, "2019-03-04", commune);
        return office.receive(office.application(
                SmallProcedures.MONTHLY,
                child,
                commune,
                day,
                "BT6",
                Map.of(
                        "khuyet-tat.muc-do",
                        List.of("nang"),
                        "khuyet-tat.ngay-cap-giay",
                        List.of(day.minusMonths(1).withDayOfMonth(20).toString()))));
    }

    private static LocalDate turn(String day) {
        LocalDate at = LocalDate.parse(day);
        office.turnTo(at.plusDays(30));
        return at;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-04-14", "2025-09-15"})
    void theRightCountsFromTheMonthOfTheCertificate(String on) {
        LocalDate day = turn(on);
        long commune = office.commune("42", day, 1, 1).id();
        CaseDetail ready = office.toSignature(disabled("Lê Văn " + on, commune, day), day);
        assertEquals(1_000_000, ready.draft().amount());
        boolean district = ready.file().holderUnitId() != commune;
        assertEquals(day.isBefore(SmallProcedures.REFORM), district);
        CaseDetail signed = office.sign(ready, day.plusDays(20), "45/QĐ-UBND");
        assertEquals(CaseState.DECIDED, signed.file().state());
        assertEquals(
                List.of("BT6 " + name(commune) + " " + day.toString().substring(0, 4) + "-"
                        + day.minusMonths(1).toString().substring(5, 7) + "–"),
                office.rights(signed.file().personId()));
        assertEquals(
                "45/QĐ-UBND",
                office.as(
                                Caller.SYSTEM,
                                () -> office.facts.of(
                                        Subject.person(signed.file().personId())))
                        .get(0)
                        .source());
        YearMonth month = YearMonth.from(day).plusMonths(1);
        assertEquals(
                List.of(month + " 1000000", month.minusMonths(2) + "–" + month.minusMonths(1) + " 2000000"),
                office.drafted(signed.file().personId(), commune, month),
                "the first list pays the month, and what is owed from the certificate's month on");
        CaseDetail done = office.as(
                CaseOffice.desk(commune), () -> office.cases.giveResult(at(signed, day.plusDays(21)), "Lê Thị Mẹ"));
        assertEquals(CaseState.DONE, done.file().state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-04-14", "2025-09-15"})
    void whoMovesToAnotherProvinceIsPaidOnceEveryMonth(String on) {
        LocalDate day = turn(on);
        long here = office.commune("42", day, 2, 1).id();
        long there = office.commune("40", day, 2, 1).id();
        CaseDetail opened = office.sign(
                office.toSignature(disabled("Hà Văn " + on, here, day), day), day.plusDays(8), "46/QĐ-UBND");
        long person = opened.file().personId();
        Application leaving = office.with(
                office.application(SmallProcedures.MOVE_OUT, person, here, day.plusDays(9), null, NONE),
                new Application.Particulars(Set.of(), null, day.plusDays(9), there));
        CaseDetail moved = office.sign(
                office.toSignature(office.receive(leaving), day.plusDays(10)), day.plusDays(10), "47/QĐ-UBND");
        assertEquals(there, moved.file().unitId());
        assertEquals("xac-nhan", moved.file().step());
        assertEquals(
                "AS-CASE-TURN",
                office.refused(CaseOffice.officer(here), () -> office.cases.forward(at(moved, day.plusDays(11)), "")));
        assertTrue(office.as(
                        CaseOffice.officer(here),
                        () -> office.cases.byId(moved.file().id()))
                .isPresent());
        CaseDetail ready = office.toSignature(moved, day.plusDays(20));
        assertEquals(1_000_000, ready.draft().amount(), "the new place's decision says what is paid there");
        CaseDetail done = office.sign(ready, day.plusDays(25), "12/QĐ-UBND");
        assertEquals(CaseState.DECIDED, done.file().state());
        assertEquals(
                there,
                office.as(Caller.SYSTEM, () -> office.people.byId(person))
                        .orElseThrow()
                        .unitId());
        String first = day.minusMonths(1).toString().substring(0, 7);
        String last = day.toString().substring(0, 7);
        String next = day.plusMonths(1).toString().substring(0, 7);
        assertEquals(
                List.of("BT6 " + name(here) + " " + first + "–" + last, "BT6 " + name(there) + " " + next + "–"),
                office.rights(person));
    }

    @Test
    void aDeathReportedLateEndsTheRightWithItsMonth() {
        LocalDate day = turn("2025-09-15");
        long commune = office.commune("42", day, 1, 3).id();
        CaseDetail opened = office.sign(
                office.toSignature(disabled("Vũ Văn Mất", commune, day), day), day.plusDays(8), "50/QĐ-UBND");
        long person = opened.file().personId();
        office.turnTo(LocalDate.of(2025, 12, 1));
        LocalDate told = LocalDate.of(2025, 11, 20);
        Application end = ended(person, commune, told, "G01", LocalDate.of(2025, 9, 20));
        CaseDetail ready = office.toSignature(office.receive(end), told);
        CaseDetail ended = office.sign(ready, told, "51/QĐ-UBND");
        assertEquals(List.of("BT6 " + name(commune) + " 2025-08–2025-09"), office.rights(person));
        assertEquals(
                LocalDate.of(2025, 9, 20),
                office.as(Caller.SYSTEM, () -> office.people.byId(person))
                        .orElseThrow()
                        .deceasedOn());
        assertEquals(CaseEvent.Kind.SIGNED, ended.events().get(0).kind());
        Application funeral = office.with(
                office.application(SmallProcedures.FUNERAL, person, commune, told, "MT", NONE),
                new Application.Particulars(Set.of(), null, LocalDate.of(2025, 9, 20), 0));
        CaseDetail buried = office.sign(office.toSignature(office.receive(funeral), told), told, "52/QĐ-UBND");
        assertEquals(CaseState.DECIDED, buried.file().state());
        var right = office.as(Caller.SYSTEM, () -> office.entitlements.ofPerson(person)).stream()
                .filter(each -> each.benefit().equals("MT"))
                .findFirst()
                .orElseThrow();
        assertEquals("Lê Thị Mẹ", right.payment().payeeName());
    }

    @Test
    void aDayOfDeathTypedWrongIsMendedWithItsReasonBeforeTheDecision() {
        LocalDate day = turn("2025-09-15");
        long commune = office.commune("42", day, 1, 5).id();
        long person = office.sign(
                        office.toSignature(disabled("Vũ Thị Nhầm", commune, day), day), day.plusDays(8), "53/QĐ-UBND")
                .file()
                .personId();
        LocalDate told = day.plusDays(20);
        Application wrong = ended(person, commune, told, "G01", LocalDate.of(2025, 8, 20));
        CaseDetail taken = office.receive(wrong);
        Application right = ended(person, commune, told, "G01", LocalDate.of(2025, 9, 20));
        Caller desk = CaseOffice.desk(commune);
        assertEquals("AS-CASE-REASON", office.refused(desk, () -> office.cases.amend(at(taken, told), right, " ")));
        assertEquals(
                "AS-CASE-CHECK",
                office.refused(
                        desk,
                        () -> office.cases.amend(at(taken, told), ended(person, commune, told, "G01", null), "x")));
        LocalDate died = LocalDate.of(2025, 9, 20);
        for (String unknown : List.of("G99", "T01", "")) {
            Application untold = ended(person, commune, told, unknown, died);
            assertEquals(
                    "AS-CASE-END-REASON",
                    office.refused(desk, () -> office.cases.amend(at(taken, told), untold, "Lý do không có")));
        }
        CaseDetail mended =
                office.as(desk, () -> office.cases.amend(at(taken, told), right, "Gõ nhầm tháng trên giấy báo tử"));
        assertEquals(LocalDate.of(2025, 9, 20), mended.application().subject().eventOn());
        assertEquals(
                "Ngày xảy ra: 20/08/2025 → 20/09/2025. Lý do sửa: Gõ nhầm tháng trên giấy báo tử",
                mended.events().get(0).note());
        CaseDetail ready = office.toSignature(mended, told);
        assertEquals(YearMonth.of(2025, 9), ready.draft().from());
        assertEquals(
                "AS-CASE-STEP",
                office.refused(
                        CaseOffice.chairman(commune), () -> office.cases.amend(at(ready, told), wrong, "Sau dự thảo")));
        CaseDetail again = office.as(
                CaseOffice.chairman(commune), () -> office.cases.sendBack(at(ready, told), "Ngày mất còn sai"));
        Application last = ended(person, commune, told, "G01", LocalDate.of(2025, 10, 2));
        CaseDetail once = office.as(
                CaseOffice.officer(commune), () -> office.cases.amend(at(again, told), last, "Theo trích lục khai tử"));
        office.sign(office.toSignature(once, told), told, "54/QĐ-UBND");
        assertEquals(List.of("BT6 " + name(commune) + " 2025-08–2025-10"), office.rights(person));
        assertEquals(
                LocalDate.of(2025, 10, 2),
                office.as(Caller.SYSTEM, () -> office.people.byId(person))
                        .orElseThrow()
                        .deceasedOn());
    }

    private static Application ended(long person, long commune, LocalDate told, String reason, LocalDate event) {
        return office.with(
                office.application(SmallProcedures.END, person, commune, told, null, NONE),
                new Application.Particulars(Set.of(), reason, event, 0));
    }

    @Test
    void whoDraftedDoesNotSign() {
        LocalDate day = turn("2025-09-15");
        long commune = office.commune("42", day, 1, 4).id();
        CaseDetail ready = office.toSignature(disabled("Lý Văn Hai", commune, day), day);
        Caller both = CaseOffice.official("chuyen-vien", commune, "case.process", "case.decide");
        var signing = new vn.ansinh.api.casework.CaseFiles.Signing("A", "CHỦ TỊCH", "1/QĐ", 0);
        LocalDate later = day.plusDays(9);
        assertEquals("AS-CASE-OWN", office.refused(both, () -> office.cases.sign(at(ready, later), signing)));
        assertEquals(List.of(), office.rights(ready.file().personId()));
    }
}
