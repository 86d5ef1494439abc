package vn.ansinh.api.job;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.problem.Problem;

/**
 * Long work in the background: queued, run a few at a time per node, cancelled, and after a crash run again from the start.
 * A job acts as the account that submitted it stands when it begins; one that a token submitted, with what the token gives, and
 * not at all once the token has ended.
 */
public interface Jobs {

    /**
     * Queues a job.
     *
     * @param type a registered {@link JobHandler#type()}
     * @param file what it works on, read to the end before this returns; {@code null} for none
     * @return its id
     * @throws Problem INVALID for an unknown type, TOO_LARGE for a file above the limit
     */
    long submit(String type, String title, Map<String, String> parameters, InputStream file);

    /** A job of the caller's (of a token: one that it submitted itself), or any job for who holds {@code job.read}. */
    Optional<Job> byId(long id);

    /** The caller's latest jobs, newest first. */
    List<Job> latest(int limit);

    /**
     * Asks a job to stop; a queued one ends at once, a running one at its next safe point. The caller's own, or any for who
     * holds {@code job.cancel}.
     */
    void cancel(long id);

    /** The file a job of the caller's made. @throws Problem NOT_FOUND when it made none, or it was swept */
    JobFile output(long id);

    /** Waits until the job ends or {@code patience} runs out; returns it as it then stands. For tests and the shell. */
    Job await(long id, Duration patience) throws InterruptedException;

    /** A file made by a job. {@code content} is the reader's to close. */
    record JobFile(String name, String mediaType, InputStream content) {}
}
