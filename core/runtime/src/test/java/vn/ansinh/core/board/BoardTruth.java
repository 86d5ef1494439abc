package vn.ansinh.core.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Rows;

/** What the board has written down beside what the lines of closed lists say now, counted another way. */
public final class BoardTruth {

    private static final String COUNTED = """
            select b.unit_id || ' ' || b.month || ' ' || b.program || ' ' || b.benefit || ': ' || b.people || ' ' || b.amount
                || ' ' || b.arrears || ' ' || b.rights || ' ' || b.due || ' ' || b.opened || ' former ' || b.former || ' '
                || b.former_due || ' kept ' || b.kept || ' ' || b.kept_before || ' ' || b.kept_due || ' ' || b.changed || ' '
                || b.changed_by
            from ansinh.board_benefit b order by 1""";

    private static final String LINES = """
            with line as (
                select y.unit_id, y.month, y.program, r.benefit, l.person_id, l.entitlement_id, l.period, l.due, l.amount
                from ansinh.payroll y join ansinh.payroll_line l on l.payroll_id = y.id
                    join ansinh.payroll_rule r on r.id = l.rule_id
                where y.state = 'CLOSED'),
            list as (
                select distinct y.unit_id, y.month, y.program, l.benefit
                from ansinh.payroll y join line l on l.program = y.program and l.unit_id = y.unit_id
                    and (l.month = y.month or l.month = y.month - interval '1 month' and l.period = l.month)
                where y.state = 'CLOSED'),
            here as (
                select n.*, b.due as before_due from line n left join line b on b.entitlement_id = n.entitlement_id
                    and b.program = n.program and b.unit_id = n.unit_id and b.period = b.month
                    and b.month = n.month - interval '1 month'
                where n.period = n.month)
            select y.unit_id || ' ' || y.month || ' ' || y.program || ' ' || y.benefit || ': '
                || (select count(distinct person_id) || ' ' || coalesce(sum(amount), 0) || ' '
                        || coalesce(sum(amount) filter (where period <> month), 0)
                    from line l where l.unit_id = y.unit_id and l.month = y.month and l.program = y.program
                      and l.benefit = y.benefit) || ' '
                || (select count(*) || ' ' || coalesce(sum(due), 0) || ' '
                        || count(*) filter (where exists (select from ansinh.entitlement e where e.id = l.entitlement_id
                            and e.paid_through >= y.month - interval '1 month') and not exists (
                            select from line b where b.entitlement_id = l.entitlement_id and b.program = y.program
                              and b.period = b.month and b.month = y.month - interval '1 month'))
                    from line l where l.unit_id = y.unit_id and l.month = y.month and l.program = y.program
                      and l.benefit = y.benefit and l.period = l.month) || ' former '
                || (select count(*) || ' ' || coalesce(sum(due), 0) from line l where l.unit_id = y.unit_id
                      and l.month = y.month - interval '1 month' and l.period = l.month and l.program = y.program
                      and l.benefit = y.benefit) || ' kept '
                || (select count(*) || ' ' || coalesce(sum(before_due), 0) || ' ' || coalesce(sum(due), 0) || ' '
                        || count(*) filter (where due <> before_due) || ' ' || coalesce(sum(due - before_due), 0)
                    from here h where h.unit_id = y.unit_id and h.month = y.month and h.program = y.program
                      and h.benefit = y.benefit and h.before_due is not null)
            from list y order by 1""";

    private static final String TRANSFERS = """
            select from_unit_id || '>' || unit_id || ' ' || month || ' ' || program || ' ' || benefit || ': ' || rights || ' '
                || before || ' ' || due || ' ' || changed || ' ' || changed_by
            from ansinh.board_transfer order by 1""";

    private static final String MOVED = """
            with line as (
                select y.unit_id, y.month, y.program, r.benefit, l.entitlement_id, l.due
                from ansinh.payroll y join ansinh.payroll_line l on l.payroll_id = y.id and l.period = y.month
                    join ansinh.payroll_rule r on r.id = l.rule_id
                where y.state = 'CLOSED')
            select b.unit_id || '>' || a.unit_id || ' ' || a.month || ' ' || a.program || ' ' || a.benefit || ': ' || count(*)
                || ' ' || sum(b.due) || ' ' || sum(a.due) || ' ' || count(*) filter (where a.due <> b.due) || ' '
                || sum(a.due - b.due)
            from line a join line b on b.entitlement_id = a.entitlement_id and b.program = a.program
                and b.month = a.month - interval '1 month' and b.unit_id <> a.unit_id
            group by b.unit_id, a.unit_id, a.month, a.program, a.benefit order by 1""";

    private BoardTruth() {}

    /** Fails unless both say the same, row by row. @return how many rights moved between units and how many rows there are */
    public static int[] holds(Transactions everywhere) {
        List<String> counted = rows(everywhere, COUNTED);
        List<String> transfers = rows(everywhere, TRANSFERS);
        assertEquals(rows(everywhere, LINES), counted);
        assertEquals(rows(everywhere, MOVED), transfers);
        return new int[] {counted.size(), transfers.size()};
    }

    private static List<String> rows(Transactions everywhere, String sql) {
        return everywhere.call(connection -> Rows.list(connection, sql, select -> {}, row -> row.getString(1)));
    }
}
