package vn.ansinh.database.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.TransactionFailedException;
import vn.ansinh.api.transaction.Transactions;

/** {@link Transactions} on a pool: the outermost call on a thread takes a connection, all calls inside it share that one. */
public final class ThreadTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTransactions.class);

    private final DataSource pool;
    private final ThreadLocal<ThreadTransaction> current = new ThreadLocal<>();

    /** @param pool where connections come from */
    public ThreadTransactions(DataSource pool) {
        this.pool = pool;
    }

    /** The transaction that the current thread is in, if any. */
    public Optional<ThreadTransaction> current() {
        return Optional.ofNullable(current.get());
    }

    /** A DataSource for libraries that open connections by themselves: inside a transaction they get its connection. */
    public DataSource boundDataSource() {
        return new BoundDataSource(this);
    }

    @Override
    public <T> T call(SqlWork<T> work) {
        ThreadTransaction enclosing = current.get();
        return enclosing != null ? join(enclosing, work) : begin(work);
    }

    private static <T> T join(ThreadTransaction transaction, SqlWork<T> work) {
        try {
            return work.run(transaction.workerView());
        } catch (Throwable e) {
            transaction.doom(e);
            throw passOn(e);
        }
    }

    private <T> T begin(SqlWork<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            ThreadTransaction transaction = new ThreadTransaction(connection);
            current.set(transaction);
            boolean committed = false;
            try {
                T result = work.run(transaction.workerView());
                if (transaction.doom() != null) {
                    throw new TransactionFailedException(
                            "A part of the transaction had failed: all of it is rolled back", transaction.doom());
                }
                transaction.beforeCommit();
                connection.commit();
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    rollback(connection);
                }
                transaction.afterEnd(committed);
                current.remove();
            }
        } catch (Throwable e) {
            throw passOn(e);
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // the server rolls back by itself when the connection is gone, and the first failure is the one to tell
            LOG.debug("Rollback failed", e);
        }
    }

    private static RuntimeException passOn(Throwable e) {
        if (!(e instanceof Problem) && isServerAway(e)) {
            return new Problem(
                    Problem.Kind.UNAVAILABLE,
                    "AS-DATABASE-AWAY",
                    "Cơ sở dữ liệu đang tạm dừng hoặc khởi động lại. Vui lòng thử lại sau ít giây.",
                    e);
        }
        if (e instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (e instanceof Error error) {
            throw error;
        }
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new TransactionFailedException(e.getMessage(), e);
    }

    /**
     * Whether the server's going away is at the root of a failure, however wrapped. Class 08 is a broken connection, 57P a
     * server that stops or starts; the pool's patience has a type of its own.
     */
    private static boolean isServerAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && isOfServerAway(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfServerAway(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
