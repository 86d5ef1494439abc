package vn.ansinh.core.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.ansinh.api.access.Accounts.Session;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/**
 * Sessions on the screens, in {@code ansinh.account_session}. What a session's account may do is asked again after a few
 * seconds, and at once when this node changed it: a page makes a dozen requests, and a right taken away counts on every
 * node before its holder has read the next page.
 */
final class OpenSessions {

    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final int LONGEST_BROWSER = 300;
    private static final int MOST_KEPT = 10_000;

    private static final String OPEN =
            "select s.id, s.account, a.full_name, s.address, s.browser, s.started_at, s.seen_at"
                    + " from ansinh.account_session s join ansinh.account a on a.name = s.account where s.ended_at is null";

    private record Renewed(Optional<Caller> caller, Instant until) {}

    private final Transactions transactions;
    private final AccountStore accounts;
    private final Rights rights;
    private final InstantSource clock;
    private final AccessSettings settings;
    private final Map<Long, Renewed> renewed = new ConcurrentHashMap<>();

    OpenSessions(AccountStore accounts, Rights rights, InstantSource clock, AccessSettings settings) {
        this.transactions = accounts.transactions();
        this.accounts = accounts;
        this.rights = rights;
        this.clock = clock;
        this.settings = settings;
    }

    long open(Caller caller, String browser) {
        Timestamp now = Timestamp.from(clock.instant());
        return transactions.call(connection -> Rows.list(
                        connection,
                        "insert into ansinh.account_session (account, address, browser, started_at, seen_at)"
                                + " values (?, ?, ?, ?, ?) returning id",
                        insert -> {
                            insert.setString(1, caller.account());
                            insert.setString(2, caller.origin().address());
                            insert.setString(3, browser.substring(0, Math.min(browser.length(), LONGEST_BROWSER)));
                            insert.setTimestamp(4, now);
                            insert.setTimestamp(5, now);
                        },
                        row -> row.getLong(1))
                .get(0));
    }

    Optional<Caller> renew(Caller caller, long session) {
        Instant now = clock.instant();
        Renewed known = renewed.get(session);
        if (known == null || !now.isBefore(known.until())) {
            if (renewed.size() > MOST_KEPT) {
                renewed.clear();
            }
            known = new Renewed(read(caller.account(), session, now), now.plus(FRESH));
            renewed.put(session, known);
        }
        return known.caller().map(fresh -> fresh.from(caller.origin()));
    }

    private Optional<Caller> read(String account, long session, Instant now) {
        return transactions.call(connection -> {
            List<Instant> seen = Rows.list(
                    connection,
                    "select seen_at from ansinh.account_session where id = ? and account = ? and ended_at is null",
                    select -> {
                        select.setLong(1, session);
                        select.setString(2, account);
                    },
                    row -> row.getTimestamp(1).toInstant());
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            if (seen.get(0).plus(SEEN_EVERY).isBefore(now)) {
                seen(connection, session, now);
            }
            Optional<AccountStore.Row> row = accounts.byName(account);
            Optional<Caller> caller = row.flatMap(rights::caller);
            return mustChange(row) ? caller.map(Rights::passwordFirst) : caller;
        });
    }

    private boolean mustChange(Optional<AccountStore.Row> row) {
        return row.isPresent() && SignIn.mustChange(row.get(), settings, clock.instant());
    }

    private static void seen(Connection connection, long session, Instant now) throws SQLException {
        Change.of(connection, "update ansinh.account_session set seen_at = ? where id = ?", update -> {
            update.setTimestamp(1, Timestamp.from(now));
            update.setLong(2, session);
        });
    }

    /** What any account may do has to be asked again. */
    void forget() {
        renewed.clear();
    }

    void close(long session, String by) {
        end("id = ?", by, session, null);
    }

    void closeAll(String account, String by) {
        end("account = ?", by, 0, account);
    }

    private void end(String which, String by, long session, String account) {
        transactions.run(connection -> Change.of(
                connection,
                "update ansinh.account_session set ended_at = ?, ended_by = ? where ended_at is null and " + which,
                update -> {
                    update.setTimestamp(1, Timestamp.from(clock.instant()));
                    update.setString(2, by);
                    if (account == null) {
                        update.setLong(3, session);
                    } else {
                        update.setString(3, account);
                    }
                }));
        forget();
    }

    /** Sessions used lately of accounts inside a subtree, 0 for all; the latest used first. */
    List<Session> within(long unitId) {
        return list(
                " and (? = 0 or a.unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = ?))",
                2,
                unitId,
                null);
    }

    List<Session> of(String account) {
        return list(" and s.account = ?", 0, 0, account);
    }

    private List<Session> list(String which, int units, long unitId, String account) {
        Timestamp since = Timestamp.from(clock.instant().minus(settings.idle()).minus(SEEN_EVERY));
        return transactions.call(connection -> Rows.list(
                connection,
                OPEN + " and s.seen_at >= ?" + which + " order by s.seen_at desc",
                select -> {
                    select.setTimestamp(1, since);
                    for (int i = 0; i < units; i++) {
                        select.setLong(2 + i, unitId);
                    }
                    if (account != null) {
                        select.setString(2, account);
                    }
                },
                OpenSessions::read));
    }

    private static Session read(ResultSet row) throws SQLException {
        return new Session(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getTimestamp(7).toInstant());
    }
}
