package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import vn.ansinh.api.problem.Problem;

/**
 * Who drafts, closes or orders holds the communes' rows until the transaction ends; always taken in the order of their keys. Closing
 * also keeps rights from moving into or out of the communes (the trigger on {@code entitlement} asks for the rows); drafting
 * does not.
 */
public final class CommuneLocks {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private CommuneLocks() {}

    /** See {@link #take}. */
    static Map<Long, YearMonth> forDrafting(Connection connection, String program, Collection<Long> units)
            throws SQLException {
        return take(connection, program, units, "for no key update");
    }

    /** See {@link #take}. */
    public static Map<Long, YearMonth> forClosing(Connection connection, String program, Collection<Long> units)
            throws SQLException {
        return take(connection, program, units, "for update");
    }

    /**
     * Takes the locks.
     *
     * @return the latest closed month by commune, {@code null} for none
     * @throws Problem CONFLICT when somebody else held one of them for too long
     */
    private static Map<Long, YearMonth> take(
            Connection connection, String program, Collection<Long> units, String strength) throws SQLException {
        Long[] keys = units.toArray(Long[]::new);
        try (Statement patience = connection.createStatement()) {
            patience.execute("set local lock_timeout = '20s'");
            insert(connection, program, keys);
            Map<Long, YearMonth> closedThrough = lock(connection, program, keys, strength);
            patience.execute("set local lock_timeout = default");
            return closedThrough;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "AS-PAYROLL-BUSY",
                        "Danh sách của đơn vị này đang được người khác lập hoặc chốt. Vui lòng đợi ít phút rồi làm lại.",
                        e);
            }
            throw e;
        }
    }

    private static void insert(Connection connection, String program, Long[] units) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ansinh.payroll_commune (program, unit_id)"
                        + " select ?, u from unnest(?) u order by u on conflict do nothing")) {
            insert.setString(1, program);
            insert.setArray(2, connection.createArrayOf("bigint", units));
            insert.executeUpdate();
        }
    }

    private static Map<Long, YearMonth> lock(Connection connection, String program, Long[] units, String strength)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select unit_id, closed_through from ansinh.payroll_commune"
                        + " where program = ? and unit_id = any(?) order by unit_id " + strength)) {
            select.setString(1, program);
            select.setArray(2, connection.createArrayOf("bigint", units));
            try (ResultSet row = select.executeQuery()) {
                Map<Long, YearMonth> closedThrough = new HashMap<>();
                while (row.next()) {
                    closedThrough.put(row.getLong(1), EntitlementRows.month(row, 2));
                }
                return closedThrough;
            }
        }
    }
}
