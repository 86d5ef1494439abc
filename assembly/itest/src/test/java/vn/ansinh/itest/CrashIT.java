package vn.ansinh.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails while the month is run. Afterwards nobody sees half a payroll, the run is done again by itself, and nobody
 * is paid twice or forgotten.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashIT {

    /** What a run writes, first to last: each is a place to fail. */
    private static final List<String> PLACES = List.of("payroll_run", "payroll", "payroll_line", "payroll_notice");

    private static final int REPETITIONS = Integer.getInteger("crash.repetitions", 3);
    private static final long SEED = Long.getLong("crash.seed", 20_261_122);
    private static final int CLOSING_MILLIS = 400;
    private static final String OPEN_JOBS = "select count(*) from ansinh.job where state in ('QUEUED', 'RUNNING')";
    private static final MadeUpList LIST = new MadeUpList(2_160);

    private static RunningDistribution server;
    private static Province province;

    @BeforeAll
    static void listIsImported(@TempDir Path directory) throws Exception {
        server = RunningDistribution.start("crash");
        signIn();
        JsonNode checked = province.check(LIST.write(directory.resolve("danh-sach.xlsx")));
        assertEquals(
                LIST.people(),
                checked.path("warnings").asInt() + checked.path("correct").asInt(),
                checked::toString);
        JsonNode written = province.commit(checked);
        assertEquals(LIST.lines(), written.path("opened").asInt(), written::toString);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void killedServerLeavesNoHalfRunAndRunsAgain() throws Exception {
        for (int i = 0; i < REPETITIONS; i++) {
            List<JsonNode> before = province.payrolls();
            long job;
            try (HeldUp writers = HeldUp.at(server, PLACES.get(i % PLACES.size()))) {
                job = province.run();
                writers.awaitWriter();
                server.killHard();
            }
            server.launch();
            signIn();
            seeEitherTheOldOrTheWholeNewRun(before);
            JsonNode ended = server.rest().await(job);
            assertEquals("DONE", ended.path("state").asText(), ended::toString);
            everybodyIsPaidOnce();
        }
    }

    @Test
    @Order(2)
    void killedDatabaseComesBackByItself() throws Exception {
        List<JsonNode> before = province.payrolls();
        long job = 0;
        try (HeldUp writers = HeldUp.at(server, "payroll_line")) {
            job = province.run();
            writers.awaitWriter();
            server.killDatabase();
        } catch (SQLException gone) {
            // the lock's own connection died with the database
        }
        server.awaitReady();
        seeEitherTheOldOrTheWholeNewRun(before);
        JsonNode ended = server.rest().await(job);
        assertEquals("DONE", ended.path("state").asText(), ended::toString);
        everybodyIsPaidOnce();
    }

    @Test
    @Order(3)
    void closedPayrollsAreNotTouched() throws Exception {
        province.confirmEverything();
        List<JsonNode> reviewed = province.payrolls();
        List<JsonNode> closing = reviewed.subList(0, 2);
        province.close(closing);
        List<List<JsonNode>> closedLines = linesOf(closing);
        try (HeldUp writers = HeldUp.at(server, "payroll_line")) {
            province.run();
            writers.awaitWriter();
            server.killHard();
        }
        server.launch();
        signIn();
        province.runAndWait();
        Set<Long> closed = ids(closing);
        List<JsonNode> still = province.payrolls().stream()
                .filter(payroll -> closed.contains(payroll.path("id").asLong()))
                .toList();
        assertEquals(2, still.size());
        still.forEach(payroll -> assertEquals("CLOSED", payroll.path("state").asText()));
        assertEquals(closedLines, linesOf(still));
        everybodyIsPaidOnce();
    }

    /** At any moment, not only where a test thought of it: whatever was asked for gets done, once. */
    @Test
    @Order(4)
    void killedAnywhereInRunsAndClosingsAllWorkIsCompleted() throws Exception {
        Random random = new Random(SEED);
        Instant begun = Instant.now();
        province.runAndWait();
        long runMillis = Duration.between(begun, Instant.now()).toMillis();
        Map<Long, List<JsonNode>> closedLines = new HashMap<>();
        for (int i = 0; i < REPETITIONS; i++) {
            boolean closing = i % 2 == 1;
            boolean database = i % 4 == 1 || i % 4 == 2;
            String what = "seed " + SEED + ", repetition " + i;
            List<JsonNode> draft = closing ? drafts().subList(0, 1) : List.of();
            CompletableFuture<Long> asked = CompletableFuture.supplyAsync(() -> begin(draft));
            Thread.sleep(random.nextLong(closing ? CLOSING_MILLIS : runMillis));
            if (database) {
                server.killDatabase();
                asked.get();
                server.awaitReady();
            } else {
                server.killHard();
                asked.get();
                server.launch();
                signIn();
            }
            if (closing) {
                JsonNode closed = province.close(draft);
                assertEquals(Province.sum(draft, "total"), closed.path("total").asLong(), what);
                closedLines.put(draft.get(0).path("id").asLong(), linesOf(draft).get(0));
            } else if (asked.get() != 0) {
                assertEquals(
                        "DONE", server.rest().await(asked.get()).path("state").asText(), what);
            }
            awaitNothingOpen();
            everybodyIsPaidOnce();
            for (JsonNode payroll : province.payrolls()) {
                List<JsonNode> lines = closedLines.get(payroll.path("id").asLong());
                if (lines != null) {
                    assertEquals("CLOSED", payroll.path("state").asText(), what);
                    assertEquals(lines, province.lines(payroll), what);
                }
            }
        }
    }

    /** Asks for a run, or closes a draft; what is asked for may not get an answer any more. @return the job, 0 for none */
    private static long begin(List<JsonNode> draft) {
        try {
            if (draft.isEmpty()) {
                return province.run();
            }
            province.close(draft);
        } catch (IOException | AssertionError e) {
            // the server was killed before it could answer
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static List<JsonNode> drafts() throws Exception {
        return province.payrolls().stream()
                .filter(payroll -> payroll.path("state").asText().equals("DRAFT"))
                .toList();
    }

    /** A run that was asked for without an answer is known to the queue only. */
    private static void awaitNothingOpen() throws Exception {
        Instant latest = Instant.now().plus(Duration.ofMinutes(1));
        while (count(OPEN_JOBS) > 0 && Instant.now().isBefore(latest)) {
            Thread.sleep(100);
        }
    }

    /** While the job runs again in the background, every look at the month finds one run as a whole. */
    private static void seeEitherTheOldOrTheWholeNewRun(List<JsonNode> before) throws Exception {
        Instant until = Instant.now().plus(Duration.ofSeconds(1));
        do {
            List<JsonNode> seen = province.payrolls();
            if (!seen.equals(before)) {
                assertEquals(MadeUpList.COMMUNES.size(), seen.size());
                assertEquals(
                        1, seen.stream().map(p -> p.path("runId")).distinct().count(), seen::toString);
                assertEquals(LIST.total(), Province.sum(seen, "total"));
            }
        } while (Instant.now().isBefore(until));
    }

    private static void everybodyIsPaidOnce() throws Exception {
        List<JsonNode> payrolls = province.payrolls();
        assertEquals(MadeUpList.COMMUNES.size(), payrolls.size());
        assertEquals(LIST.people(), Province.sum(payrolls, "people"));
        assertEquals(LIST.lines(), Province.sum(payrolls, "lines"));
        assertEquals(LIST.total(), Province.sum(payrolls, "total"));
        for (JsonNode payroll : payrolls) {
            List<JsonNode> lines = province.lines(payroll);
            assertEquals(payroll.path("lines").asInt(), lines.size());
            assertEquals(payroll.path("total").asLong(), Province.sum(lines, "amount"));
        }
        assertEquals(0, count("select count(*) - count(distinct (entitlement_id, period)) from ansinh.payroll_line"));
        assertEquals(LIST.lines(), count("select count(*) from ansinh.payroll_line"));
        assertEquals(0, count(OPEN_JOBS));
    }

    private static long count(String sql) throws Exception {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getLong(1);
        }
    }

    private static List<List<JsonNode>> linesOf(List<JsonNode> payrolls) throws Exception {
        List<List<JsonNode>> lines = new ArrayList<>();
        for (JsonNode payroll : payrolls) {
            lines.add(province.lines(payroll));
        }
        return lines;
    }

    private static Set<Long> ids(List<JsonNode> payrolls) {
        return payrolls.stream().map(payroll -> payroll.path("id").asLong()).collect(Collectors.toSet());
    }

    private static void signIn() {
        province = new Province(server.rest(), server.checker());
    }
}
