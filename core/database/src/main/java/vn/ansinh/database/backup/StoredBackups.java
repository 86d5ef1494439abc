package vn.ansinh.database.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.ansinh.api.operation.Backups;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.TransactionFailedException;
import vn.ansinh.api.transaction.Transactions.SqlWork;
import vn.ansinh.database.DatabaseException;
import vn.ansinh.database.postgres.Durability;
import vn.ansinh.database.postgres.PostgresServer;
import vn.ansinh.database.service.Database;

/** {@link Backups} of the embedded server; a server that somebody else runs is backed up by whoever runs it. */
public final class StoredBackups implements Backups {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'ansinh-'yyyyMMdd-HHmmss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Optional<PostgresServer> server;
    private final Path data;

    /**
     * @param server the embedded server; empty when the database is somebody else's
     * @param data the directory of this node's data
     */
    public StoredBackups(Optional<PostgresServer> server, Path data) {
        this.server = server;
        this.data = data;
    }

    @Override
    public synchronized Backup take(Path parent, Consumer<String> progress) {
        PostgresServer running = server.orElseThrow(() -> Problem.conflict(
                "AS-BACKUP-EXTERNAL",
                "Cơ sở dữ liệu là PostgreSQL dùng riêng: hãy sao lưu bằng công cụ của máy chủ ấy (pg_basebackup, pgBackRest),"
                        + " và chép thêm thư mục dữ liệu " + data + "."));
        Path root = parent.toAbsolutePath().normalize();
        if (root.startsWith(data.toAbsolutePath().normalize())) {
            throw Problem.invalid(
                    "AS-BACKUP-INSIDE", "Nơi sao lưu nằm trong thư mục dữ liệu: hãy chọn một đĩa hoặc máy khác.");
        }
        Instant now = Instant.now();
        try {
            CheckedCopy.makeDirectory(root);
            requireRoom(root);
            Path unfinished = root.resolve(NAME.format(now) + ".unfinished");
            Files.createDirectory(unfinished);
            Manifest manifest =
                    new BaseBackup(running, data, unfinished, progress).run(running.superuser("postgres"), now);
            Path done = root.resolve(NAME.format(now));
            Files.move(unfinished, done);
            return told(done, manifest);
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "AS-BACKUP-FAILED",
                    "Không sao lưu được vào " + root + ": " + e.getMessage(),
                    e);
        } catch (SQLException e) {
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    "AS-BACKUP-DATABASE",
                    "Cơ sở dữ liệu không cho sao lưu lúc này: " + e.getMessage(),
                    e);
        }
    }

    private void requireRoom(Path root) throws IOException {
        long needed;
        try (Stream<Path> tree = Files.walk(data)) {
            needed = tree.mapToLong(StoredBackups::size).sum();
        } catch (UncheckedIOException e) {
            // something was dropped while it was looked at: the copy will tell whether there is room
            return;
        }
        long room = Files.getFileStore(root).getUsableSpace();
        if (room < needed) {
            throw Problem.invalid(
                    "AS-BACKUP-ROOM",
                    "Nơi sao lưu còn " + (room >> 20) + " MB, cần chừng " + (needed >> 20)
                            + " MB. Hãy dọn bớt bản cũ hoặc chọn nơi khác.");
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public Backup restore(Path backup, Path empty, Consumer<String> progress) {
        try {
            return told(empty, new Restoration(backup, empty, PostgresServer.majorVersion()).run(progress));
        } catch (DatabaseException e) {
            throw new Problem(Problem.Kind.CONFLICT, "AS-BACKUP-RESTORE", e.getMessage(), e);
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "AS-BACKUP-RESTORE",
                    "Không phục hồi được vào " + empty + ": " + e.getMessage(),
                    e);
        }
    }

    private static Backup told(Path directory, Manifest manifest) {
        return new Backup(
                directory, manifest.at(), manifest.server(), manifest.files().size(), manifest.bytes());
    }

    @Override
    public <T> T inspect(Path dataDirectory, SqlWork<T> work) {
        try (PostgresServer restored = PostgresServer.start(dataDirectory.resolve("postgresql"), 0, Durability.SAFE);
                Connection connection = restored.superuser(Database.NAME).getConnection()) {
            return work.run(connection);
        } catch (DatabaseException e) {
            throw new Problem(Problem.Kind.CONFLICT, "AS-BACKUP-INSPECT", e.getMessage(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new TransactionFailedException(e.getMessage(), e);
        }
    }
}
