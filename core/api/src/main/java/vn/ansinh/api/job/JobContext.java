package vn.ansinh.api.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** What a running job sees. */
public interface JobContext {

    /** The job's id. */
    long id();

    /** A parameter. @throws vn.ansinh.api.problem.Problem INVALID when it is missing */
    String parameter(String name);

    /** A parameter, or {@code otherwise}. */
    String parameter(String name, String otherwise);

    /** The submitted file on disk; {@code null} when there is none. Removed when the job ends. */
    Path file();

    /**
     * Tells how far the work is; visible to others at once, outside the work's transaction. Cheap to call often.
     *
     * @throws JobCancelledException when the job was asked to stop: so this is also the safe point
     */
    void progress(long done, long total, String message);

    /** A value of the job's result. */
    void result(String name, String value);

    /** Opens the job's output file; kept until swept. */
    OutputStream output(String name, String mediaType) throws IOException;
}
