package vn.ansinh.core.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.operation.Backups.Backup;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Check.Level;
import vn.ansinh.api.operation.Checkup;
import vn.ansinh.api.operation.Figure;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
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
