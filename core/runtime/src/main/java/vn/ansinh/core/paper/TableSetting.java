package vn.ansinh.core.paper;

import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.Box;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.ansinh.api.chart.ChartDrawing;
import vn.ansinh.core.paper.TablePaper.Ending;
import vn.ansinh.core.paper.TablePaper.Row;

/**
 * Sets a {@link TablePaper} while its rows come. The layout of a page costs memory as long as its document is open, so a long
 * table is laid out part by part: the last page of a part, which may not be full, is thrown away and its rows begin the next
 * part.
 */
public final class TableSetting implements AutoCloseable {

    private static final int ROWS_IN_PART = 300;
    private static final Pattern ROW_ID = Pattern.compile("r\\d+");

    private final TablePaper paper;
    private final TableTemplate template;
    private final PartFiles parts = new PartFiles();
    private List<Row> rows = new ArrayList<>();
    private boolean first = true;

    TableSetting(TablePaper paper, TableTemplate template) {
        this.paper = paper;
        this.template = template;
    }

    /** Takes the next row. */
    public void row(Row row) throws IOException {
        if (rows.size() >= ROWS_IN_PART) {
            rows = new ArrayList<>(layOut(null));
            first = false;
        }
        rows.add(row);
    }

    /** Ends the table and writes the paper. */
    public void finish(Ending ending, OutputStream to) throws IOException {
        layOut(ending);
        parts.writeTo(to);
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }

    /** Lays out a part, the last one with its ending; returns the rows that must begin the next one. */
    private List<Row> layOut(Ending ending) throws IOException {
        List<ChartDrawing> charts = ending == null ? List.of() : PaperCharts.layOut(ending.charts());
        PdfRendererBuilder builder = new PdfRendererBuilder();
        // nothing is ever fetched
        builder.useUriResolver((base, uri) -> null);
        builder.useInitialPageNumber(parts.pages() + 1);
        builder.withProducer("An Sinh");
        builder.withHtmlContent(template.fill(paper, rows, first, ending, charts), null);
        builder.toStream(OutputStream.nullOutputStream());
        try (SerifFonts fonts = new SerifFonts();
                PDDocument document = new PDDocument()) {
            fonts.use(builder, document);
            builder.usePDDocument(document);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFKeepOpen();
                List<Row> carried = List.of();
                if (ending == null) {
                    int lastPage = document.getNumberOfPages() - 1;
                    carried = List.copyOf(rows.subList(firstRowOn(lastPage, renderer), rows.size()));
                    document.removePage(lastPage);
                } else {
                    PaperCharts.draw(charts, renderer, document, fonts.regular());
                }
                parts.add(document);
                return carried;
            }
        }
    }

    private int firstRowOn(int page, PdfBoxRenderer renderer) {
        int found = rows.size();
        for (PagePosition<Box> position : renderer.findPagePositionsByID(ROW_ID)) {
            if (position.getPageNo() == page) {
                found = Math.min(found, Integer.parseInt(position.getId().substring(1)));
            }
        }
        return found;
    }
}
