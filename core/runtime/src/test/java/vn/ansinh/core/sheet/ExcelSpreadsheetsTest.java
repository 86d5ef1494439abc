package vn.ansinh.core.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets.Column;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;
import vn.ansinh.api.sheet.Spreadsheets.SheetWriter;

class ExcelSpreadsheetsTest {

    private static final List<Column> COLUMNS = List.of(
            new Column("Họ và tên", Column.Type.TEXT, 24),
            new Column("Ngày sinh", Column.Type.DATE, 12),
            new Column("Hệ số", Column.Type.NUMBER, 8),
            new Column("Số tiền", Column.Type.MONEY, 14));

    private final ExcelSpreadsheets spreadsheets = new ExcelSpreadsheets();

    @TempDir
    Path folder;

    @Test
    void aSheetOfTrainingSaysSoAboveEverything() throws IOException {
        Path file = folder.resolve("tap-huan.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = new ExcelSpreadsheets(() -> true).write(out, "Chi trả 11/2026", COLUMNS)) {
            writer.heading("DANH SÁCH CHI TRẢ", true);
            writer.row(Arrays.asList("Nguyễn Thị Ẩn", LocalDate.of(1943, 3, 10), new BigDecimal("1.5"), 750_000L));
        }
        List<SheetRow> rows = read(file);
        assertEquals(text("BẢN TẬP HUẤN – SỐ LIỆU KHÔNG THẬT"), rows.get(0).cell(0));
        assertEquals(text("DANH SÁCH CHI TRẢ"), rows.get(1).cell(0));
        assertEquals(text("Nguyễn Thị Ẩn"), rows.get(3).cell(0));
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Path file = folder.resolve("danh-sach.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = spreadsheets.write(out, "Chi trả 11/2026: [xã Hòa Phú]", COLUMNS)) {
            writer.heading("DANH SÁCH CHI TRẢ", true);
            writer.heading("Kỳ 11/2026", false);
            writer.row(Arrays.asList("Nguyễn Thị Ẩn", LocalDate.of(1943, 3, 10), new BigDecimal("1.5"), 750_000L));
            writer.row(Arrays.asList("=HYPERLINK(\"http://x\")", null, null, 9_007_199_254_740_993L / 10));
            writer.total(Arrays.asList("Tổng cộng", null, null, 1_349_740_000L));
            writer.remark("Bằng chữ: …", true);
        }

        List<SheetRow> rows = read(file);
        assertEquals(7, rows.size());
        assertEquals(text("DANH SÁCH CHI TRẢ"), rows.get(0).cell(0));
        assertEquals(
                List.of(text("Họ và tên"), text("Ngày sinh"), text("Hệ số"), text("Số tiền")),
                rows.get(2).cells());
        assertEquals(
                List.of(
                        text("Nguyễn Thị Ẩn"),
                        new SheetCell(Kind.DATE, "1943-03-10"),
                        new SheetCell(Kind.NUMBER, "1.5"),
                        new SheetCell(Kind.NUMBER, "750000")),
                rows.get(3).cells());
        assertEquals(text("=HYPERLINK(\"http://x\")"), rows.get(4).cell(0));
        assertEquals(SheetCell.EMPTY, rows.get(4).cell(1));
        assertEquals(6, rows.get(5).number());
        assertEquals(new SheetCell(Kind.NUMBER, "1349740000"), rows.get(5).cell(3));
        assertEquals(SheetCell.EMPTY, rows.get(5).cell(99));
    }

    @Test
    void numbersDatesAndFormulasAreToldApart() throws IOException {
        Path file = folder.resolve("kieu.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("A");
            sheet.value(0, 0, 42_087_004_410L);
            sheet.value(0, 1, 4.2087004410E10);
            sheet.value(0, 2, 36_526);
            sheet.style(0, 2).format("[$-42A]dd\\ mmmm\\ yyyy;@").set();
            sheet.value(0, 3, 36_526);
            sheet.style(0, 3).format("#,##0 \"đồng/day\"").set();
            sheet.formula(0, 4, "SUM(1,2)");
            sheet.value(0, 5, true);
            sheet.value(0, 6, "  ");
            sheet.value(0, 7, 60);
            sheet.style(0, 7).format("dd/mm/yyyy").set();
            sheet.value(0, 8, 0.1);
            sheet.value(4, 0, "sau dòng trống");
            sheet.finish();
        }

        List<SheetRow> rows = read(file);
        List<Kind> kinds = rows.get(0).cells().stream().map(SheetCell::kind).toList();
        assertEquals(
                List.of(
                        Kind.NUMBER,
                        Kind.NUMBER,
                        Kind.DATE,
                        Kind.NUMBER,
                        Kind.FORMULA,
                        Kind.BOOLEAN,
                        Kind.EMPTY,
                        Kind.ERROR,
                        Kind.NUMBER),
                kinds);
        assertEquals("42087004410", rows.get(0).cell(0).text());
        assertEquals("42087004410", rows.get(0).cell(1).text());
        assertEquals("2000-01-01", rows.get(0).cell(2).text());
        assertEquals("36526", rows.get(0).cell(3).text());
        assertEquals("0.1", rows.get(0).cell(8).text());
        assertEquals(2, rows.size());
        assertEquals(5, rows.get(1).number());
    }

    @Test
    void whatIsNoWorkbookIsRefusedBeforeItIsParsed() throws IOException {
        assertRefused(
                "AS-SHEET-NOT-XLSX", bytes("danh-sach.csv", "Họ tên;Ngày sinh\n".getBytes(StandardCharsets.UTF_8)));
        assertRefused("AS-SHEET-NOT-XLSX", bytes("rong.xlsx", new byte[0]));
        assertRefused("AS-SHEET-NOT-XLSX", bytes("hong.xlsx", new byte[] {'P', 'K', 3, 4, 9, 9, 9}));
        assertRefused("AS-SHEET-OLD", bytes("cu.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0}));
        assertRefused("AS-SHEET-NOT-XLSX", zip("van-ban.docx", Map.of("word/document.xml", new byte[9])));
        assertRefused("AS-SHEET-MACRO", changed("macro.xlsm", "xl/vbaProject.bin", new byte[9]));
        assertRefused(
                "AS-SHEET-BROKEN",
                changed("hong-ruot.xlsx", "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row".getBytes()));
        assertRefused("AS-SHEET-NOT-XLSX", changed("xa.xlsx", "xl/worksheets/sheet1.xml", """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="ZZZZZZ1"><v>1</v></c></row></sheetData></worksheet>""".getBytes()));
    }

    @Test
    void zipBombsAreRefusedByWhatTheyReallyInflateTo() throws IOException {
        assertRefused("AS-SHEET-BOMB", changed("bom.xlsx", "xl/sharedStrings.xml", new byte[65 << 20]));
        ExcelSpreadsheets strict = new ExcelSpreadsheets(new WorkbookGuard(1_000, 1 << 20, 1 << 20, 100, 10));
        Path large = bytes("lon.xlsx", new byte[1_001]);
        Problem problem = assertThrows(Problem.class, () -> strict.read(large, row -> {}));
        assertEquals("AS-SHEET-SIZE", problem.code());
        assertEquals(Problem.Kind.TOO_LARGE, problem.kind());
    }

    @Test
    void sheetsBeyondReasonAreRefused() throws IOException {
        Path wide = folder.resolve("rong.xlsx");
        try (OutputStream out = Files.newOutputStream(wide);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            workbook.newWorksheet("A").value(0, 100, "cột CW");
        }
        assertRefused("AS-SHEET-COLUMNS", wide);

        Path tall = folder.resolve("dai.xlsx");
        try (OutputStream out = Files.newOutputStream(tall);
                SheetWriter writer = spreadsheets.write(out, "A", List.of(new Column("STT", Column.Type.NUMBER, 6)))) {
            for (long i = 0; i < 100_000; i++) {
                writer.row(List.of(i));
            }
        }
        assertRefused("AS-SHEET-ROWS", tall);
    }

    @Test
    void whatTheReaderOfRowsThrowsPassesUnchanged() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            spreadsheets.write(out, "A", COLUMNS).close();
        }
        assertThrows(
                IllegalStateException.class,
                () -> spreadsheets.read(file, row -> {
                    throw new IllegalStateException("mine");
                }));
    }

    private List<SheetRow> read(Path file) {
        List<SheetRow> rows = new ArrayList<>();
        spreadsheets.read(file, rows::add);
        return rows;
    }

    private void assertRefused(String code, Path file) {
        assertEquals(code, assertThrows(Problem.class, () -> read(file)).code());
    }

    private static SheetCell text(String text) {
        return new SheetCell(Kind.TEXT, text);
    }

    private Path bytes(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path zip(String name, Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    /** A good workbook with one entry put in or replaced. */
    private Path changed(String name, String entry, byte[] content) throws IOException {
        Path good = folder.resolve("tot.xlsx");
        try (OutputStream out = Files.newOutputStream(good)) {
            spreadsheets.write(out, "A", COLUMNS).close();
        }
        Map<String, byte[]> entries = new java.util.LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(good.toFile())) {
            for (ZipEntry e : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                entries.put(e.getName(), zip.getInputStream(e).readAllBytes());
            }
        }
        entries.put(entry, content);
        return zip(name, entries);
    }
}
