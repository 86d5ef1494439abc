package vn.ansinh.core.report.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.concurrent.Callable;

/** A part of a transaction in which nothing can be written. */
final class ReadOnly {

    private ReadOnly() {}

    /** Runs work; the transaction goes on as it was afterwards, unless the work failed. */
    static <T> T call(Connection connection, Callable<T> work) throws Exception {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction read only");
        }
        try {
            return work.call();
        } finally {
            end(connection, before);
        }
    }

    /** What was set within a savepoint goes with it. */
    private static void end(Connection connection, Savepoint before) throws SQLException {
        connection.rollback(before);
        connection.releaseSavepoint(before);
    }
}
