package vn.ansinh.core.report.closing;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.report.ReportClosings.Hand;
import vn.ansinh.api.report.ReportClosings.State;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** {@code ansinh.report_closing}: who is how far with which report. */
final class ClosingRows {

    private static final String SELECT = """
            select c.id, c.report, c.title, c.version, c.program, c.permission, c.unit_id, c.cadence, c.period, c.turn,
                c.state, c.revision, c.groups, c.as_of, c.drafted_by, c.drafted_name, c.drafted_at, c.sent_by, c.sent_name,
                c.sent_at, c.decided_by, c.decided_name, c.decided_at, c.sha256, c.reason
            from ansinh.report_closing c\s""";

    private final Connection connection;

    ClosingRows(Connection connection) {
        this.connection = connection;
    }

    /** Two people who begin the same report wait for each other. */
    void hold(String report, long unitId, LocalDate period) throws SQLException {
        Rows.list(
                connection,
                "select pg_advisory_xact_lock(hashtextextended('ansinh.report_closing|' || ?, 0))",
                select -> select.setString(1, report + "|" + unitId + "|" + period),
                row -> true);
    }

    Optional<Kept> byId(long id) throws SQLException {
        return one("where c.id = ?", id);
    }

    /** As above, held until the transaction ends. */
    Optional<Kept> locked(long id) throws SQLException {
        return one("where c.id = ? for update", id);
    }

    private Optional<Kept> one(String where, long id) throws SQLException {
        return Rows.list(connection, SELECT + where, select -> select.setLong(1, id), ClosingRows::kept).stream()
                .findFirst();
    }

    /** All of a unit's for a period, the latest first. */
    List<Kept> history(String report, long unitId, LocalDate period) throws SQLException {
        return Rows.list(
                connection,
                SELECT + "where c.report = ? and c.period = ? and c.unit_id = ? order by c.turn desc",
                select -> {
                    bind(select, report, period);
                    select.setLong(3, unitId);
                },
                ClosingRows::kept);
    }

    /** The latest of each unit for a period. */
    List<Kept> latest(String report, Collection<Long> unitIds, LocalDate period) throws SQLException {
        return Rows.list(
                connection,
                "select distinct on (c.unit_id) " + SELECT.substring("select ".length())
                        + "where c.report = ? and c.period = ? and c.unit_id = any (?) order by c.unit_id, c.turn desc",
                select -> {
                    bind(select, report, period);
                    select.setArray(3, connection.createArrayOf("bigint", unitIds.toArray()));
                },
                ClosingRows::kept);
    }

    /** What went into a report when it was sent. */
    List<Kept> parts(long id) throws SQLException {
        return Rows.list(
                connection,
                SELECT
                        + "join ansinh.report_closing_part p on p.part_id = c.id where p.closing_id = ? order by c.unit_id",
                select -> select.setLong(1, id),
                ClosingRows::kept);
    }

    private static void bind(PreparedStatement statement, String report, LocalDate period) throws SQLException {
        statement.setString(1, report);
        statement.setDate(2, Date.valueOf(period));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                Cadence.valueOf(row.getString(8)),
                row.getObject(9, LocalDate.class),
                row.getInt(10),
                State.valueOf(row.getString(11)),
                row.getInt(12),
                List.of((String[]) row.getArray(13).getArray()),
                row.getTimestamp(14).toInstant(),
                hand(row, 15),
                hand(row, 18),
                hand(row, 21),
                row.getString(24),
                row.getString(25));
    }

    /** Account, name and moment, one after the other. */
    private static Hand hand(ResultSet row, int from) throws SQLException {
        String account = row.getString(from);
        return account == null
                ? null
                : new Hand(
                        account,
                        row.getString(from + 1),
                        row.getTimestamp(from + 2).toInstant());
    }

    /** Begins a draft. @return its id */
    long begin(ReportDefinition report, long unitId, Cadence cadence, LocalDate period, int turn, Instant asOf, Hand by)
            throws SQLException {
        return Rows.list(
                        connection,
                        "insert into ansinh.report_closing (report, title, version, program, permission, unit_id, cadence,"
                                + " period, turn, state, revision, groups, as_of, drafted_by, drafted_name, drafted_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT', 1, ?, ?, ?, ?, ?) returning id",
                        insert -> {
                            insert.setString(1, report.id());
                            insert.setString(2, report.title());
                            insert.setString(3, report.version());
                            insert.setString(4, report.program());
                            insert.setString(5, report.permission());
                            insert.setLong(6, unitId);
                            insert.setString(7, cadence.name());
                            insert.setDate(8, Date.valueOf(period));
                            insert.setInt(9, turn);
                            insert.setArray(
                                    10,
                                    connection.createArrayOf(
                                            "text", report.groups().toArray()));
                            insert.setTimestamp(11, Timestamp.from(asOf));
                            bind(insert, 12, by);
                        },
                        row -> row.getLong(1))
                .get(0);
    }

    private static void bind(PreparedStatement statement, int from, Hand by) throws SQLException {
        statement.setString(from, by.account());
        statement.setString(from + 1, by.fullName());
        statement.setTimestamp(from + 2, Timestamp.from(by.at()));
    }

    /** A draft was computed anew. */
    void redrafted(long id, ReportDefinition report, Instant asOf, Hand by) throws SQLException {
        Change.of(
                connection,
                "update ansinh.report_closing set title = ?, version = ?, permission = ?, groups = ?, as_of = ?, drafted_by = ?,"
                        + " drafted_name = ?, drafted_at = ?, revision = revision + 1 where id = ?",
                update -> {
                    update.setString(1, report.title());
                    update.setString(2, report.version());
                    update.setString(3, report.permission());
                    update.setArray(
                            4, connection.createArrayOf("text", report.groups().toArray()));
                    update.setTimestamp(5, Timestamp.from(asOf));
                    bind(update, 6, by);
                    update.setLong(9, id);
                });
    }

    /** A draft was changed. */
    void changed(long id) throws SQLException {
        Change.of(
                connection,
                "update ansinh.report_closing set revision = revision + 1 where id = ?",
                update -> update.setLong(1, id));
    }

    void send(long id, Hand by, String sha256) throws SQLException {
        Change.of(
                connection,
                "update ansinh.report_closing set state = 'SENT', sent_by = ?, sent_name = ?, sent_at = ?, sha256 = ?"
                        + " where id = ?",
                update -> {
                    bind(update, 1, by);
                    update.setString(4, sha256);
                    update.setLong(5, id);
                });
    }

    /** @param reason {@code null} when it was taken up */
    void decide(long id, State state, Hand by, String reason) throws SQLException {
        Change.of(
                connection,
                "update ansinh.report_closing set state = ?, decided_by = ?, decided_name = ?, decided_at = ?, reason = ?"
                        + " where id = ?",
                update -> {
                    update.setString(1, state.name());
                    bind(update, 2, by);
                    update.setString(5, reason);
                    update.setLong(6, id);
                });
    }

    /** Whether it went into a report that was sent and not given back. */
    boolean isPart(long id) throws SQLException {
        return !Rows.list(
                        connection,
                        "select from ansinh.report_closing_part p join ansinh.report_closing c on c.id = p.closing_id"
                                + " where p.part_id = ? and c.state in ('SENT', 'RECEIVED')",
                        select -> select.setLong(1, id),
                        row -> true)
                .isEmpty();
    }

    void addParts(long id, Collection<Long> parts) throws SQLException {
        Change.of(
                connection,
                "insert into ansinh.report_closing_part (closing_id, part_id) select ?, unnest(?)",
                insert -> {
                    insert.setLong(1, id);
                    insert.setArray(2, connection.createArrayOf("bigint", parts.toArray()));
                });
    }
}
