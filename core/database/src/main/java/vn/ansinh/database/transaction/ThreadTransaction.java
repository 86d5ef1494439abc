package vn.ansinh.database.transaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.transaction.Scope;

/** The transaction that the current thread is in. */
public final class ThreadTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTransaction.class);

    private final Connection workerView;
    private final Connection libraryView;
    private final Map<Object, Participant> participants = new LinkedHashMap<>();
    private final Connection connection;
    private final ScopeSeal seal;
    private Scope scope;
    private Throwable doom;

    /** @param seal tells the database the scope; {@code null} where row-level security does not hold */
    ThreadTransaction(Connection connection, Scope scope, ScopeSeal seal) {
        this.connection = connection;
        this.scope = scope;
        this.seal = seal;
        workerView = BoundConnection.view(connection, BoundConnection.Ending.REFUSED);
        libraryView = BoundConnection.view(connection, BoundConnection.Ending.IGNORED);
    }

    /**
     * The participant known under a key, made on first use.
     *
     * @param key what tells it apart within this transaction
     * @param maker makes it
     * @param <P> its type
     */
    @SuppressWarnings("unchecked") // a key is used with one type only
    public <P extends Participant> P participant(Object key, Supplier<P> maker) {
        Participant known = participants.get(key);
        if (known == null) {
            known = maker.get();
            participants.put(key, known);
        }
        return (P) known;
    }

    Connection workerView() {
        return workerView;
    }

    Connection libraryView() {
        return libraryView;
    }

    /** Tells the database whom the transaction is for; whatever a former one left on the connection is gone. */
    void tellScope() throws SQLException {
        if (seal == null) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("select set_config('ansinh.scope', ?, true)")) {
            statement.setString(1, seal.seal(scope));
            statement.execute();
        }
    }

    /**
     * Makes the transaction one of another scope until the result is closed. One that reaches everything goes on doing so:
     * where it began cannot be told from here.
     */
    Reach reach(Scope wanted) throws SQLException {
        Scope former = scope;
        if (seal == null || former.equals(wanted) || former.equals(Scope.EVERYTHING)) {
            return () -> {};
        }
        scope = wanted;
        tellScope();
        return () -> {
            scope = former;
            try {
                tellScope();
            } catch (SQLException e) {
                // a failed statement has spoilt the transaction: nothing is read or written any more
                doom(e);
            }
        };
    }

    /** Ends a changed scope. */
    interface Reach extends AutoCloseable {
        @Override
        void close();
    }

    /** Whatever follows, this transaction will be rolled back, since a part of it failed. */
    void doom(Throwable cause) {
        if (doom == null) {
            doom = cause;
        }
    }

    Throwable doom() {
        return doom;
    }

    void beforeCommit() {
        for (Participant participant : new ArrayList<>(participants.values())) {
            participant.beforeCommit();
        }
    }

    void afterEnd(boolean committed) {
        for (Participant participant : participants.values()) {
            try {
                participant.afterEnd(committed);
            } catch (RuntimeException e) {
                LOG.warn("A participant could not let go of an ended transaction", e);
            }
        }
        participants.clear();
        BoundConnection.expire(workerView);
        BoundConnection.expire(libraryView);
    }
}
