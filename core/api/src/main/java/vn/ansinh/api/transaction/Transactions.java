package vn.ansinh.api.transaction;

import java.sql.Connection;

/**
 * The one way to write (and read) the database. A call binds one connection to the thread; whatever runs inside,
 * in whichever bundle, joins it; there is one commit. So an approval and the entitlement it opens succeed or fail
 * together.
 *
 * <p>Nested calls on the same thread join the enclosing one. The connection must not be kept, passed to another thread,
 * committed or closed by the work.
 *
 * <p>A transaction reaches the rows of its caller's {@link Scope} only, whatever its statements say.
 */
public interface Transactions {

    /** Service property: absolute path of the directory in which this node keeps its data, also through upgrades. */
    String DATA_DIRECTORY = "ansinh.data.directory";

    /**
     * Runs {@code work} in the thread's transaction, or in a new one.
     *
     * @return what {@code work} returned; may be {@code null}
     * @throws vn.ansinh.api.problem.Problem UNAVAILABLE when the database is away for the moment
     * @throws TransactionFailedException when the work or the commit failed with another checked exception; runtime
     *     exceptions pass unchanged. In all cases everything done in the transaction is rolled back.
     */
    <T> T call(SqlWork<T> work);

    /** As {@link #call(SqlWork)}, for work without a result. */
    default void run(SqlAction work) {
        call(connection -> {
            work.run(connection);
            return null;
        });
    }

    /** Work that yields a result. */
    @FunctionalInterface
    interface SqlWork<T> {
        /** @param connection bound to the transaction; unwraps to the driver's own for COPY */
        T run(Connection connection) throws Exception;
    }

    /** Work without a result. */
    @FunctionalInterface
    interface SqlAction {
        /** @param connection bound to the transaction; unwraps to the driver's own for COPY */
        void run(Connection connection) throws Exception;
    }
}
