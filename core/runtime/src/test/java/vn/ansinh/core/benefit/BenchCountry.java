package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import javax.sql.DataSource;

/**
 * A country of invented people who hold rights, and cycles closed long ago, made by statements over sets as the superuser.
 * Two of a hundred hold a right that gives way to another; children and the aged pass ages of the law every month.
 */
final class BenchCountry {

    private static final int PEOPLE_PER_COMMUNE = 1_000;

    private static final String UNITS = """
            insert into ansinh.unit (id, code, level, name, parent_id, valid_from) overriding system value
            select n, 'B' || n, case n when 1 then 'PROVINCE' else 'COMMUNE' end, 'Xã ' || n,
                case n when 1 then null else 1 end, '2025-07-01' from generate_series(1, %1$d) n;
            insert into ansinh.unit_closure (ancestor_id, unit_id)
            select n, n from generate_series(1, %1$d) n union all select 1, n from generate_series(2, %1$d) n""";

    private static final String PEOPLE = """
            insert into ansinh.person (full_name, search_name, sort_key, birth_date, birth_year_only, sex, id_number, unit_id)
            select 'Nguyễn Thị ' || n, ' nguyen thi ' || n || ' ', lpad(n::text, 9, '0'),
                case n %% 20 when 0 then date '1985-01-01' when 1 then date '1990-01-01' when 2 then date '1966-01-01'
                    else date '1930-01-01' end + (n::bigint * 7919 %% 12000)::integer,
                false, 'FEMALE', lpad(n::text, 12, '0'), 2 + n / %2$d
            from generate_series(0, %1$d - 1) n""";

    private static final String FACTS = """
            insert into ansinh.fact (subject_kind, subject_id, key, value, valid_from, source, recorded_by)
            select 'PERSON', p.id, k.key, k.value, date '2020-01-01', 'bench', 'bench'
            from ansinh.person p cross join lateral (
                select 'muc-do' as key, 'nang' as value where p.id %% 3 = 0 or p.id %% 20 = 3
                union all select 'trong-co-so', 'khong' where p.id %% 3 = 0
                union all select 'con', (date '2011-01-01' + (p.id * 31 %% 4500)::integer)::text || ' An'
                    where p.id %% 20 in (1, 2)) k""";

    private static final String RIGHTS = """
            insert into ansinh.entitlement (person_id, program, benefit, unit_id, from_month, paid_through, decision_number,
                decision_date, payment_method, account_number, bank, payee_role)
            select p.id, 'thu', b.benefit, p.unit_id, date '2019-01-01', '%s', '12/QĐ-UBND', date '2019-01-05',
                case p.id %% 2 when 0 then 'TM-DCT' else 'TKNH' end,
                case p.id %% 2 when 1 then lpad(p.id::text, 13, '0') end, case p.id %% 2 when 1 then 'Agribank' end, 'SELF'
            from ansinh.person p cross join lateral (
                select 'KHUYET-TAT' as benefit where p.id %% 3 = 0 or p.id %% 20 = 3
                union all select 'DON-THAN' where p.id %% 3 <> 0 and p.id %% 20 in (1, 2)
                union all select 'CAO-TUOI'
                    where p.id %% 3 <> 0 and p.id %% 20 not in (1, 2, 3) or p.id %% 100 = 30) b""";

    private final DataSource superuser;
    private final int communes;
    private final int people;

    BenchCountry(DataSource superuser, int people) {
        this.superuser = superuser;
        this.people = people;
        this.communes = Math.max(1, people / PEOPLE_PER_COMMUNE);
    }

    /** @param paidThrough month before the first cycle */
    void settle(YearMonth paidThrough) throws SQLException {
        execute(UNITS.formatted(communes + 2));
        execute(PEOPLE.formatted(people, PEOPLE_PER_COMMUNE));
        execute(FACTS.formatted());
        execute(RIGHTS.formatted(paidThrough.atDay(1)));
        execute("vacuum analyze");
    }

    /** Who was paid in the first cycle was paid by these lists ever since. */
    void forgetPaidThrough() throws SQLException {
        execute("set session_replication_role = replica; update ansinh.entitlement e set paid_through = null"
                + " where exists (select from ansinh.payroll_line l where l.person_id = e.person_id)");
        execute("vacuum analyze ansinh.entitlement");
    }

    /** One of a hundred people is told something new about, as in any month. */
    void goOn(YearMonth month) throws SQLException {
        execute("insert into ansinh.fact (subject_kind, subject_id, key, value, valid_from, source, recorded_by)"
                + " select 'PERSON', id, 'muc-do', 'nang', '" + month.atDay(1)
                + "', 'bench', 'bench' from ansinh.person"
                + " where id % 100 = " + month.getMonthValue());
    }

    /** Cycles before {@code like}, closed, with the same lines. */
    void pastCycles(YearMonth like, int cycles) throws SQLException {
        for (int i = 1; i <= cycles; i++) {
            YearMonth month = like.minusMonths(i);
            String table = "ansinh.payroll_line_" + month.toString().replace('-', '_');
            String of = "ansinh.payroll_line_" + like.toString().replace('-', '_');
            execute("""
                    set session_replication_role = replica;
                    insert into ansinh.payroll (program, month, unit_id, state, run_id, run_count, follows, people, lines,
                        total, arrears, drafted_at, closed_by, closed_at)
                    select program, '%1$s', unit_id, 'CLOSED', run_id, 1, date '%1$s' - interval '1 month', people, lines,
                        total, arrears, drafted_at, closed_by, closed_at
                    from ansinh.payroll where month = '%2$s';
                    create table %3$s (like %4$s including defaults including constraints);
                    alter table %3$s owner to ansinh_owner;
                    insert into %3$s (id, month, payroll_id, entitlement_id, person_id, period, rule_id, multiple, due,
                        paid_before, amount, payment_method, account_number, bank, payee_name, payee_number, payee_role,
                        months, steady_through)
                    select l.id + %5$d * 10000000::bigint, date '%1$s', y.id, l.entitlement_id, l.person_id, date '%1$s', l.rule_id,
                        l.multiple, l.due, 0, l.due, l.payment_method, l.account_number, l.bank, l.payee_name,
                        l.payee_number, l.payee_role, 1, l.steady_through
                    from %4$s l join ansinh.payroll x on x.id = l.payroll_id
                        join ansinh.payroll y on y.month = '%1$s' and y.unit_id = x.unit_id;
                    alter table ansinh.payroll_line attach partition %3$s for values from ('%1$s')
                        to ((date '%1$s' + interval '1 month')::date);
                    analyze %3$s""".formatted(month.atDay(1), like.atDay(1), table, of, i));
        }
        execute("vacuum analyze");
    }

    /** Takes back what a run wrote, as if it had never been. */
    void undo(YearMonth month) throws SQLException {
        execute("set session_replication_role = replica; truncate ansinh.payroll_line_"
                + month.toString().replace('-', '_')
                + "; delete from ansinh.payroll_notice where payroll_id in (select id from ansinh.payroll where month = '"
                + month.atDay(1) + "'); delete from ansinh.payroll_rule_use where payroll_id in (select id from"
                + " ansinh.payroll where month = '" + month.atDay(1) + "')");
        execute("vacuum analyze ansinh.payroll_notice, ansinh.payroll_rule_use");
        execute("checkpoint");
    }

    /** Sets a month's lines aside as finished rows, in the order in which they lie. */
    void finish(YearMonth month) throws SQLException {
        execute("drop table if exists ansinh.finished; create unlogged table ansinh.finished as select * from"
                + " ansinh.payroll_line_" + month.toString().replace('-', '_'));
        execute("vacuum analyze ansinh.finished");
    }

    /** What PostgreSQL alone needs for the same rows: the same table, indexes, constraints, triggers and durability. */
    void insertFinished() throws SQLException {
        execute("insert into ansinh.payroll_line overriding system value select * from ansinh.finished");
    }

    long number(String sql) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : sql.startsWith("vacuum") ? new String[] {sql} : sql.split(";\n|; ")) {
                statement.execute(one);
            }
        }
    }
}
