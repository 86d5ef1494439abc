package vn.ansinh.core.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.bulk.BulkDecision.State;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** Rows of {@code ansinh.bulk_decision}. */
final class Papers {

    private static final String SELECT =
            "select d.id, d.kind, d.program, d.unit_id, d.state, d.reason, d.month, d.benefit,"
                    + " d.note, d.number, d.date, (select count(*) from ansinh.bulk_row r where r.decision_id = d.id),"
                    + " (select count(*) from ansinh.bulk_row r where r.decision_id = d.id and r.state in ('WRONG', 'DOUBTFUL')),"
                    + " d.drafted_by, coalesce(d.drafted_name, d.drafted_by), d.drafted_at, d.decided_by,"
                    + " coalesce(d.decided_name, d.decided_by), d.decided_at, d.returned from ansinh.bulk_decision d where ";

    private final Connection connection;

    Papers(Connection connection) {
        this.connection = connection;
    }

    long insert(BulkDecision paper) throws SQLException {
        return Rows.list(
                        connection,
                        "insert into ansinh.bulk_decision (kind, program, unit_id, state, reason, month, benefit, note,"
                                + " drafted_by, drafted_name, drafted_at) values (?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?)"
                                + " returning id",
                        insert -> {
                            insert.setString(1, paper.kind().name());
                            insert.setString(2, paper.program());
                            insert.setLong(3, paper.unitId());
                            insert.setString(4, paper.reason());
                            insert.setDate(5, Held.date(paper.month()));
                            insert.setString(6, paper.benefit());
                            insert.setString(7, paper.note());
                            insert.setString(8, paper.draftedBy());
                            insert.setString(9, paper.draftedName());
                            insert.setObject(10, paper.draftedAt().atOffset(ZoneOffset.UTC));
                        },
                        row -> row.getLong(1))
                .get(0);
    }

    /** Holds it until the transaction ends. */
    Optional<BulkDecision> lock(long id) throws SQLException {
        Rows.list(
                connection,
                "select id from ansinh.bulk_decision where id = ? for update",
                select -> select.setLong(1, id),
                row -> row.getLong(1));
        return byId(id);
    }

    Optional<BulkDecision> byId(long id) throws SQLException {
        return Rows.list(connection, SELECT + "d.id = ?", select -> select.setLong(1, id), Papers::read).stream()
                .findFirst();
    }

    /** @param before id, 0 for the first page */
    List<BulkDecision> list(String program, State state, long before, int limit) throws SQLException {
        return Rows.list(
                connection,
                SELECT + "d.program = ? and (?::text is null or d.state = ?) and (? = 0 or d.id < ?)"
                        + " order by d.id desc limit ?",
                select -> {
                    select.setString(1, program);
                    select.setString(2, state == null ? null : state.name());
                    select.setString(3, state == null ? null : state.name());
                    select.setLong(4, before);
                    select.setLong(5, before);
                    select.setInt(6, limit);
                },
                Papers::read);
    }

    /** @param number {@code null} leaves number and date as they are */
    void turn(long id, State state, String number, LocalDate date, String returned) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update ansinh.bulk_decision set state = ?,"
                + " number = coalesce(?, number), date = coalesce(?, date), returned = ? where id = ?")) {
            update.setString(1, state.name());
            update.setString(2, number);
            update.setObject(3, date);
            update.setString(4, returned);
            update.setLong(5, id);
            update.executeUpdate();
        }
    }

    /** Remembers that somebody had a hand in the draft. */
    void changedBy(long id, String account) throws SQLException {
        Change.of(
                connection,
                "update ansinh.bulk_decision set changed_by = array_append(changed_by, ?) where id = ? and ? <> all (changed_by)",
                update -> {
                    update.setString(1, account);
                    update.setLong(2, id);
                    update.setString(3, account);
                });
    }

    /** Whether somebody drafted it, or a part of it. */
    boolean isOf(long id, String account) throws SQLException {
        return !Rows.list(
                        connection,
                        "select 1 from ansinh.bulk_decision where id = ? and (drafted_by = ? or ? = any (changed_by))",
                        select -> {
                            select.setLong(1, id);
                            select.setString(2, account);
                            select.setString(3, account);
                        },
                        row -> row.getInt(1))
                .isEmpty();
    }

    void sign(long id, String number, LocalDate date, Caller by, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update ansinh.bulk_decision set state = 'SIGNED',"
                + " number = ?, date = ?, decided_by = ?, decided_name = ?, decided_at = ? where id = ?")) {
            update.setString(1, number);
            update.setObject(2, date);
            update.setString(3, by.account());
            update.setString(4, by.fullName());
            update.setObject(5, at.atOffset(ZoneOffset.UTC));
            update.setLong(6, id);
            update.executeUpdate();
        }
    }

    private static BulkDecision read(ResultSet row) throws SQLException {
        return new BulkDecision(
                row.getLong(1),
                Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getLong(4),
                State.valueOf(row.getString(5)),
                row.getString(6),
                Held.month(row, 7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, LocalDate.class),
                row.getInt(12),
                row.getInt(13),
                row.getString(14),
                row.getString(15),
                row.getObject(16, OffsetDateTime.class).toInstant(),
                row.getString(17),
                row.getString(18),
                row.getObject(19) == null
                        ? null
                        : row.getObject(19, OffsetDateTime.class).toInstant(),
                row.getString(20));
    }
}
