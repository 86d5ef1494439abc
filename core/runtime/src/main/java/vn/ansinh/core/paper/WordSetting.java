package vn.ansinh.core.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.ansinh.api.paper.OfficePaper.Signatory;
import vn.ansinh.api.report.ColumnBand;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.paper.TablePaper.Column;
import vn.ansinh.core.paper.TablePaper.Ending;
import vn.ansinh.core.paper.TablePaper.Row;

/** Writes a {@link TablePaper} as a Word file while its rows come: nothing but the last rows is kept. */
public final class WordSetting {

    private static final int LONG_SIDE = 16838;
    private static final int SHORT_SIDE = 11906;
    private static final int MARGIN = 1134;
    private static final int BOUND_MARGIN = 1701;
    private static final int OUTER_MARGIN = 850;

    /** Rows that stay with what is below them: nobody signs a page that shows nothing of the list. */
    private static final int KEPT = 3;

    private static final double BODY = 13;
    private static final double SMALL = 12;
    private static final double NOTE = 11;
    private static final double AGENCY_SHARE = 0.42;
    private static final String KEEP = "<w:keepNext/>";
    private static final String LINE = "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>";

    /** Room above and below the text of a row, about a point and a half. */
    private static final String PADDING = "<w:tblCellMar><w:top w:w=\"28\" w:type=\"dxa\"/>"
            + "<w:left w:w=\"40\" w:type=\"dxa\"/><w:bottom w:w=\"28\" w:type=\"dxa\"/>"
            + "<w:right w:w=\"40\" w:type=\"dxa\"/></w:tblCellMar>";

    private final TablePaper paper;
    private final ZipOutputStream zip;
    private final int[] widths;
    private final Deque<Row> last = new ArrayDeque<>();

    /**
     * Begins a paper: writes all above its first row.
     *
     * @param training whether every page says that nothing on it is real
     * @param to stays open
     */
    public WordSetting(TablePaper paper, boolean training, OutputStream to) throws IOException {
        this.paper = paper;
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        this.widths = widths(paper.columns());
        WordParts.write(zip, paper.title(), training);
        zip.putNextEntry(new ZipEntry("word/document.xml"));
        write(WordParts.PROLOGUE + "<w:document " + WordParts.NAMESPACES + "><w:body>");
        head();
        beginTable();
    }

    /** Takes the next row. */
    public void row(Row row) throws IOException {
        last.add(row);
        if (last.size() > KEPT) {
            write(row(last.remove(), false));
        }
    }

    /** Ends the table and the file. Charts are not drawn. */
    public void finish(Ending ending) throws IOException {
        while (!last.isEmpty()) {
            write(row(last.remove(), true));
        }
        write("</w:tbl>");
        if (ending.inWords() != null) {
            write(WordText.paragraph(
                    KEEP,
                    6,
                    "left",
                    WordText.run("Bằng chữ: ", BODY, false, false, "")
                            + WordText.run(ending.inWords() + ".", BODY, false, true, "")));
        }
        int before = 6;
        for (String note : ending.notes()) {
            write(WordText.paragraph(KEEP, before, "left", WordText.run(note, NOTE, false, false, "")));
            before = 0;
        }
        if (!ending.signatories().isEmpty() || !ending.recipients().isEmpty()) {
            write(WordText.paragraph(KEEP, 0, "left", ""));
            signatures(ending);
        }
        write(WordText.paragraph("", 0, "left", WordText.run("", 1, false, false, "")));
        section();
        write("</w:body></w:document>");
        zip.closeEntry();
        zip.finish();
    }

    private void write(String xml) throws IOException {
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    private int textWidth() {
        return paper.landscape() ? LONG_SIDE - MARGIN - OUTER_MARGIN : SHORT_SIDE - BOUND_MARGIN - OUTER_MARGIN;
    }

    private int[] widths(List<Column> columns) {
        double all = columns.stream().mapToDouble(Column::width).sum();
        return columns.stream()
                .mapToInt(column -> (int) Math.floor(textWidth() * column.width() / all))
                .toArray();
    }

    private void head() throws IOException {
        if (paper.form() != null) {
            write(WordText.paragraph("", 0, "right", WordText.run(paper.form(), SMALL, true, false, "")));
        }
        int left = (int) (textWidth() * AGENCY_SHARE);
        StringBuilder agency = new StringBuilder();
        if (paper.agencyAbove() != null) {
            agency.append(centred(upper(paper.agencyAbove()), SMALL, false, false, ""));
        }
        agency.append(centred(upper(paper.agency()), SMALL, true, false, ""));
        agency.append(rule(left / 3));
        if (paper.number() != null) {
            agency.append(centred("Số: " + paper.number(), BODY, false, false, ""));
        }
        String date = Vietnamese.dayInWords(paper.date());
        String nation = centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", SMALL, true, false, "")
                + centred("Độc lập - Tự do - Hạnh phúc", BODY, true, false, "<w:u w:val=\"single\"/>")
                + WordText.paragraph(
                        "",
                        7,
                        "center",
                        WordText.run(
                                paper.place() == null ? date : paper.place() + ", " + date, BODY, false, true, ""));
        write("<w:tbl><w:tblPr><w:tblW w:w=\"" + textWidth()
                + "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>"
                + grid(left, textWidth() - left) + "<w:tr>" + WordText.cell(left, "", agency.toString())
                + WordText.cell(textWidth() - left, "", nation) + "</w:tr></w:tbl>");
        write(WordText.paragraph("", 14, "center", WordText.run(upper(paper.title()), 14, true, false, "")));
        for (String subtitle : paper.subtitles()) {
            write(centred(subtitle, BODY, true, false, ""));
        }
        if (paper.mark() != null) {
            write(WordText.paragraph(
                    "",
                    7,
                    "center",
                    WordText.run(
                            "\u00a0" + paper.mark() + "\u00a0",
                            BODY,
                            true,
                            false,
                            "<w:bdr w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"000000\"/>")));
        }
        write(WordText.paragraph("", 0, "left", WordText.run("", 8, false, false, "")));
    }

    private static String centred(String text, double size, boolean bold, boolean italic, String more) {
        return WordText.paragraph("", 0, "center", WordText.run(text, size, bold, italic, more));
    }

    private static String rule(int indent) {
        return "<w:p><w:pPr><w:pBdr>" + LINE.formatted("bottom") + "</w:pBdr>"
                + "<w:spacing w:after=\"60\" w:line=\"60\" w:lineRule=\"exact\"/><w:ind w:left=\"" + indent
                + "\" w:right=\"" + indent
                + "\"/></w:pPr></w:p>";
    }

    private void beginTable() throws IOException {
        StringBuilder borders = new StringBuilder();
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            borders.append(LINE.formatted(side));
        }
        int all = 0;
        for (int width : widths) {
            all += width;
        }
        write("<w:tbl><w:tblPr><w:tblW w:w=\"" + all + "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>"
                + borders + "</w:tblBorders><w:tblLayout w:type=\"fixed\"/>" + PADDING + "</w:tblPr>" + grid(widths));
        List<Column> columns = paper.columns();
        List<ColumnBand> upper =
                ColumnBand.of(columns.stream().map(Column::band).toList());
        if (!upper.isEmpty()) {
            StringBuilder cells = new StringBuilder();
            for (ColumnBand band : upper) {
                boolean over = band.title() != null;
                String text = over ? band.title() : columns.get(band.from()).title();
                cells.append(heading(band.from(), band.to(), text, over ? null : "restart"));
            }
            write(headRow(cells));
        }
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            boolean above = !upper.isEmpty() && columns.get(i).band() == null;
            cells.append(heading(i, i + 1, above ? "" : columns.get(i).title(), above ? "continue" : null));
        }
        write(headRow(cells));
    }

    private static String headRow(StringBuilder cells) {
        return "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" + cells + "</w:tr>";
    }

    private String heading(int from, int to, String text, String merge) {
        String more = (to - from > 1 ? "<w:gridSpan w:val=\"" + (to - from) + "\"/>" : "")
                + (merge == null ? "" : "<w:vMerge w:val=\"" + merge + "\"/>") + "<w:vAlign w:val=\"center\"/>";
        return WordText.cell(width(from, to), more, centred(text, paper.textSize(), true, false, ""));
    }

    private String row(Row row, boolean keep) {
        int span = TableTemplate.span(row);
        boolean strong = span > 0;
        StringBuilder cells = new StringBuilder("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        if (strong) {
            String label = String.join("", row.cells().subList(0, span));
            boolean group = row.kind() == TablePaper.Kind.GROUP;
            cells.append(cell(0, span, label, group ? "left" : "center", true, keep || group));
        }
        for (int i = span; i < row.cells().size(); i++) {
            String align = paper.columns().get(i).alignment().name().toLowerCase(Locale.ROOT);
            cells.append(cell(i, i + 1, row.cells().get(i), align, strong, keep));
        }
        return cells.append("</w:tr>").toString();
    }

    private String cell(int from, int to, String text, String align, boolean bold, boolean keep) {
        String more =
                (to - from > 1 ? "<w:gridSpan w:val=\"" + (to - from) + "\"/>" : "") + "<w:vAlign w:val=\"center\"/>";
        String run = text.isEmpty() ? "" : WordText.run(text, paper.textSize(), bold, false, "");
        return WordText.cell(width(from, to), more, WordText.paragraph(keep ? KEEP : "", 0, align, run));
    }

    private int width(int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += widths[i];
        }
        return width;
    }

    /** Below left to whom it goes, beside it who signs. */
    private void signatures(Ending ending) throws IOException {
        List<String> cells = new ArrayList<>();
        if (!ending.recipients().isEmpty()) {
            StringBuilder recipients = new StringBuilder(
                    WordText.paragraph("", 0, "left", WordText.run("Nơi nhận:", SMALL, true, true, "")));
            for (String recipient : ending.recipients()) {
                recipients.append(WordText.paragraph(
                        "", 0, "left", WordText.run("- " + recipient + ";", NOTE, false, false, "")));
            }
            cells.add(recipients.toString());
        }
        for (Signatory signatory : ending.signatories()) {
            String how = signatory.instruction() == null ? "" : signatory.instruction();
            cells.add(centred(upper(signatory.title()), BODY, true, false, "")
                    + centred(how, BODY, false, true, "")
                    + "<w:p/>".repeat(4));
        }
        int[] shares = new int[cells.size()];
        Arrays.fill(shares, textWidth() / cells.size());
        StringBuilder row = new StringBuilder("<w:tbl><w:tblPr><w:tblW w:w=\"" + textWidth()
                + "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>" + grid(shares)
                + "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        cells.forEach(cell -> row.append(WordText.cell(shares[0], "", cell)));
        write(row.append("</w:tr></w:tbl>").toString());
    }

    private static String grid(int... columns) {
        StringBuilder grid = new StringBuilder("<w:tblGrid>");
        for (int column : columns) {
            grid.append("<w:gridCol w:w=\"").append(column).append("\"/>");
        }
        return grid.append("</w:tblGrid>").toString();
    }

    private void section() throws IOException {
        String size = paper.landscape()
                ? "<w:pgSz w:w=\"" + LONG_SIDE + "\" w:h=\"" + SHORT_SIDE + "\" w:orient=\"landscape\"/>"
                : "<w:pgSz w:w=\"" + SHORT_SIDE + "\" w:h=\"" + LONG_SIDE + "\"/>";
        write("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>"
                + "<w:headerReference w:type=\"first\" r:id=\"rId4\"/><w:footerReference w:type=\"default\" r:id=\"rId5\"/>"
                + "<w:footerReference w:type=\"first\" r:id=\"rId5\"/>" + size
                + "<w:pgMar w:top=\"1134\" w:right=\"" + OUTER_MARGIN + "\" w:bottom=\"1134\" w:left=\""
                + (paper.landscape() ? MARGIN : BOUND_MARGIN)
                + "\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>");
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
