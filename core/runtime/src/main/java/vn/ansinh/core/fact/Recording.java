package vn.ansinh.core.fact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.core.sql.CopyIn;

/**
 * Records facts in sets. What is recorded stays in its row for ever: to end a fact, its row is retracted and the same fact
 * recorded with an end.
 */
final class Recording {

    private static final String STAGE = """
            create temp table if not exists fact_draft (
                ord bigint not null, subject_kind text not null, subject_id bigint not null, key text not null,
                value text not null, valid_from date not null, valid_to date, source text not null, many boolean not null)
                on commit drop;
            delete from pg_temp.fact_draft""";

    private static final String COPIED =
            "pg_temp.fact_draft (ord, subject_kind, subject_id, key, value, valid_from, valid_to, source, many)";

    private static final String SAME_SUBJECT =
            "f.subject_kind = d.subject_kind and f.subject_id = d.subject_id and f.retracted_at is null and f.key = d.key";

    private static final String OUTSIDE = """
            select exists (select from pg_temp.fact_draft d
                where ? <> 0 and (d.subject_kind <> 'PERSON' or not exists (
                    select from ansinh.person p join ansinh.unit_sight c on c.unit_id = p.unit_id
                    where p.id = d.subject_id and c.ancestor_id = ?))
                or d.subject_kind = 'PERSON' and not exists (select from ansinh.person p where p.id = d.subject_id))""";

    /** Of two that say something of the same day, the later one of the call counts. */
    private static final String DROP_REPEATED = """
            delete from pg_temp.fact_draft d using pg_temp.fact_draft later
            where later.ord > d.ord and later.subject_kind = d.subject_kind and later.subject_id = d.subject_id
              and later.key = d.key and later.valid_from = d.valid_from and (not d.many or later.value = d.value)""";

    private static final String DROP_KNOWN = """
            delete from pg_temp.fact_draft d using ansinh.fact f
            where %s and f.value = d.value and f.valid_from = d.valid_from
              and (d.valid_to is null or d.valid_to = f.valid_to)""".formatted(SAME_SUBJECT);

    /** A new fact of a key with one value at a time lasts no longer than until the next one begins. */
    private static final String END_AT_NEXT = """
            update pg_temp.fact_draft d set valid_to = least(d.valid_to, n.next)
            from (select d.ord, min(f.valid_from) as next
                  from pg_temp.fact_draft d join (
                      select subject_kind, subject_id, key, valid_from, null::timestamptz as retracted_at
                          from pg_temp.fact_draft
                      union all
                      select subject_kind, subject_id, key, valid_from, retracted_at from ansinh.fact) f on %s
                  where not d.many and f.valid_from > d.valid_from
                  group by d.ord) n
            where d.ord = n.ord""".formatted(SAME_SUBJECT);

    /** What is known and stands in the way of a draft: begins the same day, or began earlier and still holds. */
    private static final String RETRACT_AND_END = """
            with struck as (
                select f.id, min(d.valid_from) as next,
                    bool_or(f.valid_from = d.valid_from) as replaced
                from ansinh.fact f join pg_temp.fact_draft d on %s
                where f.valid_from = d.valid_from and (not d.many or f.value = d.value)
                   or not d.many and f.valid_from < d.valid_from and (f.valid_to is null or f.valid_to > d.valid_from)
                group by f.id),
            retracted as (
                update ansinh.fact f set retracted_at = now(), retracted_by = ? from struck
                where f.id = struck.id returning f.*)
            insert into ansinh.fact (subject_kind, subject_id, key, value, valid_from, valid_to, source, recorded_by)
            select r.subject_kind, r.subject_id, r.key, r.value, r.valid_from, struck.next, r.source, ?
            from retracted r join struck on struck.id = r.id where not struck.replaced""".formatted(SAME_SUBJECT);

    private static final String INSERT = """
            insert into ansinh.fact (subject_kind, subject_id, key, value, valid_from, valid_to, source, recorded_by)
            select subject_kind, subject_id, key, value, valid_from, valid_to, source, ? from pg_temp.fact_draft order by ord""";

    private final Connection connection;
    private final String account;

    Recording(Connection connection, String account) {
        this.connection = connection;
        this.account = account;
    }

    /** Brings the facts to the database's side. */
    void stage(Collection<Fact> facts, Map<String, FactKey> keys) throws SQLException {
        execute(STAGE);
        try (CopyIn copy = CopyIn.into(connection, COPIED)) {
            long ord = 0;
            for (Fact fact : facts) {
                copy.row(
                        ord++,
                        fact.subject().kind().name(),
                        fact.subject().id(),
                        fact.key(),
                        fact.value(),
                        fact.from(),
                        fact.to(),
                        fact.source(),
                        keys.get(fact.key()).many());
            }
            copy.finish();
        }
        execute("analyze pg_temp.fact_draft");
    }

    /** Whether a staged fact speaks of somebody who is not, or lives outside {@code scope} (0: the country). */
    boolean reachesOutside(long scope) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OUTSIDE)) {
            statement.setLong(1, scope);
            statement.setLong(2, scope);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Records what was staged; returns how many facts were new. */
    int record() throws SQLException {
        lockSubjects();
        execute(DROP_REPEATED);
        execute(DROP_KNOWN);
        execute(END_AT_NEXT);
        try (PreparedStatement statement = connection.prepareStatement(RETRACT_AND_END)) {
            statement.setString(1, account);
            statement.setString(2, account);
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, account);
            return statement.executeUpdate();
        }
    }

    /** Two recordings about the same people take turns, so that a key with one value never gets two. */
    private void lockSubjects() throws SQLException {
        execute("select pg_advisory_xact_lock(hashtextextended('ansinh.fact', 0))");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
