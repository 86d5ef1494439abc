package vn.ansinh.core.report.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ansinh.core.extender.Fault;

/** A template is a plain Word or Excel file, or none. */
class TemplateCheckTest {

    private static final String TYPES = "<Types><Override PartName='/word/document.xml' ContentType='%s'/></Types>";
    private static final String PLAIN = TYPES.formatted("application/document.main+xml");
    private static final String RELATIONS = "word/_rels/document.xml.rels";

    @Test
    void aPlainOneIsTaken() {
        assertEquals(List.of(), faults(Map.of()));
        assertEquals(
                List.of(),
                faults(Map.of(RELATIONS, "<Relationships><Relationship Target='styles.xml'/></Relationships>")));
    }

    @Test
    void macrosLinksAndObjectsAreRefused() {
        assertFault(Map.of("word/vbaProject.bin", "x"), "có macro");
        assertFault(
                Map.of(
                        "[Content_Types].xml",
                        TYPES.formatted("application/vnd.ms-word.document.macroEnabled.main+xml")),
                "có macro");
        assertFault(
                Map.of(
                        RELATIONS,
                        "<Relationships><Relationship TargetMode='External' Target='http://x'/></Relationships>"),
                "liên kết ra ngoài");
        assertFault(Map.of("xl/externalLinks/externalLink1.xml", "<a/>"), "liên kết ra ngoài");
        assertFault(Map.of("word/embeddings/oleObject1.bin", "x"), "đối tượng nhúng");
        assertFault(Map.of("word/activeX/activeX1.xml", "<a/>"), "đối tượng nhúng");
        assertFault(Map.of("word/../../a.txt", "x"), "đường dẫn bất thường");
    }

    @Test
    void wordFillsInAndCountsPagesAndDoesNothingElse() {
        assertEquals(
                List.of(),
                document("<w:fldSimple w:instr=' MERGEFIELD dong.full_name \\* MERGEFORMAT '/>"
                        + run("begin") + instruction(" PAGE ") + run("separate")
                        + "<w:r><w:t>1 [2] Nguyễn &lt;b&gt; #3, 5$</w:t></w:r>" + run("end")));
        for (String field : List.of(
                "INCLUDETEXT \"//server/a.docx\"",
                "INCLUDEPICTURE http://server/a.png",
                "DDEAUTO c:/windows/cmd.exe",
                "dde excel a",
                "LINK Excel.Sheet a",
                "EMBED Package",
                "HYPERLINK http://server",
                "MACROBUTTON Go",
                "DATABASE \\d a",
                "IF 1 = 1 a",
                "")) {
            assertDocument("<w:fldSimple w:instr='" + field + "'/>", "không được dùng");
            assertDocument(run("begin") + instruction(field) + run("end"), "không được dùng");
        }
        assertDocument("<w:fldSimple w:instr='MERGEFIELD ${a?eval}'/>", "mà tên không chỉ gồm");
    }

    @Test
    void aFieldCutIntoPiecesOrLeftOpenIsFoundToo() {
        assertDocument(
                run("begin") + instruction("INCL") + instruction("UDETEXT a") + run("separate") + run("end"),
                "«INCLUDETEXT» không được dùng");
        assertDocument(
                run("begin") + run("begin") + instruction("MERGEFIELD a") + run("end") + instruction("DDE b"),
                "«DDE» không được dùng");
        assertDocument(
                run("begin") + run("begin") + instruction("SYMBOL 68") + run("end") + run("end"), "không được dùng");
        assertFault(
                Map.of("word/header1.xml", "<h><w:fldSimple w:instr='DDEAUTO a'/></h>"), "«DDEAUTO» không được dùng");
    }

    @Test
    void nothingIsBroughtInByOtherWays() {
        assertDocument("<w:altChunk r:id='rId1'/>", "chèn tệp khác");
        assertDocument("<w:object><o:OLEObject/></w:object>", "đối tượng nhúng");
        assertDocument("<w:r><w:t>$</w:t></w:r><w:r><w:t>{\"a\"?new()}</w:t></w:r>", "giống lệnh");
        assertDocument("<w:r><w:t>[#list 1..999999999 as i]</w:t></w:r>", "giống lệnh");
        assertFault(
                Map.of(
                        "word/settings.xml",
                        "<s><w:mailMerge><w:connectString w:val='DSN=a'/></w:mailMerge><w:attachedTemplate/></s>"),
                "nguồn dữ liệu trộn thư");
        // the body under another name, where only its relationship finds it
        assertFault(Map.of("word/than.dat", "<w:fldSimple w:instr='DDE a'/>"), "«word/than.dat» không phải văn bản");
        assertFault(Map.of("word/afchunk.mht", "x"), "không phải văn bản");
        assertEquals(List.of(), faults(Map.of("word/media/image1.png", "x", "word/fonts/font1.odttf", "x")));
    }

    @Test
    void hiddenInAnotherEncodingTheyAreFoundToo() {
        Map<String, byte[]> parts = parts(Map.of());
        parts.put(
                RELATIONS,
                "<?xml version='1.0' encoding='UTF-16'?><R><R TargetMode='External'/></R>"
                        .getBytes(StandardCharsets.UTF_16));
        assertTrue(
                TemplateCheck.faults("mau.docx", Packages.zip(parts)).toString().contains("liên kết ra ngoài"));
    }

    @Test
    void bombsAndRubbishAreRefused() {
        assertFault(
                Map.of("word/header1.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
                "DOCTYPE");
        Map<String, byte[]> parts = parts(Map.of());
        parts.put("word/media/image1.png", new byte[60 * 1024 * 1024]);
        assertTrue(
                TemplateCheck.faults("mau.docx", Packages.zip(parts)).toString().contains("nguyên vẹn"));
        assertTrue(TemplateCheck.faults("mau.xlsx", new byte[10]).toString().contains("không phải tệp Excel"));
        assertTrue(TemplateCheck.faults("mau.xlsx", Packages.zip(parts(Map.of())))
                .toString()
                .contains("không phải tệp Excel"));
    }

    @Test
    void sheetsHaveOneLayoutAndWhatIsHostileInATemplateIsToldFirst() {
        Map<String, byte[]> sheet = parts(Map.of("xl/workbook.xml", "<workbook/>"));
        assertEquals(
                List.of(
                        "Chưa nhận mẫu Excel riêng: tệp .xlsx có đầu đề, cột và chữ ký theo report.yaml. Hãy bỏ tệp này."),
                sheetFaults(sheet));
        sheet.put("xl/vbaProject.bin", new byte[1]);
        assertEquals(List.of("Mẫu có macro. Hãy lưu lại thành tệp không có macro."), sheetFaults(sheet));
        sheet.remove("xl/vbaProject.bin");
        sheet.put("xl/externalLinks/externalLink1.xml", "<a/>".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("Mẫu có liên kết ra ngoài tệp. Hãy bỏ liên kết ấy."), sheetFaults(sheet));
    }

    private static List<String> sheetFaults(Map<String, byte[]> parts) {
        return TemplateCheck.faults("mau.xlsx", Packages.zip(parts)).stream()
                .map(Fault::reason)
                .toList();
    }

    @Test
    void aReportWithABadTemplateIsNotUsed() {
        Map<String, byte[]> files = Packages.files("");
        files.put("mau.docx", Packages.zip(parts(Map.of("word/vbaProject.bin", "x"))));
        ReportReading reading = ReportParser.read(ReportZip.read(Packages.zip(files), "a.report.zip"));
        assertTrue(reading.faults().toString().contains("mau.docx, dòng 1, cột 1: Mẫu có macro"));
        assertEquals(null, reading.definition());
    }

    private static String run(String type) {
        return "<w:r><w:fldChar w:fldCharType='" + type + "'/></w:r>";
    }

    private static String instruction(String words) {
        return "<w:r><w:instrText>" + words + "</w:instrText></w:r>";
    }

    private static List<?> document(String paragraph) {
        return faults(
                Map.of("word/document.xml", "<w:document><w:body><w:p>" + paragraph + "</w:p></w:body></w:document>"));
    }

    private static void assertDocument(String paragraph, String expected) {
        assertTrue(document(paragraph).toString().contains(expected), paragraph + document(paragraph));
    }

    private static List<?> faults(Map<String, String> parts) {
        return TemplateCheck.faults("mau.docx", Packages.zip(parts(parts)));
    }

    private static void assertFault(Map<String, String> parts, String expected) {
        assertTrue(faults(parts).toString().contains(expected), faults(parts).toString());
    }

    private static Map<String, byte[]> parts(Map<String, String> more) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("[Content_Types].xml", PLAIN);
        texts.put("word/document.xml", "<document/>");
        texts.putAll(more);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        texts.forEach((name, text) -> parts.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return parts;
    }
}
