package vn.ansinh.core.report.render;

import java.io.IOException;
import java.io.OutputStream;
import vn.ansinh.api.report.ReportFormat;

/** Writes reports in one format. */
public interface ReportRenderer {

    ReportFormat format();

    /**
     * Writes a report, streamed: memory does not grow with its rows where the format allows it.
     *
     * @param to stays open
     * @throws IOException when it cannot be written; what the rows throw passes unchanged
     */
    void write(ReportContent content, OutputStream to) throws Exception;
}
