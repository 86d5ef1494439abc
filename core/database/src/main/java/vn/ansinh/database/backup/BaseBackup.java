package vn.ansinh.database.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import vn.ansinh.database.postgres.PostgresServer;

/**
 * An online copy of a data directory by PostgreSQL's own low-level protocol: files are copied as they are found, and the log
 * written meanwhile makes them whole when the copy is opened. A slot keeps that log from being recycled, so no archive has to be
 * set up.
 *
 * <p>Files beside the database are copied twice: before the copy's moment, so that none which a row names is cleared away
 * unseen, and after it, so that none which a row names is missing. The heads of the audit are copied before only: they may know
 * less than the database, never more.
 */
final class BaseBackup {

    private static final Set<String> LEFT_EMPTY = Set.of(
            "pg_wal",
            "pg_stat_tmp",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_subtrans",
            "log");
    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "tablespace_map",
            "backup_manifest",
            "current_logfiles",
            "start.log",
            "pg_internal.init");
    private static final Pattern WAL_SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private static final Pattern WAL_HISTORY = Pattern.compile("[0-9A-F]{8}\\.history");
    private static final String HEADS = "audit/heads.log";
    private static final String POSTGRESQL = "postgresql";

    private final PostgresServer server;
    private final Path data;
    private final Path target;
    private final Consumer<String> progress;
    private final Map<String, Manifest.Copied> files = new TreeMap<>();
    private final Map<String, String> stamps = new TreeMap<>();
    private long copied;
    private long told;

    /**
     * @param data the directory with everything in it
     * @param target an empty directory
     */
    BaseBackup(PostgresServer server, Path data, Path target, Consumer<String> progress) {
        this.server = server;
        this.data = data;
        this.target = target;
        this.progress = progress;
    }

    Manifest run(DataSource superuser, Instant now) throws SQLException, IOException {
        Path cluster = server.cluster();
        String below = POSTGRESQL + "/" + cluster.getFileName() + "/";
        try (Connection connection = superuser.getConnection()) {
            // Gone with the connection, whatever happens.
            one(
                    connection,
                    "select pg_create_physical_replication_slot('ansinh_backup_' || pg_backend_pid(), true, true)::text");
            String start = one(connection, "select pg_walfile_name(pg_backup_start('ansinh', true))");
            progress.accept("Đang chép cơ sở dữ liệu…");
            copyTree(cluster, below);
            progress.accept("Đang chép tệp ngoài cơ sở dữ liệu…");
            copyBeside(true);
            String end = stop(connection, cluster, below);
            copyBeside(false);
            progress.accept("Đang chép nhật ký ghi trước " + start + " đến " + end + "…");
            copyLog(cluster.resolve("pg_wal"), below, start, end);
        }
        put(data.resolve(POSTGRESQL).resolve("credentials.properties"), POSTGRESQL + "/credentials.properties");
        Manifest manifest = new Manifest(now, server.version(), files);
        manifest.write(target);
        return manifest;
    }

    /** @return the last file of the log that the copy needs */
    private String stop(Connection connection, Path cluster, String below) throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select pg_walfile_name(lsn), labelfile, spcmapfile from pg_backup_stop(false)");
                ResultSet row = select.executeQuery()) {
            row.next();
            write(below + "backup_label", row.getString(2));
            if (row.getString(3) != null && !row.getString(3).isBlank()) {
                throw new IOException("tablespaces outside " + cluster + " are not copied");
            }
            return row.getString(1);
        }
    }

    private void write(String name, String text) throws IOException {
        Path unfinished = Files.createTempFile("ansinh", ".label");
        try {
            Files.writeString(unfinished, text, StandardCharsets.UTF_8);
            put(unfinished, name);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void copyBeside(boolean first) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.equals(data.resolve(POSTGRESQL))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = name(data, file);
                String stamp = attributes.size() + " " + attributes.lastModifiedTime();
                if (attributes.isRegularFile() && (first || !name.equals(HEADS) && !stamp.equals(stamps.get(name)))) {
                    stamps.put(name, stamp);
                    put(file, name);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return gone(failure);
            }
        });
    }

    private void copyTree(Path root, String below) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean skipped = LEFT_EMPTY.contains(name(root, directory))
                        || directory.getFileName().toString().startsWith("pgsql_tmp");
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()
                        && !LEFT_OUT.contains(file.getFileName().toString())) {
                    put(file, below + name(root, file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return gone(failure);
            }
        });
    }

    /** What is dropped while it is copied is dropped in the copy too, by the log. */
    private static FileVisitResult gone(IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    private void copyLog(Path log, String below, String start, String end) throws IOException {
        try (var segments = Files.list(log)) {
            for (Path segment : (Iterable<Path>) segments.sorted()::iterator) {
                String name = segment.getFileName().toString();
                boolean needed =
                        WAL_SEGMENT.matcher(name).matches() && name.compareTo(start) >= 0 && name.compareTo(end) <= 0;
                if (needed || WAL_HISTORY.matcher(name).matches()) {
                    put(segment, below + "pg_wal/" + name);
                }
            }
        }
        if (!files.containsKey(below + "pg_wal/" + start) || !files.containsKey(below + "pg_wal/" + end)) {
            throw new IOException("the log from " + start + " to " + end + " is not all there");
        }
    }

    private void put(Path file, String name) throws IOException {
        try {
            Manifest.Copied copy = CheckedCopy.copy(file, target.resolve(name));
            files.put(name, copy);
            copied += copy.size();
        } catch (NoSuchFileException e) {
            gone(e);
        }
        if (copied - told > 1L << 30) {
            told = copied;
            progress.accept("Đã chép " + (copied >> 20) + " MB");
        }
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString();
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
