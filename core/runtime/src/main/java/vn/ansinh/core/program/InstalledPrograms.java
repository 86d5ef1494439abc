package vn.ansinh.core.program;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.program.PluginEvent;
import vn.ansinh.api.program.PluginFile;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.program.PluginStore.Row;
import vn.ansinh.core.report.definition.ReportLibrary;

/** {@link Programs} over Karaf's features, files that were brought, and the services of the framework. */
public final class InstalledPrograms implements Programs {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledPrograms.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Access access;
    private final Audit audit;
    private final Installer installer;
    private final PayrollRuns payrollRuns;
    private final PluginStore store;
    private final PluginFiles files;
    private final Statuses statuses;
    private final PluginConvergence convergence;
    private final ReentrantLock operation = new ReentrantLock();
    private long lastEvent = -1;

    /** @param transactions for the rows of what is installed, and to look for payroll runs under way */
    public InstalledPrograms(
            Access access,
            BundleContext context,
            KarafInstaller installer,
            WiringWatch wiring,
            TrustedKeys keys,
            Transactions transactions,
            InstantSource clock,
            Audit audit,
            ReportLibrary reports) {
        this(
                access,
                new Registry(context),
                installer,
                new PluginBundles(context, wiring),
                new Compatibility(context, installer::isInstalled),
                keys,
                transactions,
                clock,
                audit,
                new ReportArchives(reports));
    }

    InstalledPrograms(
            Access access,
            Registry registry,
            Installer installer,
            PluginBundles bundles,
            Compatibility compatibility,
            TrustedKeys keys,
            Transactions transactions,
            InstantSource clock,
            Audit audit,
            ReportArchives reports) {
        this.access = access;
        this.audit = audit;
        this.installer = installer;
        this.payrollRuns = new PayrollRuns(transactions);
        this.store = new PluginStore(transactions, clock);
        this.files = new PluginFiles(new ArtifactReader(keys, reports), compatibility, installer, bundles, store);
        this.statuses = new Statuses(registry, installer, bundles, store);
        this.convergence = new PluginConvergence(store, files, installer);
    }

    @Override
    public List<ProgramStatus> all() {
        access.require(Permissions.PROGRAM_MANAGE);
        return statuses.all();
    }

    @Override
    public ProgramStatus install(String id, Consumer<String> steps) {
        return alone(() -> {
            ProgramStatus now = status(id);
            if (now.state() == State.RUNNING) {
                return now;
            }
            Optional<Installer.Shipped> shipped = shipped(id);
            if (shipped.isPresent()) {
                installShipped(shipped.get(), steps);
            } else {
                Row row = store.find(id, now.version()).orElseThrow(() -> Refusals.unknown(id));
                files.again(row, isConsole(), account(), steps);
            }
            return status(id);
        });
    }

    private void installShipped(Installer.Shipped shipped, Consumer<String> steps) {
        String id = shipped.id();
        steps.accept("Cài đặt " + shipped.name() + " bản " + shipped.version());
        attempt(id, "AS-PROGRAM-INSTALL", "Không cài đặt được " + shipped.name(), () -> installer.install(id));
        steps.accept("Chờ " + shipped.name() + " khởi động");
        if (!becomes(() -> isRunning(id))) {
            throw failed(
                    id,
                    "AS-PROGRAM-START",
                    shipped.name() + " đã được cài nhưng không khởi động được. " + technical(installer.diagnose(id)),
                    null);
        }
        store.shipped(shipped, PluginStore.State.INSTALLED, account());
        report("program.install", id, "", shipped.version());
        steps.accept(shipped.name() + " đang chạy");
        LOG.info("Program {} was installed", id);
    }

    @Override
    public ProgramStatus uninstall(String id, Consumer<String> steps) {
        return alone(() -> {
            Optional<Row> file = file(id);
            Optional<Installer.Shipped> shipped = shipped(id).filter(Installer.Shipped::installed);
            if (file.isEmpty() && shipped.isEmpty()) {
                throw isRunning(id) ? Refusals.deployedByHand(id) : Refusals.notInstalled(id);
            }
            refuseDuringPayroll(id, steps);
            ProgramStatus before = status(id);
            String name = before.name();
            steps.accept("Dừng công việc đang chạy và gỡ " + name);
            if (file.isPresent()) {
                statuses.forgetFailure(id);
                files.remove(file.get(), account());
            } else {
                attempt(id, "AS-PROGRAM-UNINSTALL", "Không gỡ được " + name, () -> installer.uninstall(id));
                store.shipped(shipped.get(), PluginStore.State.REMOVED, account());
            }
            becomes(() -> !isRunning(id));
            report("program.remove", id, before.version(), "");
            steps.accept(name + " đã được gỡ; dữ liệu được giữ nguyên");
            LOG.info("Program {} was uninstalled", id);
            return status(id);
        });
    }

    @Override
    public ProgramStatus update(String id, Consumer<String> steps) {
        return alone(() -> {
            ProgramStatus now = status(id);
            Installer.Shipped newer = shipped(id)
                    .filter(shipped -> !now.details().newer().isEmpty())
                    .orElseThrow(
                            () -> Problem.conflict(
                                    "AS-PLUGIN-NEWEST",
                                    now.name() + " bản " + now.version()
                                            + " là bản mới nhất trong kho đi kèm. Có bản mới hơn thì tải tệp lên để cập nhật."));
            Row file = file(id).orElseThrow(() -> Refusals.notInstalled(id));
            refuseDuringPayroll(id, steps);
            steps.accept("Dừng bản " + now.version());
            files.remove(file, account());
            try {
                installShipped(newer, steps);
            } catch (Problem e) {
                steps.accept("Trả lại bản " + now.version());
                files.again(file, isConsole(), account(), steps);
                throw e;
            }
            return status(id);
        });
    }

    @Override
    public PluginFile inspect(Path file, String name) {
        access.require(Permissions.PROGRAM_MANAGE);
        Artifact artifact = files.admit(file, name, isConsole());
        return new PluginFile(
                artifact.id(),
                artifact.name(),
                artifact.version().toString(),
                Compatibility.told(Compatibility.range(artifact)),
                Statuses.trust(artifact),
                Objects.requireNonNullElse(artifact.signer(), ""),
                files.replaced(artifact),
                file.toFile().length());
    }

    @Override
    public ProgramStatus installFile(Path file, String name, Consumer<String> steps) {
        return installFile(file, name, false, steps);
    }

    @Override
    public ProgramStatus installUnsigned(Path file, String name, Consumer<String> steps) {
        if (!isConsole()) {
            throw Problem.forbidden("AS-PLUGIN-UNSIGNED", "Tệp không có chữ ký chỉ cài được từ dòng lệnh của máy chủ.");
        }
        return installFile(file, name, true, steps);
    }

    private ProgramStatus installFile(Path file, String name, boolean unsignedToo, Consumer<String> steps) {
        return alone(() -> {
            steps.accept("Kiểm tra tệp " + name);
            Artifact artifact = files.admit(file, name, unsignedToo);
            refuseDuringPayroll(artifact.id(), steps);
            statuses.forgetFailure(artifact.id());
            String before = files.replaced(artifact);
            files.install(artifact, account(), steps);
            report("program.install", artifact.id(), before, artifact.version().toString());
            LOG.info(
                    "{} {} was installed from a file, signed by {}",
                    artifact.id(),
                    artifact.version(),
                    artifact.signer());
            return status(artifact.id());
        });
    }

    @Override
    public void setTerritory(String id, long unitId, boolean off) {
        Caller caller = access.require(Permissions.PROGRAM_MANAGE, unitId);
        ProgramStatus now = status(id);
        List<Long> units = new ArrayList<>(now.details().unitsOff());
        if (off != units.contains(unitId)) {
            if (off) {
                units.add(unitId);
            } else {
                units.remove(unitId);
            }
            store.setUnitsOff(id, units, unitId, off, caller.account());
            audit.changed(
                    new Subject(Subject.UNIT, unitId),
                    off ? "program.off" : "program.on",
                    Map.of(),
                    Map.of("Chương trình", id),
                    null);
        }
    }

    @Override
    public List<PluginEvent> history(String id) {
        access.require(Permissions.PROGRAM_MANAGE);
        return store.history(id);
    }

    /**
     * Does here what was done on another server, or before this one was unpacked anew. Does nothing while an operation is
     * under way here: it is asked again.
     */
    void follow() {
        if (!operation.tryLock()) {
            return;
        }
        try {
            long event = store.lastEvent();
            if (event == lastEvent) {
                return;
            }
            convergence.follow();
            lastEvent = event;
        } finally {
            operation.unlock();
        }
    }

    private void report(String action, String id, String before, String after) {
        String version = "Bản của " + id;
        audit.changed(
                new Subject(Subject.PROGRAM, 0),
                action,
                before.isEmpty() ? Map.of() : Map.of(version, before),
                after.isEmpty() ? Map.of() : Map.of(version, after),
                null);
    }

    private ProgramStatus alone(Supplier<ProgramStatus> work) {
        access.require(Permissions.PROGRAM_MANAGE);
        if (!operation.tryLock()) {
            throw Problem.conflict(
                    "AS-PROGRAM-BUSY", "Đang cài đặt hoặc gỡ một chương trình khác. Vui lòng chờ xong rồi thử lại.");
        }
        try {
            return work.get();
        } finally {
            rememberOwn();
            operation.unlock();
        }
    }

    /** What happened here need not be followed here. */
    private void rememberOwn() {
        try {
            lastEvent = store.lastEvent();
        } catch (RuntimeException e) {
            LOG.warn("The database is away: what is installed will be compared again", e);
        }
    }

    private void refuseDuringPayroll(String id, Consumer<String> steps) {
        steps.accept("Kiểm tra việc chi trả đang thực hiện");
        payrollRuns.underWay(id).ifPresent(run -> {
            throw Problem.conflict(
                    "AS-PROGRAM-PAYROLL",
                    "Chưa gỡ hay cập nhật được vì đang có: " + run
                            + ". Hãy chờ xong hoặc hủy công việc đó rồi làm lại.");
        });
    }

    private interface Step {
        void run() throws Exception;
    }

    private void attempt(String id, String code, String message, Step step) {
        statuses.forgetFailure(id);
        try {
            step.run();
        } catch (Exception e) {
            throw failed(id, code, message + ". " + technical(e.getMessage()), e);
        }
    }

    private Problem failed(String id, String code, String message, Exception cause) {
        LOG.error("{}: {}", code, message, cause);
        statuses.failed(id, message);
        return new Problem(Problem.Kind.UNAVAILABLE, code, message, cause);
    }

    private static String technical(String reason) {
        return reason == null || reason.isBlank()
                ? "Vui lòng xem nhật ký máy chủ."
                : "Lý do kỹ thuật: " + reason.lines().findFirst().orElse("");
    }

    private static boolean becomes(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private boolean isConsole() {
        return access.require() == Caller.SYSTEM;
    }

    private String account() {
        return access.require().account();
    }

    private Optional<Row> file(String id) {
        return Statuses.installed(store.all(), id).filter(Row::isFile);
    }

    private Optional<Installer.Shipped> shipped(String id) {
        return installer.shipped().stream()
                .filter(shipped -> shipped.id().equals(id))
                .findFirst();
    }

    private boolean isRunning(String id) {
        return statuses.all().stream().anyMatch(status -> status.id().equals(id) && status.state() == State.RUNNING);
    }

    private ProgramStatus status(String id) {
        return statuses.all().stream()
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusals.unknown(id));
    }
}
