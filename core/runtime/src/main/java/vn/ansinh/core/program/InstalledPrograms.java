package vn.ansinh.core.program;

import java.text.Collator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.transaction.Transactions;

/** {@link Programs} over Karaf's features and the services of the framework. */
public final class InstalledPrograms implements Programs {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledPrograms.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Access access;
    private final Registry registry;
    private final Installer installer;
    private final PayrollRuns payrollRuns;
    private final ReentrantLock operation = new ReentrantLock();

    /** What went wrong with a program last, by its id. */
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    /** @param transactions to look for payroll runs under way */
    public InstalledPrograms(Access access, Registry registry, KarafInstaller installer, Transactions transactions) {
        this(access, registry, (Installer) installer, new PayrollRuns(transactions));
    }

    InstalledPrograms(Access access, Registry registry, Installer installer, PayrollRuns payrollRuns) {
        this.access = access;
        this.registry = registry;
        this.installer = installer;
        this.payrollRuns = payrollRuns;
    }

    @Override
    public List<ProgramStatus> all() {
        access.require(Permissions.PROGRAM_MANAGE);
        Map<String, ProgramStatus> all = new LinkedHashMap<>();
        registry.running().forEach(running -> all.put(running.program().id(), running(running)));
        installer.shipped().forEach(shipped -> all.computeIfAbsent(shipped.id(), id -> notRunning(shipped)));
        List<ProgramStatus> sorted = new ArrayList<>(all.values());
        sorted.sort(Comparator.comparing(ProgramStatus::name, Collator.getInstance(Locale.forLanguageTag("vi"))));
        return sorted;
    }

    @Override
    public ProgramStatus install(String id, Consumer<String> steps) {
        return alone(() -> {
            Installer.Shipped shipped = shipped(id).orElseThrow(() -> unknown(id));
            if (!isRunning(id)) {
                steps.accept("Cài đặt " + shipped.name() + " bản " + shipped.version());
                attempt(id, "AS-PROGRAM-INSTALL", "Không cài đặt được " + shipped.name(), () -> installer.install(id));
                steps.accept("Chờ " + shipped.name() + " khởi động");
                if (!becomes(() -> isRunning(id))) {
                    throw failed(
                            id,
                            "AS-PROGRAM-START",
                            shipped.name() + " đã được cài nhưng không khởi động được. "
                                    + technical(installer.diagnose(id)),
                            null);
                }
                steps.accept(shipped.name() + " đang chạy");
                LOG.info("Program {} was installed", id);
            }
            return status(id);
        });
    }

    @Override
    public ProgramStatus uninstall(String id, Consumer<String> steps) {
        return alone(() -> {
            Optional<Installer.Shipped> shipped = shipped(id).filter(Installer.Shipped::installed);
            if (shipped.isEmpty()) {
                throw isRunning(id) ? deployedByHand(id) : notInstalled(id);
            }
            steps.accept("Kiểm tra việc chi trả đang thực hiện");
            payrollRuns.underWay(id).ifPresent(run -> {
                throw Problem.conflict(
                        "AS-PROGRAM-PAYROLL",
                        "Chưa gỡ được vì đang có: " + run + ". Hãy chờ xong hoặc hủy công việc đó rồi gỡ lại.");
            });
            String name = shipped.get().name();
            steps.accept("Dừng công việc đang chạy và gỡ " + name);
            attempt(id, "AS-PROGRAM-UNINSTALL", "Không gỡ được " + name, () -> installer.uninstall(id));
            becomes(() -> !isRunning(id));
            steps.accept(name + " đã được gỡ; dữ liệu được giữ nguyên");
            LOG.info("Program {} was uninstalled", id);
            return status(id);
        });
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
            operation.unlock();
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private void attempt(String id, String code, String message, Step step) {
        failures.remove(id);
        try {
            step.run();
        } catch (Exception e) {
            throw failed(id, code, message + ". " + technical(e.getMessage()), e);
        }
    }

    private Problem failed(String id, String code, String message, Exception cause) {
        LOG.error("{}: {}", code, message, cause);
        failures.put(id, message);
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
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private Optional<Installer.Shipped> shipped(String id) {
        return installer.shipped().stream()
                .filter(shipped -> shipped.id().equals(id))
                .findFirst();
    }

    private boolean isRunning(String id) {
        return registry.running().stream()
                .anyMatch(running -> running.program().id().equals(id));
    }

    private ProgramStatus status(String id) {
        return all().stream()
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private ProgramStatus running(Registry.Running running) {
        Program program = running.program();
        return new ProgramStatus(
                program.id(),
                program.name(),
                program.description(),
                running.version(),
                State.RUNNING,
                program.permissions(),
                registry.benefits(program.id()),
                "");
    }

    private ProgramStatus notRunning(Installer.Shipped shipped) {
        String failure = failures.getOrDefault(shipped.id(), "");
        State state = !failure.isEmpty() ? State.FAILED : shipped.installed() ? State.WAITING : State.AVAILABLE;
        String detail = state == State.WAITING ? installer.diagnose(shipped.id()) : failure;
        return new ProgramStatus(
                shipped.id(), shipped.name(), shipped.details(), shipped.version(), state, Map.of(), 0, detail);
    }

    private static Problem unknown(String id) {
        return Problem.notFound("AS-PROGRAM-UNKNOWN", "Không có chương trình " + id + " trong bản phân phối này.");
    }

    private static Problem notInstalled(String id) {
        return Problem.notFound("AS-PROGRAM-NOT-INSTALLED", "Chương trình " + id + " chưa được cài đặt.");
    }

    private static Problem deployedByHand(String id) {
        return Problem.conflict(
                "AS-PROGRAM-DEPLOYED",
                "Chương trình " + id + " được cài bằng cách chép tệp vào thư mục deploy. Hãy xóa tệp đó để gỡ.");
    }
}
