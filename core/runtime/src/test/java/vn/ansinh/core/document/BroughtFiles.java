package vn.ansinh.core.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Files as people bring them, good and bad. */
public final class BroughtFiles {

    /** What every scanner on earth takes for a virus; cut in two, so that this file is none. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private BroughtFiles() {}

    /** A PDF of one page that says something of itself. */
    public static byte[] pdf(String title) {
        return pdf(title, false);
    }

    /** As above, with a script that runs when it is opened. */
    static byte[] pdfWithScript() {
        return pdf("x", true);
    }

    private static byte[] pdf(String title, boolean script) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream to = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(title);
            // a scan holds every short word by chance
            document.getPage(0).getCOSObject().setString(COSName.getPDFName("Chance"), "/JS /Launch");
            if (script) {
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            }
            document.save(to);
            return to.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A Word file with one part more. */
    static byte[] word(String part, byte[] content) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : new String[] {"[Content_Types].xml", "word/document.xml", part}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.equals(part) ? content : "<x/>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
