package vn.ansinh.core.draft;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.draft.Drafts;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Rows;

/** {@link Drafts} as JSON, a row for each account and form. */
public final class StoredDrafts implements Drafts {

    private static final Duration KEPT = Duration.ofDays(7);

    private final Transactions transactions;
    private final Access access;
    private final InstantSource clock;

    /** @param transactions in the scope of who acts: the rows are the account's own */
    public StoredDrafts(Transactions transactions, Access access, InstantSource clock) {
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public void keep(String form, Map<String, String> typed) {
        String account = access.require().account();
        transactions.run(connection -> {
            sweep(connection, account);
            List<String> labels = List.copyOf(typed.keySet());
            try (PreparedStatement upsert = connection.prepareStatement(
                    "insert into ansinh.form_draft (account, form, typed, at) values (?, ?, jsonb_object(?, ?), ?)"
                            + " on conflict (account, form) do update set typed = excluded.typed, at = excluded.at")) {
                upsert.setString(1, account);
                upsert.setString(2, form);
                upsert.setArray(3, texts(connection, labels));
                upsert.setArray(
                        4, texts(connection, labels.stream().map(typed::get).toList()));
                upsert.setTimestamp(5, Timestamp.from(clock.instant()));
                upsert.executeUpdate();
            }
        });
    }

    private static Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private void sweep(Connection connection, String account) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from ansinh.form_draft where account = ? and at < ?")) {
            delete.setString(1, account);
            delete.setTimestamp(2, Timestamp.from(clock.instant().minus(KEPT)));
            delete.executeUpdate();
        }
    }

    @Override
    public Optional<Draft> find(String form) {
        String account = access.require().account();
        return transactions.call(connection -> {
            Map<String, String> typed = new LinkedHashMap<>();
            List<Timestamp> at = Rows.list(
                    connection,
                    "select t.key, t.value, d.at from ansinh.form_draft d, jsonb_each_text(d.typed) t"
                            + " where d.account = ? and d.form = ? and d.at >= ?",
                    statement -> {
                        statement.setString(1, account);
                        statement.setString(2, form);
                        statement.setTimestamp(3, Timestamp.from(clock.instant().minus(KEPT)));
                    },
                    row -> {
                        typed.put(row.getString(1), row.getString(2));
                        return row.getTimestamp(3);
                    });
            return at.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Draft(typed, at.get(0).toInstant()));
        });
    }

    @Override
    public void forget(String form) {
        String account = access.require().account();
        transactions.run(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from ansinh.form_draft where account = ? and form = ?")) {
                delete.setString(1, account);
                delete.setString(2, form);
                delete.executeUpdate();
            }
        });
    }
}
