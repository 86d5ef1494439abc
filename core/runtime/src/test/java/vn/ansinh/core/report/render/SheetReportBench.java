package vn.ansinh.core.report.render;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.training.Training;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.fact.DeclaredFacts;
import vn.ansinh.core.policy.Arrival;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.definition.KnownReport.Source.Query;
import vn.ansinh.core.report.query.PublishedReportRunner;
import vn.ansinh.core.report.query.PublishedWords;
import vn.ansinh.core.report.query.ReportLimits;
import vn.ansinh.core.report.render.ReportContent.Heading;
import vn.ansinh.testkit.TestDatabase;

/**
 * A report of a million rows as an Excel file, beside what the library alone needs for the same cells without any look, header
 * or format: with rows that are there, and with rows that a query on the database brings to both. Prints and writes
 * {@code target/sheet-bench.txt}; nothing depends on a clock.
 *
 * <pre>{@code mvn verify -Pbench -pl core/runtime -am -Dtest=SheetReportBench -Dbench.heap=256m}</pre>
 */
@EnabledIfSystemProperty(named = "bench.people", matches = "[0-9]+")
class SheetReportBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private static final ThreadAccess ACCESS = new SmallCountry().access();

    private static final String QUERY =
            "select 'Nguyễn Thị Kim Ngân ' || i % 977 as c2, date '1930-01-01' + i % 29000 as c3,"
                    + " '0' || (42087004410 + i * 7) as c4, 'Thôn ' || i % 13 || ', xã Thạch Hà, tỉnh Hà Tĩnh' as c5,"
                    + " 'Người cao tuổi từ đủ 75 tuổi trở lên' as c6,"
                    + " cast(date '2020-01-01' + i % 12 * interval '1 month' as date) as c7, 500000 as c8,"
                    + " case i % 3 when 0 then 1.5 else 2.5 end as c9, 1 + i % 2 as c10, 750000 + i % 10 * 1000 as c11,"
                    + " case i % 4 when 0 then 'Truy lĩnh từ tháng 7' end as c12"
                    + " from generate_series(1, cast(:so_dong as integer)) i";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final List<ReportColumn> COLUMNS = List.of(
            column("c1", "STT", Type.ORDINAL, 6),
            column("c2", "Họ và tên", Type.TEXT, 28),
            column("c3", "Ngày sinh", Type.DATE, 12),
            column("c4", "Số định danh", Type.TEXT, 15),
            column("c5", "Địa chỉ", Type.TEXT, 30),
            column("c6", "Chế độ", Type.TEXT, 30),
            column("c7", "Từ tháng", Type.MONTH, 10),
            column("c8", "Mức chuẩn", Type.MONEY, 12),
            column("c9", "Hệ số", Type.NUMBER, 8),
            column("c10", "Số người", Type.NUMBER, 8),
            column("c11", "Số tiền", Type.MONEY, 15),
            column("c12", "Ghi chú", Type.TEXT, 20));

    private final List<String> report = new ArrayList<>();

    @TempDir
    Path folder;

    /** Brings the same rows each time. */
    @FunctionalInterface
    private interface Source {
        void forEach(int rows, ReportContent.RowConsumer each) throws Exception;
    }

    @Test
    void aMillionRows() throws Exception {
        say("%d rows of %d columns, %d processors, heap at most %d MiB"
                .formatted(
                        ROWS,
                        COLUMNS.size(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20));
        measure("rows that are there", SheetReportBench::invented);
        new SmallCountry().store(DATABASE.transactions());
        PublishedReportRunner runner = runner();
        measure("rows of a query", (rows, each) -> queried(runner, rows, each));
        Files.write(Path.of("target", "sheet-bench.txt"), report);
    }

    private void measure(String what, Source source) throws Exception {
        library(ROWS / 10, source);
        report(ROWS / 10, source);
        System.gc();
        long idle = used();
        List<Long> ours = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        long peak = 0;
        for (int i = 0; i < ROUNDS; i++) {
            bare.add(library(ROWS, source));
            System.gc();
            pools().forEach(MemoryPoolMXBean::resetPeakUsage);
            ours.add(report(ROWS, source));
            peak = Math.max(
                    peak,
                    pools().stream()
                            .mapToLong(pool -> pool.getPeakUsage().getUsed())
                            .sum());
            System.gc();
        }
        say("%s: library alone %s ms, report %s ms; median %d and %d, ratio %.2f"
                .formatted(what, bare, ours, median(bare), median(ours), (double) median(ours) / median(bare)));
        say("peak of the heap above idle: %d MiB (parts at their fullest, garbage included; idle %d MiB)"
                .formatted((peak - idle) >> 20, idle >> 20));
    }

    private static void invented(int rows, ReportContent.RowConsumer each) throws Exception {
        for (int row = 0; row < rows; row++) {
            each.row(new ReportRow(ReportRow.Kind.DETAIL, values(row), Map.of()));
        }
    }

    private static void queried(PublishedReportRunner runner, int rows, ReportContent.RowConsumer each)
            throws Exception {
        KnownReport known = new KnownReport(definition(), new Query(QUERY, false), Map.of(), "bench");
        ACCESS.callAs(
                SmallCountry.official(SmallCountry.HA_TINH),
                () -> runner.read(known, Map.of("so_dong", (long) rows), reading -> reading.rows(each)));
    }

    private static PublishedReportRunner runner() {
        Facts facts = DeclaredFacts.of(DATABASE.scopedBy(ACCESS), DATABASE.transactions(), ACCESS, "su-kien: []");
        PolicyRegistry policies = new PolicyRegistry(DATABASE.transactions(), ACCESS, facts, Arrival.IN_FORCE);
        return new PublishedReportRunner(
                DATABASE.reports(),
                DATABASE.scopedBy(ACCESS),
                ACCESS,
                new PublishedWords(DATABASE.transactions(), policies, facts),
                Audit.NONE,
                Clock.systemUTC(),
                new ReportLimits(2L * ROWS, Duration.ofMinutes(10)));
    }

    private long library(int rows, Source source) throws Exception {
        Path file = folder.resolve("library.xlsx");
        long start = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet");
            int[] row = new int[1];
            source.forEach(rows, each -> {
                List<Object> values = each.values();
                for (int i = 0; i < values.size(); i++) {
                    Object value = values.get(i);
                    if (value instanceof String text) {
                        sheet.inlineString(row[0], i, text);
                    } else if (value instanceof LocalDate date) {
                        sheet.value(row[0], i, date);
                    } else {
                        sheet.value(row[0], i, (Number) value);
                    }
                }
                if (++row[0] % 1_000 == 0) {
                    sheet.flush();
                }
            });
            sheet.finish();
        }
        return took("library", file, start);
    }

    private long report(int rows, Source source) throws Exception {
        Path file = folder.resolve("report.xlsx");
        ReportContent content = new ReportContent(
                definition(),
                new Heading("Ủy ban nhân dân tỉnh", "Sở Y tế", null, "Hà Nội", LocalDate.of(2026, 11, 22)),
                List.of("Kỳ 11/2026"),
                null,
                null,
                Instant.parse("2026-11-22T01:00:00Z"),
                each -> source.forEach(rows, each));
        long start = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(file)) {
            new SheetReport(Training.NONE).write(content, out);
        }
        return took("report", file, start);
    }

    private long took(String what, Path file, long start) throws Exception {
        long millis = (System.nanoTime() - start) / 1_000_000;
        say("%-10s %7d ms %6d KiB".formatted(what, millis, Files.size(file) >> 10));
        return millis;
    }

    private static List<Object> values(int row) {
        return Arrays.asList(
                (long) row + 1,
                "Nguyễn Thị Kim Ngân " + row % 977,
                LocalDate.of(1930 + row % 80, 1 + row % 12, 1 + row % 28),
                "0" + (42_087_004_410L + row * 7L),
                "Thôn " + row % 13 + ", xã Thạch Hà, tỉnh Hà Tĩnh",
                "Người cao tuổi từ đủ 75 tuổi trở lên",
                LocalDate.of(2020 + row % 6, 1 + row % 12, 1),
                500_000L,
                row % 3 == 0 ? new BigDecimal("1.5") : new BigDecimal("2.5"),
                1L + row % 2,
                750_000L + row % 10 * 1_000L,
                row % 4 == 0 ? "Truy lĩnh từ tháng 7" : null);
    }

    private static ReportColumn column(String name, String title, Type type, int width) {
        return new ReportColumn(name, title, null, type, width, Privacy.PUBLIC, false, Opens.NOTHING, null);
    }

    private static ReportDefinition definition() {
        return new ReportDefinition(
                "bench.million",
                "1.0",
                "Sổ theo dõi trợ cấp hằng tháng",
                "",
                null,
                "Sổ",
                null,
                false,
                "person.read",
                false,
                List.of(new ReportParameter("so_dong", "Số dòng", ReportParameter.Kind.NUMBER, null, true, null)),
                COLUMNS,
                List.of(),
                List.of(),
                true,
                null,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private void say(String line) {
        System.out.println(line);
        report.add(line);
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
