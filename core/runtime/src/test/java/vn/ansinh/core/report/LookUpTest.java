package vn.ansinh.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.testkit.TestDatabase;

/** Officials look up people, rights and payments by whatever they know of them. */
class LookUpTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static ProvinceReports reports;

    @BeforeAll
    static void opens() throws Exception {
        reports = new ProvinceReports(DATABASE, Path.of("src/main/resources/ANSINH-INF/report"));
    }

    @Test
    void theDatabaseTakesEveryQuery() {
        assertEquals(Map.of(), reports.faults());
    }

    @Test
    void namesAreFoundWithAndWithoutDiacritics() {
        assertEquals(List.of("Nguyễn Thị Hồng"), people(Map.of("ten", "nguyen thi hong")));
        assertEquals(List.of("Nguyễn Thị Hồng"), people(Map.of("ten", " Thị HỒNG ")));
        assertEquals(List.of(), people(Map.of("ten", "hống")), "another tone is another name");
        assertEquals(List.of("Trần Văn Đức"), people(Map.of("ten", "duc")));
        assertEquals(List.of(), people(Map.of("ten", "%")), "no pattern");
        assertEquals(List.of(), people(Map.of("ten", "' or true --")));
    }

    @Test
    void criteriaNarrowEachOther() {
        assertEquals(List.of("Quách Thị Mười"), people(Map.of("dan_toc", "06")));
        assertEquals(List.of(), people(Map.of("dan_toc", "06", "gioi", "MALE")));
        assertEquals(List.of("Lê Thị Út"), people(Map.of("tuoi_tu", "85")));
        assertEquals(List.of("Đặng Quốc Ưng"), people(Map.of("tinh_trang", "SUSPENDED")));
        assertEquals(List.of(), people(Map.of("ten", "pham van loi")), "deceased");
        assertEquals(List.of("Phạm Văn Lợi"), people(Map.of("ten", "pham van loi", "da_mat", "true")));
        assertEquals(List.of("Lò Văn Bão"), people(Map.of("ten", "lò", "thang_chi", "2026-10")));
        assertEquals(List.of(), people(Map.of("ten", "lò", "thang_chi", "2026-09")));
    }

    @Test
    void whatIsNeutralIsNotFoundByItsOwnName() {
        assertEquals(List.of(), people(Map.of("che_do", "hiv")));
        assertEquals(List.of(), column("tra-cuu.quyen-huong", "full_name", Map.of("che_do", "HIV")));
        assertEquals(
                List.of("Trợ giúp xã hội hằng tháng"),
                column("tra-cuu.quyen-huong", "benefit_name", Map.of("ten", "ho thi kin")));
    }

    @Test
    void paymentsAddUpToTheLedger() {
        List<PayrollLine> lines = reports.province.lines(YearMonth.of(2026, 10));
        Map<String, String> october = Map.of("tu_ky", "2026-10", "den_ky", "2026-10");
        List<Object> amounts = column("tra-cuu.chi-tra", "amount", october);
        assertEquals(lines.size(), amounts.size());
        assertEquals(
                lines.stream().mapToLong(PayrollLine::amount).sum(),
                amounts.stream().mapToLong(each -> (Long) each).sum());
        long least = lines.stream().mapToLong(PayrollLine::amount).max().orElseThrow();
        Map<String, String> dearest = new HashMap<>(october);
        dearest.put("tu_so_tien", Long.toString(least));
        assertEquals(
                List.of(least),
                column("tra-cuu.chi-tra", "amount", dearest).stream().distinct().toList());
    }

    @Test
    void moneyIsReportedWhereNobodyKeepsAccounts() {
        assertEquals(List.of(), column("kinh-phi.so-cap", "given", Map.of("nam", "2026")));
        Map<String, String> november = Map.of("den_ky", "2026-11", "luy_ke", "true");
        assertEquals(List.of(), column("kinh-phi.quyet-toan", "remaining", november));
    }

    @Test
    void nobodyElsesPeopleAreFound() {
        assertEquals(List.of(), people(Map.of("ten", "người tỉnh khác")));
        assertEquals(
                Problem.Kind.FORBIDDEN,
                assertThrows(Problem.class, () -> people(Map.of("don_vi", "0", "ten", "người tỉnh khác")))
                        .kind());
    }

    private static List<Object> people(Map<String, String> criteria) {
        return column("tra-cuu.nguoi", "full_name", criteria);
    }

    private static List<Object> column(String id, String column, Map<String, String> criteria) {
        KnownReport report = reports.byId(id);
        ReportDefinition definition = report.definition();
        int at = definition.columns().stream().map(ReportColumn::name).toList().indexOf(column);
        Map<String, String> chosen = new HashMap<>();
        definition.parameters().stream()
                .filter(each -> "false".equals(each.otherwise()))
                .forEach(each -> chosen.put(each.name(), "false"));
        chosen.put("don_vi", Long.toString(SmallCountry.HA_TINH));
        chosen.putAll(criteria);
        return reports.rows(report, chosen, SmallCountry.HA_TINH).stream()
                .filter(row -> row.kind() == ReportRow.Kind.DETAIL)
                .map(row -> row.values().get(at))
                .toList();
    }
}
