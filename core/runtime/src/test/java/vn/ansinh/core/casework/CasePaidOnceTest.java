package vn.ansinh.core.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.testkit.TestDatabase;

/** Adjusted and moved within a province, through to the closed lists: no month is paid twice, none is lost. */
class CasePaidOnceTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Map<String, List<String>> NONE = Map.of();
    private static CaseOffice office;

    @BeforeAll
    static void open() throws IOException {
        office = new CaseOffice(DATABASE, AFTER);
    }

    /** A child heavily disabled since the month before, 1,000,000 đồng a month; signed and on the list of this month. */
    private static long paid(String name, long commune, LocalDate day) {
        office.turnTo(day.plusDays(14));
        long child = office.person(name, "2019-03-04", commune);
        LocalDate certified = day.minusMonths(1).withDayOfMonth(20);
        CaseDetail taken = office.receive(office.application(
                SmallProcedures.MONTHLY,
                child,
                commune,
                day,
                "BT6",
                Map.of(
                        "khuyet-tat.muc-do",
                        List.of("nang"),
                        "khuyet-tat.ngay-cap-giay",
                        List.of(certified.toString()))));
        office.sign(office.toSignature(taken, day), day.plusDays(8), "1/QĐ-UBND");
        YearMonth month = YearMonth.from(day);
        assertEquals(
                List.of(month + " 1000000", month.minusMonths(1) + " 1000000"), office.closed(child, commune, month));
        return child;
    }

    private static Application about(
            String procedure, long child, long commune, LocalDate day, LocalDate event, long to) {
        return office.with(
                office.application(procedure, child, commune, day, null, NONE),
                new Application.Particulars(Set.of(), null, event, to));
    }

    @ParameterizedTest
    @CsvSource({"2025-02-10, 9", "2025-09-10, 1"})
    void aGraverDegreeCountsFromItsMonthAndWhatIsClosedIsMadeUp(LocalDate day, int district) {
        long commune = office.commune("42", day, district, 0).id();
        long child = paid("Đinh Văn Nặng " + day, commune, day);
        YearMonth month = YearMonth.from(day);
        LocalDate certified = day.plusDays(15);
        LocalDate told = day.plusMonths(2);
        office.turnTo(told.plusDays(20));
        assertEquals(List.of(month.plusMonths(1) + " 1000000"), office.closed(child, commune, month.plusMonths(1)));
        Application graver = office.with(
                office.application(
                        SmallProcedures.ADJUST,
                        child,
                        commune,
                        told,
                        null,
                        Map.of("khuyet-tat.muc-do", List.of("dac-biet-nang"))),
                new Application.Particulars(Set.of(), null, certified, 0));
        CaseDetail ready = office.toSignature(office.receive(graver), told);
        assertEquals(month, ready.draft().from(), "kể từ tháng đủ điều kiện điều chỉnh");
        assertEquals(1_250_000, ready.draft().amount());
        office.sign(ready, told.plusDays(8), "2/QĐ-UBND");
        YearMonth third = month.plusMonths(2);
        assertEquals(
                List.of(third + " 1250000", month + "–" + month.plusMonths(1) + " 500000"),
                office.closed(child, commune, third),
                "two closed months are made up, the month before the certificate is not");
        office.turnTo(told.plusMonths(1));
        assertEquals(List.of(month.plusMonths(3) + " 1250000"), office.closed(child, commune, month.plusMonths(3)));
    }

    @Test
    void whoMovesWithinADistrictAppliesWhereTheyGoByTheNumberOnTheirPaper() {
        LocalDate day = LocalDate.of(2025, 3, 10);
        long here = office.commune("42", day, 8, 0).id();
        long there = office.commune("42", day, 8, 1).id();
        long child = paid("Đinh Thị Gần", here, day);
        String number = office.as(Caller.SYSTEM, () -> office.people.byId(child))
                .orElseThrow()
                .idNumber();
        LocalDate told = day.plusDays(10);
        Caller desk = CaseOffice.desk(there);
        assertEquals(
                "AS-PERSON-UNKNOWN",
                office.refused(
                        desk,
                        () -> office.cases.receive(about(SmallProcedures.MOVE, child, there, told, null, 0), false)),
                "an id opens nothing");
        long other = office.commune("42", day, 7, 1).id();
        assertEquals(
                "AS-CASE-MOVE",
                office.refused(
                        CaseOffice.desk(other), () -> office.cases.receive(newcomer(number, other, told), false)),
                "another district's desk learns nothing");
        assertEquals(
                "AS-PERSON-UNKNOWN",
                office.refused(desk, () -> office.cases.receive(newcomer("042000000999", there, told), false)));
        CaseDetail taken = office.receive(newcomer(number, there, told));
        assertEquals("Đinh Thị Gần", taken.file().personName());
        assertEquals(
                List.of(),
                office.as(desk, () -> office.people.byId(child)).stream().toList(),
                "the registry stays closed until it is decided");
        CaseDetail mended = office.as(desk, () -> office.cases.amend(at(taken, told), taken.application(), ""));
        CaseDetail ready = office.toSignature(mended, told);
        assertEquals(YearMonth.of(2025, 4), ready.draft().from());
        CaseDetail signed = office.sign(ready, told.plusDays(4), "3/QĐ-UBND");
        assertEquals(there, signed.file().unitId());
        assertEquals(
                there,
                office.as(desk, () -> office.people.byId(child)).orElseThrow().unitId());
        office.turnTo(LocalDate.of(2025, 4, 20));
        YearMonth april = YearMonth.of(2025, 4);
        assertEquals(List.of(), office.closed(child, here, april));
        assertEquals(List.of("2025-04 1000000"), office.closed(child, there, april));
    }

    private static Application newcomer(String number, long commune, LocalDate day) {
        return office.with(
                office.application(SmallProcedures.MOVE, 0, commune, day, null, NONE),
                new Application.Particulars(Set.of(), null, null, 0, number));
    }

    @ParameterizedTest
    @CsvSource({"2025-01-13, 5, 6", "2025-10-13, 3, 4"})
    void whoMovesToAnotherDistrictOrCommuneOfTheProvinceIsPaidOnEveryMonth(LocalDate day, int from, int to) {
        long here = office.commune("42", day, from, 2).id();
        long there = office.commune("42", day, to, 2).id();
        long child = paid("Đinh Văn Xa " + day, here, day);
        YearMonth month = YearMonth.from(day);
        LocalDate told = day.plusDays(9);
        CaseDetail left = office.sign(
                office.toSignature(
                        office.receive(about(SmallProcedures.MOVE_OUT, child, here, told, told, there)), told),
                told.plusDays(1),
                "4/QĐ-UBND");
        assertEquals(there, left.file().unitId());
        office.turnTo(day.plusMonths(2));
        YearMonth second = month.plusMonths(1);
        assertEquals(List.of(), office.closed(child, here, second), "ended here");
        assertEquals(List.of(), office.closed(child, there, second), "not yet opened there");
        LocalDate confirmed = day.plusMonths(1).plusDays(20);
        office.sign(office.toSignature(left, confirmed), confirmed, "5/QĐ-UBND");
        YearMonth third = month.plusMonths(2);
        assertEquals(List.of(), office.closed(child, here, third));
        assertEquals(
                List.of(third + " 1000000", second + " 1000000"),
                office.closed(child, there, third),
                "the month between is paid by the new commune");
    }
}
