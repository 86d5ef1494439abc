package vn.ansinh.core.unit.resolution;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.ResolutionState;
import vn.ansinh.api.unit.ResolutionState.Beginning;
import vn.ansinh.api.unit.ResolutionState.Stage;
import vn.ansinh.api.unit.Resolutions.Touched;
import vn.ansinh.core.sql.Rows;

/** The statements behind {@link StoredResolutions}. */
final class ResolutionRows {

    private static final String SELECT = "select id, file, number, name, promulgated, in_force, state, source,"
            + " proposed_by, proposed_at, decided_by, decided_at, reason from ansinh.unit_resolution";

    private static final String TOUCHED = """
            select (select count(*) from ansinh.person p where p.unit_id = u.id and p.deleted_at is null),
                (select count(*) from ansinh.entitlement e where e.unit_id = u.id and e.to_month is null),
                (select count(*) from ansinh.account a where a.unit_id = u.id)
            from ansinh.unit u where u.id = ?""";

    private ResolutionRows() {}

    /** @param source the file as it was brought */
    record Kept(ResolutionState state, String source) {}

    static void insert(Connection connection, ResolutionState checked, String source, String digest, String account)
            throws SQLException {
        update(
                connection,
                "insert into ansinh.unit_resolution (number, name, promulgated, in_force, file, source, digest, state,"
                        + " proposed_by) values (?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?) on conflict (digest) do nothing",
                checked.number(),
                checked.name(),
                Date.valueOf(checked.promulgated()),
                Date.valueOf(checked.inForce()),
                checked.file(),
                source,
                digest,
                account);
    }

    static List<Kept> all(Connection connection) throws SQLException {
        return Rows.list(connection, SELECT + " order by id desc", statement -> {}, ResolutionRows::read);
    }

    static Kept byDigest(Connection connection, String digest) throws SQLException {
        return one(Rows.list(
                connection,
                SELECT + " where digest = ?",
                statement -> statement.setString(1, digest),
                ResolutionRows::read));
    }

    static Kept byId(Connection connection, long id) throws SQLException {
        return find(connection, id, "");
    }

    /** As {@link #byId}; nobody else decides until the transaction ends. */
    static Kept lock(Connection connection, long id) throws SQLException {
        return find(connection, id, " for update");
    }

    private static Kept find(Connection connection, long id, String strength) throws SQLException {
        return one(Rows.list(
                connection,
                SELECT + " where id = ?" + strength,
                statement -> statement.setLong(1, id),
                ResolutionRows::read));
    }

    private static Kept one(List<Kept> found) {
        return found.stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("AS-UNIT-RESOLUTION", "Không có nghị quyết này."));
    }

    private static Kept read(ResultSet row) throws SQLException {
        String source = row.getString(8);
        Timestamp decided = row.getTimestamp(12);
        return new Kept(
                new ResolutionState(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getDate(5).toLocalDate(),
                        row.getDate(6).toLocalDate(),
                        Stage.valueOf(row.getString(7)),
                        ResolutionFile.read(row.getString(2), source).units(),
                        List.of(),
                        row.getString(9),
                        row.getTimestamp(10).toInstant(),
                        row.getString(11),
                        decided == null ? null : decided.toInstant(),
                        row.getString(13)),
                source);
    }

    static void decide(Connection connection, long id, Stage stage, String account, String reason) throws SQLException {
        update(
                connection,
                "update ansinh.unit_resolution set state = ?, decided_by = ?, decided_at = now(), reason = ? where id = ?",
                stage.name(),
                account,
                reason,
                id);
    }

    static Touched touched(Connection connection, AdministrativeUnit unit, List<String> into, boolean whole)
            throws SQLException {
        return Rows.list(
                        connection,
                        TOUCHED,
                        statement -> statement.setLong(1, unit.id()),
                        row -> new Touched(unit, into, whole, row.getLong(1), row.getLong(2), row.getLong(3)))
                .get(0);
    }

    static void end(Connection connection, long unitId, LocalDate day) throws SQLException {
        update(connection, "update ansinh.unit set valid_to = ? where id = ?", Date.valueOf(day), unitId);
    }

    /** @return the new unit's key */
    static long begin(Connection connection, Beginning unit, long provinceId, LocalDate day) throws SQLException {
        return Rows.list(
                        connection,
                        "insert into ansinh.unit (code, level, name, parent_id, valid_from, source)"
                                + " values (?, 'COMMUNE', ?, ?, ?, 'RESOLUTION') returning id",
                        statement -> {
                            statement.setString(1, unit.code());
                            statement.setString(2, unit.name());
                            statement.setLong(3, provinceId);
                            statement.setDate(4, Date.valueOf(day));
                        },
                        row -> row.getLong(1))
                .get(0);
    }

    static void succeed(Connection connection, long oldId, long newId, LocalDate day, boolean partial)
            throws SQLException {
        update(
                connection,
                "insert into ansinh.unit_succession (old_id, new_id, since, partial, source)"
                        + " values (?, ?, ?, ?, 'RESOLUTION')",
                oldId,
                newId,
                Date.valueOf(day),
                partial);
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
