package vn.ansinh.core.benefit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.benefit.PayrollState;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.policy.PackVersion;

/** How payrolls and their lines are read. Columns are found by position. */
final class PayrollRows {

    /** For a select list over {@code payroll y join payroll_run r on r.id = y.run_id}. */
    static final String COLUMNS =
            "y.id, y.program, y.month, y.unit_id, y.state, y.run_id, y.run_count, r.as_of, y.people,"
                    + " y.lines, y.total, y.arrears, exists (select from ansinh.payroll_rule_use u"
                    + " join ansinh.payroll_unconfirmed_value v on v.rule_id = u.rule_id where u.payroll_id = y.id),"
                    + " y.drafted_at, y.closed_by, y.closed_at";

    /** How many {@link #COLUMNS} there are. */
    static final int WIDTH = 16;

    static final String FROM = " from ansinh.payroll y join ansinh.payroll_run r on r.id = y.run_id";

    /** For a select list over {@link #LINES_FROM}. */
    static final String LINE_COLUMNS = "l.id, l.payroll_id, l.entitlement_id, l.person_id, p.full_name, p.birth_date,"
            + " p.birth_year_only, coalesce(p.id_number, p.old_id_number), p.address, y.unit_id, r.benefit, r.rate,"
            + " r.rate_name, l.period, l.months, r.base, r.coefficient, l.multiple, l.due, l.paid_before, l.amount, r.base_clause,"
            + " r.coefficient_clause, r.pack, r.version, r.base_pack, r.base_version,"
            + " r.coefficient_pack, r.coefficient_version, r.fund,"
            + " exists (select from ansinh.payroll_unconfirmed_value v where v.rule_id = l.rule_id), "
            + EntitlementRows.payment("l");

    /** How many {@link #LINE_COLUMNS} there are. */
    static final int LINE_WIDTH = 37;

    static final String LINES_FROM = " from ansinh.payroll y"
            + " join ansinh.payroll_line l on l.payroll_id = y.id and l.month = y.month"
            + " join ansinh.payroll_rule r on r.id = l.rule_id"
            + " join ansinh.person p on p.id = l.person_id";

    private PayrollRows() {}

    static Payroll read(ResultSet row) throws SQLException {
        return new Payroll(
                row.getLong(1),
                row.getString(2),
                EntitlementRows.month(row, 3),
                row.getLong(4),
                PayrollState.valueOf(row.getString(5)),
                row.getLong(6),
                row.getInt(7),
                EntitlementRows.day(row, 8),
                row.getInt(9),
                row.getInt(10),
                row.getLong(11),
                row.getLong(12),
                row.getBoolean(13),
                instant(row, 14),
                row.getString(15),
                instant(row, 16));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static PayrollLine readLine(ResultSet row) throws SQLException {
        BirthDate birth = new BirthDate(EntitlementRows.day(row, 6), row.getBoolean(7));
        return new PayrollLine(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                birth.label(),
                row.getString(8),
                row.getString(9),
                row.getLong(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                EntitlementRows.month(row, 14),
                row.getInt(15),
                row.getLong(16),
                row.getBigDecimal(17).stripTrailingZeros(),
                row.getInt(18),
                row.getLong(19),
                row.getLong(20),
                row.getLong(21),
                row.getString(22),
                row.getString(23),
                pack(row, 24),
                pack(row, 26),
                pack(row, 28),
                row.getString(30),
                row.getBoolean(31),
                EntitlementRows.payment(row, 32));
    }

    private static String pack(ResultSet row, int column) throws SQLException {
        String pack = row.getString(column);
        return pack == null ? null : new PackVersion(pack, row.getInt(column + 1)).toString();
    }
}
