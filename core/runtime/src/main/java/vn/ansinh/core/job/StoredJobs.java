package vn.ansinh.core.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.access.Callers;

/** {@link Jobs} on {@code ansinh.job}. */
public final class StoredJobs implements Jobs {

    private static final int MOST_LISTED = 500;

    private final Access access;
    private final InstantSource clock;
    private final JobStore store;
    private final JobFiles files;
    private final JobEngine engine;
    private final int workers;
    private final BundleContext context;

    /** @param callers tells what a job's account may do when the job runs */
    public StoredJobs(
            BundleContext context,
            ConfigurationAdmin configuration,
            Transactions transactions,
            Access access,
            Callers callers,
            InstantSource clock) {
        this(context, JobSettings.read(configuration, dataDirectory(context)), transactions, access, callers, clock);
    }

    /** @param context {@code null} outside a framework: then {@link #handlers} are added by hand */
    StoredJobs(
            BundleContext context,
            JobSettings settings,
            Transactions transactions,
            Access access,
            Callers callers,
            InstantSource clock) {
        this.context = context;
        this.access = access;
        this.clock = clock;
        this.workers = settings.workers();
        this.store = new JobStore(transactions);
        this.files = new JobFiles(settings.directory(), settings.fileLimit());
        this.engine = new JobEngine(store, files, access, callers, clock, this::isFrameworkStopping);
    }

    /** Queues again what a crash left behind, and starts the workers. */
    public void init() {
        engine.start(workers);
        if (context != null) {
            engine.handlers().track(context);
        }
    }

    /** Stops the workers at their next safe point. */
    public void destroy() {
        engine.stop();
        engine.handlers().close();
    }

    private static Path dataDirectory(BundleContext context) {
        return Path.of(
                (String) context.getServiceReference(Transactions.class).getProperty(Transactions.DATA_DIRECTORY));
    }

    JobHandlers handlers() {
        return engine.handlers();
    }

    private boolean isFrameworkStopping() {
        return context != null && context.getBundle(0).getState() == Bundle.STOPPING;
    }

    @Override
    public long submit(String type, String title, Map<String, String> parameters, InputStream file) {
        Caller caller = access.require();
        if (engine.handlers().find(type).isEmpty()) {
            throw Problem.invalid(
                    "AS-JOB-TYPE",
                    "Hiện không có chương trình nào thực hiện được công việc loại " + type
                            + ". Chương trình có thể đã được gỡ.");
        }
        String input = file == null ? null : files.keep(file);
        try {
            long id = store.add(type, title, parameters, owner(caller), input, clock.instant());
            engine.wake();
            return id;
        } catch (RuntimeException e) {
            files.remove(input);
            throw e;
        }
    }

    /** A token was not given its owner's other work. */
    private static JobStore.Owner owner(Caller caller) {
        return new JobStore.Owner(caller.account(), caller.tokenId());
    }

    @Override
    public Optional<Job> byId(long id) {
        Caller caller = access.require();
        Optional<Job> job = caller.may(Permissions.JOB_READ) ? store.byId(id) : store.byId(id, owner(caller));
        return job.map(this::explain);
    }

    @Override
    public List<Job> latest(int limit) {
        JobStore.Owner owner = owner(access.require());
        return store.latest(owner, Math.min(Math.max(limit, 1), MOST_LISTED)).stream()
                .map(this::explain)
                .toList();
    }

    @Override
    public void cancel(long id) {
        Caller caller = access.require();
        if (byId(id).isEmpty()) {
            throw unknown(id);
        }
        if (store.byId(id, owner(caller)).isEmpty()) {
            access.require(Permissions.JOB_CANCEL);
        }
        if (store.cancel(id, JobOutcome.CANCELLED_TEXT, clock.instant())) {
            engine.stopHere(id);
            engine.wake();
        }
    }

    @Override
    public JobFile output(long id) {
        JobStore.Output output = store.output(id, owner(access.require()))
                .orElseThrow(() -> Problem.notFound(
                        "AS-JOB-OUTPUT",
                        "Công việc số " + id + " không có tệp kết quả, hoặc tệp đã quá 30 ngày và được dọn đi."));
        try {
            return new JobFile(output.name(), output.mediaType(), Files.newInputStream(files.resolve(output.path())));
        } catch (NoSuchFileException e) {
            throw new Problem(
                    Problem.Kind.NOT_FOUND,
                    "AS-JOB-OUTPUT",
                    "Tệp kết quả của công việc số " + id + " không còn. Vui lòng thực hiện lại công việc.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Job await(long id, Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            Job job = byId(id).orElseThrow(() -> unknown(id));
            if (job.state().ended() || !Instant.now().isBefore(deadline)) {
                return job;
            }
            engine.pause(200);
        }
    }

    /** A queued job whose handler is away says so. */
    private Job explain(Job job) {
        if (job.state() != JobState.QUEUED || engine.handlers().find(job.type()).isPresent()) {
            return job;
        }
        return new Job(
                job.id(),
                job.type(),
                job.title(),
                job.state(),
                job.parameters(),
                job.done(),
                job.total(),
                "Đang chờ: chương trình thực hiện công việc này hiện không chạy.",
                job.result(),
                job.account(),
                job.submittedAt(),
                job.startedAt(),
                job.endedAt());
    }

    private static Problem unknown(long id) {
        return Problem.notFound(
                "AS-JOB-UNKNOWN", "Không có công việc số " + id + ", hoặc không phải của tài khoản này.");
    }
}
