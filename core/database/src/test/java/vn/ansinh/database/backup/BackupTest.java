package vn.ansinh.database.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.database.FreshDatabase.execute;
import static vn.ansinh.database.FreshDatabase.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.operation.Backups;
import vn.ansinh.api.operation.Backups.Backup;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.database.FreshDatabase;
import vn.ansinh.database.postgres.Durability;
import vn.ansinh.database.postgres.PostgresServer;
import vn.ansinh.database.service.Database;

/** A copy taken while everybody writes opens as one moment of the original; a damaged one does not open at all. */
class BackupTest {

    private Path directory;
    private Path data;
    private PostgresServer server;
    private Database database;
    private Backups backups;

    @BeforeEach
    void aServerWithALedgerAndDocuments() throws Exception {
        directory = FreshDatabase.directory();
        data = Files.createDirectory(directory.resolve("data"));
        server = PostgresServer.start(data.resolve("postgresql"), 0, Durability.SAFE);
        database = Database.openEmbedded(server, Database.NAME, 4);
        backups = new StoredBackups(Optional.of(server), data);
        execute(database.owner(), "create schema book");
        execute(database.owner(), "create table book.line (round bigint, amount bigint, file text)");
        Files.createDirectories(data.resolve("jobs/out"));
        Files.createDirectories(data.resolve("audit"));
        Files.writeString(data.resolve("audit/heads.log"), "1 …\n");
    }

    @AfterEach
    void away() throws IOException {
        database.close();
        server.close();
        FreshDatabase.delete(directory);
    }

    @Test
    void aCopyTakenUnderLoadIsOneMomentOfTheOriginal() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> write(enough));
        while (rows() < 2_000) {
            Thread.sleep(20);
        }
        long before = rows();
        Backup backup = backups.take(directory.resolve("copies"), told -> {});
        long after = rows();
        enough.set(true);
        load.get();
        assertTrue(after > before, "nobody wrote meanwhile");

        Path empty = directory.resolve("restored");
        backups.restore(backup.directory(), empty, told -> {});
        long copied = backups.inspect(empty, connection -> {
            assertEquals("0", query(connection, "select sum(amount) from book.line"), "half a transaction is in it");
            assertEquals(
                    "0",
                    query(
                            connection,
                            "select count(*) from (select from book.line group by round"
                                    + " having count(*) <> 2) odd"));
            for (String file : query(connection, "select string_agg(file, ',') from book.line")
                    .split(",")) {
                assertTrue(Files.isRegularFile(empty.resolve("jobs").resolve(file)), file);
            }
            return Long.parseLong(query(connection, "select count(*) from book.line"));
        });
        assertTrue(copied >= before, "what was written before the backup began is in it");
        assertEquals("1 …\n", Files.readString(empty.resolve("audit/heads.log")));
        try (Stream<Path> left = Files.list(directory.resolve("copies"))) {
            assertEquals(List.of(backup.directory()), left.toList());
        }
    }

    @Test
    void aDamagedCopyIsRefusedAndNothingIsWrittenOverData() throws Exception {
        Backup backup = backups.take(directory.resolve("copies"), told -> {});
        Problem full = assertThrows(Problem.class, () -> backups.restore(backup.directory(), data, told -> {}));
        assertTrue(full.getMessage().contains("không trống"), full.getMessage());

        Path victim = backup.directory().resolve("audit/heads.log");
        Files.writeString(victim, "2 …\n");
        Problem damaged = assertThrows(
                Problem.class, () -> backups.restore(backup.directory(), directory.resolve("restored"), told -> {}));
        assertTrue(damaged.getMessage().contains("audit/heads.log"), damaged.getMessage());

        Files.delete(backup.directory().resolve("MANIFEST"));
        assertThrows(Problem.class, () -> backups.restore(backup.directory(), directory.resolve("again"), told -> {}));
        assertThrows(Problem.class, () -> backups.take(data.resolve("jobs"), told -> {}));
    }

    private long rows() throws Exception {
        return Long.parseLong(query(database.owner(), "select count(*) from book.line"));
    }

    /** A document, then the two rows that name it, in one transaction. */
    private void write(AtomicBoolean enough) {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            for (long round = 0; !enough.get(); round++) {
                String file = "out/" + round;
                Files.writeString(data.resolve("jobs").resolve(file), "document " + round);
                execute(
                        connection,
                        "insert into book.line values (" + round + ", " + round + ", '" + file + "'), (" + round + ", -"
                                + round + ", '" + file + "')");
                connection.commit();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
