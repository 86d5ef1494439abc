package vn.ansinh.core.job;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.job.JobCancelledException;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.access.Callers;

/** Lets a handler do one job as the account that submitted it, and tells how it came out. */
final class JobTask {

    private static final Logger LOG = LoggerFactory.getLogger(JobTask.class);

    /** Where the log has the id of a request, it has the job's. */
    private static final String LOG_KEY = "requestId";

    private final JobRun run;
    private final JobStore.Owner owner;
    private final JobHandlers handlers;
    private final Access access;
    private final Callers callers;

    JobTask(JobRun run, JobStore.Owner owner, JobHandlers handlers, Access access, Callers callers) {
        this.run = run;
        this.owner = owner;
        this.handlers = handlers;
        this.access = access;
        this.callers = callers;
    }

    JobOutcome execute() {
        Optional<JobHandler> handler = handlers.find(run.type());
        if (handler.isEmpty()) {
            return run.undone(JobState.QUEUED, "");
        }
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        MDC.put(LOG_KEY, "job-" + run.id());
        try {
            thread.setContextClassLoader(handler.get().getClass().getClassLoader());
            access.callAs(caller(), () -> {
                handler.get().run(run);
                return null;
            });
            return run.done();
        } catch (Throwable failure) { // an Error of a handler fails its job, not the worker
            return failed(failure);
        } finally {
            thread.setContextClassLoader(former);
            MDC.remove(LOG_KEY);
        }
    }

    /** What the account or its token may do now, not when it submitted the job. */
    private Caller caller() {
        Origin origin = new Origin("", Origin.JOB, "job-" + run.id());
        return callers.now(owner.account(), owner.tokenId())
                .map(caller -> caller.from(origin))
                .orElseThrow(() -> owner.tokenId() == 0
                        ? Problem.forbidden(
                                "AS-JOB-ACCOUNT", "Tài khoản đã gửi công việc này không còn nên nó không được chạy.")
                        : Problem.forbidden(
                                "AS-JOB-TOKEN",
                                "Mã truy cập đã gửi công việc này hết hạn hoặc đã bị thu hồi nên nó không được chạy."));
    }

    private JobOutcome failed(Throwable failure) {
        discardOutput();
        if (run.stopped() != null && find(failure, JobCancelledException.class) != null) {
            return switch (run.stopped()) {
                case ASKED -> run.undone(JobState.CANCELLED, JobOutcome.CANCELLED_TEXT);
                case HANDLER_LEAVES ->
                    run.undone(JobState.CANCELLED, "Đã dừng vì chương trình thực hiện công việc này được gỡ.");
                case SHUTDOWN -> run.undone(JobState.QUEUED, "Máy chủ khởi động lại; công việc sẽ chạy lại từ đầu.");
            };
        }
        Problem problem = find(failure, Problem.class);
        if (problem != null && problem.kind() == Problem.Kind.UNAVAILABLE) {
            LOG.warn("Job {} ({}) was interrupted: {}", run.id(), run.type(), problem.code());
            return run.interrupted(
                    problem.getMessage() + " Công việc sẽ chạy lại từ đầu.",
                    problem.getMessage() + " Công việc đã bị ngắt " + JobStore.MOST_ATTEMPTS
                            + " lần nên không được chạy lại. Vui lòng báo bộ phận kỹ thuật.");
        }
        if (problem != null) {
            LOG.info("Job {} ({}) was refused: {}", run.id(), run.type(), problem.code());
            return run.undone(JobState.FAILED, problem.getMessage() + " (" + problem.code() + ")");
        }
        LOG.error("Job {} ({}) failed", run.id(), run.type(), failure);
        return run.undone(
                JobState.FAILED,
                "Lỗi hệ thống nên công việc không hoàn thành; chưa có gì được ghi dở dang. Vui lòng báo bộ phận kỹ thuật"
                        + " kèm số công việc " + run.id() + " (AS-JOB-FAILED).");
    }

    private void discardOutput() {
        try {
            run.discardOutput();
        } catch (IOException e) {
            LOG.warn("The unfinished output of job {} cannot be removed; it will be swept", run.id(), e);
        }
    }

    private static <T extends Throwable> T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
