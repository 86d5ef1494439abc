package vn.ansinh.itest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup taken while payrolls are run, closed and exported; then the machine is lost, and another one starts on the copy: not
 * a đồng, not a document, not a row of the audit differs.
 */
class BackupUnderLoadIT {

    private static final MadeUpList LIST = new MadeUpList(2_160);
    private static final int CLOSED_BEFORE = 3;
    private static final String DOCUMENTS =
            "select id, output_path from ansinh.job where state = 'DONE' and output_path is not null";

    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicInteger acts = new AtomicInteger();

    @Test
    void whatWasClosedBeforeAndMeanwhileIsInTheCopyAsItIsInTheOriginal(@TempDir Path directory) throws Exception {
        Path copies = Files.createTempDirectory("ansinh-copies-");
        // As root, PostgreSQL runs under an account of its own, which has to get through.
        Files.setPosixFilePermissions(copies, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (RunningDistribution server = RunningDistribution.start("backup")) {
            Province province = new Province(server.rest(), server.checker());
            province.commit(province.check(LIST.write(directory.resolve("danh-sach.xlsx"))));
            province.confirmEverything();
            province.runAndWait();
            List<JsonNode> first = province.payrolls().subList(0, CLOSED_BEFORE);
            province.close(first);
            export(server);

            CompletableFuture<Void> load = CompletableFuture.allOf(
                    CompletableFuture.runAsync(() -> work(server, province)),
                    CompletableFuture.runAsync(() -> look(province)));
            while (acts.get() == 0 && !load.isDone()) {
                Thread.sleep(50);
            }
            int begun = acts.get();
            String told = server.console(NightPage.command("ansinh:backup", copies));
            int during = acts.get() - begun;
            enough.set(true);
            load.get();
            assertTrue(told.contains("Sao lưu xong"), told);
            assertTrue(during > 0, "the backup was taken under no load");

            Path backup = only(copies);
            String checked = server.console(NightPage.command("ansinh:restore", backup, copies.resolve("thu")));
            assertTrue(checked.contains(NightPage.promised("Khớp")), checked);
            System.out.println(checked);

            compare(server, province, backup, ids(first));
        } finally {
            Installation.run(copies.getParent(), "rm", "-rf", copies.toString());
        }
    }

    /** An official's hour: runs the drafts again, closes a list, exports it. */
    private void work(RunningDistribution server, Province province) {
        try {
            while (!enough.get()) {
                province.runAndWait();
                acts.incrementAndGet();
                List<JsonNode> drafts = province.payrolls().stream()
                        .filter(payroll -> payroll.path("state").asText().equals("DRAFT"))
                        .toList();
                if (drafts.size() > 1) {
                    province.close(drafts.subList(0, 1));
                    acts.incrementAndGet();
                    export(server);
                    acts.incrementAndGet();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A colleague looks at the month's lists again and again; each look is written down in the audit. */
    private void look(Province province) {
        try {
            while (!enough.get()) {
                province.payrolls();
                acts.incrementAndGet();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void export(RunningDistribution server) throws IOException, InterruptedException {
        JsonNode job = server.rest()
                .post(
                        "/payroll/exports",
                        Map.of("program", "btxh", "unit", Province.CODE, "month", Province.MONTH, "format", "xlsx"));
        assertEquals(
                "DONE",
                server.rest().await(job.path("job").asLong()).path("state").asText());
    }

    private static void compare(RunningDistribution server, Province province, Path backup, List<Long> closedBefore)
            throws Exception {
        Map<Long, JsonNode> original = new HashMap<>();
        province.payrolls().forEach(payroll -> original.put(payroll.path("id").asLong(), payroll));
        try (RunningDistribution copy = RunningDistribution.start("restored", home -> restore(home, backup))) {
            Province restored = new Province(copy.rest(), copy.checker());
            List<JsonNode> closed = restored.payrolls().stream()
                    .filter(payroll -> payroll.path("state").asText().equals("CLOSED"))
                    .toList();
            assertTrue(ids(closed).containsAll(closedBefore), "what was closed before the backup began is in it");
            long total = 0;
            for (JsonNode payroll : closed) {
                JsonNode same = original.get(payroll.path("id").asLong());
                assertEquals(same, payroll);
                List<JsonNode> lines = restored.lines(payroll);
                assertEquals(province.lines(same), lines);
                assertEquals(payroll.path("total").asLong(), Province.sum(lines, "amount"));
                total += payroll.path("total").asLong();
            }
            int documents = compareDocuments(server, copy);
            assertTrue(documents > 0);
            String audit = copy.console(NightPage.command("ansinh:audit-verify"));
            assertTrue(audit.contains(NightPage.promised("Nhật ký nguyên vẹn")), audit);
            tamper(copy);
            System.out.println("Restored under load: " + closed.size() + " closed lists, " + total + " đồng, "
                    + documents + " documents, equal to the original. "
                    + audit.lines().findFirst().orElse(""));
        }
    }

    /** As whoever has the database's own password and stops at nothing: a row tells another reason now. */
    private static void tamper(RunningDistribution copy) throws Exception {
        long row;
        try (Connection connection = copy.database();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            try (ResultSet changed = statement.executeQuery("update ansinh.audit_entry set why = 'không có gì'"
                    + " where id = (select first_id from ansinh.audit_seal order by no limit 1) returning id")) {
                changed.next();
                row = changed.getLong(1);
            }
        }
        Installation.Refused found =
                assertThrows(Installation.Refused.class, () -> copy.console(NightPage.command("ansinh:audit-verify")));
        assertTrue(found.getMessage().contains("Lô 1,"), found::getMessage);
        assertTrue(found.getMessage().contains("dòng " + row + "–"), found::getMessage);
        assertTrue(found.getMessage().contains("KHÔNG nguyên vẹn"), found::getMessage);
        System.out.println("A tampered row is found: "
                + found.getMessage()
                        .lines()
                        .filter(line -> line.startsWith("Lô"))
                        .findFirst()
                        .orElse(""));
    }

    /** As on a machine where nothing runs: the distribution's own script, before the first start. */
    private static void restore(Path home, Path backup) throws IOException {
        try {
            Path data = home.getParent().getParent().resolve("data");
            String[] command = NightPage.command("bin/restore", backup, data).split(" ");
            command[0] = home.resolve(command[0]).toString();
            System.out.println(Installation.run(home, command));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A job that ran while the copy was taken runs again on the copy, into another file: it is nobody's document yet. */
    private static int compareDocuments(RunningDistribution server, RunningDistribution copy) throws Exception {
        Map<Long, String> original = documents(server);
        Map<Long, String> copied = documents(copy);
        copied.entrySet().retainAll(original.entrySet());
        for (String document : copied.values()) {
            assertArrayEquals(
                    Files.readAllBytes(server.data().resolve("jobs").resolve(document)),
                    Files.readAllBytes(copy.data().resolve("jobs").resolve(document)));
        }
        return copied.size();
    }

    private static Map<Long, String> documents(RunningDistribution of) throws Exception {
        Map<Long, String> documents = new HashMap<>();
        try (Connection connection = of.database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DOCUMENTS)) {
            while (row.next()) {
                documents.put(row.getLong(1), row.getString(2));
            }
        }
        return documents;
    }

    private static List<Long> ids(List<JsonNode> payrolls) {
        return payrolls.stream().map(payroll -> payroll.path("id").asLong()).collect(Collectors.toList());
    }

    private static Path only(Path copies) throws IOException {
        try (Stream<Path> found = Files.list(copies)) {
            List<Path> all = new ArrayList<>(found.toList());
            assertEquals(1, all.size(), all::toString);
            return all.get(0);
        }
    }
}
