package vn.ansinh.core.document.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.ansinh.core.document.draft.PaperText.Block;
import vn.ansinh.core.document.draft.PaperText.Column;
import vn.ansinh.core.paper.WordParts;
import vn.ansinh.core.paper.WordText;

/** A described paper as a Word file with merge fields: form and sizes of NĐ 30/2020/NĐ-CP, phụ lục I. */
final class PaperFile {

    private static final int PAGE_WIDTH = 11906;
    private static final int PAGE_HEIGHT = 16838;
    private static final int TOP = 1134;
    private static final int LEFT = 1701;
    private static final int RIGHT = 850;
    private static final int TEXT = PAGE_WIDTH - LEFT - RIGHT;
    private static final int FIRST_LINE = 567;
    private static final int ROOM_TO_SIGN = 4;
    private static final double BODY = 13;
    private static final double SMALL = 12;
    private static final double NOTE = 11;
    private static final String LINE = "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>";
    /** Between a table and what stands around it. */
    private static final String SPACE = "<w:p><w:pPr><w:spacing w:line=\"140\" w:lineRule=\"exact\"/></w:pPr></w:p>";

    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");

    private final StringBuilder body = new StringBuilder();

    private PaperFile() {}

    /** @param training whether every page says that nothing on it is real */
    static byte[] write(PaperText paper, boolean training) {
        PaperFile file = new PaperFile();
        if (paper.headed()) {
            file.head(paper.paper().numbered() != null);
        }
        paper.blocks().forEach(file::block);
        try (ByteArrayOutputStream to = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8)) {
            WordParts.write(zip, paper.paper().name(), training);
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write((WordParts.PROLOGUE + "<w:document " + WordParts.NAMESPACES + "><w:body>" + file.body + section()
                            + "</w:body></w:document>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
            return to.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(boolean numbered) {
        int left = TEXT * 42 / 100;
        String agency = centred("{co_quan_cap_tren_hoa}", SMALL, false, false)
                + centred("{co_quan_hoa}", SMALL, true, false)
                + rule(left / 3)
                + (numbered ? centred("Số: {so}", BODY, false, false) : "");
        String nation = centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", SMALL, true, false)
                + centred("Độc lập - Tự do - Hạnh phúc", BODY, true, false)
                + rule((TEXT - left) * 22 / 100)
                + paragraph("center", 60, "", runs("{dia_danh_ngay}", BODY, false, true));
        table("", new int[] {left, TEXT - left}, List.of(agency, nation));
    }

    private void block(Block block) {
        switch (block.kind()) {
            case TITLE -> body.append(paragraph("center", 280, "<w:keepNext/>", runs(block.text(), 14, true, false)));
            case ABOUT -> {
                body.append(paragraph("center", 0, "<w:keepNext/>", runs(block.text(), BODY, true, false)));
                body.append(rule(TEXT * 38 / 100));
            }
            case CENTRED ->
                body.append(paragraph("center", 200, "<w:keepNext/>", runs(block.text(), BODY, true, false)));
            case ADDRESSED ->
                body.append(paragraph("center", 160, "<w:keepNext/>", runs(block.text(), BODY, false, false)));
            case BASIS -> body.append(text(block.text(), true));
            case BODY -> body.append(text(block.text(), false));
            case LINE -> body.append(paragraph("left", 80, "", runs(block.text(), BODY, false, false)));
            case TABLE -> list(block);
            case SIGNED -> signed(block.text());
            case SIGNED_BOTH -> signedBoth(block);
        }
    }

    private static String text(String text, boolean slanting) {
        return "<w:p><w:pPr><w:spacing w:before=\"120\" w:line=\"264\" w:lineRule=\"auto\"/><w:ind w:firstLine=\""
                + FIRST_LINE + "\"/><w:jc w:val=\"both\"/></w:pPr>" + runs(text, BODY, false, slanting) + "</w:p>";
    }

    /** Who signs, and to whom it goes: together on one page. @param recipients whether it says to whom it goes */
    private void signed(String recipients) {
        String left = recipients.equals("khong")
                ? "<w:p/>"
                : paragraph("left", 0, "", runs("Nơi nhận:", SMALL, "bi"))
                        + paragraph("left", 0, "", runs("{noi_nhan}", NOTE, false, false));
        String right = centred("{quyen_han_ky}", BODY, true, false)
                + centred("{chuc_vu_ky}", BODY, true, false)
                + "<w:p/>".repeat(ROOM_TO_SIGN)
                + centred("{nguoi_ky}", BODY, true, false);
        body.append(paragraph("left", 0, "<w:keepNext/>", ""));
        table("", new int[] {TEXT / 2, TEXT / 2}, List.of(left, right));
    }

    private void signedBoth(Block block) {
        String how = centred("(Ký và ghi rõ họ tên)", BODY, false, true) + "<w:p/>".repeat(ROOM_TO_SIGN);
        body.append(paragraph("left", 0, "<w:keepNext/>", ""));
        table(
                "",
                new int[] {TEXT / 2, TEXT / 2},
                List.of(
                        centred(block.text(), BODY, true, false) + how,
                        centred(block.right(), BODY, true, false) + how + centred("{nguoi_ky}", BODY, true, false)));
    }

    private void list(Block block) {
        int all = block.columns().stream().mapToInt(Column::width).sum();
        int[] widths = block.columns().stream()
                .mapToInt(column -> TEXT * column.width() / all)
                .toArray();
        StringBuilder borders = new StringBuilder("<w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            borders.append(LINE.formatted(side));
        }
        borders.append("</w:tblBorders>");
        body.append(SPACE);
        StringBuilder head = new StringBuilder("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        StringBuilder row = new StringBuilder("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int i = 0; i < widths.length; i++) {
            Column column = block.columns().get(i);
            String middle = "<w:vAlign w:val=\"center\"/>";
            head.append(WordText.cell(widths[i], middle, centred(column.title(), SMALL, true, false)));
            String field = "{" + block.text() + "." + column.field() + "}";
            row.append(WordText.cell(
                    widths[i], middle, paragraph(column.align(), 20, "", runs(field, SMALL, false, false))));
        }
        body.append(start(borders.toString(), widths))
                .append(head)
                .append("</w:tr>")
                .append(row)
                .append("</w:tr></w:tbl>");
        body.append(SPACE);
    }

    private void table(String borders, int[] widths, List<String> cells) {
        body.append(start(borders, widths)).append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int i = 0; i < widths.length; i++) {
            body.append(WordText.cell(widths[i], "", cells.get(i)));
        }
        body.append("</w:tr></w:tbl>");
    }

    private static String start(String borders, int... widths) {
        StringBuilder start = new StringBuilder("<w:tbl><w:tblPr><w:tblW w:w=\"" + TEXT + "\" w:type=\"dxa\"/>"
                + borders + "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (int width : widths) {
            start.append("<w:gridCol w:w=\"").append(width).append("\"/>");
        }
        return start.append("</w:tblGrid>").toString();
    }

    private static String centred(String text, double size, boolean bold, boolean italic) {
        return paragraph("center", 0, "", runs(text, size, bold, italic));
    }

    /** A line in the middle of what is left between the indents. */
    private static String rule(int indent) {
        return "<w:p><w:pPr><w:pBdr>" + LINE.formatted("bottom") + "</w:pBdr>"
                + "<w:spacing w:after=\"60\" w:line=\"80\" w:lineRule=\"exact\"/><w:ind w:left=\"" + indent
                + "\" w:right=\"" + indent + "\"/></w:pPr></w:p>";
    }

    private static String paragraph(String align, int before, String first, String runs) {
        return "<w:p><w:pPr>" + first + (before > 0 ? "<w:spacing w:before=\"" + before + "\"/>" : "")
                + "<w:jc w:val=\"" + align + "\"/></w:pPr>" + runs + "</w:p>";
    }

    private static String runs(String text, double size, String marks) {
        return runs(text, size, marks.contains("b"), marks.contains("i"));
    }

    /** Text with fields in braces and {@code **bold**}. */
    private static String runs(String text, double size, boolean bold, boolean italic) {
        StringBuilder runs = new StringBuilder();
        Matcher strong = BOLD.matcher(text);
        int at = 0;
        while (strong.find()) {
            fields(runs, text.substring(at, strong.start()), size, bold, italic);
            fields(runs, strong.group(1), size, true, italic);
            at = strong.end();
        }
        fields(runs, text.substring(at), size, bold, italic);
        return runs.toString();
    }

    private static void fields(StringBuilder runs, String text, double size, boolean bold, boolean italic) {
        Matcher named = PaperParser.FIELD.matcher(text);
        int at = 0;
        while (named.find()) {
            plain(runs, text.substring(at, named.start()), size, bold, italic);
            runs.append("<w:fldSimple w:instr=\" MERGEFIELD ")
                    .append(named.group(1))
                    .append(" \">")
                    .append(WordText.run("«" + named.group(1) + "»", size, bold, italic, ""))
                    .append("</w:fldSimple>");
            at = named.end();
        }
        plain(runs, text.substring(at), size, bold, italic);
    }

    private static void plain(StringBuilder runs, String text, double size, boolean bold, boolean italic) {
        if (!text.isEmpty()) {
            runs.append(WordText.run(text, size, bold, italic, ""));
        }
    }

    private static String section() {
        return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>"
                + "<w:headerReference w:type=\"first\" r:id=\"rId4\"/><w:footerReference w:type=\"default\" r:id=\"rId5\"/>"
                + "<w:footerReference w:type=\"first\" r:id=\"rId5\"/><w:pgSz w:w=\"" + PAGE_WIDTH + "\" w:h=\""
                + PAGE_HEIGHT + "\"/><w:pgMar w:top=\"" + TOP + "\" w:right=\"" + RIGHT + "\" w:bottom=\"" + TOP
                + "\" w:left=\"" + LEFT
                + "\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>";
    }
}
