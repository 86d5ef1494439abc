package vn.ansinh.core.board;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.board.Boards.Moves;
import vn.ansinh.core.sql.Rows;

/**
 * Who joined and who left, added up from what was counted when lists were closed. Of the rights on a unit's list those count
 * as joined that were on no list of the subtree the month before, and those as left that were and are not any more: of units
 * that have closed the month, and of units that ended before it once all that took them over have.
 */
final class MoveSums {

    private static final String OF_LISTS = """
            select b.%1$s as key, sum(b.rights - b.opened - b.kept) as joined, sum(b.due - b.opened_due - b.kept_due) as gain,
                sum(b.former - b.kept) as gone, sum(b.former_due - b.kept_before) as loss, sum(b.changed) as changed,
                sum(b.changed_by) as changed_by
            from ansinh.board_benefit b
            where %2$s and b.program = any(?) and b.month between ? and ? group by 1""";

    private static final String OF_ENDED_UNITS = """
            select %1$s, 0, 0, sum(b.rights), sum(b.due), 0, 0
            from ansinh.board_benefit b join ansinh.unit u on u.id = b.unit_id
            where %2$s and b.program = any(?) and b.month between ? and ?
              and u.valid_to <= (b.month + interval '1 month')::date
              and not exists (select from ansinh.unit_succession s
                where s.old_id = u.id and not exists (select from ansinh.payroll y
                    where y.program = b.program and y.unit_id = s.new_id and y.state = 'CLOSED'
                      and y.month = (b.month + interval '1 month')::date))
            group by 1""";

    /** Left is only who has left a unit that counts: one that closed the month too, or has ended. */
    private static final String WITHIN = """
            from ansinh.board_transfer t join ansinh.unit f on f.id = t.from_unit_id
                cross join lateral (select f.valid_to <= t.month or exists (select from ansinh.payroll y
                    where y.program = t.program and y.unit_id = f.id and y.month = t.month and y.state = 'CLOSED')
                    as done) d
            where %1$s and %2$s and t.program = any(?) and t.month between ? and ?""";

    private static final String OF_TRANSFERS = """
            select t.month, -sum(t.rights), -sum(t.due), -coalesce(sum(t.rights) filter (where d.done), 0),
                -coalesce(sum(t.before) filter (where d.done), 0), sum(t.changed), sum(t.changed_by)
            """ + WITHIN + " group by 1";

    private static final String TRANSFERS = """
            select t.from_unit_id, t.unit_id, sum(t.rights), sum(t.due), coalesce(sum(t.rights) filter (where d.done), 0),
                coalesce(sum(t.before) filter (where d.done), 0), sum(t.changed), sum(t.changed_by)
            """ + WITHIN + " group by 1, 2";

    private final Connection connection;
    private final Reach reach;
    private final String[] programs;

    MoveSums(Connection connection, Reach reach, String[] programs) {
        this.connection = connection;
        this.reach = reach;
        this.programs = programs;
    }

    /** By month, of the whole subtree. */
    Map<YearMonth, Moves> byMonth(YearMonth first, YearMonth last) throws SQLException {
        String sql = "select m.key, sum(joined), sum(gain), sum(gone), sum(loss), sum(changed), sum(changed_by) from ("
                + OF_LISTS.formatted("month", reach.sql("b.unit_id"))
                + " union all "
                + OF_ENDED_UNITS.formatted("(b.month + interval '1 month')::date", reach.sql("b.unit_id"))
                + " union all "
                + OF_TRANSFERS.formatted(reach.sql("t.unit_id"), reach.sql("t.from_unit_id"))
                + ") m group by 1";
        Map<YearMonth, Moves> moves = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int position = bind(select, 1, 1, first, last);
            position = bind(select, position, 1, first.minusMonths(1), last.minusMonths(1));
            bind(select, position, 2, first, last);
            Rows.list(select, row -> moves.put(YearMonth.from(row.getDate(1).toLocalDate()), moves(row, 2)));
        }
        return moves;
    }

    /** What each unit's lists say of themselves for a month; {@link #transfers} between units of one part are to be taken off. */
    Map<Long, Moves> byUnit(YearMonth month) throws SQLException {
        String sql = OF_LISTS.formatted("unit_id", reach.sql("b.unit_id")) + " union all "
                + OF_ENDED_UNITS.formatted("b.unit_id", reach.sql("b.unit_id"));
        Map<Long, Moves> moves = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int position = bind(select, 1, 1, month, month);
            bind(select, position, 1, month.minusMonths(1), month.minusMonths(1));
            Rows.list(select, row -> moves.merge(row.getLong(1), moves(row, 2), Moves::plus));
        }
        return moves;
    }

    /** @param moves what neither joined nor left when both units count as one: negative, except what was adjusted */
    record Transfer(long from, long to, Moves moves) {}

    List<Transfer> transfers(YearMonth month) throws SQLException {
        String sql = TRANSFERS.formatted(reach.sql("t.unit_id"), reach.sql("t.from_unit_id"));
        return Rows.list(
                connection,
                sql,
                select -> bind(select, 1, 2, month, month),
                row -> new Transfer(
                        row.getLong(1),
                        row.getLong(2),
                        new Moves(
                                -row.getLong(3),
                                -row.getLong(4),
                                -row.getLong(5),
                                -row.getLong(6),
                                row.getLong(7),
                                row.getLong(8))));
    }

    private int bind(PreparedStatement statement, int from, int conditions, YearMonth first, YearMonth last)
            throws SQLException {
        int position = from;
        for (int i = 0; i < conditions; i++) {
            position = reach.bind(statement, position);
        }
        statement.setArray(position++, connection.createArrayOf("text", programs));
        statement.setDate(position++, java.sql.Date.valueOf(first.atDay(1)));
        statement.setDate(position++, java.sql.Date.valueOf(last.atDay(1)));
        return position;
    }

    private static Moves moves(ResultSet row, int from) throws SQLException {
        return new Moves(
                row.getLong(from),
                row.getLong(from + 1),
                row.getLong(from + 2),
                row.getLong(from + 3),
                row.getLong(from + 4),
                row.getLong(from + 5));
    }
}
