package vn.ansinh.core.report.render;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.training.Training;
import vn.ansinh.core.report.render.ReportContent.Heading;

/**
 * A report of a million rows as an Excel file, beside what the library alone needs for the same cells without any look, header
 * or format. Prints and writes {@code target/sheet-bench.txt}; nothing depends on a clock.
 *
 * <pre>{@code mvn verify -Pbench -pl core/runtime -am -Dtest=SheetReportBench -Dbench.heap=256m}</pre>
 */
@EnabledIfSystemProperty(named = "bench.people", matches = "[0-9]+")
class SheetReportBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private static final List<ReportColumn> COLUMNS = List.of(
            column("STT", Type.ORDINAL, 6),
            column("Họ và tên", Type.TEXT, 28),
            column("Ngày sinh", Type.DATE, 12),
            column("Số định danh", Type.TEXT, 15),
            column("Địa chỉ", Type.TEXT, 30),
            column("Chế độ", Type.TEXT, 30),
            column("Từ tháng", Type.MONTH, 10),
            column("Mức chuẩn", Type.MONEY, 12),
            column("Hệ số", Type.NUMBER, 8),
            column("Số người", Type.NUMBER, 8),
            column("Số tiền", Type.MONEY, 15),
            column("Ghi chú", Type.TEXT, 20));

    private final List<String> report = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void aMillionRows() throws Exception {
        say("%d rows of %d columns, %d processors, heap at most %d MiB"
                .formatted(
                        ROWS,
                        COLUMNS.size(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20));
        library(ROWS / 10);
        report(ROWS / 10);
        System.gc();
        long idle = used();
        List<Long> ours = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        long peak = 0;
        for (int i = 0; i < ROUNDS; i++) {
            bare.add(library(ROWS));
            System.gc();
            pools().forEach(MemoryPoolMXBean::resetPeakUsage);
            ours.add(report(ROWS));
            peak = Math.max(
                    peak,
                    pools().stream()
                            .mapToLong(pool -> pool.getPeakUsage().getUsed())
                            .sum());
            System.gc();
        }
        say("library alone %s ms, report %s ms; median %d and %d, ratio %.2f"
                .formatted(bare, ours, median(bare), median(ours), (double) median(ours) / median(bare)));
        say("peak of the heap above idle: %d MiB (parts at their fullest, garbage included; idle %d MiB)"
                .formatted((peak - idle) >> 20, idle >> 20));
        Files.write(Path.of("target", "sheet-bench.txt"), report);
    }

    private long library(int rows) throws Exception {
        Path file = folder.resolve("library.xlsx");
        long start = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet");
            for (int row = 0; row < rows; row++) {
                List<Object> values = values(row);
                for (int i = 0; i < values.size(); i++) {
                    Object value = values.get(i);
                    if (value instanceof String text) {
                        sheet.inlineString(row, i, text);
                    } else if (value instanceof LocalDate date) {
                        sheet.value(row, i, date);
                    } else {
                        sheet.value(row, i, (Number) value);
                    }
                }
                if (row % 1_000 == 999) {
                    sheet.flush();
                }
            }
            sheet.finish();
        }
        return took("library", file, start);
    }

    private long report(int rows) throws Exception {
        Path file = folder.resolve("report.xlsx");
        ReportContent content = new ReportContent(
                definition(),
                new Heading("Ủy ban nhân dân tỉnh", "Sở Y tế", null, "Hà Nội", LocalDate.of(2026, 11, 22)),
                List.of("Kỳ 11/2026"),
                null,
                null,
                Instant.parse("2026-11-22T01:00:00Z"),
                each -> {
                    for (int row = 0; row < rows; row++) {
                        each.row(new ReportRow(ReportRow.Kind.DETAIL, values(row), Map.of()));
                    }
                    List<Object> total = new ArrayList<>(java.util.Collections.nCopies(COLUMNS.size(), null));
                    total.set(1, "Tổng cộng");
                    total.set(10, 750_000L * rows);
                    each.row(new ReportRow(ReportRow.Kind.TOTAL, total, Map.of()));
                });
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

    private static ReportColumn column(String title, Type type, int width) {
        return new ReportColumn(title, title, null, type, width, Privacy.PUBLIC, false, Opens.NOTHING, null);
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
                "report.read",
                false,
                List.of(),
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
