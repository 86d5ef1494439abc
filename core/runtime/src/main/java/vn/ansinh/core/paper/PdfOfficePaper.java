package vn.ansinh.core.paper;

import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.ansinh.api.paper.OfficePaper;
import vn.ansinh.api.training.Training;

/**
 * {@link OfficePaper} by way of HTML. The layout of a page costs memory as long as its document is open, so a long list is
 * laid out part by part: the last page of a part, which may not be full, is thrown away and its rows begin the next part.
 */
public final class PdfOfficePaper implements OfficePaper {

    private static final int ROWS_IN_PART = 300;
    private static final Pattern ROW_ID = Pattern.compile("r\\d+");

    static {
        // It logs every layout step; what is wrong comes as an exception.
        XRLog.setLoggingEnabled(false);
    }

    private final ListTemplate template;

    public PdfOfficePaper() {
        this(Training.NONE);
    }

    /** @param training where it is, every page says so */
    public PdfOfficePaper(Training training) {
        template = new ListTemplate(training);
    }

    @Override
    public void list(ListPaper paper, OutputStream to) throws IOException {
        try (PartFiles parts = new PartFiles()) {
            Iterator<List<String>> rows = paper.rows().iterator();
            List<List<String>> part = take(rows, List.of());
            boolean first = true;
            while (rows.hasNext()) {
                part = take(rows, layOut(paper, part, first, false, parts));
                first = false;
            }
            layOut(paper, part, first, true, parts);
            parts.writeTo(to);
        }
    }

    private static List<List<String>> take(Iterator<List<String>> rows, List<List<String>> carried) {
        List<List<String>> part = new ArrayList<>(carried);
        while (part.size() < ROWS_IN_PART && rows.hasNext()) {
            part.add(rows.next());
        }
        return part;
    }

    /** Lays out a part; returns the rows that must begin the next one, none after the last. */
    private List<List<String>> layOut(
            ListPaper paper, List<List<String>> rows, boolean first, boolean last, PartFiles parts) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        // nothing is ever fetched
        builder.useUriResolver((base, uri) -> null);
        builder.useInitialPageNumber(parts.pages() + 1);
        builder.withProducer("An Sinh");
        builder.withHtmlContent(template.fill(paper, rows, first, last), null);
        builder.toStream(OutputStream.nullOutputStream());
        try (SerifFonts fonts = new SerifFonts();
                PDDocument document = new PDDocument()) {
            fonts.use(builder, document);
            builder.usePDDocument(document);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFKeepOpen();
                List<List<String>> carried = List.of();
                if (!last) {
                    int lastPage = document.getNumberOfPages() - 1;
                    carried = List.copyOf(rows.subList(firstRowOn(lastPage, renderer, rows.size()), rows.size()));
                    document.removePage(lastPage);
                }
                parts.add(document);
                return carried;
            }
        }
    }

    private static int firstRowOn(int page, PdfBoxRenderer renderer, int rows) {
        int first = rows;
        for (PagePosition<Box> position : renderer.findPagePositionsByID(ROW_ID)) {
            if (position.getPageNo() == page) {
                first = Math.min(first, Integer.parseInt(position.getId().substring(1)));
            }
        }
        return first;
    }
}
