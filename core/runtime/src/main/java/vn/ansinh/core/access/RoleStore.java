package vn.ansinh.core.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import vn.ansinh.api.access.Role;
import vn.ansinh.api.access.Roles.RoleDraft;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** The rows of {@code ansinh.own_role}. */
final class RoleStore {

    /** What the code of a role begins with that was made here. */
    private static final String OWN = "vt-";

    /** A role with its place. @param unitId 0 for the country @param agencyId 0 for all */
    record Row(long id, Role role, long unitId, long agencyId) {}

    private static final String COLUMNS =
            "select id, name, permissions, coalesce(unit_id, 0) unit_id, coalesce(agency_id, 0) agency_id"
                    + " from ansinh.own_role where ended_at is null";

    private final Transactions transactions;

    RoleStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Those that have not ended. */
    List<Row> all() {
        return transactions.call(connection ->
                Rows.list(connection, COLUMNS + " order by lower(name), id", select -> {}, RoleStore::read));
    }

    Optional<Row> byCode(String code) {
        return all().stream().filter(row -> row.role().code().equals(code)).findFirst();
    }

    /** @return its id; empty when the name is taken */
    OptionalLong add(RoleDraft draft, long unitId, long agencyId, String by, Instant now) {
        return transactions.call(connection -> Rows.list(
                        connection,
                        "insert into ansinh.own_role (name, unit_id, agency_id, permissions, recorded_by, recorded_at)"
                                + " values (?, nullif(?, 0), nullif(?, 0), ?, ?, ?) on conflict do nothing returning id",
                        insert -> {
                            insert.setString(1, draft.name());
                            insert.setLong(2, unitId);
                            insert.setLong(3, agencyId);
                            insert.setArray(4, AccountStore.texts(connection, draft.permissions()));
                            insert.setString(5, by);
                            insert.setTimestamp(6, Timestamp.from(now));
                        },
                        row -> row.getLong(1))
                .stream()
                .mapToLong(Long::longValue)
                .findFirst());
    }

    /** @return whether it was changed; {@code false} when the name is taken */
    boolean change(Row role, String name, Set<String> permissions) {
        return transactions.call(connection -> Change.of(
                        connection,
                        "update ansinh.own_role r set name = ?, permissions = ? where id = ? and not exists"
                                + " (select from ansinh.own_role o where o.id <> r.id and o.ended_at is null"
                                + " and lower(o.name) = lower(?) and o.unit_id is not distinct from r.unit_id"
                                + " and o.agency_id is not distinct from r.agency_id)",
                        update -> {
                            update.setString(1, name);
                            update.setArray(2, AccountStore.texts(connection, permissions));
                            update.setLong(3, role.id());
                            update.setString(4, name);
                        })
                == 1);
    }

    void end(long id, String by, Instant now) {
        transactions.run(connection ->
                Change.of(connection, "update ansinh.own_role set ended_at = ?, ended_by = ? where id = ?", update -> {
                    update.setTimestamp(1, Timestamp.from(now));
                    update.setString(2, by);
                    update.setLong(3, id);
                }));
    }

    private static Row read(ResultSet row) throws SQLException {
        Role role = new Role(OWN + row.getLong("id"), row.getString("name"), AccountStore.texts(row, "permissions"));
        return new Row(row.getLong("id"), role, row.getLong("unit_id"), row.getLong("agency_id"));
    }
}
