package vn.ansinh.core.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit.Query;
import vn.ansinh.api.audit.Entry;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.sql.Rows;

/** A page of the audit's rows, the latest first. */
final class EntryQuery {

    private static final int CURSOR_BASE = 36;

    private final Query query;
    private final List<String> accounts;
    private final long unit;
    private final NumberSight sight;
    private final long before;

    /**
     * @param accounts who acted; empty for everybody
     * @param reader sees what accounts within their unit did, and of numbers as much as they may
     */
    EntryQuery(Query query, List<String> accounts, Caller reader) {
        this(query, accounts, reader.unitId(), NumberSight.of(reader));
    }

    private EntryQuery(Query query, List<String> accounts, long unit, NumberSight sight) {
        this.query = query;
        this.accounts = accounts;
        this.unit = unit;
        this.sight = sight;
        this.before = query.cursor() == null ? Long.MAX_VALUE : parse(query.cursor());
    }

    /** The same, whatever unit acted. */
    EntryQuery wherever() {
        return new EntryQuery(query, accounts, 0, sight);
    }

    /** Where the page after a row begins. */
    static String cursor(long id) {
        return Long.toString(id, CURSOR_BASE);
    }

    private static long parse(String cursor) {
        try {
            return Long.parseLong(cursor, CURSOR_BASE);
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "AS-AUDIT-CURSOR", "Vị trí trang trong nhật ký không còn dùng được. Hãy mở lại từ đầu.");
        }
    }

    List<Entry> list(Connection connection, int limit) throws SQLException {
        return Rows.list(
                connection,
                sql(),
                statement -> statement.setInt(bind(connection, statement), limit),
                row -> EntryRows.read(row, sight));
    }

    private String sql() {
        return EntryRows.SELECT + " where e.id < ?"
                + (unit == 0 ? "" : " and e.unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = ?)")
                + (accounts.isEmpty() ? "" : " and e.account = any(?)")
                + (query.act() == null ? "" : " and e.act = ?")
                + (query.action() == null ? "" : " and e.action = ?")
                + (query.subject() == null
                        ? ""
                        : " and (e.subject_kind = ? and e.subject_id = ? and e.subject_id <> 0"
                                + " or e.subject_kind = ? and e.ids @> array[?::bigint])")
                + EntryRows.BETWEEN + " order by e.id desc limit ?";
    }

    /** @return the position after what was bound */
    private int bind(Connection connection, PreparedStatement statement) throws SQLException {
        int position = 1;
        statement.setLong(position++, before);
        if (unit != 0) {
            statement.setLong(position++, unit);
        }
        if (!accounts.isEmpty()) {
            statement.setArray(position++, connection.createArrayOf("text", accounts.toArray()));
        }
        if (query.act() != null) {
            statement.setString(position++, query.act().name());
        }
        if (query.action() != null) {
            statement.setString(position++, query.action());
        }
        Subject subject = query.subject();
        if (subject != null) {
            statement.setString(position++, subject.kind());
            statement.setLong(position++, subject.id());
            statement.setString(position++, subject.kind());
            statement.setLong(position++, subject.id());
        }
        return EntryRows.bindBetween(statement, position, query.from(), query.to());
    }
}
