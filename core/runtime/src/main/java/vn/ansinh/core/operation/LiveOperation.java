package vn.ansinh.core.operation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.operation.Backups;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Check.Level;
import vn.ansinh.api.operation.Checkup;
import vn.ansinh.api.operation.Operation;

/**
 * Asks every {@link Checkup} there is, each on a thread of its own and with a limit of time: what hangs is itself what is wrong, and
 * must not take the page that says so with it. One that still hangs is not asked again.
 */
public final class LiveOperation implements Operation {

    private static final Logger LOG = LoggerFactory.getLogger(LiveOperation.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Access access;
    private final BackupHistory backups;
    private final Duration patience;
    private final Map<Checkup, Future<List<Check>>> asked = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "ansinh-checkup");
        thread.setDaemon(true);
        return thread;
    });
    private final ServiceTracker<Checkup, Checkup> tracker;
    private final List<Checkup> fixed;

    /** @param context where checkups are found */
    public LiveOperation(BundleContext context, Access access, BackupHistory backups) {
        this.access = access;
        this.backups = backups;
        this.patience = PATIENCE;
        this.fixed = List.of();
        this.tracker = new ServiceTracker<>(context, Checkup.class, null) {
            @Override
            public void removedService(ServiceReference<Checkup> reference, Checkup checkup) {
                asked.remove(checkup);
                super.removedService(reference, checkup);
            }
        };
    }

    /** Outside a framework. @param patience how long one may take */
    LiveOperation(List<Checkup> checkups, Duration patience, Access access) {
        this.access = access;
        this.backups = null;
        this.patience = patience;
        this.fixed = checkups;
        this.tracker = null;
    }

    /** Begins to follow who comes and goes. */
    public void init() {
        tracker.open();
    }

    /** Lets go of everybody. */
    public void destroy() {
        tracker.close();
        threads.shutdownNow();
    }

    @Override
    public List<Check> checks() {
        access.require(Permissions.OPERATION_READ);
        return look();
    }

    /** Every check, for the alarms. */
    List<Check> look() {
        return ask(checkup -> true);
    }

    @Override
    public boolean isReady() {
        return ask(Checkup::decidesReadiness).stream().noneMatch(check -> check.level() == Level.DOWN);
    }

    @Override
    public void backupTaken(Backups.Backup backup) {
        backups.taken(backup);
    }

    @Override
    public void backupTried(Path backup, boolean whole) {
        backups.tried(backup, whole);
    }

    private List<Check> ask(Predicate<Checkup> wanted) {
        Map<Checkup, Future<List<Check>>> waiting = new LinkedHashMap<>();
        for (Checkup checkup : checkups()) {
            if (wanted.test(checkup)) {
                waiting.put(checkup, begin(checkup));
            }
        }
        long until = System.nanoTime() + patience.toNanos();
        List<Check> checks = new ArrayList<>();
        waiting.forEach((checkup, future) -> checks.addAll(result(checkup, future, until)));
        checks.sort(Comparator.comparing(Check::level).reversed());
        return checks;
    }

    private List<Checkup> checkups() {
        return tracker == null ? fixed : List.of(tracker.getServices(new Checkup[0]));
    }

    /** The answer on its way; several who ask at a time share one. */
    private Future<List<Check>> begin(Checkup checkup) {
        return asked.compute(
                checkup,
                (key, running) -> running != null && !running.isDone()
                        ? running
                        : threads.submit(() -> access.callAs(Caller.SYSTEM, checkup::look)));
    }

    private List<Check> result(Checkup checkup, Future<List<Check>> future, long until) {
        try {
            return future.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(failed(checkup, "việc kiểm tra bị ngắt"));
        } catch (TimeoutException e) {
            LOG.warn("{} does not answer within {}", checkup.getClass().getSimpleName(), patience);
            return List.of(failed(checkup, "không trả lời sau " + patience.toSeconds() + " giây"));
        } catch (ExecutionException e) {
            LOG.warn("{} failed", checkup.getClass().getSimpleName(), e.getCause());
            return List.of(failed(checkup, "không kiểm tra được, lý do nằm trong nhật ký"));
        }
    }

    private static Check failed(Checkup checkup, String how) {
        String name = checkup.getClass().getSimpleName();
        return new Check(
                name,
                "Kiểm tra " + name,
                checkup.decidesReadiness() ? Level.DOWN : Level.ERROR,
                "Phần kiểm tra " + name + ": " + how + ".",
                "Xem mục 2 của tài liệu Trực đêm; chép lại dòng này khi gọi hỗ trợ.");
    }
}
