package vn.ansinh.core.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Tokens.Token;
import vn.ansinh.api.access.Tokens.TokenDraft;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** The rows of {@code ansinh.access_token}. */
final class TokenStore {

    /** A token with the digest of its secret. */
    record Row(Token token, byte[] hash) {}

    private static final Duration USED_EVERY = Duration.ofMinutes(1);
    private static final String COLUMNS =
            "select t.id, t.account, t.name, t.permissions, coalesce(t.unit_id, 0) unit_id, t.programs, t.issued_at,"
                    + " t.expires_at, t.last_used_at, t.revoked_at, t.hash from ansinh.access_token t";

    private final Transactions transactions;

    TokenStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @return the token's id */
    long add(String account, TokenDraft draft, byte[] hash, Instant now) {
        return transactions.call(connection -> Rows.list(
                        connection,
                        "insert into ansinh.access_token (account, name, hash, permissions, unit_id, programs, issued_at,"
                                + " expires_at) values (?, ?, ?, ?, nullif(?, 0), ?, ?, ?) returning id",
                        insert -> {
                            insert.setString(1, account);
                            insert.setString(2, draft.name());
                            insert.setBytes(3, hash);
                            insert.setArray(4, AccountStore.texts(connection, draft.permissions()));
                            insert.setLong(5, draft.unitId());
                            insert.setArray(6, AccountStore.texts(connection, draft.programs()));
                            insert.setTimestamp(7, Timestamp.from(now));
                            insert.setTimestamp(8, Timestamp.from(draft.expires()));
                        },
                        row -> row.getLong(1))
                .get(0));
    }

    Optional<Row> byId(long id) {
        return transactions.call(connection ->
                Rows.list(connection, COLUMNS + " where t.id = ?", select -> select.setLong(1, id), TokenStore::read)
                        .stream()
                        .findFirst());
    }

    List<Token> of(String account) {
        return transactions.call(connection -> Rows.list(
                connection,
                COLUMNS + " where t.account = ? order by t.id desc",
                select -> select.setString(1, account),
                row -> read(row).token()));
    }

    /** Tokens of accounts inside a subtree, 0 for all; the newest first. */
    List<Token> within(long unitId) {
        return transactions.call(connection -> Rows.list(
                connection,
                COLUMNS + " join ansinh.account a on a.name = t.account where ? = 0 or a.unit_id in"
                        + " (select unit_id from ansinh.unit_sight where ancestor_id = ?) order by t.id desc",
                select -> {
                    select.setLong(1, unitId);
                    select.setLong(2, unitId);
                },
                row -> read(row).token()));
    }

    /** Remembers that a token was used, to the minute. */
    void used(Token token, Instant now) {
        if (token.lastUsed() == null || token.lastUsed().plus(USED_EVERY).isBefore(now)) {
            transactions.run(connection ->
                    Change.of(connection, "update ansinh.access_token set last_used_at = ? where id = ?", update -> {
                        update.setTimestamp(1, Timestamp.from(now));
                        update.setLong(2, token.id());
                    }));
        }
    }

    void revoke(long id, String by, String reason, Instant now) {
        revoke("id = ?", select -> select.setLong(4, id), by, reason, now);
    }

    void revokeAll(String account, String by, String reason, Instant now) {
        revoke("account = ?", select -> select.setString(4, account), by, reason, now);
    }

    private void revoke(String which, Rows.Binding binding, String by, String reason, Instant now) {
        transactions.run(connection -> Change.of(
                connection,
                "update ansinh.access_token set revoked_at = ?, revoked_by = ?, revoke_reason = ?"
                        + " where revoked_at is null and " + which,
                update -> {
                    update.setTimestamp(1, Timestamp.from(now));
                    update.setString(2, by);
                    update.setString(3, reason);
                    binding.bind(update);
                }));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new Token(
                        row.getLong("id"),
                        row.getString("account"),
                        row.getString("name"),
                        AccountStore.texts(row, "permissions"),
                        row.getLong("unit_id"),
                        AccountStore.texts(row, "programs"),
                        row.getTimestamp("issued_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        instant(row, "last_used_at"),
                        instant(row, "revoked_at")),
                row.getBytes("hash"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
