package vn.ansinh.core.codelist;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import vn.ansinh.api.transaction.Transactions;

/**
 * The lists of the tables, by code. Looks at most once a second whether one changed, here or on another node, and reads only
 * those anew.
 */
public final class CodeListMemory implements Supplier<Map<String, ListVersions>> {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final Transactions transactions;
    private final BroughtLists brought;
    private volatile Known known = new Known(Map.of(), Map.of());
    private volatile long lookedAt = System.nanoTime() - FRESH;

    private record Known(Map<String, Long> editions, Map<String, ListVersions> lists) {}

    /** @param brought asked for what could not be taken up yet */
    public CodeListMemory(Transactions transactions, BroughtLists brought) {
        this.transactions = transactions;
        this.brought = brought;
    }

    @Override
    public Map<String, ListVersions> get() {
        if (System.nanoTime() - lookedAt >= FRESH) {
            look();
        }
        return known.lists();
    }

    /** The next who asks looks again. */
    void expire() {
        lookedAt = System.nanoTime() - FRESH;
    }

    private synchronized void look() {
        if (System.nanoTime() - lookedAt < FRESH) {
            return;
        }
        brought.takeUp();
        known = transactions.call(this::read);
        lookedAt = System.nanoTime();
    }

    private Known read(Connection connection) throws SQLException {
        Map<String, Long> editions = CodeTables.editions(connection);
        Map<String, ListVersions> lists = new HashMap<>();
        for (Map.Entry<String, Long> list : editions.entrySet()) {
            ListVersions same = known.lists().get(list.getKey());
            lists.put(
                    list.getKey(),
                    same != null && list.getValue().equals(known.editions().get(list.getKey()))
                            ? same
                            : new ListVersions(CodeTables.entries(connection, list.getKey())));
        }
        return new Known(editions, Map.copyOf(lists));
    }
}
