package vn.ansinh.core.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The four faces that papers are set in, opened for one document. */
final class SerifFonts implements AutoCloseable {

    /** Name for style sheets. */
    static final String FAMILY = "Serif VN";

    static {
        FontMappers.set(new NoSystemFonts());
    }

    private final List<TrueTypeFont> open = new ArrayList<>();
    private PDType0Font regular;

    /** Makes the faces known to a renderer of {@code document}. */
    void use(PdfRendererBuilder builder, PDDocument document) throws IOException {
        regular = use(builder, document, "Regular", 400, FontStyle.NORMAL);
        use(builder, document, "Bold", 700, FontStyle.NORMAL);
        use(builder, document, "Italic", 400, FontStyle.ITALIC);
        use(builder, document, "BoldItalic", 700, FontStyle.ITALIC);
    }

    /** The upright face of the document, for what is drawn besides text; after {@link #use}. */
    PDType0Font regular() {
        return regular;
    }

    private PDType0Font use(PdfRendererBuilder builder, PDDocument document, String face, int weight, FontStyle style)
            throws IOException {
        TrueTypeFont parsed = parse(face);
        open.add(parsed);
        PDType0Font font = PDType0Font.load(document, parsed, true);
        builder.useFont(new PDFontSupplier(font), FAMILY, weight, style, true);
        return font;
    }

    private static TrueTypeFont parse(String face) throws IOException {
        try (InputStream in = SerifFonts.class.getResourceAsStream("/liberation/LiberationSerif-" + face + ".ttf")) {
            TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(in));
            // Looking for ligatures took two thirds of the time; Vietnamese in NFC needs none.
            font.setEnableGsub(false);
            return font;
        }
    }

    @Override
    public void close() throws IOException {
        for (TrueTypeFont font : open) {
            font.close();
        }
    }

    /**
     * Papers look the same on every machine: the library may not go through the fonts of this one. It asks for its standard
     * fonts whether a paper uses them or not; ours never do.
     */
    private static final class NoSystemFonts implements FontMapper {

        private TrueTypeFont regular;

        private synchronized TrueTypeFont regular() {
            if (regular == null) {
                try {
                    regular = parse("Regular");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return regular;
        }

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(regular(), false);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(regular(), false);
        }

        @Override
        public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
            return new CIDFontMapping(null, regular(), false);
        }
    }
}
