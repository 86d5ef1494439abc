package vn.ansinh.core.report.render;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import vn.ansinh.api.paper.OfficePaper.Signatory;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.training.Training;
import vn.ansinh.core.report.render.ReportContent.Heading;
import vn.ansinh.core.sheet.CellLook;
import vn.ansinh.core.sheet.SheetPage;

/** Reports as Excel files: numbers and dates are real ones, the head is that of NĐ 30/2020/NĐ-CP. */
public final class SheetReport implements ReportRenderer {

    private static final CellLook LEFT = CellLook.PLAIN.aligned("left");
    private static final CellLook CENTRE = CellLook.PLAIN.aligned("center");
    private static final CellLook RIGHT = CellLook.PLAIN.aligned("right");

    /** Share of the width that the agency's side of the head takes, as on paper. */
    private static final double AGENCY_SHARE = 0.42;

    private static final int LINES_TO_SIGN = 4;

    private final Training training;

    /** @param training where it is, every sheet says so */
    public SheetReport(Training training) {
        this.training = training;
    }

    @Override
    public ReportFormat format() {
        return ReportFormat.XLSX;
    }

    @Override
    public void write(ReportContent content, OutputStream to) throws Exception {
        ReportDefinition definition = content.definition();
        List<Integer> widths =
                definition.columns().stream().map(ReportColumn::width).toList();
        BufferedOutputStream out = new BufferedOutputStream(to, 1 << 16);
        SheetPage page = new SheetPage(out, definition.title(), widths, definition.landscape(), training.active());
        head(page, content, split(widths));
        page.header(
                definition.columns().stream().map(ReportColumn::title).toList(),
                definition.columns().stream().map(ReportColumn::band).toList());
        SheetRows rows = new SheetRows(page, definition.columns());
        content.rows().forEach(rows::row);
        page.down();
        for (String note : ReportNotes.of(definition, content.asOf())) {
            page.line(note, LEFT.slanted());
        }
        sign(page, definition);
        page.close();
        out.flush();
    }

    private static void head(SheetPage page, ReportContent content, int split) {
        ReportDefinition definition = content.definition();
        Heading heading = content.heading();
        if (definition.form() != null) {
            page.line(definition.form(), RIGHT.bolder());
        }
        String above =
                heading.agencyAbove() == null ? "" : heading.agencyAbove().toUpperCase(Locale.ROOT);
        beside(page, split, above, CENTRE, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", CENTRE.bolder());
        String agency = heading.agency().toUpperCase(Locale.ROOT);
        beside(page, split, agency, CENTRE.bolder(), "Độc lập - Tự do - Hạnh phúc", CENTRE.bolder());
        String number = "Số: " + ReportNotes.number(heading);
        String date = Vietnamese.dayInWords(heading.date());
        String placed = heading.place() == null ? date : heading.place() + ", " + date;
        beside(page, split, number, CENTRE, placed, CENTRE.slanted());
        page.line(definition.title().toUpperCase(Locale.ROOT), CENTRE.bolder());
        for (String subtitle : content.subtitles()) {
            page.line(subtitle, CENTRE);
        }
        if (content.mark() != null) {
            page.line(content.mark(), CENTRE.bolder());
        }
    }

    /** Two texts on one row; below each other where there is one column only. */
    private static void beside(
            SheetPage page, int split, String left, CellLook leftLook, String right, CellLook rightLook) {
        if (split == 0) {
            if (!left.isEmpty()) {
                page.line(left, leftLook);
            }
            page.line(right, rightLook);
            return;
        }
        page.aside(0, split - 1, left, leftLook);
        page.aside(split, page.columns() - 1, right, rightLook);
        page.down();
    }

    /** The first column of the head's right side; 0 when there is none. */
    private static int split(List<Integer> widths) {
        double all = widths.stream().mapToInt(each -> each).sum();
        int best = 0;
        double share = 0;
        for (int i = 1; i < widths.size(); i++) {
            share += widths.get(i - 1) / all;
            if (best == 0 || Math.abs(share - AGENCY_SHARE) < Math.abs(shareBefore(widths, best, all) - AGENCY_SHARE)) {
                best = i;
            }
        }
        return best;
    }

    private static double shareBefore(List<Integer> widths, int column, double all) {
        return widths.subList(0, column).stream().mapToInt(each -> each).sum() / all;
    }

    private static void sign(SheetPage page, ReportDefinition definition) {
        List<Signatory> signatories = definition.signatories();
        if (!signatories.isEmpty()) {
            page.down();
            spread(
                    page,
                    signatories.stream()
                            .map(each -> each.title().toUpperCase(Locale.ROOT))
                            .toList(),
                    CENTRE.bolder());
            spread(page, signatories.stream().map(Signatory::instruction).toList(), CENTRE.slanted());
            for (int i = 0; i < LINES_TO_SIGN; i++) {
                page.down();
            }
        }
        if (!definition.recipients().isEmpty()) {
            page.line("Nơi nhận:", LEFT.bolder().slanted());
            for (String recipient : definition.recipients()) {
                page.line("- " + recipient, LEFT);
            }
        }
    }

    /** Texts side by side, each over its share of the columns; below each other where there are fewer columns than texts. */
    private static void spread(SheetPage page, List<String> texts, CellLook look) {
        if (texts.size() > page.columns()) {
            texts.forEach(text -> page.line(text == null ? "" : text, look));
            return;
        }
        for (int i = 0; i < texts.size(); i++) {
            int from = i * page.columns() / texts.size();
            int to = (i + 1) * page.columns() / texts.size() - 1;
            page.aside(from, to, texts.get(i) == null ? "" : texts.get(i), look);
        }
        page.down();
    }
}
