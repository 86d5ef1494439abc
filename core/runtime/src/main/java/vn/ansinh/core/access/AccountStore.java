package vn.ansinh.core.access;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.transaction.Transactions;

/** The rows of {@code ansinh.account}. */
final class AccountStore {

    /** A row as signing in needs it. {@code lockedUntil} is {@code null} while it is not locked. */
    record Row(Account account, String passwordHash, Instant lockedUntil) {

        Caller caller() {
            return new Caller(account.name(), account.fullName(), account.unitId(), account.permissions());
        }
    }

    private static final String COLUMNS =
            "select name, full_name, coalesce(unit_id, 0) unit_id, permissions, password_hash, locked_until"
                    + " from ansinh.account";

    private final Transactions transactions;

    AccountStore(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<Row> byName(String name) {
        return transactions.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + " where name = ?")) {
                select.setString(1, name);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(read(rows)) : Optional.empty();
                }
            }
        });
    }

    /** Accounts inside a subtree, by name; 0 for all. */
    List<Account> within(long unitId) {
        return transactions.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS
                    + " where ? = 0 or unit_id in (select unit_id from ansinh.unit_closure where ancestor_id = ?)"
                    + " order by name")) {
                select.setLong(1, unitId);
                select.setLong(2, unitId);
                List<Account> accounts = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        accounts.add(read(rows).account());
                    }
                }
                return accounts;
            }
        });
    }

    /** @return whether it was added; {@code false} when the name is taken */
    boolean add(Account account, String passwordHash, String createdBy, Instant now) {
        return transactions.call(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into ansinh.account (name, full_name, password_hash, password_changed_at, unit_id,"
                            + " permissions, created_by) values (?, ?, ?, ?, nullif(?, 0), ?, ?)"
                            + " on conflict (name) do nothing")) {
                insert.setString(1, account.name());
                insert.setString(2, account.fullName());
                insert.setString(3, passwordHash);
                insert.setTimestamp(4, Timestamp.from(now));
                insert.setLong(5, account.unitId());
                insert.setArray(
                        6,
                        connection.createArrayOf("text", account.permissions().toArray()));
                insert.setString(7, createdBy);
                return insert.executeUpdate() == 1;
            }
        });
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

    /** Sets a password and lifts the lock. @return whether there is such an account */
    boolean setPassword(String name, String passwordHash, Instant now) {
        return transactions.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update ansinh.account set password_hash = ?, password_changed_at = ?, failures = 0,"
                            + " locked_until = null where name = ?")) {
                update.setString(1, passwordHash);
                update.setTimestamp(2, Timestamp.from(now));
                update.setString(3, name);
                return update.executeUpdate() == 1;
            }
        });
    }

    /** Counts a wrong password. @return how many there were since the last right one */
    int countFailure(String name) {
        return transactions.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update ansinh.account set failures = failures + 1 where name = ? returning failures")) {
                update.setString(1, name);
                try (ResultSet rows = update.executeQuery()) {
                    return rows.next() ? rows.getInt(1) : 0;
                }
            }
        });
    }

    void lock(String name, Instant until) {
        transactions.run(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update ansinh.account set locked_until = ? where name = ?")) {
                update.setTimestamp(1, Timestamp.from(until));
                update.setString(2, name);
                update.executeUpdate();
            }
        });
    }

    void clearFailures(String name) {
        transactions.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update ansinh.account set failures = 0,"
                    + " locked_until = null where name = ? and (failures > 0 or locked_until is not null)")) {
                update.setString(1, name);
                update.executeUpdate();
            }
        });
    }

    private static Row read(ResultSet row) throws SQLException {
        Array permissions = row.getArray("permissions");
        Timestamp lockedUntil = row.getTimestamp("locked_until");
        return new Row(
                new Account(row.getString("name"), row.getString("full_name"), row.getLong("unit_id"), Set.of((String[])
                        permissions.getArray())),
                row.getString("password_hash"),
                lockedUntil == null ? null : lockedUntil.toInstant());
    }
}
