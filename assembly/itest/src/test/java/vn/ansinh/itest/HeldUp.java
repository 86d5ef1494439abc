package vn.ansinh.itest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/**
 * Holds up whoever writes to a table, so that a server can be killed at a chosen point of its work. Reading goes on. Ends with
 * {@link #close}, or with the database.
 */
final class HeldUp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Connection connection;
    private final String table;

    private HeldUp(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    /** Holds up writers of {@code table} in schema {@code ansinh}. */
    static HeldUp at(RunningDistribution server, String table) throws Exception {
        Connection connection = server.database();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table ansinh." + table + " in share mode");
        }
        return new HeldUp(connection, table);
    }

    /** Waits until somebody wants to write. */
    void awaitWriter() throws SQLException, InterruptedException {
        Instant latest = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(latest)) {
            if (isSomebodyWaiting()) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("Nobody wrote to " + table);
    }

    private boolean isSomebodyWaiting() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select count(*) from pg_locks where not granted and relation = to_regclass(?)")) {
            query.setString(1, "ansinh." + table);
            try (ResultSet count = query.executeQuery()) {
                count.next();
                return count.getInt(1) > 0;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
