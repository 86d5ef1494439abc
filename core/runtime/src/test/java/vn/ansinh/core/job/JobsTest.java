package vn.ansinh.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.access.SignIn;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.testkit.TestDatabase;

/** Jobs as an official meets them: they run, tell how far they are, are cancelled, fail in words, survive a crash. */
class JobsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Caller LAN = new Caller("lan", "Nguyễn Thị Lan", 0, Set.of());
    private static final Caller HUNG = new Caller("hung", "Trần Văn Hùng", 0, Set.of());

    @TempDir
    Path directory;

    private final Access access = new ThreadAccess(new SignIn(DATABASE.transactions(), InstantSource.system()), null);
    private StoredJobs jobs;

    @BeforeEach
    void startNode() {
        jobs = node();
        jobs.init();
    }

    @AfterEach
    void stopNode() {
        jobs.destroy();
        DATABASE.transactions().run(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("delete from ansinh.job");
            }
        });
    }

    @Test
    void aJobActsAsItsAccountAndLeavesResultAndFile() throws Exception {
        handle("greet", job -> {
            String greeted = Files.readString(job.file());
            try (OutputStream out = job.output("loi-chao.txt", "text/plain")) {
                out.write(("Chào " + greeted + " từ " + access.require().fullName()).getBytes(StandardCharsets.UTF_8));
            }
            job.result("greeted", greeted);
            job.progress(1, 1, "Đã chào");
        });

        long id = submit(LAN, "greet", "Hà Tĩnh");
        Job job = await(id);

        assertEquals(JobState.DONE, job.state(), job.message());
        assertEquals(Map.of("greeted", "Hà Tĩnh"), job.result());
        assertEquals(1, job.done());
        assertEquals("Chào Hà Tĩnh từ Nguyễn Thị Lan", access.callAs(LAN, () -> {
            try (var content = jobs.output(id).content()) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            }
        }));
        assertTrue(access.callAs(HUNG, () -> jobs.byId(id)).isEmpty(), "another official does not see it");
        assertThrows(Problem.class, () -> access.callAs(HUNG, () -> jobs.output(id)));
    }

    @Test
    void progressIsSeenWhileTheWorksTransactionIsOpenAndCancelRollsItBack() throws Exception {
        handle(
                "import",
                job -> DATABASE.transactions().run(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("insert into ansinh.unit (code, level, name, valid_from)"
                                + " values ('99', 'PROVINCE', 'Nửa chừng', '2026-01-01')");
                    }
                    while (true) {
                        job.progress(120, 20_000, "Đang ghi");
                        Thread.sleep(5);
                    }
                }));

        long id = submit(LAN, "import", null);
        Job seen = awaitThat(id, job -> job.done() == 120);
        assertEquals(JobState.RUNNING, seen.state());
        assertEquals("Đang ghi", seen.message());

        assertThrows(
                Problem.class,
                () -> access.callAs(HUNG, () -> {
                    jobs.cancel(id);
                    return null;
                }));
        access.callAs(LAN, () -> {
            jobs.cancel(id);
            return null;
        });
        assertEquals(JobState.CANCELLED, await(id).state());
        assertEquals(0, count("select count(*) from ansinh.unit where code = '99'"));
    }

    @Test
    void aRefusalIsToldInItsWordsAndABugWithoutItsInsides() throws Exception {
        handle("refused", job -> {
            throw Problem.conflict("AS-PAYROLL-CLOSED", "Tháng 11/2026 đã chốt.");
        });
        handle("broken", job -> {
            throw new IllegalStateException("secret of the machine room");
        });

        Job refused = await(submit(LAN, "refused", null));
        assertEquals(JobState.FAILED, refused.state());
        assertEquals("Tháng 11/2026 đã chốt. (AS-PAYROLL-CLOSED)", refused.message());

        Job broken = await(submit(LAN, "broken", null));
        assertEquals(JobState.FAILED, broken.state());
        assertFalse(broken.message().contains("secret"), broken.message());
        assertTrue(broken.message().contains("AS-JOB-FAILED"), broken.message());
    }

    @Test
    void whatACrashInterruptedRunsAgainFromTheStart() throws Exception {
        jobs.destroy();
        long interrupted = insertRunningOfAFormerLife(1, false);
        long cancelledBefore = insertRunningOfAFormerLife(1, true);
        long deadly = insertRunningOfAFormerLife(3, false);
        AtomicInteger runs = new AtomicInteger();

        jobs = node();
        jobs.init();
        assertTrue(byId(interrupted).message().contains("chương trình thực hiện"), "waits for its program and says so");
        handle("payroll", job -> runs.incrementAndGet());

        assertEquals(JobState.DONE, await(interrupted).state());
        assertEquals(JobState.CANCELLED, await(cancelledBefore).state());
        assertEquals(JobState.FAILED, await(deadly).state(), "what brought the server down three times is left alone");
        assertEquals(1, runs.get());
    }

    @Test
    void whatTheDatabaseInterruptedRunsAgainButNotForEver() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        handle(
                "payroll",
                job -> DATABASE.transactions().run(connection -> {
                    if (begun.incrementAndGet() == 1) {
                        loseConnection(connection);
                    }
                }));
        handle("deadly", job -> DATABASE.transactions().run(JobsTest::loseConnection));

        Job again = await(submit(LAN, "payroll", null));
        assertEquals(JobState.DONE, again.state(), again.message());
        assertEquals(2, begun.get());

        Job deadly = await(submit(LAN, "deadly", null));
        assertEquals(JobState.FAILED, deadly.state());
        assertTrue(deadly.message().contains("3 lần"), deadly.message());
    }

    private static void loseConnection(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pg_backend_pid())");
        }
    }

    @Test
    void anOrderlyStopQueuesItAgainAndAnUninstalledProgramCancelsIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        JobHandler endless = handle("endless", job -> {
            begun.countDown();
            while (true) {
                job.progress(1, 0, "");
                Thread.sleep(5);
            }
        });
        long uninstalled = submit(LAN, "endless", null);
        // taken from the queue is not yet begun: what has not begun would wait until the program is there again
        awaitThat(uninstalled, job -> job.state() == JobState.RUNNING && begun.getCount() == 1);
        jobs.handlers().remove(endless);
        Job cancelled = byId(uninstalled);
        assertEquals(JobState.CANCELLED, cancelled.state());
        assertTrue(cancelled.message().contains("được gỡ"), cancelled.message());

        jobs.handlers().add(endless);
        long stopped = submit(LAN, "endless", null);
        begun.await();
        jobs.destroy();
        Job queued = byId(stopped);
        assertEquals(JobState.QUEUED, queued.state());
    }

    @Test
    void aFileAboveTheLimitIsRefusedAndNotKept() throws Exception {
        handle("import", job -> {});
        Problem large = assertThrows(Problem.class, () -> submit(LAN, "import", "x".repeat(2_000)));
        assertEquals(Problem.Kind.TOO_LARGE, large.kind());
        try (var left = Files.list(directory.resolve("in"))) {
            assertEquals(0, left.count());
        }
        assertEquals(
                Problem.Kind.INVALID,
                assertThrows(Problem.class, () -> submit(LAN, "no such", null)).kind());
    }

    private interface Work {
        void run(JobContext job) throws Exception;
    }

    private StoredJobs node() {
        return new StoredJobs(
                null,
                new JobSettings(directory, 2, 1_024),
                DATABASE.transactions(),
                access,
                (account, token) -> Optional.of(account.equals("lan") ? LAN : HUNG),
                InstantSource.system());
    }

    private JobHandler handle(String type, Work work) {
        JobHandler handler = new JobHandler() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public void run(JobContext job) throws Exception {
                work.run(job);
            }
        };
        jobs.handlers().add(handler);
        return handler;
    }

    private long submit(Caller caller, String type, String content) throws Exception {
        return access.callAs(
                caller,
                () -> jobs.submit(
                        type,
                        "Việc thử",
                        Map.of("unit", "18073"),
                        content == null ? null : new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
    }

    private Job byId(long id) throws Exception {
        return access.callAs(LAN, () -> jobs.byId(id).orElseThrow());
    }

    private Job await(long id) throws Exception {
        return access.callAs(LAN, () -> jobs.await(id, PATIENCE));
    }

    private Job awaitThat(long id, Predicate<Job> condition) throws Exception {
        Job job = byId(id);
        for (int i = 0; i < 3_000 && !condition.test(job); i++) {
            Thread.sleep(10);
            job = byId(id);
        }
        return job;
    }

    private long insertRunningOfAFormerLife(int attempts, boolean cancel) throws Exception {
        String node = Files.readString(directory.resolve("node"));
        return DATABASE.transactions().call(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into ansinh.job (type, title, state, parameters, account, node, process, attempts, cancel,"
                            + " submitted_at) values ('payroll', 'Tính chi trả', 'RUNNING', '{}', 'lan', ?, 'former', ?,"
                            + " ?, now()) returning id")) {
                insert.setString(1, node);
                insert.setInt(2, attempts);
                insert.setBoolean(3, cancel);
                try (var rows = insert.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    private static long count(String sql) {
        return DATABASE.transactions().call(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }
}
