package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;

/**
 * Keeps {@code payroll_change} short. A row is needed while some payroll that may still be carried over or closed had not seen
 * it. Communes that have not closed for long do not keep everybody's rows: they are computed in full when they come back.
 */
final class PayrollChanges {

    private static final int MONTHS = 3;

    private static final String HOLD = "select from ansinh.payroll_change_kept for share";

    private static final String TAKE = "select from ansinh.payroll_change_kept for update skip locked";

    private static final String MOVE = """
            update ansinh.payroll_change_kept set since = greatest(since, (
                select least(min(pg_snapshot_xmin(r.seen)), pg_snapshot_xmin(pg_current_snapshot()))
                from ansinh.payroll y
                    join ansinh.payroll_run r on r.id = y.run_id
                    join ansinh.payroll_commune c on c.program = y.program and c.unit_id = y.unit_id
                where y.month >= ? and (y.state = 'DRAFT' or y.state = 'CLOSED' and y.month = c.closed_through)
                  and r.cluster = (select system_identifier from pg_control_system())))""";

    private static final String DELETE =
            "delete from ansinh.payroll_change where xid < (select since from ansinh.payroll_change_kept)";

    private PayrollChanges() {}

    /** Nothing goes until this transaction ends. */
    static void hold(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(HOLD);
        }
    }

    /** Deletes what nobody needs any more, unless somebody is looking. @param month about to be drafted */
    static void tidy(Connection connection, YearMonth month) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement move = connection.prepareStatement(MOVE)) {
            try (ResultSet row = statement.executeQuery(TAKE)) {
                if (!row.next()) {
                    return;
                }
            }
            move.setDate(1, EntitlementRows.date(month.minusMonths(MONTHS)));
            move.executeUpdate();
            statement.executeUpdate(DELETE);
        }
    }
}
