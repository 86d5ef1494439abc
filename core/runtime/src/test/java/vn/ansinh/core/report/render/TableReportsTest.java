package vn.ansinh.core.report.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.api.paper.OfficePaper.Signatory;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.training.Training;
import vn.ansinh.core.csv.CsvReader;
import vn.ansinh.core.csv.CsvRow;
import vn.ansinh.core.report.render.ReportContent.Heading;

/** A report written as Excel and as CSV, opened again. */
class TableReportsTest {

    private static final List<ReportColumn> COLUMNS = List.of(
            column("stt", "STT", null, Type.ORDINAL, 6),
            column("full_name", "Họ và tên", null, Type.TEXT, 28),
            column("birth_date", "Ngày sinh", null, Type.DATE, 12),
            column("from_month", "Từ tháng", "Trợ cấp", Type.MONTH, 10),
            column("coefficient", "Hệ số", "Trợ cấp", Type.NUMBER, 8),
            column("amount", "Số tiền", "Trợ cấp", Type.MONEY, 16));

    private static final List<ReportRow> ROWS = List.of(
            row(ReportRow.Kind.GROUP, "Xã Thạch Hà", null, null, null, null, null),
            row(
                    ReportRow.Kind.DETAIL,
                    1L,
                    "Nguyễn Thị Ẩn",
                    LocalDate.of(1943, 3, 10),
                    LocalDate.of(2026, 11, 1),
                    new BigDecimal("1.5"),
                    750_000L),
            row(
                    ReportRow.Kind.DETAIL,
                    2L,
                    "=HYPERLINK(\"http://x\",\"Ksor, H’Dók\")",
                    LocalDate.of(1899, 5, 1),
                    LocalDate.of(2026, 9, 1),
                    1_200L,
                    1_349_740_000L),
            row(ReportRow.Kind.SUBTOTAL, null, "Cộng Xã Thạch Hà", null, null, null, 1_350_490_000L),
            row(ReportRow.Kind.TOTAL, null, "Tổng cộng", null, null, null, 1_350_490_000L));

    @TempDir
    Path folder;

    @Test
    void theSheetSaysWhatTheReportSays() throws Exception {
        byte[] file = write(new SheetReport(Training.NONE));
        List<Row> rows = rows(file);
        List<String> first = rows.stream().map(row -> text(row, 0)).toList();
        assertEquals("Mẫu số 10a", first.get(0));
        assertEquals("ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH", first.get(1));
        assertEquals("SỞ Y TẾ", first.get(2));
        assertTrue(
                rows.get(3).stream().anyMatch(cell -> "Hà Tĩnh, ngày 05 tháng 02 năm 2026".equals(cell.getRawValue())));
        assertEquals("SỔ THEO DÕI TRỢ CẤP", first.get(4));
        assertEquals("Kỳ 11/2026", first.get(5));
        assertEquals("TẠM TÍNH – có mức chưa đối chiếu Công báo", first.get(6));
        assertEquals("Trợ cấp", text(rows.get(7), 3));
        assertEquals(
                List.of("Từ tháng", "Hệ số", "Số tiền"),
                List.of(text(rows.get(8), 3), text(rows.get(8), 4), text(rows.get(8), 5)));

        assertEquals("Xã Thạch Hà", first.get(9));
        Row ordinary = rows.get(10);
        assertEquals(new BigDecimal("1"), ordinary.getCell(0).asNumber());
        assertEquals("Nguyễn Thị Ẩn", text(ordinary, 1));
        assertEquals(LocalDate.of(1943, 3, 10), ordinary.getCell(2).asDate().toLocalDate());
        assertEquals("dd/mm/yyyy", ordinary.getCell(2).getDataFormatString());
        assertEquals(LocalDate.of(2026, 11, 1), ordinary.getCell(3).asDate().toLocalDate());
        assertEquals("mm/yyyy", ordinary.getCell(3).getDataFormatString());
        assertEquals(new BigDecimal("1.5"), ordinary.getCell(4).asNumber());
        assertEquals(new BigDecimal("750000"), ordinary.getCell(5).asNumber());
        assertEquals("#,##0", ordinary.getCell(5).getDataFormatString());
        Row hostile = rows.get(11);
        assertEquals(CellType.STRING, hostile.getCell(1).getType());
        assertEquals("=HYPERLINK(\"http://x\",\"Ksor, H’Dók\")", text(hostile, 1));
        assertEquals("01/05/1899", text(hostile, 2), "Excel knows no day before 1900");
        assertEquals("Cộng Xã Thạch Hà", text(rows.get(12), 1));
        assertEquals(new BigDecimal("1350490000"), rows.get(13).getCell(5).asNumber());

        String below = String.join("\n", first.subList(14, first.size()));
        assertTrue(below.contains("Căn cứ: Thông tư 02/2021/TT-BLĐTBXH."), below);
        assertTrue(below.contains("chưa được đối chiếu"), below);
        assertTrue(below.contains("Số liệu tính đến 08:00 ngày 22/11/2026."), below);
        assertTrue(below.contains("NGƯỜI LẬP BIỂU"), below);
        assertTrue(below.contains("- Lưu: VT."), below);
    }

    @Test
    void theHeaderStaysAndIsPrintedOnEveryPage() throws Exception {
        byte[] file = write(new SheetReport(Training.NONE));
        String sheet = entry(file, "xl/worksheets/sheet1.xml");
        assertTrue(sheet.contains("<mergeCell ref=\"D8:F8\"/>"), "the band over its columns");
        assertTrue(sheet.contains("<mergeCell ref=\"B8:B9\"/>"), "a title without band over both rows");
        assertFalse(sheet.contains("A10:"), "no merged cells among the rows");
        assertTrue(sheet.contains("ySplit=\"9\""), "frozen below the header");
        assertTrue(sheet.contains("orientation=\"landscape\""));
        assertTrue(sheet.contains("fitToWidth=\"1\""));
        assertTrue(sheet.contains("Trang &amp;P/&amp;N"));
        assertFalse(sheet.contains("<f>"), "no formula");
        assertTrue(entry(file, "xl/workbook.xml").contains("$8:$9"), "print titles");
    }

    @Test
    void aSheetOfTrainingSaysSo() throws Exception {
        byte[] file = write(new SheetReport(() -> true));
        assertEquals("BẢN TẬP HUẤN – SỐ LIỆU KHÔNG THẬT", text(rows(file).get(0), 0));
    }

    @Test
    void csvHoldsTheRowsAndNoFormula() throws Exception {
        byte[] file = write(new CsvReport());
        assertEquals("\uFEFFSTT,", new String(file, 0, 7, StandardCharsets.UTF_8));
        List<CsvRow> rows = CsvReader.readAll(new ByteArrayInputStream(file, 3, file.length - 3));
        assertEquals(
                List.of(
                        List.of(
                                "STT",
                                "Họ và tên",
                                "Ngày sinh",
                                "Trợ cấp – Từ tháng",
                                "Trợ cấp – Hệ số",
                                "Trợ cấp – Số tiền"),
                        List.of("1", "Nguyễn Thị Ẩn", "10/03/1943", "11/2026", "1.5", "750000"),
                        List.of(
                                "2",
                                "'=HYPERLINK(\"http://x\",\"Ksor, H’Dók\")",
                                "01/05/1899",
                                "09/2026",
                                "1200",
                                "1349740000")),
                rows.stream().map(CsvRow::fields).toList());
    }

    private static byte[] write(ReportRenderer renderer) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.write(
                new ReportContent(
                        definition(),
                        new Heading(
                                "Ủy ban nhân dân tỉnh Hà Tĩnh", "Sở Y tế", null, "Hà Tĩnh", LocalDate.of(2026, 2, 5)),
                        List.of("Kỳ 11/2026"),
                        "TẠM TÍNH – có mức chưa đối chiếu Công báo",
                        null,
                        Instant.parse("2026-11-22T01:00:00Z"),
                        each -> {
                            for (ReportRow row : ROWS) {
                                each.row(row);
                            }
                        }),
                out);
        return out.toByteArray();
    }

    private static List<Row> rows(byte[] file) throws Exception {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            return workbook.getFirstSheet().read();
        }
    }

    private static String text(Row row, int column) {
        Cell cell = row.getCellCount() > column ? row.getCell(column) : null;
        return cell == null || cell.getRawValue() == null ? "" : cell.getRawValue();
    }

    private String entry(byte[] file, String name) throws Exception {
        Path path = Files.write(folder.resolve("report.xlsx"), file);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ReportRow row(ReportRow.Kind kind, Object... values) {
        return new ReportRow(kind, Arrays.asList(values), Map.of());
    }

    private static ReportColumn column(String name, String title, String band, Type type, int width) {
        return new ReportColumn(name, title, band, type, width, Privacy.PUBLIC, false, Opens.NOTHING, null);
    }

    private static ReportDefinition definition() {
        return new ReportDefinition(
                "thu.so",
                "1.0",
                "Sổ theo dõi trợ cấp",
                "",
                null,
                "Sổ",
                "Thông tư 02/2021/TT-BLĐTBXH",
                true,
                "report.read",
                false,
                List.of(),
                COLUMNS,
                List.of(),
                List.of(),
                true,
                "Mẫu số 10a",
                List.of("Đơn vị tính: đồng."),
                List.of(
                        new Signatory("Người lập biểu", "(Ký, ghi rõ họ tên)"),
                        new Signatory("Thủ trưởng đơn vị", "(Ký, đóng dấu)")),
                List.of("Bộ Y tế;", "Lưu: VT."),
                Optional.empty());
    }
}
