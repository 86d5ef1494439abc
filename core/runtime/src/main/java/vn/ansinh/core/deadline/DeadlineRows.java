package vn.ansinh.core.deadline;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.deadline.Deadlines.UnitRule;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** What units set beside what programs declare, as rows. */
final class DeadlineRows {

    private static final String RULE =
            "select id, deadline, unit_id, cadence, months, day, working_day, due_time, cut_off,"
                    + " from_period, reason, account, set_at from ansinh.deadline_rule where ended_at is null";

    private final Connection connection;

    DeadlineRows(Connection connection) {
        this.connection = connection;
    }

    /** More time for a unit. */
    record Extension(Instant until, String reason) {}

    /** Every rule that has not ended, the newest first. */
    List<UnitRule> rules() throws SQLException {
        return Rows.list(connection, RULE + " order by id desc", select -> {}, DeadlineRows::rule);
    }

    Optional<UnitRule> rule(long id) throws SQLException {
        return Rows.list(
                        connection,
                        RULE + " and id = ? for update",
                        select -> select.setLong(1, id),
                        DeadlineRows::rule)
                .stream()
                .findFirst();
    }

    private static UnitRule rule(ResultSet row) throws SQLException {
        return new UnitRule(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                new DueRule(
                        Cadence.valueOf(row.getString(4)),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getObject(8, LocalTime.class)),
                row.getBoolean(9),
                row.getObject(10, LocalDate.class),
                row.getString(11),
                row.getString(12),
                row.getTimestamp(13).toInstant());
    }

    long add(UnitRule draft) throws SQLException {
        return Rows.list(
                        connection,
                        "insert into ansinh.deadline_rule (deadline, unit_id, cadence, months, day, working_day, due_time,"
                                + " cut_off, from_period, reason, account, set_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                        insert -> bind(insert, draft),
                        row -> row.getLong(1))
                .get(0);
    }

    private static void bind(PreparedStatement insert, UnitRule draft) throws SQLException {
        insert.setString(1, draft.deadline());
        insert.setLong(2, draft.unitId());
        insert.setString(3, draft.rule().cadence().name());
        insert.setInt(4, draft.rule().months());
        insert.setInt(5, draft.rule().day());
        insert.setInt(6, draft.rule().workingDay());
        insert.setObject(7, draft.rule().time());
        insert.setBoolean(8, draft.cutOff());
        insert.setDate(9, Date.valueOf(draft.from()));
        insert.setString(10, draft.reason());
        insert.setString(11, draft.account());
        insert.setTimestamp(12, Timestamp.from(draft.setAt()));
    }

    void end(long id, String account, Instant at, String reason) throws SQLException {
        Change.of(
                connection,
                "update ansinh.deadline_rule set ended_at = ?, ended_by = ?, end_reason = ? where id = ?",
                update -> {
                    update.setTimestamp(1, Timestamp.from(at));
                    update.setString(2, account);
                    update.setString(3, reason);
                    update.setLong(4, id);
                });
    }

    /** The latest extension of each unit in the scope. */
    Map<Long, Extension> extensions(String deadline, LocalDate period) throws SQLException {
        Map<Long, Extension> extensions = new HashMap<>();
        Rows.list(
                connection,
                "select distinct on (unit_id) unit_id, until, reason from ansinh.deadline_extension"
                        + " where deadline = ? and period = ? order by unit_id, until desc",
                select -> bind(select, deadline, period),
                row -> extensions.put(
                        row.getLong(1), new Extension(row.getTimestamp(2).toInstant(), row.getString(3))));
        return extensions;
    }

    void extend(
            String deadline, long unitId, LocalDate period, Instant until, String reason, String account, Instant at)
            throws SQLException {
        Change.of(
                connection,
                "insert into ansinh.deadline_extension (deadline, period, unit_id, until, reason, account, given_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                insert -> {
                    bind(insert, deadline, period);
                    insert.setLong(3, unitId);
                    insert.setTimestamp(4, Timestamp.from(until));
                    insert.setString(5, reason);
                    insert.setString(6, account);
                    insert.setTimestamp(7, Timestamp.from(at));
                });
    }

    /** When units in the scope said that they had done it. */
    Map<Long, Instant> reports(String deadline, LocalDate period) throws SQLException {
        Map<Long, Instant> reports = new HashMap<>();
        Rows.list(
                connection,
                "select unit_id, reported_at from ansinh.deadline_report where deadline = ? and period = ?",
                select -> bind(select, deadline, period),
                row -> reports.put(row.getLong(1), row.getTimestamp(2).toInstant()));
        return reports;
    }

    /** @return whether it was not said before */
    boolean report(String deadline, long unitId, LocalDate period, String note, String account, Instant at)
            throws SQLException {
        return Change.of(
                        connection,
                        "insert into ansinh.deadline_report (deadline, period, unit_id, note, account, reported_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        insert -> {
                            bind(insert, deadline, period);
                            insert.setLong(3, unitId);
                            insert.setString(4, note);
                            insert.setString(5, account);
                            insert.setTimestamp(6, Timestamp.from(at));
                        })
                > 0;
    }

    private static void bind(PreparedStatement statement, String deadline, LocalDate period) throws SQLException {
        statement.setString(1, deadline);
        statement.setDate(2, Date.valueOf(period));
    }
}
