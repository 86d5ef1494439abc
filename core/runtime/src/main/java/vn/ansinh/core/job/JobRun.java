package vn.ansinh.core.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import vn.ansinh.api.job.JobCancelledException;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.problem.Problem;

/**
 * One job while it runs. What it tells lies here in memory; another thread carries it to the database now and then, so
 * that it is seen while the job's own transaction is still open.
 */
final class JobRun implements JobContext {

    /** Why a job was asked to stop. */
    enum Stop {
        ASKED,
        HANDLER_LEAVES,
        SHUTDOWN
    }

    private record Progress(long done, long total, String message) {}

    private final JobStore.Taken taken;
    private final JobFiles files;
    private final Map<String, String> result = new HashMap<>();
    private volatile Progress progress = new Progress(0, 0, "");
    private Progress written = progress;
    private volatile Stop stop;
    private JobStore.Output output;
    private OutputStream outputStream;

    JobRun(JobStore.Taken taken, JobFiles files) {
        this.taken = taken;
        this.files = files;
    }

    @Override
    public long id() {
        return taken.id();
    }

    String type() {
        return taken.type();
    }

    @Override
    public String parameter(String name) {
        String value = taken.parameters().get(name);
        if (value == null) {
            throw Problem.invalid("AS-JOB-PARAMETER", "Công việc thiếu tham số " + name + ".");
        }
        return value;
    }

    @Override
    public String parameter(String name, String otherwise) {
        return taken.parameters().getOrDefault(name, otherwise);
    }

    @Override
    public Path file() {
        return taken.inputPath() == null ? null : files.resolve(taken.inputPath());
    }

    @Override
    public void progress(long done, long total, String message) {
        progress = new Progress(done, total, message == null ? "" : message);
        if (stop != null) {
            throw new JobCancelledException();
        }
    }

    @Override
    public void result(String name, String value) {
        if (name == null || value == null) {
            throw new IllegalArgumentException("A result has a name and a value");
        }
        synchronized (result) {
            result.put(name, value);
        }
    }

    @Override
    public OutputStream output(String name, String mediaType) throws IOException {
        discardOutput();
        output = new JobStore.Output(files.newOutput(), name, mediaType);
        outputStream = Files.newOutputStream(files.resolve(output.path()));
        return outputStream;
    }

    /** Carries the progress to the database if there is something new, and learns whether the job shall stop. */
    void exchange(JobStore store, String process) {
        Progress now = progress;
        boolean cancel;
        if (now.equals(written)) {
            cancel = store.isCancelAsked(id());
        } else {
            cancel = store.progress(id(), process, now.done(), now.total(), now.message());
            written = now;
        }
        if (cancel) {
            stop(Stop.ASKED);
        }
    }

    /** Asks the job to stop at its next safe point; the first reason stays. */
    synchronized void stop(Stop reason) {
        if (stop == null) {
            stop = reason;
        }
    }

    /** Why it was asked to stop; {@code null} when nobody did. */
    Stop stopped() {
        return stop;
    }

    /** What came of it when the handler ended normally; closes the output. */
    JobOutcome done() throws IOException {
        if (outputStream != null) {
            outputStream.close();
        }
        return outcome(JobState.DONE, progress.message(), output, true);
    }

    /** What came of it when the handler did not end normally. */
    JobOutcome undone(JobState state, String message) {
        return outcome(state, message, null, false);
    }

    /**
     * What came of it when something it needs went away while it ran: it runs again from the start, unless that has
     * happened too often to be chance.
     */
    JobOutcome interrupted(String again, String tooOften) {
        return taken.attempts() < JobStore.MOST_ATTEMPTS
                ? outcome(JobState.QUEUED, again, null, true)
                : outcome(JobState.FAILED, tooOften, null, true);
    }

    private JobOutcome outcome(JobState state, String message, JobStore.Output made, boolean attempted) {
        Progress last = progress;
        synchronized (result) {
            return new JobOutcome(id(), state, message, last.done(), last.total(), Map.copyOf(result), made, attempted);
        }
    }

    void discardOutput() throws IOException {
        if (outputStream != null) {
            outputStream.close();
            files.remove(output.path());
            outputStream = null;
            output = null;
        }
    }

    void discardInput() {
        files.remove(taken.inputPath());
    }
}
