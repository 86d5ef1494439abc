package vn.ansinh.database.transaction;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Hands out the connection of the current thread's transaction, and nothing outside of one. */
final class BoundDataSource implements DataSource {

    private final ThreadTransactions transactions;

    BoundDataSource(ThreadTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Connection getConnection() {
        return transactions
                .current()
                .orElseThrow(() -> new IllegalStateException(
                        "No transaction on this thread: the database is reached inside Transactions.call only"))
                .libraryView();
    }

    @Override
    public Connection getConnection(String username, String password) {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // the pool below logs by itself
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // the pool below has its own
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("This DataSource wraps no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
