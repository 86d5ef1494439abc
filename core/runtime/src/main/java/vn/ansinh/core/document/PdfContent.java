package vn.ansinh.core.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * What a PDF does when it is opened. Its objects are read one by one: the bytes alone say little, since objects are packed away, and a
 * scan of some megabytes holds every short word by chance.
 */
final class PdfContent {

    /** What was found. */
    enum Look {
        PLAIN,
        /** Scripts, programs to start, files inside. */
        ACTING,
        /** Opens with a password only. */
        LOCKED
    }

    private static final Set<String> NAMES = Set.of("JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles");
    private static final int DEEPEST = 100;

    private PdfContent() {}

    static Look look(byte[] content) {
        try (PDDocument document = Loader.loadPDF(content)) {
            COSDocument objects = document.getDocument();
            boolean acting = acts(objects.getTrailer(), 0);
            for (COSObjectKey key : objects.getXrefTable().keySet()) {
                COSObject object = objects.getObjectFromPool(key);
                acting |= object != null && acts(object.getObject(), 0);
            }
            return acting ? Look.ACTING : Look.PLAIN;
        } catch (InvalidPasswordException e) {
            return Look.LOCKED;
        } catch (IOException | RuntimeException e) {
            // Scanners write PDFs that no library reads to the end: then its plain words have to do.
            String text = new String(content, StandardCharsets.ISO_8859_1);
            return NAMES.stream().anyMatch(name -> text.contains("/" + name)) ? Look.ACTING : Look.PLAIN;
        }
    }

    /** Looks at what lies directly in it; what it points to is an object of its own. */
    private static boolean acts(COSBase object, int depth) {
        if (depth > DEEPEST) {
            return true;
        }
        if (object instanceof COSName name) {
            return NAMES.contains(name.getName());
        }
        if (object instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (acts(array.get(i), depth + 1)) {
                    return true;
                }
            }
        } else if (object instanceof COSDictionary dictionary) {
            for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                if (acts(entry.getKey(), depth + 1) || acts(entry.getValue(), depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
