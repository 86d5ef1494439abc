package vn.ansinh.core.report.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.transaction.Everywhere;
import vn.ansinh.core.policy.PolicyBook;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.sql.Rows;

/**
 * Keeps {@code ansinh.published_benefit} and {@code ansinh.published_fact_key} in step with the law in force and the declared keys
 * of facts: published views take from there what is called how and what must not be named. What was known once stays as it was last
 * known when its pack or bundle goes; what never was is missing there and so counts as sensitive.
 */
public final class PublishedWords {

    private final Everywhere everywhere;
    private final PolicyRegistry policies;
    private final Facts facts;
    private volatile Known kept;

    public PublishedWords(Everywhere everywhere, PolicyRegistry policies, Facts facts) {
        this.everywhere = everywhere;
        this.policies = policies;
        this.facts = facts;
    }

    /** What the tables were written from. */
    private record Known(PolicyBook law, Map<String, FactKey> keys) {}

    /** Writes what has changed since the last call; costs nothing when nothing has. */
    public void keep() {
        Known now = new Known(policies.book(), facts.keys());
        Known former = kept;
        if (former == null || former.law() != now.law() || !former.keys().equals(now.keys())) {
            everywhere.run(connection -> write(connection, now));
            kept = now;
        }
    }

    private static void write(Connection connection, Known now) throws SQLException {
        // nodes that begin together write one after the other
        try (Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(hashtextextended('ansinh.published_benefit', 0))");
        }
        writeKeys(connection, now.keys());
        Map<String, Boolean> sensitive = new HashMap<>();
        Rows.list(
                connection,
                "select key, sensitive from ansinh.published_fact_key",
                select -> {},
                row -> sensitive.put(row.getString(1), row.getBoolean(2)));
        if (writeBenefits(connection, now.law(), sensitive)) {
            try (Statement renew = connection.createStatement()) {
                renew.execute("select ansinh.published_neutral_renew()");
            }
        }
    }

    private static void writeKeys(Connection connection, Map<String, FactKey> keys) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ansinh.published_fact_key as k (key, label, sensitive) values (?, ?, ?) on conflict (key) do update"
                        + " set label = excluded.label, sensitive = excluded.sensitive"
                        + " where (k.label, k.sensitive) is distinct from (excluded.label, excluded.sensitive)")) {
            for (FactKey key : keys.values()) {
                insert.setString(1, key.key());
                insert.setString(2, key.label());
                insert.setBoolean(3, key.sensitive());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** @return whether anything is different now */
    private static boolean writeBenefits(Connection connection, PolicyBook law, Map<String, Boolean> keys)
            throws SQLException {
        List<Benefit> benefits = new ArrayList<>(law.benefits());
        int changed = 0;
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ansinh.published_benefit as b (benefit, program, name, kind_name, groups, cadence, fund, sensitive)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (benefit) do update set program = excluded.program,"
                        + " name = excluded.name, kind_name = excluded.kind_name, groups = excluded.groups,"
                        + " cadence = excluded.cadence, fund = excluded.fund, sensitive = excluded.sensitive"
                        + " where (b.program, b.name, b.kind_name, b.groups, b.cadence, b.fund, b.sensitive) is distinct from"
                        + " (excluded.program, excluded.name, excluded.kind_name, excluded.groups, excluded.cadence,"
                        + " excluded.fund, excluded.sensitive)")) {
            for (Benefit benefit : benefits) {
                insert.setString(1, benefit.code());
                insert.setString(2, benefit.program());
                insert.setString(3, benefit.name());
                insert.setString(4, kindName(law, benefit));
                insert.setArray(
                        5, connection.createArrayOf("text", benefit.groups().toArray()));
                insert.setString(6, benefit.cadence().name());
                insert.setString(7, benefit.fund());
                insert.setBoolean(8, isSensitive(benefit, keys));
                changed += insert.executeUpdate();
            }
        }
        return changed > 0;
    }

    private static String kindName(PolicyBook law, Benefit benefit) {
        return benefit.groups().stream().findFirst().flatMap(law::groupName).orElse(benefit.name());
    }

    /** As {@link Benefit#isSensitive}, but a key that nobody declares at this moment reveals what it revealed when somebody did. */
    private static boolean isSensitive(Benefit benefit, Map<String, Boolean> keys) {
        return benefit.sensitive() || benefit.factKeys().stream().anyMatch(key -> keys.getOrDefault(key, true));
    }
}
