package vn.ansinh.database.transaction;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The transaction that the current thread is in. */
public final class ThreadTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTransaction.class);

    private final Connection workerView;
    private final Connection libraryView;
    private final Map<Object, Participant> participants = new LinkedHashMap<>();
    private Throwable doom;

    ThreadTransaction(Connection connection) {
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
