package vn.ansinh.core.report.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.testkit.TestDatabase;

/** What an official gets from a report, and what an author hears about one that is not right yet. */
class ReportRunnerTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String PEOPLE = "select person_id, full_name from published.person_v1 where unit_id in"
            + " (select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi) order by sort_key";

    private static ReportDesk desk;

    @BeforeAll
    static void open() {
        desk = new ReportDesk(DATABASE, Audit.NONE);
    }

    @Test
    void aListIsNumberedAndSummedByGroups() {
        KnownReport report = ReportDesk.report(
                false,
                List.of("unit_name"),
                "select u.name as unit_name, l.full_name, l.person_id, l.amount, l.coefficient, l.month"
                        + " from payroll_line_v1 l join unit_v1 u on u.unit_id = l.unit_id"
                        + " where l.month = :ky and l.state = 'CLOSED' order by u.name, l.full_name",
                "stt ORDINAL",
                "unit_name TEXT",
                "full_name TEXT",
                "amount MONEY total",
                "coefficient NUMBER",
                "month MONTH");
        Map<String, Object> october = Map.of("ky", LocalDate.of(2026, 10, 1));
        assertEquals(
                List.of(
                        "GROUP [Phường Thành Sen, null, null, null, null, null]",
                        "[1, Phường Thành Sen, Nguyễn Văn 1, 100, 1, 2026-10-01]",
                        "[2, Phường Thành Sen, Nguyễn Văn 3, 100, 1, 2026-10-01]",
                        "SUBTOTAL [null, Cộng Phường Thành Sen, null, 200, null, null]",
                        "GROUP [Phường Vinh Hưng, null, null, null, null, null]",
                        "[3, Phường Vinh Hưng, Nguyễn Văn 2, 100, 1, 2026-10-01]",
                        "SUBTOTAL [null, Cộng Phường Vinh Hưng, null, 100, null, null]",
                        "TOTAL [null, Tổng cộng, null, 300, null, null]"),
                desk.rows(SmallCountry.official(0), report, october));
        List<ReportRow> shown = new ArrayList<>();
        long count = desk.as(
                SmallCountry.official(0),
                () -> desk.runner.read(report, october, reading -> reading.rows(1, shown::add)));
        assertEquals(3, count);
        assertEquals(
                List.of(ReportRow.Kind.GROUP, ReportRow.Kind.DETAIL, ReportRow.Kind.TOTAL),
                shown.stream().map(ReportRow::kind).toList());
        assertEquals(Map.of("person_id", 1L), shown.get(1).keys());
        assertEquals(300L, shown.get(2).values().get(3), "sums count what is not shown");
    }

    @Test
    void rowsAreThoseOfTheCaller() {
        KnownReport report = ReportDesk.report(PEOPLE, "full_name TEXT");
        assertEquals(
                List.of("[Nguyễn Văn 1]", "[Nguyễn Văn 3]"),
                desk.rows(ReportDesk.HA_TINH, report, Map.of("don_vi", SmallCountry.HA_TINH)));
        Problem elsewhere = assertThrows(
                Problem.class, () -> desk.rows(ReportDesk.HA_TINH, report, Map.of("don_vi", SmallCountry.NGHE_AN)));
        assertEquals("AS-ACCESS-UNIT", elsewhere.code());
        Problem country =
                assertThrows(Problem.class, () -> desk.rows(ReportDesk.HA_TINH, report, Map.of("don_vi", 0L)));
        assertEquals("AS-ACCESS-UNIT", country.code());
        assertEquals(
                3,
                desk.rows(SmallCountry.official(0), report, Map.of("don_vi", 0L))
                        .size());
        Caller other = new Caller("khac", "Khác", 0, java.util.Set.of("report.read"));
        assertThrows(Problem.class, () -> desk.rows(other, report, Map.of("don_vi", 0L)), "without its permission");
    }

    @Test
    void numbersAreMaskedUnlessTheReportAndTheCallerSayOtherwise() {
        desk.run("update ansinh.person set id_number = '042050001234' where id = 1");
        KnownReport masked = ReportDesk.report("select id_number as a from person_v1 where person_id = 1", "a TEXT");
        assertEquals(List.of("[042••••••234]"), desk.rows(ReportDesk.HA_TINH, masked, Map.of()));
        KnownReport whole = new KnownReport(
                masked.definition(),
                new KnownReport.Source.Query(((KnownReport.Source.Query) masked.source()).sql(), true),
                Map.of(),
                "x");
        assertEquals(List.of("[042050001234]"), desk.rows(ReportDesk.HA_TINH, whole, Map.of()));
        Caller modest = new Caller("m", "M", SmallCountry.HA_TINH, java.util.Set.of("report.read", "person.read"));
        assertEquals(List.of("[042••••••234]"), desk.rows(modest, whole, Map.of()));
    }

    @Test
    void allThatDoesNotFitIsToldBeforeAnybodyRunsIt() {
        KnownReport report = ReportDesk.report(
                "select full_name, birth_date as amount, 1.5::float8 as rate from published.person_v1",
                "full_name TEXT",
                "amount MONEY",
                "rate NUMBER",
                "missing DATE");
        List<String> faults = desk.runner.faults(report.definition(), (KnownReport.Source.Query) report.source());
        assertEquals(4, faults.size(), faults.toString());
        assertTrue(faults.get(0).contains("person_id"), faults.get(0));
        assertTrue(faults.get(1).contains("«amount» kiểu date"), faults.get(1));
        assertTrue(faults.get(2).contains("float8"), faults.get(2));
        assertTrue(faults.get(3).contains("«missing»"), faults.get(3));
        assertEquals(
                List.of("Không có cột này (dòng 3: column \"ho_ten\" does not exist)."),
                faults("select :ky::text /*\n*/ as b,\n ho_ten as a from person_v1"));
        assertTrue(faults("select :thang as a").get(0).contains(":thang"));
        assertEquals(List.of(), faults("select full_name as a from person_v1 where :ky is null"));
    }

    private static List<String> faults(String sql) {
        KnownReport report = ReportDesk.report(sql, "a TEXT");
        return desk.runner.faults(report.definition(), (KnownReport.Source.Query) report.source());
    }

    @Test
    void rowsAndTimeHaveTheirLimits() {
        KnownReport bomb = ReportDesk.report("select i::text as a from generate_series(1, 5001) i", "a TEXT");
        Problem many = assertThrows(
                Problem.class,
                () -> desk.rows(desk.limited(5_000, Duration.ofSeconds(60)), ReportDesk.HA_TINH, bomb, Map.of()));
        assertEquals("AS-REPORT-TOO-LARGE", many.code());
        KnownReport slow = ReportDesk.report(
                "select count(*)::text as a from generate_series(1, 100000) a, generate_series(1, 100000) b", "a TEXT");
        Problem late = assertThrows(
                Problem.class,
                () -> desk.rows(desk.limited(5_000, Duration.ofSeconds(1)), ReportDesk.HA_TINH, slow, Map.of()));
        assertEquals("AS-REPORT-TOO-LONG", late.code());
        assertEquals(List.of("[còn chạy]"), desk.column("select 'còn chạy' as a"), "nothing is left behind");
    }
}
