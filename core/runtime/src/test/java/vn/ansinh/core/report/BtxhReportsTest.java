package vn.ansinh.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.benefit.Movement;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.report.ReportRow.Kind;
import vn.ansinh.api.training.Training;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.benefit.BtxhProvince;
import vn.ansinh.core.paper.PdfOfficePaper;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.render.CsvReport;
import vn.ansinh.core.report.render.PdfReport;
import vn.ansinh.core.report.render.ReportContent;
import vn.ansinh.core.report.render.ReportRenderer;
import vn.ansinh.core.report.render.SheetReport;
import vn.ansinh.core.report.render.WordReport;
import vn.ansinh.testkit.TestDatabase;

/**
 * Every report that comes with social assistance, in every format, opened again by another program: all its words are there, and
 * its sums are those of the ledger, read line by line.
 */
class BtxhReportsTest {

    /** Where the files stay to be looked at. */
    private static final Path FILES = Path.of("target", "btxh-reports");

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Map<String, String> CHOSEN = Map.of(
            "don_vi", Long.toString(SmallCountry.HA_TINH),
            "ky", "2026-10",
            "tu_ky", "2026-07",
            "den_ky", "2026-11",
            "nam", "2026",
            "ngay", "2026-11-15",
            "ca_du_thao", "false");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final List<ReportRenderer> FORMATS = List.of(
            new SheetReport(Training.NONE),
            new WordReport(Training.NONE),
            new PdfReport(new PdfOfficePaper()),
            new CsvReport());

    private static final Map<String, OpenedReport> OPENED = new HashMap<>();

    private static BtxhProvince province;
    private static ProvinceReports reports;

    @BeforeAll
    static void opens() throws Exception {
        reports = new ProvinceReports(DATABASE, BtxhProvince.reports());
        province = reports.province;
    }

    @Test
    void theDatabaseTakesEveryQuery() {
        assertEquals(Map.of(), reports.faults());
    }

    @TestFactory
    Stream<DynamicTest> everyReportInEveryFormatSaysWhatItsRowsSay() {
        return reports.all.stream()
                .flatMap(report -> FORMATS.stream()
                        .map(format -> DynamicTest.dynamicTest(
                                report.definition().id() + " " + format.format(), () -> saysItsRows(report, format))));
    }

    private static void saysItsRows(KnownReport report, ReportRenderer format) throws Exception {
        ReportDefinition definition = report.definition();
        OpenedReport opened = open(report, format);
        List<ReportRow> rows = rows(report, SmallCountry.HA_TINH);
        assertTrue(rows.stream().anyMatch(row -> row.kind() == Kind.DETAIL), "a world in which it says something");
        String text = opened.text();
        Set<String> wanted = new HashSet<>();
        if (format instanceof CsvReport) {
            definition.columns().forEach(column -> wanted.add(column.title()));
        } else {
            wanted.add(definition.title().toUpperCase());
            wanted.add("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            definition.columns().stream()
                    .filter(column -> !definition.groups().contains(column.name()))
                    .forEach(column -> wanted.add(column.title()));
            definition.signatories().forEach(each -> wanted.add(each.title()));
            wanted.addAll(definition.notes());
        }
        for (ReportRow row : rows) {
            for (int i = 0; i < row.values().size(); i++) {
                if (row.kind() == Kind.DETAIL && row.values().get(i) instanceof String said) {
                    wanted.add(said);
                }
            }
        }
        wanted.removeIf(word -> text.contains(word.replaceAll("\\s+", "")));
        assertEquals(Set.of(), wanted, "what the file does not say");
        sums(definition, rows).forEach((column, sum) -> assertTrue(opened.sums(column, sum), column + " " + sum));
    }

    /** Each file is written and opened once, whoever asks first. */
    private static OpenedReport open(KnownReport report, ReportRenderer format) throws Exception {
        String file = report.file() + "." + format.format().extension();
        OpenedReport opened = OPENED.get(file);
        if (opened == null) {
            opened = written(report, format, file);
            OPENED.put(file, opened);
        }
        return opened;
    }

    private static OpenedReport written(KnownReport report, ReportRenderer format, String name) throws Exception {
        ReportDefinition definition = report.definition();
        byte[] file = reports.read(report, chosen(definition, SmallCountry.HA_TINH), SmallCountry.HA_TINH, reading -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.write(
                    new ReportContent(
                            definition,
                            new ReportContent.Heading(
                                    "Ủy ban nhân dân tỉnh Hà Tĩnh",
                                    "Sở Nội vụ",
                                    null,
                                    "Hà Tĩnh",
                                    LocalDate.of(2026, 11, 22)),
                            List.of("Tỉnh Hà Tĩnh – tháng 10/2026"),
                            null,
                            report.templates().get(format.format()),
                            reading.asOf(),
                            reading::rows),
                    out);
            return out.toByteArray();
        });
        Files.createDirectories(FILES);
        Files.write(FILES.resolve(name), file);
        return OpenedReport.of(definition, format.format(), file);
    }

    @Test
    void theListOfAMonthIsTheLedgersList() {
        List<PayrollLine> lines = province.lines(OCTOBER);
        List<ReportRow> details = details("btxh.chi-tra-thang");
        assertEquals(lines.size(), details.size());
        assertEquals(sum(lines, PayrollLine::amount), total("btxh.chi-tra-thang", "amount"));
        assertEquals(
                sum(lines, line -> isArrears(line, OCTOBER) && !province.isOnce(line.benefit()), PayrollLine::amount),
                total("btxh.chi-tra-thang", "arrears"));
    }

    @Test
    void theBookOfAYearSumsUpItsLists() {
        long paid = 0;
        long arrears = 0;
        for (YearMonth month = BtxhProvince.FIRST; !month.isAfter(BtxhProvince.LAST); month = month.plusMonths(1)) {
            YearMonth cycle = month;
            List<PayrollLine> lines = province.lines(month).stream()
                    .filter(line -> !province.isOnce(line.benefit()))
                    .toList();
            paid += sum(lines, PayrollLine::amount);
            arrears += sum(lines, line -> isArrears(line, cycle), PayrollLine::amount);
        }
        assertEquals(paid, total("btxh.so-tro-cap", "paid"));
        assertEquals(arrears, total("btxh.so-tro-cap", "arrears"));
        assertTrue(arrears > 0, "somebody got arrears");
    }

    @Test
    void joinersLeaversAndChangesAreTheLedgers() {
        List<Movement> moved = province.moved(OCTOBER);
        assertEquals(names(moved, Movement.Kind.JOINER), names(details("btxh.danh-sach-tang"), "btxh.danh-sach-tang"));
        assertEquals(names(moved, Movement.Kind.LEAVER), names(details("btxh.danh-sach-giam"), "btxh.danh-sach-giam"));
        assertEquals(
                names(moved, Movement.Kind.ADJUSTED),
                names(details("btxh.danh-sach-dieu-chinh"), "btxh.danh-sach-dieu-chinh"));
        assertEquals(
                List.of("Cao Thị Trung Tâm", "Phạm Văn Lợi", "Đặng Quốc Ưng", "Bùi Thị Khuê"),
                Stream.of("tang", "giam", "dieu-chinh")
                        .flatMap(list -> names(details("btxh.danh-sach-" + list), "btxh.danh-sach-" + list).stream())
                        .toList());
        assertEquals(
                moved.stream().mapToLong(each -> each.after() - each.before()).sum(),
                total("btxh.danh-sach-tang", "after_amount")
                        - total("btxh.danh-sach-giam", "before_amount")
                        + total("btxh.danh-sach-dieu-chinh", "difference"));
    }

    @Test
    void sixSummariesAndFourFormsShareOneSumWithTheLedger() {
        List<PayrollLine> lines = new ArrayList<>();
        for (YearMonth month = YearMonth.of(2026, 7); !month.isAfter(BtxhProvince.LAST); month = month.plusMonths(1)) {
            lines.addAll(province.lines(month));
        }
        long once = sum(lines, line -> province.isOnce(line.benefit()), PayrollLine::amount);
        Map<String, List<Long>> sums = new HashMap<>();
        Map<String, List<Long>> wanted = new HashMap<>();
        for (String by : List.of("don-vi", "loai", "do-tuoi", "gioi-tinh", "dan-toc", "nguon")) {
            String report = "btxh.tong-hop-" + by;
            sums.put(by, List.of(total(report, "amount"), total(report, "once_amount")));
            wanted.put(by, List.of(sum(lines, PayrollLine::amount), once));
        }
        assertEquals(wanted, sums);
        assertEquals(
                sum(lines, PayrollLine::amount),
                Stream.of("a", "b", "c", "d")
                        .mapToLong(form -> total("btxh.mau-10" + form, "amount"))
                        .sum());
        assertEquals(
                sum(lines, line -> line.benefit().startsWith("KC-"), PayrollLine::amount),
                total("btxh.mau-10b", "amount"));
        assertEquals(
                lines.stream().map(PayrollLine::personId).distinct().count(),
                total("btxh.tong-hop-gioi-tinh", "monthly_people") + 1,
                "all but the one who was helped once only");
        assertEquals(
                total("btxh.mau-10a", "at_end"),
                total("btxh.mau-10a", "at_start") + total("btxh.mau-10a", "joined") - total("btxh.mau-10a", "gone"));
    }

    @Test
    void onePersonHasOneCardAndNoneBesideAHigherOne() {
        List<String> cards = details("btxh.bhyt-tang-giam").stream()
                .map(row -> text("btxh.bhyt-tang-giam", row, "change") + " "
                        + text("btxh.bhyt-tang-giam", row, "full_name") + ": "
                        + text("btxh.bhyt-tang-giam", row, "reason_name"))
                .toList();
        assertEquals(
                List.of(
                        "Tăng Cao Thị Trung Tâm: Bắt đầu hưởng trợ cấp hằng tháng",
                        "Giảm Nguyễn Thị Hồng: Đã có thẻ diện khác với quyền lợi cao hơn",
                        "Giảm Phạm Văn Lợi: Chết"),
                cards);
    }

    @Test
    void aCommuneSeesItsOwnAndNobodyElse() {
        for (KnownReport report : reports.all) {
            if (!report.definition().sensitive()) {
                List<ReportRow> rows = rows(report, SmallCountry.VINH_HUNG);
                assertFalse(rows.toString().contains("Nguyễn Thị Hồng"), report.file());
            }
        }
    }

    @Test
    void noOrdinaryReportNamesWhatMayNotBeNamed() throws Exception {
        for (KnownReport report : reports.all) {
            for (ReportRenderer format : FORMATS) {
                String text = open(report, format).text();
                boolean named = text.contains("HIV") || text.contains("khoản8") || text.contains("BT8");
                assertEquals(report.definition().sensitive(), named, report.file() + " " + format.format());
            }
        }
        List<String> neighbours = new ArrayList<>();
        details("btxh.chi-tra-thang").stream()
                .filter(row -> text("btxh.chi-tra-thang", row, "unit_name").equals("Xã Hương Sơn"))
                .forEach(row -> neighbours.add(text("btxh.chi-tra-thang", row, "benefit_name")));
        assertEquals(
                Set.of("Trợ giúp xã hội hằng tháng"),
                new HashSet<>(neighbours),
                "one neutral name among plain ones would point at its bearer");
        assertEquals(4, neighbours.size());
        assertEquals(
                List.of("Các chế độ khác"),
                rows(report("btxh.tong-hop-loai"), SmallCountry.HUONG_SON).stream()
                        .filter(row -> row.kind() == Kind.DETAIL)
                        .map(row -> text("btxh.tong-hop-loai", row, "benefit_name"))
                        .toList(),
                "four people are too few to tell kinds apart");
    }

    private static boolean isArrears(PayrollLine line, YearMonth month) {
        return line.period().isBefore(month);
    }

    @Test
    void everyCaseIsCountedOnceAndWhatCameInIsWhatWentOutAndWhatIsThere() {
        String id = "btxh.giai-quyet-ho-so";
        Map<String, Long> counted = sums(report(id).definition(), rows(report(id), SmallCountry.HA_TINH));
        assertEquals(
                Map.of(
                        "carried", 2L,
                        "received", 4L,
                        "on_time", 2L,
                        "late", 1L,
                        "turned_away", 2L,
                        "running", 0L,
                        "running_late", 1L),
                counted);
        assertEquals(2, details(id).size(), "one row a unit and procedure");
    }

    private static long sum(List<PayrollLine> lines, ToLongFunction<PayrollLine> of) {
        return lines.stream().mapToLong(of).sum();
    }

    private static long sum(List<PayrollLine> lines, Predicate<PayrollLine> which, ToLongFunction<PayrollLine> of) {
        return lines.stream().filter(which).mapToLong(of).sum();
    }

    private static List<String> names(List<Movement> moved, Movement.Kind kind) {
        return moved.stream()
                .filter(each -> each.kind() == kind)
                .map(Movement::personName)
                .toList();
    }

    private static List<String> names(List<ReportRow> rows, String report) {
        return rows.stream().map(row -> text(report, row, "full_name")).toList();
    }

    private static List<ReportRow> details(String id) {
        return rows(report(id), SmallCountry.HA_TINH).stream()
                .filter(row -> row.kind() == Kind.DETAIL)
                .toList();
    }

    private static long total(String id, String column) {
        return sums(report(id).definition(), rows(report(id), SmallCountry.HA_TINH))
                .get(column);
    }

    /** By column what the last row says; of nothing 0. */
    private static Map<String, Long> sums(ReportDefinition definition, List<ReportRow> rows) {
        Map<String, Long> sums = new HashMap<>();
        rows.stream().filter(row -> row.kind() == Kind.TOTAL).forEach(row -> {
            for (int i = 0; i < definition.columns().size(); i++) {
                ReportColumn column = definition.columns().get(i);
                if (column.total() && (column.type() == Type.MONEY || column.type() == Type.NUMBER)) {
                    sums.put(column.name(), ((Number) row.values().get(i)).longValue());
                }
            }
        });
        return sums;
    }

    private static String text(String id, ReportRow row, String column) {
        List<ReportColumn> columns = report(id).definition().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return (String) row.values().get(i);
            }
        }
        throw new IllegalArgumentException(column);
    }

    private static KnownReport report(String id) {
        return reports.byId(id);
    }

    private static List<ReportRow> rows(KnownReport report, long unit) {
        return reports.rows(report, chosen(report.definition(), unit), unit);
    }

    private static Map<String, String> chosen(ReportDefinition definition, long unit) {
        Map<String, String> chosen = new HashMap<>(CHOSEN);
        chosen.put("don_vi", Long.toString(unit));
        if (definition.submission().isPresent()) {
            chosen.put("ky", "2026-07-01");
        }
        return chosen;
    }
}
