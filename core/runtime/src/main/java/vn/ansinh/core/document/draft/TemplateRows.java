package vn.ansinh.core.document.draft;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.document.Papers.Template;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** Table {@code ansinh.paper_template}. Who may was asked before. */
final class TemplateRows {

    /** The unit itself and all above it, the nearest first: the more units see it, the lower it stands. */
    private static final String ABOVE =
            " from ansinh.paper_template t join ansinh.unit_closure c on c.ancestor_id = t.unit_id"
                    + " and c.unit_id = ? where t.code = ?";

    private static final String NEAREST = "(select count(*) from ansinh.unit_closure up where up.unit_id = t.unit_id)";

    private static final String HOLDS =
            "select t.content" + ABOVE + " and t.withdrawn_at is null order by " + NEAREST + " desc limit 1";

    private static final String ALL = "select t.unit_id, t.version, t.withdrawn_at is null and " + NEAREST
            + " = max(case when t.withdrawn_at is null then " + NEAREST + " end) over (), t.added_by, t.added_at, t.why"
            + ABOVE + " order by t.id desc";

    private static final String INSERT =
            "insert into ansinh.paper_template (code, unit_id, version, content, sha256, added_by, added_at, why)"
                    + " select ?, ?, coalesce(max(version), 0) + 1, ?, encode(sha256(?), 'hex'), ?, ?, ?"
                    + " from ansinh.paper_template where code = ? and unit_id = ? returning version";

    private static final String WITHDRAW = "update ansinh.paper_template set withdrawn_by = ?, withdrawn_at = ?,"
            + " withdrawn_why = ? where code = ? and unit_id = ? and withdrawn_at is null";

    private final Connection connection;

    TemplateRows(Connection connection) {
        this.connection = connection;
    }

    /** The file that holds for a unit; empty for the platform's own. */
    Optional<byte[]> holds(String code, long unitId) throws SQLException {
        return Rows.list(
                        connection,
                        HOLDS,
                        select -> {
                            select.setLong(1, unitId);
                            select.setString(2, code);
                        },
                        row -> row.getBytes(1))
                .stream()
                .findFirst();
    }

    /** All versions of a unit and those above, the latest first. */
    List<Template> all(String code, long unitId) throws SQLException {
        return Rows.list(
                connection,
                ALL,
                select -> {
                    select.setLong(1, unitId);
                    select.setString(2, code);
                },
                row -> new Template(
                        code,
                        row.getLong(1),
                        row.getInt(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getString(6)));
    }

    /** @return its version */
    int insert(String code, long unitId, byte[] content, String account, Instant now, String why) throws SQLException {
        return Rows.list(
                        connection,
                        INSERT,
                        insert -> {
                            insert.setString(1, code);
                            insert.setLong(2, unitId);
                            insert.setBytes(3, content);
                            insert.setBytes(4, content);
                            insert.setString(5, account);
                            insert.setTimestamp(6, Timestamp.from(now));
                            insert.setString(7, why);
                            insert.setString(8, code);
                            insert.setLong(9, unitId);
                        },
                        row -> row.getInt(1))
                .get(0);
    }

    /** @return how many were in use: 0 or 1 */
    int withdraw(String code, long unitId, String account, Instant now, String why) throws SQLException {
        return Change.of(connection, WITHDRAW, update -> {
            update.setString(1, account);
            update.setTimestamp(2, Timestamp.from(now));
            update.setString(3, why);
            update.setString(4, code);
            update.setLong(5, unitId);
        });
    }
}
