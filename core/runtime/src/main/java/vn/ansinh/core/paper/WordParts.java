package vn.ansinh.core.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.ansinh.api.training.Training;

/** What a Word file needs beside its body: the same for every paper but for what a training installation says. */
public final class WordParts {

    public static final String NAMESPACES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    public static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final double NUMBER = 13;

    private WordParts() {}

    /** Writes all parts but {@code word/document.xml}. @param training whether every page says that nothing on it is real */
    public static void write(ZipOutputStream zip, String title, boolean training) throws IOException {
        put(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + type("/word/document.xml", WORD + "document.main+xml")
                        + type("/word/styles.xml", WORD + "styles+xml")
                        + type("/word/settings.xml", WORD + "settings+xml")
                        + type("/word/header1.xml", WORD + "header+xml")
                        + type("/word/header2.xml", WORD + "header+xml")
                        + type("/word/footer1.xml", WORD + "footer+xml")
                        + type("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
                        + "</Types>");
        put(
                zip,
                "_rels/.rels",
                relations("<Relationship Id=\"rId1\" Type=\"" + RELATION
                        + "officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\""
                        + "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\""
                        + " Target=\"docProps/core.xml\"/>"));
        put(
                zip,
                "word/_rels/document.xml.rels",
                relations(relation("rId1", "styles")
                        + relation("rId2", "settings")
                        + relation("rId3", "header", "header1")
                        + relation("rId4", "header", "header2")
                        + relation("rId5", "footer", "footer1")));
        put(
                zip,
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + WordText.escape(title)
                        + "</dc:title><dc:creator>An Sinh</dc:creator></cp:coreProperties>");
        put(zip, "word/styles.xml", styles());
        put(zip, "word/settings.xml", "<w:settings " + NAMESPACES + "><w:defaultTabStop w:val=\"720\"/></w:settings>");
        String warning = training ? training() : "";
        String page =
                "<w:fldSimple w:instr=\" PAGE \">" + WordText.run("2", NUMBER, false, false, "") + "</w:fldSimple>";
        put(
                zip,
                "word/header1.xml",
                "<w:hdr " + NAMESPACES + ">" + WordText.paragraph("", 0, "center", page) + warning + "</w:hdr>");
        put(zip, "word/header2.xml", "<w:hdr " + NAMESPACES + ">" + (training ? warning : "<w:p/>") + "</w:hdr>");
        put(zip, "word/footer1.xml", "<w:ftr " + NAMESPACES + ">" + (training ? warning : "<w:p/>") + "</w:ftr>");
    }

    /** Writes a part. */
    public static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((PROLOGUE + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String training() {
        return WordText.paragraph(
                "",
                0,
                "center",
                WordText.run(Training.WORDS, NUMBER, true, false, "")
                        .replace("<w:sz ", "<w:color w:val=\"B42318\"/><w:sz "));
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner
                + "</Relationships>";
    }

    private static String relation(String id, String kind) {
        return relation(id, kind, kind);
    }

    private static String relation(String id, String kind, String file) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATION + kind + "\" Target=\"" + file + ".xml\"/>";
    }

    private static String styles() {
        return "<w:styles " + NAMESPACES + "><w:docDefaults><w:rPrDefault><w:rPr>"
                + "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\""
                + " w:cs=\"Times New Roman\"/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>"
                + "<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
                + "<w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>"
                + "</w:pPrDefault></w:docDefaults>"
                + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
                + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
                + "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>"
                + "<w:left w:w=\"57\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>"
                + "<w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>";
    }
}
