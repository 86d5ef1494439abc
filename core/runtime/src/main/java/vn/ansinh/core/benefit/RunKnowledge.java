package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.core.policy.PackTerm;
import vn.ansinh.core.policy.PolicyBook;

/**
 * What a run knew when it began: which transactions it saw, and which law.
 *
 * <p>A change of a person is a row of {@code payroll_change} with the transaction that made it. The run asks for the
 * snapshot <em>before</em> it reads anything else, and every statement after that sees at least as much. So a change that
 * is visible in the snapshot went into the run, whenever its transaction began; one that is not may or may not have, and
 * is looked at again. Nobody waits for anybody.
 *
 * @param seen a {@code pg_snapshot}; {@code null} for a run of before the ledger carried over
 * @param cluster system identifier of the database cluster in which {@code seen} means something
 * @param law packs in force
 * @param asOf day on which law was read
 */
record RunKnowledge(String seen, long cluster, Set<PackTerm> law, LocalDate asOf) {

    private static final String NOW = "select pg_current_snapshot()::text, system_identifier from pg_control_system()";

    private static final String USABLE = """
            select from ansinh.payroll_change_kept k, pg_control_system() c
            where pg_snapshot_xmin(?::pg_snapshot) >= k.since and c.system_identifier = ?""";

    private static final String RUNS =
            "select id, seen::text, cluster, as_of from ansinh.payroll_run where id = any(?)";

    private static final String LAWS =
            "select run_id, pack, version, last_month from ansinh.payroll_run_law where run_id = any(?)";

    private static final String KEEP_LAW =
            "insert into ansinh.payroll_run_law (run_id, pack, version, last_month) values (?, ?, ?, ?)";

    /** What is known at this moment. */
    static RunKnowledge now(Connection connection, PolicyBook book, LocalDate asOf) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NOW)) {
            row.next();
            return new RunKnowledge(row.getString(1), row.getLong(2), book.terms(), asOf);
        }
    }

    /** What earlier runs knew, by run. */
    static Map<Long, RunKnowledge> of(Connection connection, Collection<Long> runs) throws SQLException {
        Map<Long, Set<PackTerm>> laws = laws(connection, runs);
        Map<Long, RunKnowledge> known = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(RUNS)) {
            select.setArray(1, connection.createArrayOf("bigint", runs.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long run = row.getLong(1);
                    known.put(
                            run,
                            new RunKnowledge(
                                    row.getString(2),
                                    row.getLong(3),
                                    laws.getOrDefault(run, Set.of()),
                                    EntitlementRows.day(row, 4)));
                }
            }
        }
        return known;
    }

    private static Map<Long, Set<PackTerm>> laws(Connection connection, Collection<Long> runs) throws SQLException {
        Map<Long, Set<PackTerm>> laws = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(LAWS)) {
            select.setArray(1, connection.createArrayOf("bigint", runs.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    laws.computeIfAbsent(row.getLong(1), run -> new HashSet<>())
                            .add(new PackTerm(
                                    new PackVersion(row.getString(2), row.getInt(3)), EntitlementRows.month(row, 4)));
                }
            }
        }
        return laws;
    }

    /** Whether it can be told now what the run did not see. */
    boolean isUsable(Connection connection) throws SQLException {
        if (seen == null) {
            return false;
        }
        try (PreparedStatement select = connection.prepareStatement(USABLE)) {
            select.setString(1, seen);
            select.setLong(2, cluster);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Keeps it as a run's. @return the run */
    long keep(Connection connection, String program, Date month, long unitId, String account) throws SQLException {
        long run;
        try (PreparedStatement insert = connection.prepareStatement("insert into ansinh.payroll_run"
                + " (program, month, unit_id, as_of, started_at, account, seen, cluster)"
                + " values (?, ?, nullif(?, 0), ?, clock_timestamp(), ?, ?::pg_snapshot, ?) returning id")) {
            insert.setString(1, program);
            insert.setDate(2, month);
            insert.setLong(3, unitId);
            insert.setDate(4, Date.valueOf(asOf));
            insert.setString(5, account);
            insert.setString(6, seen);
            insert.setLong(7, cluster);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                run = row.getLong(1);
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP_LAW)) {
            for (PackTerm term : law) {
                insert.setLong(1, run);
                insert.setString(2, term.version().pack());
                insert.setInt(3, term.version().version());
                insert.setDate(4, EntitlementRows.date(term.last()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return run;
    }
}
