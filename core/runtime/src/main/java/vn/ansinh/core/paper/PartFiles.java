package vn.ansinh.core.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Parts of one paper, kept on disk until they are put together. */
final class PartFiles implements AutoCloseable {

    private final List<Path> files = new ArrayList<>();
    private int pages;

    /** Pages of the parts so far. */
    int pages() {
        return pages;
    }

    /** Saves a part. */
    void add(PDDocument part) throws IOException {
        Path file = Files.createTempFile("ansinh-paper-", ".pdf");
        files.add(file);
        part.save(file.toFile());
        pages += part.getNumberOfPages();
    }

    /** Writes all parts as one document. */
    void writeTo(OutputStream to) throws IOException {
        if (files.size() == 1) {
            Files.copy(files.get(0), to);
            return;
        }
        PDFMergerUtility merger = new PDFMergerUtility();
        for (Path file : files) {
            merger.addSource(file.toFile());
        }
        merger.setDestinationStream(to);
        merger.mergeDocuments(IOUtils.createTempFileOnlyStreamCache());
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
