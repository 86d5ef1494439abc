package vn.ansinh.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.ansinh.database.postgres.Durability;
import vn.ansinh.database.postgres.PostgresServer;
import vn.ansinh.database.service.Database;

/** A server and an empty database for one test class. */
public final class FreshDatabase implements BeforeAllCallback, AfterAllCallback {

    private Path directory;
    private PostgresServer server;
    private Database database;

    /** A directory that the server's account can pass through. */
    public static Path directory() throws IOException {
        Path directory = Files.createTempDirectory("ansinh-database-");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        return directory;
    }

    /** Deletes a directory with all that lies in it. */
    public static void delete(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }

    /** The first column of the first row. */
    public static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The first column of the first row, on a connection of its own. */
    public static String query(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return query(connection, sql);
        }
    }

    /** Runs a statement on a connection of its own. */
    public static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            execute(connection, sql);
        }
    }

    /** Runs a statement. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The database. */
    public Database database() {
        return database;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        directory = directory();
        server = PostgresServer.start(directory, 0, Durability.THROW_AWAY);
        database = Database.openEmbedded(server, "ansinh", 4);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        database.close();
        server.close();
        delete(directory);
    }
}
