package vn.ansinh.core.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.core.access.Callers;

/**
 * The workers of this node, and the one thread beside them that carries progress to the database, brings back who was
 * asked to stop, and sweeps old files.
 */
final class JobEngine {

    private static final Logger LOG = LoggerFactory.getLogger(JobEngine.class);
    private static final long EXCHANGE_MILLIS = 300;
    private static final long POLL_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KEEP_OUTPUT = Duration.ofDays(30);
    private static final Duration KEEP_ORPHAN = Duration.ofDays(1);

    private final JobStore store;
    private final JobFiles files;
    private final Access access;
    private final Callers callers;
    private final InstantSource clock;
    private final BooleanSupplier frameworkStops;
    private final String node;
    private final String process = UUID.randomUUID().toString();
    private final JobHandlers handlers = new JobHandlers(this::wake, this::withdraw);
    private final Map<Long, JobRun> running = new ConcurrentHashMap<>();
    private final List<Thread> workers = new ArrayList<>();
    private final Object signal = new Object();
    private ScheduledExecutorService timer;
    private volatile boolean stopping;

    /** @param frameworkStops whether handlers leave because the whole server goes down */
    JobEngine(
            JobStore store,
            JobFiles files,
            Access access,
            Callers callers,
            InstantSource clock,
            BooleanSupplier frameworkStops) {
        this.store = store;
        this.files = files;
        this.access = access;
        this.callers = callers;
        this.clock = clock;
        this.frameworkStops = frameworkStops;
        this.node = files.node();
    }

    JobHandlers handlers() {
        return handlers;
    }

    void start(int workerCount) {
        int found = store.recover(
                node,
                process,
                "Máy chủ đã dừng đột ngột khi đang chạy; công việc chạy lại từ đầu.",
                "Máy chủ đã dừng " + JobStore.MOST_ATTEMPTS
                        + " lần khi chạy công việc này nên nó không được chạy lại. Vui lòng báo bộ phận kỹ thuật.",
                JobOutcome.CANCELLED_TEXT,
                clock.instant());
        if (found > 0) {
            LOG.warn("{} jobs were running when this node stopped; they are queued again", found);
        }
        timer = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "ansinh-job-progress"));
        timer.scheduleWithFixedDelay(this::exchange, EXCHANGE_MILLIS, EXCHANGE_MILLIS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::sweep, 1, 24 * 60, TimeUnit.MINUTES);
        for (int i = 1; i <= workerCount; i++) {
            Thread worker = daemon(this::work, "ansinh-job-" + i);
            workers.add(worker);
            worker.start();
        }
    }

    /** Stops at the next safe points; what was running is queued again for the next start. */
    void stop() {
        stopping = true;
        running.values().forEach(run -> run.stop(JobRun.Stop.SHUTDOWN));
        wake();
        timer.shutdown();
        Instant deadline = Instant.now().plus(PATIENCE);
        for (Thread worker : workers) {
            try {
                worker.join(
                        Math.max(1, Duration.between(Instant.now(), deadline).toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Tells the workers and those who wait that something may have changed. */
    void wake() {
        synchronized (signal) {
            signal.notifyAll();
        }
    }

    /** Waits for the next {@link #wake}, or {@code millis}: other nodes cannot wake us. */
    void pause(long millis) throws InterruptedException {
        synchronized (signal) {
            signal.wait(millis);
        }
    }

    /** Lets a job that runs here know at once that it shall stop. */
    void stopHere(long id) {
        JobRun run = running.get(id);
        if (run != null) {
            run.stop(JobRun.Stop.ASKED);
        }
    }

    private void work() {
        boolean failing = false;
        while (!stopping) {
            try {
                Set<String> types = handlers.types();
                Optional<JobStore.Taken> taken =
                        types.isEmpty() ? Optional.empty() : store.take(types, node, process, clock.instant());
                failing = false;
                if (taken.isPresent()) {
                    run(taken.get());
                } else if (!stopping) {
                    pause(POLL_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!failing && !stopping) {
                    LOG.error("The queue of jobs cannot be read; trying again every second", e);
                }
                failing = true;
                sleep();
            }
        }
    }

    private void run(JobStore.Taken taken) {
        JobRun run = new JobRun(taken, files);
        running.put(run.id(), run);
        try {
            if (stopping) {
                run.stop(JobRun.Stop.SHUTDOWN);
            }
            JobOutcome outcome = new JobTask(run, taken.owner(), handlers, access, callers).execute();
            finish(run, outcome);
        } finally {
            running.remove(run.id());
            wake();
        }
    }

    /** Work that is done must not be done again because its end could not be written: tries until it can. */
    private void finish(JobRun run, JobOutcome outcome) {
        while (true) {
            try {
                outcome.write(store, process, clock.instant());
                if (outcome.hasEnded()) {
                    run.discardInput();
                }
                return;
            } catch (RuntimeException e) {
                LOG.error("The end of job {} cannot be written", run.id(), e);
                if (stopping) {
                    return;
                }
                sleep();
            }
        }
    }

    /** A handler leaves: its work stops at the next safe point, and the handler's bundle waits for that. */
    private void withdraw(String type) {
        JobRun.Stop reason =
                stopping || frameworkStops.getAsBoolean() ? JobRun.Stop.SHUTDOWN : JobRun.Stop.HANDLER_LEAVES;
        List<JobRun> affected =
                running.values().stream().filter(run -> run.type().equals(type)).toList();
        affected.forEach(run -> run.stop(reason));
        Instant deadline = Instant.now().plus(PATIENCE);
        try {
            while (affected.stream().anyMatch(run -> running.containsKey(run.id()))) {
                if (Instant.now().isAfter(deadline)) {
                    LOG.warn("A job of type {} goes on although its handler has left", type);
                    return;
                }
                pause(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void exchange() {
        for (JobRun run : running.values()) {
            try {
                run.exchange(store, process);
            } catch (RuntimeException e) {
                LOG.warn("The progress of job {} cannot be written: {}", run.id(), e.toString());
            }
        }
    }

    /** Removes outputs after 30 days, and files that no job knows. */
    void sweep() {
        try {
            store.forgetOutputsBefore(clock.instant().minus(KEEP_OUTPUT));
            Set<String> orphans = new HashSet<>(files.olderThan(clock.instant().minus(KEEP_ORPHAN)));
            orphans.removeAll(store.known(orphans));
            orphans.forEach(files::remove);
        } catch (RuntimeException e) {
            LOG.warn("Old files of jobs cannot be swept", e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
