package vn.ansinh.database.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Everywhere;
import vn.ansinh.api.transaction.Scope;
import vn.ansinh.api.transaction.ScopeSource;
import vn.ansinh.api.transaction.TransactionFailedException;
import vn.ansinh.api.transaction.Transactions;

/**
 * {@link Transactions} on two pools: the outermost call on a thread takes a connection, all calls inside it share that one.
 * The first statement of a transaction tells the database whom it is for.
 */
public final class ThreadTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTransactions.class);

    private final DataSource pool;
    private final DataSource system;
    private final ScopeSeal seal;
    private final ScopeSource scopes;
    private final ThreadLocal<ThreadTransaction> current = new ThreadLocal<>();

    /**
     * Transactions without scopes, for databases without row-level security or connections above it.
     *
     * @param pool where connections come from
     */
    public ThreadTransactions(DataSource pool) {
        this(pool, pool, null, () -> Scope.EVERYTHING);
    }

    /**
     * @param pool connections for which row-level security holds
     * @param system connections for which it does not
     * @param seal makes scopes believed on connections of {@code pool}
     * @param scopes tells whom a transaction is for
     */
    public ThreadTransactions(DataSource pool, DataSource system, ScopeSeal seal, ScopeSource scopes) {
        this.pool = pool;
        this.system = system;
        this.seal = seal;
        this.scopes = scopes;
    }

    /** The same transactions, for work that must reach every row. */
    public Everywhere everywhere() {
        return new Everywhere() {
            @Override
            public <T> T call(SqlWork<T> work) {
                return within(Scope.EVERYTHING, work);
            }
        };
    }

    /** The same transactions, for whom another source names. */
    public Transactions scopedBy(ScopeSource source) {
        return new Transactions() {
            @Override
            public <T> T call(SqlWork<T> work) {
                return within(source.scope(), work);
            }
        };
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
        return within(scopes.scope(), work);
    }

    private <T> T within(Scope scope, SqlWork<T> work) {
        ThreadTransaction enclosing = current.get();
        return enclosing != null ? join(enclosing, scope, work) : begin(scope, work);
    }

    private static <T> T join(ThreadTransaction transaction, Scope scope, SqlWork<T> work) {
        try (ThreadTransaction.Reach ignored = transaction.reach(scope)) {
            return work.run(transaction.workerView());
        } catch (Throwable e) {
            transaction.doom(e);
            throw passOn(e);
        }
    }

    private <T> T begin(Scope scope, SqlWork<T> work) {
        boolean above = scope.equals(Scope.EVERYTHING);
        try (Connection connection = (above ? system : pool).getConnection()) {
            connection.setAutoCommit(false);
            ThreadTransaction transaction = new ThreadTransaction(connection, scope, above ? null : seal);
            current.set(transaction);
            boolean committed = false;
            try {
                transaction.tellScope();
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

    static RuntimeException passOn(Throwable e) {
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
