package vn.ansinh.core.notice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;

/**
 * Who reads, as a table {@code me} of one row at the head of a statement, and what is told to them as conditions on a notice
 * {@code n}. Row-level security says the same once more.
 */
record Reader(Caller caller, LocalDate today) {

    /** Five parameters, see {@link #bind}. */
    static final String ME = """
            with me as materialized (select ?::bigint as unit, ?::text[] as programs, ?::text as account, ?::date as today,
                ?::boolean as publishes)
            """;

    /** How many parameters {@link #ME} has. */
    static final int PARAMETERS = 5;

    private static final String BELOW = "(me.unit is null or %1$s.unit_id in"
            + " (select unit_id from ansinh.unit_sight where ancestor_id = me.unit))";
    private static final String ABOVE = "(%1$s.unit_id is null or %1$s.unit_id in"
            + " (select ancestor_id from ansinh.unit_sight where unit_id = me.unit))";
    private static final String PROGRAM =
            "(%1$s.program is null or me.programs is null or %1$s.program = any (me.programs))";

    /** Told by the reader's own unit or one above it. */
    static final String TOLD = (ABOVE + " and " + PROGRAM).formatted("n");

    /** Told above or below: whoever stands above sees what is told below. */
    static final String TOLD_OR_BELOW = told("n");

    /** Shown today. */
    static final String SHOWN =
            "(n.withdrawn_at is null and n.from_day <= me.today" + " and (n.to_day is null or n.to_day >= me.today))";

    /** Was shown at some time; to come and taken back for who may publish there. */
    static final String EVER_SHOWN =
            "(n.withdrawn_at is null and n.from_day <= me.today or me.publishes and " + BELOW.formatted("n") + ")";

    /** Has been read as it stands. */
    static final String READ = "exists (select from ansinh.notice_read r where r.notice_id = n.id"
            + " and r.account = me.account and r.read_at >= n.told_at)";

    /** {@link #TOLD_OR_BELOW} of another table. */
    static String told(String alias) {
        return ("(" + ABOVE + " or " + BELOW + ") and " + PROGRAM).formatted(alias);
    }

    /** Binds the parameters of {@link #ME}; returns the position after them. */
    int bind(Connection connection, PreparedStatement statement) throws SQLException {
        if (caller.unitId() == 0) {
            statement.setNull(1, Types.BIGINT);
        } else {
            statement.setLong(1, caller.unitId());
        }
        statement.setArray(
                2,
                caller.programs().contains("*")
                        ? null
                        : connection.createArrayOf("text", caller.programs().toArray()));
        statement.setString(3, caller.account());
        statement.setObject(4, today);
        statement.setBoolean(5, caller.may(Permissions.NOTICE_PUBLISH));
        return PARAMETERS + 1;
    }
}
