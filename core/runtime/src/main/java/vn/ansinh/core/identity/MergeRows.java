package vn.ansinh.core.identity;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * What changes hands when a record is merged, and back: each step is one statement, and every row that moved is remembered.
 * Lines of lists, cancellations and payments keep the record they were made for; they hang on the entitlement.
 */
final class MergeRows {

    private static final String REMEMBER =
            " insert into ansinh.person_merge_row (merge_id, kind, row_id) select ?, '%s', id from moved";

    private static final String RIGHTS =
            "with moved as (update ansinh.entitlement set person_id = ?, changed_at = now()"
                    + " where person_id = ? returning id)" + REMEMBER.formatted("ENTITLEMENT");

    private static final String RIGHTS_BACK = "update ansinh.entitlement set person_id = ?, changed_at = now()"
            + " where person_id = ? and id in (" + remembered("ENTITLEMENT") + ")";

    private static final String TELL_RIGHTS = """
            insert into ansinh.entitlement_event (entitlement_id, kind, effective_month, detail, recorded_by)
            select e.id, 'CHANGE', date_trunc('month', ?::date)::date, ?, ? from ansinh.entitlement e
            where e.id in (%s)""".formatted(remembered("ENTITLEMENT"));

    /** A debt belongs to who holds the right that it comes from. */
    private static final String DEBTS = """
            update ansinh.receivable r set person_id = e.person_id from ansinh.entitlement e
            where e.id = r.entitlement_id and r.person_id <> e.person_id and e.id in (%s)""".formatted(remembered("ENTITLEMENT"));

    private static final String DECISIONS = """
            with moved as (update ansinh.receivable_decision d set person_id = ? where d.person_id = ?
                and not exists (select from ansinh.receivable_decision o where o.person_id = ? and o.number = d.number
                    and o.date = d.date and o.withdrawn_reason is null)
                returning id)""" + REMEMBER.formatted("DECISION");

    private static final String DECISIONS_BACK = "update ansinh.receivable_decision set person_id = ?"
            + " where person_id = ? and id in (" + remembered("DECISION") + ")";

    private static final String FACTS_OVERRULED = """
            with moved as (update ansinh.fact set retracted_at = now(), retracted_by = ?
                where subject_kind = 'PERSON' and subject_id = ? and retracted_at is null and key = any(?) returning id)""" + REMEMBER.formatted("FACT_KEPT");

    private static final String FACTS_OVER = """
            with moved as (insert into ansinh.fact (subject_kind, subject_id, key, value, valid_from, valid_to, source,
                    recorded_by)
                select 'PERSON', ?, g.key, g.value, g.valid_from, g.valid_to, g.source, ? from ansinh.fact g
                where g.subject_kind = 'PERSON' and g.subject_id = ? and g.retracted_at is null and not g.key = any(?)
                  and not exists (select from ansinh.fact k where k.subject_kind = 'PERSON' and k.subject_id = ?
                    and k.retracted_at is null and (k.key, k.value, k.valid_from, k.valid_to) is not distinct from
                        (g.key, g.value, g.valid_from, g.valid_to))
                returning id)""" + REMEMBER.formatted("FACT_NEW");

    private static final String FACTS_GONE = """
            with moved as (update ansinh.fact set retracted_at = now(), retracted_by = ?
                where subject_kind = 'PERSON' and subject_id = ? and retracted_at is null returning id)""" + REMEMBER.formatted("FACT_GONE");

    private static final String FACTS_BACK_OFF = "update ansinh.fact set retracted_at = now(), retracted_by = ?"
            + " where retracted_at is null and id in (" + remembered("FACT_NEW") + ")";

    /** What the kept record has learned since stays, so a fact of one value comes back only where its time is free. */
    private static final String FACTS_BACK = """
            insert into ansinh.fact (subject_kind, subject_id, key, value, valid_from, valid_to, source, recorded_by)
            select f.subject_kind, f.subject_id, f.key, f.value, f.valid_from, f.valid_to, f.source, ?
            from ansinh.fact f join ansinh.person_merge_row r on r.row_id = f.id
            where r.merge_id = ? and (r.kind = 'FACT_GONE' or r.kind = 'FACT_KEPT' and not exists (
                select from ansinh.fact n where n.subject_kind = 'PERSON' and n.subject_id = f.subject_id and n.key = f.key
                  and n.retracted_at is null
                  and daterange(n.valid_from, n.valid_to) && daterange(f.valid_from, f.valid_to)))
            order by f.id""";

    private static final String MEMBERSHIPS = """
            with moved as (update ansinh.household_member m set person_id = ? where m.person_id = ?
                and not exists (select from ansinh.household_member k where k.person_id = ?
                    and daterange(k.from_date, k.to_date) && daterange(m.from_date, m.to_date))
                returning id)""" + REMEMBER.formatted("MEMBER");

    private static final String MEMBERSHIPS_BACK = "update ansinh.household_member set person_id = ?"
            + " where person_id = ? and id in (" + remembered("MEMBER") + ")";

    private static final String HEADS = "with moved as (update ansinh.household_head set person_id = ?"
            + " where person_id = ? returning id)" + REMEMBER.formatted("HEAD");

    private static final String HEADS_BACK = "update ansinh.household_head set person_id = ?"
            + " where person_id = ? and id in (" + remembered("HEAD") + ")";

    /** Of two open cases of one procedure the other stays with the record that goes: somebody withdraws it. */
    private static final String CASES = """
            with moved as (update ansinh.case_file c set person_id = ?, revision = revision + 1, changed_at = now()
                where c.person_id = ? and not (c.state in ('OPEN', 'WAITING') and exists (
                    select from ansinh.case_file k where k.person_id = ? and k.procedure = c.procedure
                      and k.state in ('OPEN', 'WAITING')))
                returning id)""" + REMEMBER.formatted("CASE");

    private static final String CASES_BACK = "update ansinh.case_file set person_id = ?, revision = revision + 1,"
            + " changed_at = now() where person_id = ? and id in (" + remembered("CASE") + ")";

    /** Who was merged into the record that goes now speaks for the one that stays. */
    private static final String RECORDS = "with moved as (update ansinh.person set merged_into = ?"
            + " where merged_into = ? returning id)" + REMEMBER.formatted("RECORD");

    private static final String RECORDS_BACK = "update ansinh.person set merged_into = ?"
            + " where merged_into = ? and id in (" + remembered("RECORD") + ")";

    private final Connection connection;
    private final long merge;
    private final long kept;
    private final long gone;
    private final String account;

    MergeRows(Connection connection, long merge, long kept, long gone, String account) {
        this.connection = connection;
        this.merge = merge;
        this.kept = kept;
        this.gone = gone;
        this.account = account;
    }

    private static String remembered(String kind) {
        return "select row_id from ansinh.person_merge_row where merge_id = ? and kind = '" + kind + "'";
    }

    /**
     * @param overruled keys of facts in which the record that goes is right
     * @param dropped keys of facts in which the record that stays is right
     */
    void over(Collection<String> overruled, Collection<String> dropped, Date today) throws SQLException {
        update(RECORDS, kept, gone, merge);
        update(RIGHTS, kept, gone, merge);
        update(TELL_RIGHTS, today, "Hồ sơ người hưởng đã gộp, chế độ chuyển sang hồ sơ được giữ", account, merge);
        update(DEBTS, merge);
        update(DECISIONS, kept, gone, kept, merge);
        update(FACTS_OVERRULED, account, kept, keys(overruled), merge);
        update(FACTS_OVER, kept, account, gone, keys(dropped), kept, merge);
        update(FACTS_GONE, account, gone, merge);
        update(MEMBERSHIPS, kept, gone, kept, merge);
        update(HEADS, kept, gone, merge);
        update(CASES, kept, gone, kept, merge);
    }

    /** The record that went must be one again before. */
    void back(Date today) throws SQLException {
        update(RECORDS_BACK, gone, kept, merge);
        update(RIGHTS_BACK, gone, kept, merge);
        update(TELL_RIGHTS, today, "Đã hủy việc gộp hồ sơ, chế độ trở về hồ sơ cũ", account, merge);
        update(DEBTS, merge);
        update(DECISIONS_BACK, gone, kept, merge);
        update(FACTS_BACK_OFF, account, merge);
        update(FACTS_BACK, account, merge);
        update(CASES_BACK, gone, kept, merge);
        update(HEADS_BACK, gone, kept, merge);
        update(MEMBERSHIPS_BACK, gone, kept, merge);
    }

    private Array keys(Collection<String> keys) throws SQLException {
        return connection.createArrayOf("text", keys.toArray());
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
