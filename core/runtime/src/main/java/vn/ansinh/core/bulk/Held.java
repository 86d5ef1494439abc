package vn.ansinh.core.bulk;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Rows;

/**
 * A right that a decision is about, as it stands.
 *
 * @param to last month, {@code null} while it lasts
 * @param own whether it is paid within the decision's unit
 * @param pausedFrom first month of the last pause that counts, {@code null} for none
 * @param pausedTo its last month, {@code null} while it lasts
 */
record Held(
        long id,
        long personId,
        String program,
        String benefit,
        long unitId,
        YearMonth from,
        YearMonth to,
        boolean own,
        YearMonth pausedFrom,
        YearMonth pausedTo) {

    private static final String SELECT =
            "select e.id, e.person_id, e.program, e.benefit, e.unit_id, e.from_month, e.to_month,"
                    + " %s, u.from_month, u.to_month from ansinh.entitlement e left join lateral (select n.from_month, n.to_month"
                    + " from ansinh.entitlement_pause n where n.entitlement_id = e.id and not n.paid_back"
                    + " order by n.from_month desc limit 1) u on true where e.%s = any(?) order by e.id";

    /** The rights themselves. @param scope on {@code e.unit_id} */
    static List<Held> byId(Connection connection, Collection<Long> ids, PersonScope scope) throws SQLException {
        return list(connection, "id", ids, scope);
    }

    /** All rights of people. @param scope on {@code e.unit_id} */
    static List<Held> ofPeople(Connection connection, Collection<Long> people, PersonScope scope) throws SQLException {
        return list(connection, "person_id", people, scope);
    }

    /** Holds the rights of the decision until the transaction ends, in the order in which everybody does. */
    static void lock(Connection connection, Collection<Long> ids) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                "select id from ansinh.entitlement where id = any(?) order by id for update")) {
            lock.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            lock.executeQuery().close();
        }
    }

    private static List<Held> list(Connection connection, String column, Collection<Long> ids, PersonScope scope)
            throws SQLException {
        return Rows.list(
                connection,
                SELECT.formatted(scope.sql(), column),
                select -> select.setArray(scope.bind(select, 1), connection.createArrayOf("bigint", ids.toArray())),
                row -> new Held(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        month(row, 6),
                        month(row, 7),
                        row.getBoolean(8),
                        month(row, 9),
                        month(row, 10)));
    }

    static YearMonth month(ResultSet row, int column) throws SQLException {
        LocalDate day = row.getObject(column, LocalDate.class);
        return day == null ? null : YearMonth.from(day);
    }

    /** A month as the tables keep it: its first day; {@code null} stays {@code null}. */
    static Date date(YearMonth month) {
        return month == null ? null : Date.valueOf(month.atDay(1));
    }

    /** Whether it pays for months after {@code month}. */
    boolean runsBeyond(YearMonth month) {
        return to == null || to.isAfter(month);
    }
}
