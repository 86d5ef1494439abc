package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PackVersion;

/** The rows of {@code payroll_rule}, found or made as amounts need them: a line names its rule instead of repeating it. */
final class PayrollRules {

    private static final String SELECT =
            "select id, pack, version, rate, base_value, coefficient_value from ansinh.payroll_rule";

    private static final String INSERT = """
            insert into ansinh.payroll_rule (pack, version, benefit, rate, rate_name, base, base_value, base_label,
                base_clause, base_provisional, coefficient, coefficient_value, coefficient_label, coefficient_clause,
                coefficient_provisional)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""";

    private record Key(PackVersion pack, String rate, String base, String coefficient) {}

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
                PackVersion pack = new PackVersion(row.getString(2), row.getInt(3));
                ids.put(new Key(pack, row.getString(4), row.getString(5), row.getString(6)), row.getInt(1));
            }
        }
    }

    /** The rule by which something is due. */
    int of(Due due) throws SQLException {
        Citation base = due.cited().get(0);
        Citation coefficient = due.cited().get(1);
        Key key = new Key(due.pack(), due.rate(), base.id(), coefficient.id());
        Integer id = ids.get(key);
        if (id == null) {
            beAlone();
            id = ids.get(key);
        }
        if (id == null) {
            id = insert(due, base, coefficient);
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

    private int insert(Due due, Citation base, Citation coefficient) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, due.pack().pack());
            insert.setInt(2, due.pack().version());
            insert.setString(3, due.benefit());
            insert.setString(4, due.rate());
            insert.setString(5, due.rateName());
            insert.setLong(6, due.base());
            insert.setString(7, base.id());
            insert.setString(8, base.label());
            insert.setString(9, base.clause());
            insert.setBoolean(10, base.provisional());
            insert.setBigDecimal(11, due.coefficient());
            insert.setString(12, coefficient.id());
            insert.setString(13, coefficient.label());
            insert.setString(14, coefficient.clause());
            insert.setBoolean(15, coefficient.provisional());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
