package vn.ansinh.core.paper;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A short paper written as HTML, set as PDF in the house's faces. */
public final class HtmlPaper {

    /** What style sheets call the faces. */
    public static final String FAMILY = SerifFonts.FAMILY;

    static {
        // It logs every layout step; what is wrong comes as an exception.
        XRLog.setLoggingEnabled(false);
    }

    private HtmlPaper() {}

    /** @param html well-formed; nothing it names is fetched */
    public static byte[] pdf(String html) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer("An Sinh");
        builder.withHtmlContent(html, null);
        builder.toStream(OutputStream.nullOutputStream());
        try (SerifFonts fonts = new SerifFonts();
                PDDocument document = new PDDocument();
                ByteArrayOutputStream to = new ByteArrayOutputStream()) {
            fonts.use(builder, document);
            builder.usePDDocument(document);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFKeepOpen();
                document.save(to);
            }
            return to.toByteArray();
        }
    }
}
