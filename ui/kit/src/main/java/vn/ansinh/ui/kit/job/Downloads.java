package vn.ansinh.ui.kit.job;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.IOException;
import java.io.InputStream;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.problem.Problem;
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
