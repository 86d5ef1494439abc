package vn.ansinh.core.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import vn.ansinh.api.bulk.BulkRow;
import vn.ansinh.api.bulk.BulkRow.Report;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.CopyIn;
import vn.ansinh.core.sql.Rows;

/** How the rows of a decision are written and read, all in one statement each. */
final class Lines {

    private static final String STAGE = """
            create temp table if not exists bulk_line (
                no integer not null, report text[], state text not null, person_id bigint, entitlement_id bigint,
                to_unit_id bigint, day date, candidates bigint[] not null, message text) on commit drop;
            delete from pg_temp.bulk_line""";

    private static final String COLUMNS =
            "no, report, state, person_id, entitlement_id, to_unit_id, day, candidates, message";

    private static final String INSERT = "insert into ansinh.bulk_row (decision_id, " + COLUMNS + ") select ?, "
            + COLUMNS + " from pg_temp.bulk_line";

    private static final String UPDATE = """
            update ansinh.bulk_row r set report = l.report, state = l.state, person_id = l.person_id,
                entitlement_id = l.entitlement_id, to_unit_id = l.to_unit_id, day = l.day, candidates = l.candidates,
                message = l.message
            from pg_temp.bulk_line l where r.decision_id = ? and r.no = l.no""";

    private static final String OF_DECISION =
            "select no, report, state, coalesce(person_id, 0), coalesce(entitlement_id, 0),"
                    + " coalesce(to_unit_id, 0), day, candidates, confirmed_by is not null, message from ansinh.bulk_row"
                    + " where decision_id = ? and (? or no = any(?)) order by no";

    private final Connection connection;

    Lines(Connection connection) {
        this.connection = connection;
    }

    void insert(long decision, List<Line> lines) throws SQLException {
        write(INSERT, decision, lines);
    }

    void update(long decision, List<Line> lines) throws SQLException {
        write(UPDATE, decision, lines);
    }

    private void write(String sql, long decision, List<Line> lines) throws SQLException {
        try (var stage = connection.createStatement()) {
            stage.execute(STAGE);
        }
        try (CopyIn copy = CopyIn.into(connection, "pg_temp.bulk_line (" + COLUMNS + ")")) {
            for (Line line : lines) {
                copy.row(
                        line.no(),
                        typed(line.report()),
                        line.state(),
                        line.personId() == 0 ? null : line.personId(),
                        line.entitlementId() == 0 ? null : line.entitlementId(),
                        line.toUnitId() == 0 ? null : line.toUnitId(),
                        line.day(),
                        connection.createArrayOf("bigint", line.candidates().toArray()),
                        line.message());
            }
            copy.finish();
        }
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setLong(1, decision);
            write.executeUpdate();
        }
    }

    private Object typed(Report report) throws SQLException {
        return report == null
                ? null
                : connection.createArrayOf(
                        "text",
                        new Object[] {report.number(), report.name(), report.birth(), report.day(), report.unit()});
    }

    /** All rows. */
    List<Line> of(long decision) throws SQLException {
        return read(decision, true, List.of());
    }

    /** Some rows. */
    List<Line> of(long decision, Collection<Integer> nos) throws SQLException {
        return read(decision, false, nos);
    }

    private List<Line> read(long decision, boolean all, Collection<Integer> nos) throws SQLException {
        return Rows.list(
                connection,
                OF_DECISION,
                select -> {
                    select.setLong(1, decision);
                    select.setBoolean(2, all);
                    select.setArray(3, connection.createArrayOf("integer", nos.toArray()));
                },
                row -> new Line(
                        row.getInt(1),
                        report(row, 2),
                        BulkRow.State.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getObject(7, LocalDate.class),
                        new ArrayList<>(Arrays.asList((Long[]) row.getArray(8).getArray())),
                        row.getBoolean(9),
                        row.getString(10)));
    }

    /** @return {@code null} for none */
    static Report report(ResultSet row, int column) throws SQLException {
        if (row.getArray(column) == null) {
            return null;
        }
        String[] typed = (String[]) row.getArray(column).getArray();
        return new Report(typed[0], typed[1], typed[2], typed[3], typed[4]);
    }

    /** Remembers who said whom a row is about; {@code null} for nobody. */
    void confirmed(long id, int no, String by) throws SQLException {
        Change.of(
                connection, "update ansinh.bulk_row set confirmed_by = ? where decision_id = ? and no = ?", update -> {
                    update.setString(1, by);
                    update.setLong(2, id);
                    update.setInt(3, no);
                });
    }
}
