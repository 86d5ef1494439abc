package vn.ansinh.database.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.database.FreshDatabase.execute;
import static vn.ansinh.database.FreshDatabase.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.database.DatabaseException;
import vn.ansinh.database.FreshDatabase;

class PostgresServerTest {

    private Path directory;

    @BeforeEach
    void create() throws IOException {
        directory = FreshDatabase.directory();
    }

    @AfterEach
    void delete() throws IOException {
        FreshDatabase.delete(directory);
    }

    @Test
    void dataOutliveACleanStopAndTheServerIsSafe() throws SQLException, IOException {
        try (PostgresServer server = start()) {
            execute(server.superuser("postgres"), "create table kept as select 'còn' as word");
            assertEquals("on", query(server.superuser("postgres"), "show fsync"));
            assertEquals("on", query(server.superuser("postgres"), "show synchronous_commit"));
            assertEquals("on", query(server.superuser("postgres"), "show data_checksums"));
            assertEquals("127.0.0.1", query(server.superuser("postgres"), "show listen_addresses"));
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(directory.resolve("credentials.properties")));
        }
        try (PostgresServer server = start()) {
            assertEquals("còn", query(server.superuser("postgres"), "select word from kept"));
        }
    }

    @Test
    void vietnameseLettersAreLettersAndCanBeSorted() throws SQLException {
        try (PostgresServer server = start()) {
            assertEquals("đặng", query(server.superuser("postgres"), "select lower('ĐẶNG')"));
            assertEquals(
                    "an,ăn,ân,bà",
                    query(
                            server.superuser("postgres"),
                            "select string_agg(w, ',' order by w collate \"vi-x-icu\")"
                                    + " from unnest(array['bà','ân','an','ăn']) w"));
            execute(server.superuser("postgres"), "create extension pg_trgm");
            assertTrue(query(server.superuser("postgres"), "select show_trgm('đặng')::text")
                            .length()
                    > 10);
        }
    }

    @Test
    void aKilledServerComesBackWithWhatWasCommitted() throws Exception {
        try (PostgresServer server = start()) {
            execute(server.superuser("postgres"), "create table kept as select 1 as n");
            long victim = server.processId().orElseThrow();
            kill(victim);
            waitForAnotherThan(victim, server);
            assertEquals("1", query(server.superuser("postgres"), "select n from kept"));
            assertNotEquals(victim, server.processId().orElseThrow());
        }
    }

    @Test
    void theLeftoversOfAKilledServerDoNotHinderTheNextStart() throws Exception {
        PostgresServer first = start();
        execute(first.superuser("postgres"), "create table kept as select 1 as n");
        long victim = first.processId().orElseThrow();
        Path pidFile = directory.resolve("cluster-17/postmaster.pid");
        String stale = Files.readString(pidFile);
        first.close();
        Files.writeString(pidFile, stale);
        waitForEnd(victim);
        try (PostgresServer second = start()) {
            assertEquals("1", query(second.superuser("postgres"), "select n from kept"));
        }
    }

    @Test
    void oneDirectoryServesOneAnSinh() {
        try (PostgresServer server = start()) {
            DatabaseException refused = assertThrows(DatabaseException.class, this::start);
            assertTrue(refused.getMessage().contains("đang dùng"), refused.getMessage());
        }
    }

    @Test
    void theDirectoryOfAnotherMajorVersionIsRefusedWithTheWayOut() throws IOException {
        Path older = Files.createDirectory(directory.resolve("cluster-16"));
        Files.writeString(older.resolve("PG_VERSION"), "16\n");
        DatabaseException refused = assertThrows(DatabaseException.class, this::start);
        assertTrue(refused.getMessage().contains("do PostgreSQL 16 tạo ra"), refused.getMessage());
        assertTrue(refused.getMessage().contains("pg_upgrade"), refused.getMessage());
    }

    @Test
    void aDirectoryThatTheServersAccountCannotReachIsRefused() throws IOException {
        if (!ServerAccount.choose().isSwitched()) {
            return;
        }
        Path closed = Files.createDirectory(
                directory.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        DatabaseException refused = assertThrows(
                DatabaseException.class, () -> PostgresServer.start(closed.resolve("data"), 0, Durability.THROW_AWAY));
        assertTrue(refused.getMessage().contains(closed.toString()), refused.getMessage());
    }

    private PostgresServer start() {
        return PostgresServer.start(directory, 0, Durability.SAFE);
    }

    private static void kill(long process) throws IOException, InterruptedException {
        new ProcessBuilder(List.of("kill", "-9", Long.toString(process)))
                .start()
                .waitFor();
    }

    private static void waitForEnd(long process) throws Exception {
        ProcessHandle handle = ProcessHandle.of(process).orElse(null);
        if (handle != null) {
            handle.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private static void waitForAnotherThan(long victim, PostgresServer server) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (!server.processId().equals(Optional.of(victim))) {
                    query(server.superuser("postgres"), "select 1");
                    return;
                }
            } catch (SQLException e) {
                // not yet
            }
            Thread.sleep(200);
        }
    }
}
