package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonRegistry.Registered;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.text.VietnameseOrder;
import vn.ansinh.core.sql.CopyIn;

/**
 * Finds or creates people in sets: the drafts go into a temporary table, each rule is one statement, the weaker rules see
 * who the stronger ones created. Two registrations never run at the same time, so that neither creates whom the other is
 * creating.
 */
final class Registration {

    private static final String STAGE = """
            create temp table if not exists person_draft (
                ord bigint not null, full_name text not null, search_name text not null, sort_key text collate "C" not null,
                birth_date date not null, birth_year_only boolean not null, sex text not null, id_number text,
                old_id_number text, ethnicity text, unit_id bigint not null, address text, origin text, person_id bigint,
                created boolean not null default false, changed boolean not null default false,
                differs boolean not null default false, elsewhere boolean not null default false) on commit drop;
            delete from pg_temp.person_draft""";

    private static final String COPIED = "pg_temp.person_draft (ord, full_name, search_name, sort_key, birth_date,"
            + " birth_year_only, sex, id_number, old_id_number, ethnicity, unit_id, address, origin)";

    /** The number of a record that was merged is a number of the person it went into; a removed record has none. */
    private static final String FIND_BY_NUMBER = """
            update pg_temp.person_draft d set person_id = m.id
            from (select distinct on (p.id_number) p.id_number, coalesce(p.merged_into, p.id) as id
                  from ansinh.person p
                  where p.id_number in (select id_number from pg_temp.person_draft)
                    and (p.deleted_at is null or p.merged_into is not null)
                  order by p.id_number, p.deleted_at nulls first, p.id) m
            where d.id_number = m.id_number""";

    /** Known by the old number only: each new number takes one person, each person one number. */
    private static final String FIND_WHO_CHANGED_NUMBER = """
            update pg_temp.person_draft d set person_id = m.id
            from (select distinct on (n.id) n.id, n.id_number
                  from (select distinct on (d.id_number) p.id, d.id_number, d.ord
                        from pg_temp.person_draft d join ansinh.person p
                          on p.old_id_number = d.old_id_number and p.id_number is null and p.deleted_at is null
                        where d.person_id is null and d.id_number is not null
                        order by d.id_number, d.ord, p.id) n
                  order by n.id, n.ord) m
            where d.person_id is null and d.id_number = m.id_number""";

    private static final String FIND_BY_OLD_NUMBER = """
            update pg_temp.person_draft d set person_id = m.id
            from (select distinct on (p.old_id_number) p.old_id_number, coalesce(p.merged_into, p.id) as id
                  from ansinh.person p
                  where p.old_id_number in (select old_id_number from pg_temp.person_draft where person_id is null)
                    and (p.deleted_at is null or p.merged_into is not null)
                  order by p.old_id_number, p.deleted_at nulls first, p.id) m
            where d.person_id is null and d.id_number is null and d.old_id_number = m.old_id_number""";

    /** Of several people alike, the one without numbers is who an earlier list without numbers created. */
    private static final String FIND_BY_LIKENESS = """
            update pg_temp.person_draft d set person_id = m.id
            from (select distinct on (d.ord) d.ord, coalesce(p.merged_into, p.id) as id
                  from pg_temp.person_draft d join ansinh.person p
                    on p.search_name = d.search_name and p.birth_date = d.birth_date
                      and p.birth_year_only = d.birth_year_only and p.sex = d.sex and p.unit_id = d.unit_id
                  where d.person_id is null and d.id_number is null and d.old_id_number is null
                    and (p.deleted_at is null or p.merged_into is not null)
                  order by d.ord, p.deleted_at nulls first, (p.id_number is null and p.old_id_number is null) desc, p.id) m
            where d.ord = m.ord""";

    /** Creates one person for each key among drafts that found nobody; the first draft of a key is who is created. */
    private static String create(String condition, String key) {
        return """
                with first as (
                    select distinct on (%2$s) * from pg_temp.person_draft
                    where person_id is null and %1$s order by %2$s, ord),
                made as (
                    insert into ansinh.person (full_name, search_name, sort_key, birth_date, birth_year_only, sex, id_number,
                        old_id_number, ethnicity, unit_id, address, origin)
                    select full_name, search_name, sort_key, birth_date, birth_year_only, sex, id_number, old_id_number,
                        ethnicity, unit_id, address, origin
                    from first
                    returning id, %2$s),
                born as (select first.ord as first_ord, made.* from made join first using (%2$s))
                update pg_temp.person_draft d set person_id = born.id, created = (d.ord = born.first_ord)
                from born where d.person_id is null and d.%1$s and (%3$s) = (%4$s)""".formatted(condition, key, qualified("d", key), qualified("born", key));
    }

    private static String qualified(String table, String key) {
        return table + "." + key.replace(", ", ", " + table + ".");
    }

    private static final String COMPARE = """
            update pg_temp.person_draft d set
                elsewhere = ? <> 0 and not exists (select from ansinh.unit_sight c
                    where c.unit_id = p.unit_id and c.ancestor_id = ?),
                differs = p.search_name <> d.search_name or p.sex <> d.sex
                    or case when p.birth_year_only or d.birth_year_only
                        then extract(year from p.birth_date) <> extract(year from d.birth_date)
                        else p.birth_date <> d.birth_date end
            from ansinh.person p where p.id = d.person_id and not d.created""";

    private static final String LEARN = """
            update pg_temp.person_draft d set changed = true
            from ansinh.person p
            where p.id = d.person_id and not d.created and not d.differs and not d.elsewhere
              and (p.id_number is null and d.id_number is not null
                or p.old_id_number is null and d.old_id_number is not null
                or p.ethnicity is null and d.ethnicity is not null
                or p.address is null and d.address is not null
                or p.origin is null and d.origin is not null
                or p.birth_year_only and not d.birth_year_only)""";

    private static final String COMPLETE = """
            update ansinh.person p set
                id_number = coalesce(p.id_number, l.id_number),
                old_id_number = coalesce(p.old_id_number, l.old_id_number),
                ethnicity = coalesce(p.ethnicity, l.ethnicity),
                address = coalesce(p.address, l.address),
                origin = coalesce(p.origin, l.origin),
                birth_date = case when p.birth_year_only then coalesce(l.birth_date, p.birth_date) else p.birth_date end,
                birth_year_only = p.birth_year_only and l.birth_date is null,
                updated_at = now()
            from (select person_id,
                    (array_agg(id_number order by ord) filter (where id_number is not null))[1] as id_number,
                    (array_agg(old_id_number order by ord) filter (where old_id_number is not null))[1] as old_id_number,
                    (array_agg(ethnicity order by ord) filter (where ethnicity is not null))[1] as ethnicity,
                    (array_agg(address order by ord) filter (where address is not null))[1] as address,
                    (array_agg(origin order by ord) filter (where origin is not null))[1] as origin,
                    (array_agg(birth_date order by ord) filter (where not birth_year_only))[1] as birth_date
                  from pg_temp.person_draft where changed group by person_id) l
            where p.id = l.person_id""";

    private static final String RESULT =
            "select person_id, created, changed, differs, elsewhere from pg_temp.person_draft order by ord";

    private final Connection connection;
    private final long scope;

    /** @param scope unit whose subtree the caller may write, 0 for the whole country */
    Registration(Connection connection, long scope) {
        this.connection = connection;
        this.scope = scope;
    }

    List<Registered> register(List<PersonDraft> drafts) throws SQLException {
        execute("select pg_advisory_xact_lock(hashtextextended('ansinh.person', 0))");
        execute(STAGE);
        stage(drafts);
        execute("analyze pg_temp.person_draft");
        execute(FIND_BY_NUMBER);
        execute(FIND_WHO_CHANGED_NUMBER);
        execute(create("id_number is not null", "id_number"));
        execute(FIND_BY_OLD_NUMBER);
        execute(create("old_id_number is not null", "old_id_number"));
        execute(FIND_BY_LIKENESS);
        execute(create("search_name is not null", "search_name, birth_date, birth_year_only, sex, unit_id"));
        compare();
        execute(LEARN);
        execute(COMPLETE);
        return result(drafts.size());
    }

    private void stage(List<PersonDraft> drafts) throws SQLException {
        try (CopyIn copy = CopyIn.into(connection, COPIED)) {
            for (int i = 0; i < drafts.size(); i++) {
                PersonDraft draft = drafts.get(i);
                String name = Vietnamese.normalize(draft.fullName());
                copy.row(
                        i,
                        name,
                        PersonFilter.searchName(name),
                        VietnameseOrder.nameKey(name),
                        draft.birth().date(),
                        draft.birth().yearOnly(),
                        draft.sex().name(),
                        orNull(draft.idNumber()),
                        orNull(draft.oldIdNumber()),
                        orNull(draft.ethnicity()),
                        draft.unitId(),
                        orNull(Vietnamese.normalize(draft.address())),
                        orNull(Vietnamese.normalize(draft.origin())));
            }
            copy.finish();
        }
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private void compare() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COMPARE)) {
            statement.setLong(1, scope);
            statement.setLong(2, scope);
            statement.executeUpdate();
        }
    }

    private List<Registered> result(int size) throws SQLException {
        List<Registered> registered = new ArrayList<>(size);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RESULT)) {
            while (row.next()) {
                registered.add(new Registered(
                        row.getLong(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5)));
            }
        }
        return registered;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
