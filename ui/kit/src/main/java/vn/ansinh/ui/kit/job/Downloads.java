package vn.ansinh.ui.kit.job;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.sheet.Spreadsheets.SheetWriter;
import vn.ansinh.ui.kit.problem.Problems;

/** Links to files. */
public final class Downloads {

    private static final long UNKNOWN_LENGTH = -1;
    private static final int GONE = 404;

    private Downloads() {}

    /** Gives the bytes of a file when it is asked for; runs as the signed-in caller. */
    @FunctionalInterface
    public interface Content {
        /** @return read and closed by the download */
        InputStream open() throws IOException;
    }

    /** Begins an Excel file of one sheet. */
    @FunctionalInterface
    public interface SheetBegin {
        /** @return closed by the download, {@code out} with it */
        SheetWriter begin(OutputStream out) throws IOException;
    }

    /** Writes what stands on a sheet. */
    @FunctionalInterface
    public interface SheetContent {
        /** @param sheet with its columns, and no row yet */
        void write(SheetWriter sheet) throws IOException;
    }

    /** A link to the file that a job made. */
    public static Anchor ofJob(Jobs jobs, long jobId, String text) {
        return link(text, DownloadHandler.fromInputStream(event -> {
            try {
                Jobs.JobFile file = jobs.output(jobId);
                return new DownloadResponse(file.content(), file.name(), file.mediaType(), UNKNOWN_LENGTH);
            } catch (Problem problem) {
                return DownloadResponse.error(GONE, problem);
            }
        }));
    }

    /** A link to a file that is made or read on the spot. */
    public static Anchor of(String text, String fileName, String mediaType, Content content) {
        return link(text, DownloadHandler.fromInputStream(event -> {
            try {
                return new DownloadResponse(content.open(), fileName, mediaType, UNKNOWN_LENGTH);
            } catch (IOException | RuntimeException e) {
                Problems.tell(e);
                return DownloadResponse.error(GONE, e);
            }
        }));
    }

    /** A link to an Excel file that is written when it is asked for; however long it is, it is never all in memory. */
    public static Anchor sheet(String text, String fileName, SheetBegin begin, SheetContent content) {
        return of(text, fileName, ReportFormat.XLSX.mediaType(), () -> written(begin, content));
    }

    /** @return of a file that is gone when it was read */
    private static InputStream written(SheetBegin begin, SheetContent content) throws IOException {
        Path file = Files.createTempFile("ansinh", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter sheet = begin.begin(out)) {
            content.write(sheet);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static Anchor link(String text, DownloadHandler handler) {
        Anchor anchor = new Anchor();
        anchor.setHref(handler);
        anchor.addClassName("as-download");
        // the browser saves the file and the client-side router leaves the link alone
        anchor.getElement().setAttribute("download", "");
        anchor.setRouterIgnore(true);
        anchor.add(VaadinIcon.DOWNLOAD.create(), new Span(text));
        return anchor;
    }

    /** Whether a job made a file. */
    public static boolean has(Jobs jobs, long jobId) {
        try (InputStream content = jobs.output(jobId).content()) {
            return content != null;
        } catch (Problem none) {
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
