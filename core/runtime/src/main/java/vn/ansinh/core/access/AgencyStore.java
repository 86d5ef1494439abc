package vn.ansinh.core.access;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import vn.ansinh.api.access.Agencies.AgencyDraft;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** The rows of {@code ansinh.agency} and {@code ansinh.agency_version}. */
final class AgencyStore {

    private static final String COLUMNS =
            "select a.id, a.code, v.name, coalesce(v.parent_id, 0) parent_id, coalesce(v.unit_id, 0) unit_id, v.programs,"
                    + " v.heading, v.valid_from, v.valid_to from ansinh.agency a"
                    + " join ansinh.agency_version v on v.agency_id = a.id";
    private static final String ON_DAY = " v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)";

    private final Transactions transactions;

    AgencyStore(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<Agency> byId(long id, LocalDate day) {
        return transactions.call(connection -> Rows.list(
                        connection,
                        COLUMNS + " where a.id = ? and" + ON_DAY,
                        select -> {
                            select.setLong(1, id);
                            select.setDate(2, Date.valueOf(day));
                            select.setDate(3, Date.valueOf(day));
                        },
                        AgencyStore::read)
                .stream()
                .findFirst());
    }

    OptionalLong idOf(String code) {
        return transactions.call(connection -> Rows.list(
                        connection,
                        "select id from ansinh.agency where code = ?",
                        select -> select.setString(1, code),
                        row -> row.getLong(1))
                .stream()
                .mapToLong(Long::longValue)
                .findFirst());
    }

    /** The agencies of a day inside a unit's subtree, 0 for all; by code. */
    List<Agency> within(long unitId, LocalDate day) {
        return transactions.call(connection -> Rows.list(
                connection,
                COLUMNS + " where" + ON_DAY
                        + " and (? = 0 or v.unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = ?))"
                        + " order by a.code",
                select -> {
                    select.setDate(1, Date.valueOf(day));
                    select.setDate(2, Date.valueOf(day));
                    select.setLong(3, unitId);
                    select.setLong(4, unitId);
                },
                AgencyStore::read));
    }

    /** All periods, the latest first. */
    List<Agency> history(long id) {
        return transactions.call(connection -> Rows.list(
                connection,
                COLUMNS + " where a.id = ? order by v.valid_from desc",
                select -> select.setLong(1, id),
                AgencyStore::read));
    }

    /** An agency and all that lie below it on a day. */
    Set<Long> below(long id, LocalDate day) {
        return transactions.call(connection -> new HashSet<>(Rows.list(
                connection,
                "with recursive below(id) as (select ?::bigint union select v.agency_id from ansinh.agency_version v"
                        + " join below on v.parent_id = below.id where" + ON_DAY + ") select id from below",
                select -> {
                    select.setLong(1, id);
                    select.setDate(2, Date.valueOf(day));
                    select.setDate(3, Date.valueOf(day));
                },
                row -> row.getLong(1))));
    }

    /** How many accounts that may sign in, and how many agencies directly below, an agency has. */
    long dependents(long id, LocalDate day) {
        return transactions.call(connection -> Rows.list(
                        connection,
                        "select (select count(*) from ansinh.account where agency_id = ? and state in ('ACTIVE', 'UNIT'))"
                                + " + (select count(*) from ansinh.agency_version v where v.parent_id = ? and" + ON_DAY
                                + ")",
                        select -> {
                            select.setLong(1, id);
                            select.setLong(2, id);
                            select.setDate(3, Date.valueOf(day));
                            select.setDate(4, Date.valueOf(day));
                        },
                        row -> row.getLong(1))
                .get(0));
    }

    /** @return the new agency's id; empty when the code is taken */
    OptionalLong add(AgencyDraft draft, LocalDate from, String by) {
        return transactions.call(connection -> {
            OptionalLong id = Rows.list(
                            connection,
                            "insert into ansinh.agency (code, recorded_by) values (?, ?) on conflict (code) do nothing"
                                    + " returning id",
                            insert -> {
                                insert.setString(1, draft.code());
                                insert.setString(2, by);
                            },
                            row -> row.getLong(1))
                    .stream()
                    .mapToLong(Long::longValue)
                    .findFirst();
            id.ifPresent(agency -> insert(agency, draft, from, by));
            return id;
        });
    }

    /** Ends the open period and begins another; one that began on the same day is replaced. */
    void change(long id, AgencyDraft draft, LocalDate from, String by) {
        transactions.run(connection -> {
            Change.of(
                    connection, "delete from ansinh.agency_version where agency_id = ? and valid_from = ?", delete -> {
                        delete.setLong(1, id);
                        delete.setDate(2, Date.valueOf(from));
                    });
            close(id, from, null);
            insert(id, draft, from, by);
        });
    }

    /** Ends the open period; {@code day} is the first on which it is over. */
    void close(long id, LocalDate day, String reason) {
        transactions.run(connection -> Change.of(
                connection,
                "update ansinh.agency_version set valid_to = ?, end_reason = ? where agency_id = ? and valid_to is null",
                update -> {
                    update.setDate(1, Date.valueOf(day));
                    update.setString(2, reason);
                    update.setLong(3, id);
                }));
    }

    private void insert(long id, AgencyDraft draft, LocalDate from, String by) {
        transactions.run(connection -> Change.of(
                connection,
                "insert into ansinh.agency_version (agency_id, valid_from, name, parent_id, unit_id, programs, heading,"
                        + " recorded_by) values (?, ?, ?, nullif(?, 0), nullif(?, 0), ?, ?, ?)",
                insert -> {
                    insert.setLong(1, id);
                    insert.setDate(2, Date.valueOf(from));
                    insert.setString(3, draft.name());
                    insert.setLong(4, draft.parentId());
                    insert.setLong(5, draft.unitId());
                    insert.setArray(6, AccountStore.texts(connection, draft.programs()));
                    insert.setString(7, draft.heading());
                    insert.setString(8, by);
                }));
    }

    private static Agency read(ResultSet row) throws SQLException {
        Date to = row.getDate("valid_to");
        return new Agency(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getLong("parent_id"),
                row.getLong("unit_id"),
                AccountStore.texts(row, "programs"),
                row.getString("heading"),
                row.getDate("valid_from").toLocalDate(),
                to == null ? null : to.toLocalDate());
    }
}
