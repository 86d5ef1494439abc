package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PackVersion;

/** The rows of {@code payroll_rule}, found or made as amounts need them: a line names its rule instead of repeating it. */
final class PayrollRules {

    private static final String SELECT = "select id, pack, version, rate, base_pack, base_version, base_value, base,"
            + " coefficient_pack, coefficient_version, coefficient_value from ansinh.payroll_rule";

    private static final String INSERT = """
            insert into ansinh.payroll_rule (pack, version, benefit, rate, rate_name, fund, base, base_pack, base_version,
                base_value, base_label, base_clause, base_provisional, coefficient, coefficient_pack, coefficient_version,
                coefficient_value, coefficient_label, coefficient_clause, coefficient_provisional)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""";

    /**
     * The rule by which something is due, without the row that keeps it. Equal are those that one row explains.
     *
     * @param fund that pays it, {@code null} for the program's usual one
     */
    record Rule(Key key, Due due, String fund) {

        static Rule of(Due due, String fund) {
            return new Rule(Key.of(due), due, fund);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Rule rule && key.equals(rule.key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }

    /** @param coefficient {@code null} where law knows none */
    record Key(PackVersion pack, String rate, Value base, long amount, Value coefficient) {

        static Key of(Due due) {
            Citation base = due.cited().get(0);
            Citation coefficient = due.cited().size() > 1 ? due.cited().get(1) : null;
            return new Key(
                    due.pack(),
                    due.rate(),
                    new Value(base.pack(), base.id()),
                    due.base(),
                    coefficient == null ? null : new Value(coefficient.pack(), coefficient.id()));
        }
    }

    record Value(PackVersion pack, String id) {}

    private final Connection connection;
    private final Map<Key, Integer> ids = new HashMap<>();
    private boolean alone;

    PayrollRules(Connection connection) throws SQLException {
        this.connection = connection;
        load();
    }

    private void load() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SELECT)) {
            while (row.next()) {
                ids.put(
                        new Key(pack(row, 2), row.getString(4), value(row, 5), row.getLong(8), value(row, 9)),
                        row.getInt(1));
            }
        }
    }

    private static Value value(ResultSet row, int column) throws SQLException {
        String id = row.getString(column + 2);
        return id == null ? null : new Value(pack(row, column), id);
    }

    private static PackVersion pack(ResultSet row, int column) throws SQLException {
        return new PackVersion(row.getString(column), row.getInt(column + 1));
    }

    /** The row of a rule; made when it is not there yet. */
    int of(Rule rule) throws SQLException {
        Key key = rule.key();
        Integer id = ids.get(key);
        if (id == null) {
            beAlone();
            id = ids.get(key);
        }
        if (id == null) {
            id = insert(rule.due(), rule.fund());
            ids.put(key, id);
        }
        return id;
    }

    /** Two runs that meet a new law at the same time take turns; the second finds what the first made. */
    private void beAlone() throws SQLException {
        if (!alone) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(hashtextextended('ansinh.payroll_rule', 0))");
            }
            alone = true;
            load();
        }
    }

    private int insert(Due due, String fund) throws SQLException {
        Citation base = due.cited().get(0);
        Citation coefficient = due.cited().size() > 1 ? due.cited().get(1) : null;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, due.pack().pack());
            insert.setInt(2, due.pack().version());
            insert.setString(3, due.benefit());
            insert.setString(4, due.rate());
            insert.setString(5, due.rateName());
            insert.setString(6, fund);
            insert.setLong(7, due.base());
            cite(insert, 8, base);
            insert.setBoolean(13, base.provisional());
            insert.setBigDecimal(14, due.coefficient());
            cite(insert, 15, coefficient);
            insert.setBoolean(20, coefficient != null && coefficient.provisional());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Pack, version, name, label and clause. */
    private static void cite(PreparedStatement insert, int position, Citation value) throws SQLException {
        if (value == null) {
            insert.setNull(position, Types.VARCHAR);
            insert.setNull(position + 1, Types.INTEGER);
            insert.setNull(position + 2, Types.VARCHAR);
            insert.setNull(position + 3, Types.VARCHAR);
            insert.setNull(position + 4, Types.VARCHAR);
            return;
        }
        insert.setString(position, value.pack().pack());
        insert.setInt(position + 1, value.pack().version());
        insert.setString(position + 2, value.id());
        insert.setString(position + 3, value.label());
        insert.setString(position + 4, value.clause());
    }
}
