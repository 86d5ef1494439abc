package vn.ansinh.core.access;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Accounts.State;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** The rows of {@code ansinh.account}. */
final class AccountStore {

    /**
     * A row as signing in needs it.
     *
     * @param lockedUntil after wrong passwords; {@code null} while it is not
     * @param formerHashes the latest first
     */
    record Row(
            long id,
            Account account,
            String passwordHash,
            Instant passwordChangedAt,
            Instant lockedUntil,
            List<String> formerHashes) {

        /** Whether it may act at all: by a password, a token or work put off. */
        boolean isActive() {
            return account.state() == State.ACTIVE;
        }
    }

    private static final String COLUMNS =
            "select id, name, full_name, coalesce(unit_id, 0) unit_id, permissions, coalesce(agency_id, 0) agency_id,"
                    + " programs, roles, coalesce(holder, '') holder, must_change, state, password_hash,"
                    + " password_changed_at, locked_until, former_hashes from ansinh.account";

    /** How many former passwords are remembered; none of them may come back. */
    private static final int REMEMBERED = 5;

    private final Transactions transactions;

    AccountStore(Transactions transactions) {
        this.transactions = transactions;
    }

    Transactions transactions() {
        return transactions;
    }

    Optional<Row> byName(String name) {
        return transactions.call(connection ->
                Rows.list(connection, COLUMNS + " where name = ?", row -> row.setString(1, name), AccountStore::read)
                        .stream()
                        .findFirst());
    }

    /** Accounts inside a subtree, by name; 0 for all. */
    List<Row> within(long unitId) {
        return transactions.call(connection -> Rows.list(
                connection,
                COLUMNS + " where ? = 0 or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = ?)"
                        + " order by name",
                select -> {
                    select.setLong(1, unitId);
                    select.setLong(2, unitId);
                },
                AccountStore::read));
    }

    List<Row> behind(String unitAccount) {
        return transactions.call(connection -> Rows.list(
                connection,
                COLUMNS + " where holder = ? order by name",
                select -> select.setString(1, unitAccount),
                AccountStore::read));
    }

    /** @return whether it was added; {@code false} when the name is taken */
    boolean add(Account account, String passwordHash, String createdBy, Instant now) {
        return transactions.call(connection -> {
            String sql =
                    "insert into ansinh.account (full_name, unit_id, permissions, agency_id, programs, roles, holder,"
                            + " must_change, state, password_hash, password_changed_at, created_by, name)"
                            + " values (?, nullif(?, 0), ?, nullif(?, 0), ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?)"
                            + " on conflict (name) do nothing";
            return Change.of(connection, sql, insert -> {
                        int next = bindRights(connection, insert, account);
                        insert.setBoolean(next++, account.mustChange());
                        insert.setString(next++, account.state().name());
                        insert.setString(next++, passwordHash);
                        insert.setTimestamp(next++, Timestamp.from(now));
                        insert.setString(next++, createdBy);
                        insert.setString(next, account.name());
                    })
                    == 1;
        });
    }

    /** Sets name and rights. @return whether there is such an account */
    boolean change(Account account) {
        return transactions.call(connection -> {
            String sql = "update ansinh.account set full_name = ?, unit_id = nullif(?, 0), permissions = ?,"
                    + " agency_id = nullif(?, 0), programs = ?, roles = ?, holder = nullif(?, '') where name = ?";
            return Change.of(
                            connection,
                            sql,
                            update -> update.setString(bindRights(connection, update, account), account.name()))
                    == 1;
        });
    }

    /** @return the next parameter's position */
    private static int bindRights(Connection connection, PreparedStatement statement, Account account)
            throws SQLException {
        int next = 1;
        statement.setString(next++, account.fullName());
        statement.setLong(next++, account.unitId());
        statement.setArray(next++, texts(connection, account.permissions()));
        statement.setLong(next++, account.agencyId());
        statement.setArray(next++, texts(connection, account.programs()));
        statement.setArray(next++, texts(connection, account.roles()));
        statement.setString(next++, account.holder());
        return next;
    }

    /** Adds the very first account; nothing happens when there is one, even if another node is just adding it. */
    boolean addFirst(Account account, String passwordHash, Instant now) {
        return transactions.call(connection -> {
            try (PreparedStatement lock =
                    connection.prepareStatement("select pg_advisory_xact_lock(hashtext('ansinh.account.first'))")) {
                lock.execute();
            }
            return isEmpty() && add(account, passwordHash, Caller.SYSTEM.account(), now);
        });
    }

    boolean isEmpty() {
        return transactions.call(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("select not exists (select from ansinh.account)");
                    ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        });
    }

    /**
     * Sets a password and lifts the lock after wrong ones.
     *
     * @param mustChange whether somebody else knows it
     * @return whether there is such an account
     */
    boolean setPassword(String name, String passwordHash, boolean mustChange, Instant now) {
        return transactions.call(connection -> {
            String sql = "update ansinh.account set former_hashes = (array_prepend(password_hash, former_hashes))[1:"
                    + REMEMBERED + "], password_hash = ?, password_changed_at = ?, must_change = ?, failures = 0,"
                    + " locked_until = null where name = ?";
            return Change.of(connection, sql, update -> {
                        update.setString(1, passwordHash);
                        update.setTimestamp(2, Timestamp.from(now));
                        update.setBoolean(3, mustChange);
                        update.setString(4, name);
                    })
                    == 1;
        });
    }

    /** Sets the state; back to {@link State#ACTIVE} also lifts the lock after wrong passwords. */
    void setState(String name, State state, String reason, String by, Instant now) {
        transactions.run(connection -> Change.of(
                connection,
                "update ansinh.account set state = ?, state_reason = ?, state_by = ?, state_at = ?, failures = 0,"
                        + " locked_until = null where name = ?",
                update -> {
                    update.setString(1, state.name());
                    update.setString(2, reason);
                    update.setString(3, by);
                    update.setTimestamp(4, Timestamp.from(now));
                    update.setString(5, name);
                }));
    }

    /** Counts a wrong password. @return how many there were since the last right one */
    int countFailure(String name) {
        return transactions.call(connection -> Rows.list(
                        connection,
                        "update ansinh.account set failures = failures + 1 where name = ? returning failures",
                        update -> update.setString(1, name),
                        row -> row.getInt(1))
                .stream()
                .findFirst()
                .orElse(0));
    }

    void lock(String name, Instant until) {
        transactions.run(connection ->
                Change.of(connection, "update ansinh.account set locked_until = ? where name = ?", update -> {
                    update.setTimestamp(1, Timestamp.from(until));
                    update.setString(2, name);
                }));
    }

    void clearFailures(String name) {
        transactions.run(connection -> Change.of(
                connection,
                "update ansinh.account set failures = 0, locked_until = null"
                        + " where name = ? and (failures > 0 or locked_until is not null)",
                update -> update.setString(1, name)));
    }

    static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.copyOf(List.of((String[]) row.getArray(column).getArray()));
    }

    private static Row read(ResultSet row) throws SQLException {
        Timestamp lockedUntil = row.getTimestamp("locked_until");
        Account account = new Account(
                row.getString("name"),
                row.getString("full_name"),
                row.getLong("unit_id"),
                texts(row, "permissions"),
                row.getLong("agency_id"),
                texts(row, "programs"),
                texts(row, "roles"),
                row.getString("holder"),
                row.getBoolean("must_change"),
                State.valueOf(row.getString("state")));
        return new Row(
                row.getLong("id"),
                account,
                row.getString("password_hash"),
                row.getTimestamp("password_changed_at").toInstant(),
                lockedUntil == null ? null : lockedUntil.toInstant(),
                List.of((String[]) row.getArray("former_hashes").getArray()));
    }
}
