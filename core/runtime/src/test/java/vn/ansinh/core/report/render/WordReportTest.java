package vn.ansinh.core.report.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.ansinh.api.paper.OfficePaper.Signatory;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.report.ReportRow.Kind;
import vn.ansinh.api.training.Training;
import vn.ansinh.core.report.render.ReportContent.Heading;

/** A report as a Word file, opened again. With {@code -Dpaper.keep=directory} the files are kept there, to be looked at. */
class WordReportTest {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String XMLNS = "xmlns:w='" + WORD + "'";

    @Test
    void itIsThePaperOfAnOffice() throws Exception {
        byte[] file = write("mac-dinh", new WordReport(Training.NONE), null, 120);
        Document document = part(file, "word/document.xml");
        String text = document.getDocumentElement().getTextContent();
        for (String said : List.of(
                "Mẫu số 10a",
                "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Hà Tĩnh, ngày 05 tháng 02 năm 2026",
                "SỔ THEO DÕI TRỢ CẤP",
                "TẠM TÍNH",
                "Số liệu tính đến 08:00 ngày 22/11/2026.",
                "NGƯỜI LẬP BIỂU",
                "Nơi nhận:- Lưu: VT;")) {
            assertTrue(text.contains(said), said + " in " + text);
        }
        List<Element> rows = elements(document, "tr");
        List<Element> heads = rows.stream()
                .filter(row -> !elements(row, "tblHeader").isEmpty())
                .toList();
        assertEquals(2, heads.size(), "both rows of the head come again on every page");
        assertEquals(List.of("STT", "Họ và tên", "Ngày sinh", "Trợ cấp"), cells(heads.get(0)));
        assertEquals(List.of("", "", "", "Từ tháng", "Số tiền"), cells(heads.get(1)));
        List<List<String>> said = rows.stream().map(WordReportTest::cells).toList();
        assertTrue(said.contains(List.of("Xã Thạch Hà")), "the name of a group over the whole row");
        assertTrue(said.contains(List.of("7", "Nguyễn Thị Ẩn <7> & \"Y\"", "10/03/1943", "11/2026", "750.000")));
        assertTrue(
                said.contains(List.of("Tổng cộng", "90.000.000")),
                said.get(said.size() - 2).toString());
        assertEquals(
                " PAGE ",
                elements(part(file, "word/header1.xml"), "fldSimple").get(0).getAttributeNS(WORD, "instr"));
        for (String name : names(file)) {
            part(file, name);
        }
    }

    @Test
    void everyPageOfATrainingPaperSaysSo() throws Exception {
        byte[] file = write("tap-huan", new WordReport(() -> true), null, 3);
        for (String part : List.of("word/header1.xml", "word/header2.xml", "word/footer1.xml")) {
            assertTrue(part(file, part).getDocumentElement().getTextContent().contains(Training.WORDS), part);
        }
    }

    @Test
    void anOwnTemplateIsFilledByItsFields() throws Exception {
        byte[] template =
                template("<w:p>" + field("tieu_de") + "</w:p><w:p>" + cut("phu_de") + "</w:p><w:tbl><w:tr><w:tc><w:p>"
                        + "<w:r><w:t>Tên</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
                        + row(field("nhom.ten"), "") + row(field("dong.full_name"), field("dong.amount"))
                        + row("<w:r><w:t>Tổng</w:t></w:r>", field("tong.amount")) + "</w:tbl><w:p>"
                        + field("tong.amount") + field("noi_nhan") + "</w:p>");
        byte[] file = write("mau-rieng", new WordReport(Training.NONE), template, 2);
        Document document = part(file, "word/document.xml");
        assertEquals(
                List.of(
                        List.of("Tên", ""),
                        List.of("Xã Thạch Hà", ""),
                        List.of("Nguyễn Thị Ẩn <1> & \"Y\"", "750.000"),
                        List.of("Nguyễn Thị Ẩn <2> & \"Y\"", "750.000"),
                        List.of("Tổng", "1.500.000")),
                elements(document, "tr").stream().map(WordReportTest::cells).toList());
        String text = document.getDocumentElement().getTextContent();
        assertTrue(
                text.startsWith("TẠM TÍNH – có mức chưa đối chiếu Công báoSổ theo dõi trợ cấpKỳ 11/2026"),
                "what is provisional says so without being asked: " + text);
        assertTrue(text.endsWith("1.500.000Lưu: VT"), text);
        assertEquals(2, elements(document, "b").size(), "what a field looks like stays");
        assertTrue(names(file).contains("word/media/image1.png"));
    }

    @Test
    void whatATemplateAsksAndNobodyHasIsTold() throws Exception {
        byte[] template = template("<w:p>" + field("luong_toi_thieu") + "</w:p>");
        Problem problem = assertThrows(Problem.class, () -> write("loi", new WordReport(Training.NONE), template, 1));
        assertTrue(problem.getMessage().contains("«luong_toi_thieu»"), problem.getMessage());
    }

    @Test
    void whatWordCannotOpenIsRefusedWithAdvice() throws Exception {
        Problem problem = assertThrows(
                Problem.class,
                () -> new WordReport(Training.NONE)
                        .write(content(null, WordReport.MOST_ROWS + 1), OutputStream.nullOutputStream()));
        assertEquals(Problem.Kind.TOO_LARGE, problem.kind());
        assertTrue(problem.getMessage().contains("Excel"), problem.getMessage());
    }

    private static String field(String name) {
        return "<w:fldSimple w:instr=' MERGEFIELD " + name + " \\* MERGEFORMAT '><w:r><w:t>«" + name
                + "»</w:t></w:r></w:fldSimple>";
    }

    /** As Word writes a field: in runs, its instruction in pieces. */
    private static String cut(String name) {
        return "<w:r><w:rPr><w:b/></w:rPr><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> MERGE</w:instrText></w:r>"
                + "<w:r><w:instrText>FIELD " + name
                + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
                + "<w:r><w:rPr><w:b/></w:rPr><w:t>«a»</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>";
    }

    private static String row(String left, String right) {
        return "<w:tr><w:tc><w:p>" + left + "</w:p></w:tc><w:tc><w:p>" + right + "</w:p></w:tc></w:tr>";
    }

    private static byte[] template(String body) throws Exception {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Default Extension='png' ContentType='image/png'/><Override PartName='/word/document.xml'"
                        + " ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/>"
                        + "</Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1'"
                        + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'"
                        + " Target='word/document.xml'/></Relationships>");
        parts.put("word/document.xml", "<w:document " + XMLNS + "><w:body>" + body + "</w:body></w:document>");
        parts.put("word/media/image1.png", "x");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] write(String name, WordReport renderer, byte[] template, int rows) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.write(content(template, rows), out);
        String keep = System.getProperty("paper.keep");
        if (keep != null) {
            Files.write(Path.of(keep, name + ".docx"), out.toByteArray());
        }
        return out.toByteArray();
    }

    private static ReportContent content(byte[] template, int rows) {
        return new ReportContent(
                definition(),
                new Heading("Ủy ban nhân dân tỉnh Hà Tĩnh", "Sở Y tế", null, "Hà Tĩnh", LocalDate.of(2026, 2, 5)),
                List.of("Kỳ 11/2026"),
                "TẠM TÍNH – có mức chưa đối chiếu Công báo",
                template,
                Instant.parse("2026-11-22T01:00:00Z"),
                each -> {
                    each.row(row(Kind.GROUP, "Xã Thạch Hà", null, null, null, null));
                    for (long i = 1; i <= rows; i++) {
                        each.row(row(
                                Kind.DETAIL,
                                i,
                                "Nguyễn Thị Ẩn <" + i + "> & \"Y\"\u0001",
                                LocalDate.of(1943, 3, 10),
                                LocalDate.of(2026, 11, 1),
                                750_000L));
                    }
                    each.row(row(Kind.SUBTOTAL, null, "Cộng Xã Thạch Hà", null, null, rows * 750_000L));
                    each.row(row(Kind.TOTAL, null, "Tổng cộng", null, null, rows * 750_000L));
                });
    }

    private static ReportRow row(Kind kind, Object... values) {
        return new ReportRow(kind, Arrays.asList(values), Map.of());
    }

    private static ReportDefinition definition() {
        return new ReportDefinition(
                "btxh.so-tro-cap",
                "1.0",
                "Sổ theo dõi trợ cấp",
                "Ai đang hưởng gì.",
                "btxh",
                "Sổ",
                "Thông tư 02/2021/TT-BLĐTBXH",
                true,
                "entitlement.read",
                false,
                List.of(),
                List.of(
                        column("stt", "STT", null, Type.ORDINAL, 6),
                        column("full_name", "Họ và tên", null, Type.TEXT, 28),
                        column("birth_date", "Ngày sinh", null, Type.DATE, 12),
                        column("from_month", "Từ tháng", "Trợ cấp", Type.MONTH, 10),
                        column("amount", "Số tiền", "Trợ cấp", Type.MONEY, 16)),
                List.of(),
                List.of(),
                false,
                "Mẫu số 10a",
                List.of("Số tiền là số thực chi."),
                List.of(
                        new Signatory("NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)"),
                        new Signatory("GIÁM ĐỐC", "(Ký tên, đóng dấu)")),
                List.of("Lưu: VT"),
                Optional.empty());
    }

    private static ReportColumn column(String name, String title, String band, Type type, int width) {
        return new ReportColumn(name, title, band, type, width, Privacy.PUBLIC, false, Opens.NOTHING, null);
    }

    private static List<String> cells(Element row) {
        return elements(row, "tc").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Object within, String name) {
        NodeList nodes = within instanceof Document document
                ? document.getElementsByTagNameNS(WORD, name)
                : ((Element) within).getElementsByTagNameNS(WORD, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> names(byte[] file) throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static Document part(byte[] file, String name) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            while (!entry.getName().equals(name)) {
                entry = zip.getNextEntry();
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes()));
        }
    }
}
