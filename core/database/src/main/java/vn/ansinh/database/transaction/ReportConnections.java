package vn.ansinh.database.transaction;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.ReportTransactions;
import vn.ansinh.api.transaction.Scope;
import vn.ansinh.api.transaction.Transactions.SqlWork;

/**
 * {@link ReportTransactions} on two small pools. Before a connection asks, the platform's own login writes into {@code
 * ansinh.report_scope} whom it asks for; afterwards the row goes, and whatever a statement left in the session.
 */
public final class ReportConnections implements ReportTransactions, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportConnections.class);

    private static final String CANCELLED = "57014";

    /** How long a scope outlives the time limit: the time it takes to cancel. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final Duration AGAIN = Duration.ofMillis(500);

    private final HikariDataSource ordinary;
    private final HikariDataSource sensitive;
    private final DataSource system;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "ansinh-report-watch");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param ordinary connections that reach published views, except sensitive ones
     * @param sensitive connections that reach all of them
     * @param system connections that write scopes
     */
    public ReportConnections(HikariDataSource ordinary, HikariDataSource sensitive, DataSource system) {
        this.ordinary = ordinary;
        this.sensitive = sensitive;
        this.system = system;
    }

    @Override
    public <T> T call(Question question, SqlWork<T> work) {
        HikariDataSource pool = question.sensitive() ? sensitive : ordinary;
        AtomicBoolean late = new AtomicBoolean();
        try (Connection connection = pool.getConnection()) {
            PGConnection server = connection.unwrap(PGConnection.class);
            ScheduledFuture<?> alarm = null;
            boolean clean = false;
            try {
                tell(server.getBackendPID(), connection.getMetaData().getUserName(), question);
                begin(connection, question.limit());
                // The server's own limit begins anew with each part of an answer that is fetched, and a statement can
                // lift it.
                alarm = watch.scheduleWithFixedDelay(
                        () -> cancel(server, late),
                        question.limit().toMillis(),
                        AGAIN.toMillis(),
                        TimeUnit.MILLISECONDS);
                T result = work.run(connection);
                if (late.get()) {
                    throw tooLong(null);
                }
                clean = true;
                return result;
            } finally {
                if (alarm != null) {
                    alarm.cancel(false);
                }
                boolean ended = end(connection, server.getBackendPID(), question);
                // An order to cancel may still be on its way: it must not meet the next one who asks on this
                // connection.
                if (!ended || late.get() || !clean) {
                    pool.evictConnection(connection);
                }
            }
        } catch (Throwable e) {
            if (e instanceof SQLTransientConnectionException && e.getCause() == null) {
                throw busy(e);
            }
            throw late.get() || isCancelled(e) ? tooLong(e) : ThreadTransactions.passOn(e);
        }
    }

    private void tell(int pid, String login, Question question) throws SQLException {
        Scope scope = question.scope();
        if (scope.equals(Scope.NOTHING)) {
            return;
        }
        try (Connection connection = system.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into ansinh.report_scope as s (pid, login, unit_id, programs, account, whole_numbers, expires)"
                                + " values (?, ?, ?, ?, ?, ?, clock_timestamp() + ? * interval '1 second') on conflict (pid) do"
                                + " update set login = excluded.login, unit_id = excluded.unit_id, programs = excluded.programs,"
                                + " account = excluded.account, whole_numbers = excluded.whole_numbers,"
                                + " expires = excluded.expires")) {
            insert.setInt(1, pid);
            insert.setString(2, login);
            insert.setLong(3, scope.unitId());
            insert.setString(4, String.join(",", new TreeSet<>(scope.programs())));
            insert.setString(5, scope.account());
            insert.setBoolean(6, question.wholeNumbers());
            insert.setLong(7, question.limit().plus(MARGIN).toSeconds());
            insert.executeUpdate();
        }
    }

    private static void begin(Connection connection, Duration limit) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute(
                    "set local statement_timeout = " + limit.plusSeconds(1).toMillis());
        }
    }

    /** @return whether the connection is as if nobody had asked on it */
    private boolean end(Connection connection, int pid, Question question) {
        boolean clean = true;
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("discard all");
            }
        } catch (SQLException e) {
            LOG.debug("A connection of reports is given up", e);
            clean = false;
        }
        if (!question.scope().equals(Scope.NOTHING)) {
            try (Connection writing = system.getConnection();
                    PreparedStatement delete = writing.prepareStatement(
                            "delete from ansinh.report_scope where pid = ? or expires < now()")) {
                delete.setInt(1, pid);
                delete.executeUpdate();
            } catch (SQLException e) {
                LOG.warn("The scope of a report that has ended stays until it expires", e);
                clean = false;
            }
        }
        return clean;
    }

    /** Tells the server to stop; from the second time on hangs up, since between two parts of an answer it has nothing to stop. */
    private static void cancel(PGConnection server, AtomicBoolean late) {
        boolean again = late.getAndSet(true);
        try {
            server.cancelQuery();
            if (again) {
                ((Connection) server).abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.warn("A report that takes too long could not be told to stop; it is told again", e);
        }
    }

    private static boolean isCancelled(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The pool's patience is over and no connection failed. */
    private static Problem busy(Throwable cause) {
        return new Problem(
                Problem.Kind.UNAVAILABLE,
                "AS-REPORT-BUSY",
                "Đang có nhiều báo cáo chạy cùng lúc. Vui lòng thử lại sau ít phút.",
                cause);
    }

    private static Problem tooLong(Throwable cause) {
        return new Problem(
                Problem.Kind.UNAVAILABLE,
                "AS-REPORT-TOO-LONG",
                "Báo cáo chạy quá lâu nên đã dừng. Hãy chọn đơn vị hoặc kỳ hẹp hơn, hoặc chạy lại ngoài giờ làm việc.",
                cause);
    }

    @Override
    public void close() {
        watch.shutdownNow();
        ordinary.close();
        sensitive.close();
    }
}
