package vn.ansinh.core.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.transaction.Scope;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.testkit.TestDatabase;

/**
 * Raw SQL on the application's login. One person each lives in Thành Sen (Hà Tĩnh) and in Vinh Hưng (Nghệ An), paid by program
 * a; a third in Thành Sen, paid by b.
 */
final class RawSql {

    /** Errors of the database: nobody acts; only the platform may; what is closed never changes; PostgreSQL's own refusal. */
    static final String NOBODY_ACTS = "AS002";

    static final String PLATFORM_ONLY = "AS003";
    static final String NEVER_CHANGES = "AS001";
    static final String REFUSED = "42501";

    static final Scope COUNTRY = scope(0, "*");
    static final Scope HA_TINH = scope(SmallCountry.HA_TINH, "*");
    static final Scope THANH_SEN = scope(SmallCountry.THANH_SEN, "*");
    static final Scope THANH_SEN_A = scope(SmallCountry.THANH_SEN, "a");
    static final Scope HUONG_SON = scope(SmallCountry.HUONG_SON, "*");

    private final TestDatabase database;
    private final Transactions scoped;
    private Scope acting = Scope.NOTHING;

    /** Lays the three people, with one row of everything about each. */
    RawSql(TestDatabase database) throws SQLException {
        this.database = database;
        this.scoped = database.scopedBy(() -> acting);
        new SmallCountry().store(database.transactions());
        database.transactions().run(connection -> {
            execute(connection, PlacedRows.LAW);
            execute(connection, PlacedRows.of(1, SmallCountry.THANH_SEN, "a"));
            execute(connection, PlacedRows.of(2, SmallCountry.VINH_HUNG, "a"));
            execute(connection, PlacedRows.of(3, SmallCountry.THANH_SEN, "b"));
        });
    }

    private static Scope scope(long unit, String program) {
        return new Scope(unit, Set.of(program), "can.bo");
    }

    /** Transactions of somebody. */
    Transactions transactionsOf(Scope scope) {
        acting = scope;
        return scoped;
    }

    /** First column of the first row for somebody, or the error's code. */
    String as(Scope scope, String sql) {
        acting = scope;
        try {
            return scoped.call(connection -> one(connection, sql));
        } catch (RuntimeException e) {
            return code(e);
        }
    }

    /** On a connection of the pool to which nobody told anything. */
    String raw(String sql) {
        return raw("", sql);
    }

    /** As above, on a connection that was told a scope which the platform did not seal for this transaction. */
    String raw(String told, String sql) {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!told.isEmpty()) {
                    try (PreparedStatement set =
                            connection.prepareStatement("select set_config('ansinh.scope', ?, true)")) {
                        set.setString(1, told);
                        set.execute();
                    }
                }
                return one(connection, sql);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static String code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState();
            }
        }
        throw new AssertionError(failure);
    }

    static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows && statement.getUpdateCount() >= 0) {
                rows = statement.getMoreResults();
            }
            if (!rows) {
                return "";
            }
            ResultSet row = statement.getResultSet();
            return row.next() ? row.getString(1) : "";
        }
    }

    /** First column of every row, as the owner of the tables. */
    List<String> list(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
