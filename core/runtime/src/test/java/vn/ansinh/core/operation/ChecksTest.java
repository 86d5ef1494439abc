package vn.ansinh.core.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.operation.Backups.Backup;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Check.Level;
import vn.ansinh.api.operation.Checkup;
import vn.ansinh.api.operation.Figure;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.program.TrustedKeys;
import vn.ansinh.core.sql.Change;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;

/** What IT sees at night: the worst first, and never nothing because one thing hangs. */
class ChecksTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Check GOOD = Check.good("a", "A", "Tốt.");

    private final Access access = new SmallCountry().access();

    @Test
    void whatHangsIsWhatIsWrong() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Checkup hanging = deciding(() -> {
            never.await();
            return List.of(GOOD);
        });
        LiveOperation operation = operation(() -> List.of(GOOD), hanging);
        List<Check> checks = access.callAs(Caller.SYSTEM, operation::checks);
        assertEquals(
                List.of(Level.DOWN, Level.GOOD),
                checks.stream().map(Check::level).toList());
        assertFalse(operation.isReady());
        never.countDown();
    }

    @Test
    void whatFailsIsToldAndStopsNobody() throws Exception {
        LiveOperation operation = operation(() -> List.of(GOOD), () -> {
            throw new IllegalStateException("away");
        });
        List<Check> checks = access.callAs(Caller.SYSTEM, operation::checks);
        assertEquals(
                List.of(Level.ERROR, Level.GOOD),
                checks.stream().map(Check::level).toList());
        assertFalse(checks.get(0).advice().isBlank());
        assertTrue(operation.isReady(), "only what decides it makes a server not ready");
    }

    @Test
    void theChecksAreForWhoRunsTheServer() {
        LiveOperation operation = operation(() -> List.of(GOOD));
        Caller official = new Caller("can.bo", "Cán bộ", SmallCountry.HA_TINH, Set.of("person.read"));
        assertThrows(Problem.class, () -> access.callAs(official, operation::checks));
        assertTrue(operation.isReady(), "a balancer has no account");
    }

    @Test
    void aBackupIsOneWhenItWasTried() throws Exception {
        LocalDate[] today = {LocalDate.of(2026, 11, 22)};
        Clock clock = new DeskClock(() -> today[0]);
        BackupHistory history = new BackupHistory(DATABASE.transactions(), access, clock);
        assertEquals(Level.WARNING, look(history).level());
        Path directory = Path.of("/mnt/sao-luu/ansinh-20261122-013000");
        history.taken(new Backup(directory, clock.instant(), "17.11.0", 10, 1000));
        assertEquals(Level.WARNING, look(history).level(), "nobody has tried it");
        history.tried(directory, true);
        assertEquals(Level.GOOD, look(history).level());
        today[0] = today[0].plusDays(2);
        assertEquals(Level.WARNING, look(history).level(), "last night there was none");
        today[0] = today[0].plusDays(2);
        assertEquals(Level.ERROR, look(history).level());
        history.tried(directory, false);
        assertTrue(look(history).state().contains("KHÔNG khớp"), look(history).state());
    }

    @Test
    void queueSealAndClockAreLookedAt() throws Exception {
        WorkCheckup checkup = new WorkCheckup(Path.of("/srv/ansinh"), DATABASE.transactions(), Clock.systemUTC());
        List<Check> checks = access.callAs(Caller.SYSTEM, checkup::look);
        assertEquals(
                List.of("jobs", "audit-seal", "clock"),
                checks.stream().map(Check::id).toList());
    }

    @Test
    void anOpenDoorAndAStrangeKeyAreTold() throws Exception {
        Map<String, Object> web =
                Map.of("org.ops4j.pax.web.listening.addresses", "0.0.0.0", "org.osgi.service.http.prot", 1);
        ConfigurationAdmin admin = settings(Map.of("org.ops4j.pax.web", web));
        Check doors = new Doors(admin).look().get(0);
        assertEquals(Level.ERROR, doors.level());
        assertTrue(doors.state().contains("etc/org.ops4j.pax.web.cfg: mở HTTP không mã hóa"), doors.state());
        assertEquals(
                List.of("không có khóa \"org.osgi.service.http.prot\""),
                Doors.WEB.read(web).faults());
        ExpiryCheckup expiry =
                new ExpiryCheckup(TrustedKeys.ofContainer(), admin, DATABASE.transactions(), Clock.systemUTC());
        assertEquals(
                List.of(Level.GOOD, Level.GOOD),
                access.callAs(Caller.SYSTEM, expiry::look).stream()
                        .map(Check::level)
                        .toList());
    }

    private static ConfigurationAdmin settings(Map<String, Map<String, Object>> files) {
        return proxy(
                ConfigurationAdmin.class,
                arguments -> proxy(
                        Configuration.class,
                        ignored -> new Hashtable<>(files.getOrDefault((String) arguments[0], Map.of()))));
    }

    private static <T> T proxy(Class<T> type, Function<Object[], Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer.apply(arguments)));
    }

    @Test
    void jobsAndListsAreCounted() throws Exception {
        LiveOperation operation = operation(() -> List.of(GOOD));
        DATABASE.transactions()
                .run(connection -> Change.of(
                        connection,
                        "insert into ansinh.job (type, title, state, parameters, account, submitted_at)"
                                + " values ('thu', 'Thử', 'QUEUED', '{}', 'admin', now())",
                        insert -> {}));
        List<Figure> figures = access.callAs(
                Caller.SYSTEM, new WorkFigures(DATABASE.transactions(), operation, Clock.systemUTC())::now);
        assertTrue(figures.contains(new Figure(
                "ansinh.check",
                "0 good, 1 warning, 2 error, 3 down; see the page of operation",
                Map.of("check", "a"),
                0)));
        assertTrue(figures.stream().anyMatch(figure -> figure.name().equals("ansinh.jobs") && figure.value() >= 1));
    }

    @Test
    void monitoringReadsFiguresAndDurations() {
        MicrometerMetrics metrics = new MicrometerMetrics(
                List.of(() -> List.of(
                        new Figure("ansinh.jobs", "Jobs", Map.of("state", "QUEUED"), 3),
                        Figure.of("ansinh.disk.free.bytes", "Room", 42))),
                access,
                System::nanoTime);
        metrics.init();
        metrics.took("ansinh.http.requests", Duration.ofMillis(120), "channel", "rest", "status", "2xx");
        String text = metrics.text();
        for (String line : List.of(
                "ansinh_jobs{state=\"QUEUED\"} 3.0",
                "ansinh_disk_free_bytes 42.0",
                "ansinh_http_requests_seconds_count{channel=\"rest\",status=\"2xx\"} 1",
                "ansinh_http_requests_seconds_bucket{channel=\"rest\",status=\"2xx\",le=\"0.2\"} 1",
                "jvm_memory_used_bytes{area=\"heap\"",
                "jvm_threads_live_threads")) {
            assertTrue(text.contains(line), line + " in\n" + text);
        }
        metrics.destroy();
    }

    private static Check look(Checkup checkup) {
        return checkup.look().get(0);
    }

    private LiveOperation operation(Checkup... checkups) {
        return new LiveOperation(List.of(checkups), Duration.ofMillis(300), access);
    }

    private static Checkup deciding(java.util.concurrent.Callable<List<Check>> work) {
        return new Checkup() {
            @Override
            public List<Check> look() {
                try {
                    return work.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public boolean decidesReadiness() {
                return true;
            }
        };
    }
}
