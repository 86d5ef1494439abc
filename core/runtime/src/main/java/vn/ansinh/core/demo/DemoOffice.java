package vn.ansinh.core.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.program.DemoProfile;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.access.DemoAccounts;
import vn.ansinh.core.access.DemoAccounts.Staff;
import vn.ansinh.core.policy.Arrival;

/**
 * A commune at work, for who starts the system to try it out: on the first start with {@code ANSINH_DEMO_COMMUNE} it gets three
 * officials and some cases, its province a leader. Beside the start, on a thread of its own, which waits for the programs: nobody waits for it.
 */
public final class DemoOffice {

    /** Code of the commune; nothing is made without it. */
    public static final String VARIABLE = "ANSINH_DEMO_COMMUNE";

    private static final Logger LOG = LoggerFactory.getLogger(DemoOffice.class);
    private static final int CASES = 33;
    /** Other people than those of {@code ansinh:demo}. */
    private static final long SEED = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final BundleContext context;
    private final DemoAccounts accounts;
    private final DemoCases cases;
    private final Units units;
    private final Clock clock;
    private final PrintStream console = System.out;
    private Thread thread;

    public DemoOffice(BundleContext context, DemoAccounts accounts, DemoCases cases, Units units, Clock clock) {
        this.context = context;
        this.accounts = accounts;
        this.cases = cases;
        this.units = units;
        this.clock = clock;
    }

    /** Begins, where it is wanted. */
    public void init() {
        String code = System.getenv(VARIABLE);
        if (code == null || code.isBlank() || Arrival.ofEnvironment() != Arrival.IN_FORCE) {
            return;
        }
        thread = new Thread(() -> open(code.strip()), "ansinh-demo-office");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /** Leaves off. */
    public void destroy() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void open(String code) {
        try {
            LocalDate today = LocalDate.now(clock);
            Optional<AdministrativeUnit> commune =
                    units.byCode(code, today).filter(unit -> unit.level() == Level.COMMUNE);
            if (commune.isEmpty()) {
                console.printf("%s=%s: hôm nay không có xã, phường nào mang mã này.%n", VARIABLE, code);
                return;
            }
            AdministrativeUnit province = units.byId(commune.get().parentId()).orElseThrow();
            Optional<Staff> staff = accounts.make(commune.get(), province);
            if (staff.isPresent()) {
                fill(commune.get(), province, staff.get(), today);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | InvalidSyntaxException e) {
            LOG.warn("The demonstration's cases could not be made", e);
        }
    }

    private void fill(AdministrativeUnit commune, AdministrativeUnit province, Staff staff, LocalDate today)
            throws InterruptedException, InvalidSyntaxException {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (references().isEmpty() || !cases.isReady(staff, today)) {
            if (System.nanoTime() > latest) {
                LOG.warn("No program came whose cases could be made");
                return;
            }
            Thread.sleep(PAUSE.toMillis());
        }
        long began = System.nanoTime();
        int made = cases.make(people(commune, province, today), CASES, staff, today);
        LOG.info("Made {} cases in {} ms", made, (System.nanoTime() - began) / 1_000_000);
        console.printf("%n  %s có %d hồ sơ mẫu.%n%n", commune.name(), made);
    }

    private List<DemoPerson> people(AdministrativeUnit commune, AdministrativeUnit province, LocalDate today)
            throws InvalidSyntaxException {
        List<ServiceReference<DemoProfile>> references = references();
        try {
            List<DemoProfile> profiles = references.stream()
                    .map(context::getService)
                    .filter(Objects::nonNull)
                    .toList();
            return new DemoPeople(profiles, List.of(commune), FormerCodes.of(units, province), today, SEED)
                    .next(4 * CASES);
        } finally {
            references.forEach(context::ungetService);
        }
    }

    private List<ServiceReference<DemoProfile>> references() throws InvalidSyntaxException {
        return List.copyOf(context.getServiceReferences(DemoProfile.class, null));
    }
}
