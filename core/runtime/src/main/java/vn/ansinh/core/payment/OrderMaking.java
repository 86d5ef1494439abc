package vn.ansinh.core.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.payment.PaymentOrders.MethodTotal;
import vn.ansinh.api.payment.PaymentOrders.OrderDraft;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.benefit.CommuneLocks;
import vn.ansinh.core.identity.PersonScope;

/**
 * Puts an order together, and takes it apart again while it is a draft. All in sets: a province's order is as many statements
 * as a commune's.
 */
final class OrderMaking {

    /** Closed lines that no order holds; what is left of each after cancellations. */
    private static final String FRESH = " from ansinh.payroll y"
            + " join ansinh.payroll_line l on l.payroll_id = y.id and l.month = y.month"
            + " left join (select month, line_id, sum(amount) as amount from ansinh.payroll_cancellation"
            + " where not annulled and month = any(?) group by month, line_id) c on c.month = l.month and c.line_id = l.id"
            + " where y.program = ? and y.month = any(?) and l.month = any(?) and y.state = 'CLOSED'"
            + " and l.amount > coalesce(c.amount, 0) and not exists (select from ansinh.payment_item_line i"
            + " where i.month = l.month and i.line_id = l.id) and";

    /**
     * Lines that came back, unless a later order has them or nothing is left of them. They wait until their commune has closed the
     * month: closing cancels what is not due any more, and nobody who died meanwhile is paid again. They go out the way the
     * person is paid now: a wrong account is the commonest reason for coming back.
     */
    private static final String RETURNED = " from ansinh.payment_item t"
            + " join ansinh.payment_order o on o.id = t.order_id and o.month = t.month"
            + " join ansinh.payment_item_line i on i.order_id = t.order_id and i.item = t.item"
            + " join ansinh.payroll_line l on l.month = i.month and l.id = i.line_id"
            + " join ansinh.entitlement e on e.id = l.entitlement_id"
            + " cross join lateral (select l.amount - coalesce(sum(c.amount), 0) as amount"
            + " from ansinh.payroll_cancellation c where c.month = l.month and c.line_id = l.id and not c.annulled) rest"
            + " where t.state = 'UNPAID' and o.program = ? and rest.amount > 0"
            + " and exists (select from ansinh.payroll_commune k where k.program = o.program"
            + " and k.unit_id = t.unit_id and k.closed_through >= ?)"
            + " and not exists (select from ansinh.payment_item_line n"
            + " where n.month = i.month and n.line_id = i.line_id and n.attempt = i.attempt + 1) and";

    private final Connection connection;
    private final PersonScope payrolls;
    private final PersonScope items;

    /**
     * @param payrolls the unit's subtree on {@code y.unit_id}
     * @param items the same on {@code t.unit_id}
     */
    OrderMaking(Connection connection, PersonScope payrolls, PersonScope items) {
        this.connection = connection;
        this.payrolls = payrolls;
        this.items = items;
    }

    /** What could be ordered, by method. */
    List<MethodTotal> payable(String program, List<YearMonth> months) throws SQLException {
        return Sql.of("select method, count(distinct person_id), sum(fresh), sum(returned) from ("
                        + "select l.payment_method as method, l.person_id, l.amount - coalesce(c.amount, 0) as fresh,"
                        + " 0 as returned")
                .and(FRESH, months, program, months, months)
                .and(payrolls)
                .and(" union all select e.payment_method, l.person_id, 0, rest.amount")
                .and(RETURNED, program, months.get(0))
                .and(items)
                .and(") f group by method order by method")
                .list(
                        connection,
                        row -> new MethodTotal(
                                row.getString(1), row.getString(1), row.getInt(2), row.getLong(3), row.getLong(4)));
    }

    /** Nobody closes, orders or annuls in these communes meanwhile. */
    void lockCommunes(String program) throws SQLException {
        List<Long> units = Sql.of("select y.unit_id from ansinh.payroll_commune y where y.program = ? and", program)
                .and(payrolls)
                .list(connection, row -> row.getLong(1));
        CommuneLocks.forClosing(connection, program, units);
    }

    /**
     * A person who moved is closed in the new commune, and that cancels lines of the old one: who cancels locks the lines' lists,
     * so that it comes before or after.
     */
    private void lockLists(OrderDraft draft) throws SQLException {
        Sql.of(
                        "select from ansinh.payroll y where y.program = ? and y.month = any(?) and y.state = 'CLOSED' and",
                        draft.program(),
                        draft.months())
                .and(payrolls)
                .and(" order by y.id for key share")
                .execute(connection);
        Sql.of("select from ansinh.payroll y where y.id in (select l.payroll_id")
                .and(RETURNED, draft.program(), draft.months().get(0))
                .and(items)
                .and(") order by y.id for key share")
                .execute(connection);
    }

    /** Writes a draft with everything payable. @return its id */
    long make(OrderDraft draft, String unitCode, String account, Instant now, int year) throws SQLException {
        YearMonth first = draft.months().get(0);
        YearMonth last = draft.months().get(draft.months().size() - 1);
        Deadlines deadlines = Deadlines.of(first);
        long id = Sql.of(
                        "insert into ansinh.payment_order (number, program, unit_id, method, month, last_month, state,"
                                + " send_by, results_by, created_by, created_at)"
                                + " values (?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?) returning id",
                        number(draft.unitId(), unitCode, year),
                        draft.program(),
                        draft.unitId(),
                        draft.method(),
                        first,
                        last,
                        deadlines.sendBy(),
                        deadlines.resultsBy(),
                        account,
                        now)
                .one(connection, row -> row.getLong(1));
        lockLists(draft);
        takeBack(draft);
        fill(id, draft);
        return id;
    }

    private String number(long unitId, String unitCode, int year) throws SQLException {
        int next = Sql.of(
                        "insert into ansinh.payment_number as n (unit_id, year, last) values (?, ?, 1)"
                                + " on conflict (unit_id, year) do update set last = n.last + 1 returning last",
                        unitId,
                        year)
                .one(connection, row -> row.getInt(1));
        return "CT-%s-%d-%04d".formatted(unitCode, year, next);
    }

    /** Marks what came back as taken up, which locks it: a result corrected meanwhile would pay twice. */
    private void takeBack(OrderDraft draft) throws SQLException {
        Sql.of("create temporary table payment_again on commit drop as select l.month, l.id as line_id,"
                        + " (i.attempt + 1)::smallint as attempt, l.person_id, t.unit_id, e.account_number, e.bank,"
                        + " e.payee_name, e.payee_number, rest.amount, t.month as order_month, t.order_id, t.item")
                .and(RETURNED, draft.program(), draft.months().get(0))
                .and(items)
                .and(" and e.payment_method = ?", draft.method())
                .execute(connection);
        Sql.of("analyze pg_temp.payment_again").execute(connection);
        int found = Sql.of("select count(*) from (select distinct order_month, order_id, item from payment_again) a")
                .one(connection, row -> row.getInt(1));
        int marked = Sql.of(
                        "update ansinh.payment_item t set retaken = true where t.state = 'UNPAID'"
                                + " and (t.month, t.order_id, t.item) in (select order_month, order_id, item from payment_again)")
                .execute(connection);
        if (marked != found) {
            throw Problem.conflict(
                    "AS-PAYMENT-RESULTS-CHANGED",
                    "Kết quả của lệnh trước vừa được sửa trong khi lập lệnh này. Vui lòng lập lại.");
        }
    }

    private void fill(long id, OrderDraft draft) throws SQLException {
        YearMonth first = draft.months().get(0);
        Sql.of(
                        "with placed as materialized (select n.*, p.full_name, coalesce(p.id_number, p.old_id_number) as id_number,"
                                + " p.address, dense_rank() over (order by u.code, n.unit_id, p.sort_key, n.person_id,"
                                + " n.account_number, n.bank, n.payee_name, n.payee_number)::integer as item from ("
                                + "select l.month, l.id as line_id, 1::smallint as attempt, l.payroll_id, l.person_id, y.unit_id,"
                                + " l.account_number, l.bank, l.payee_name, l.payee_number, l.amount - coalesce(c.amount, 0) as amount")
                .and(FRESH, draft.months(), draft.program(), draft.months(), draft.months())
                .and(payrolls)
                .and(
                        " and l.payment_method = ? union all select month, line_id, attempt, null, person_id, unit_id,"
                                + " account_number, bank, payee_name, payee_number, amount from payment_again) n"
                                + " join ansinh.person p on p.id = n.person_id join ansinh.unit u on u.id = n.unit_id),"
                                + " items as (insert into ansinh.payment_item (month, order_id, item, person_id, unit_id,"
                                + " name, id_number, address, account_number, bank, payee_name, payee_number, amount, retried)"
                                + " select ?, ?, item, person_id, unit_id, full_name, id_number, address, account_number,"
                                + " bank, payee_name, payee_number, sum(amount),"
                                + " coalesce(sum(amount) filter (where payroll_id is null), 0) from placed group by item,"
                                + " person_id, unit_id, full_name, id_number, address, account_number, bank, payee_name,"
                                + " payee_number returning amount, retried),"
                                + " lists as (insert into ansinh.payment_order_payroll (order_id, payroll_id, lines, amount)"
                                + " select ?, payroll_id, count(*), sum(amount) from placed where payroll_id is not null"
                                + " group by payroll_id),"
                                + " parts as (insert into ansinh.payment_item_line (month, line_id, attempt, order_id, item,"
                                + " amount) select month, line_id, attempt, ?, item, amount from placed)"
                                + " update ansinh.payment_order o set items = s.items, closed = s.closed, retried = s.retried"
                                + " from (select count(*) as items, coalesce(sum(amount - retried), 0) as closed,"
                                + " coalesce(sum(retried), 0) as retried from items) s where o.id = ?",
                        draft.method(),
                        first,
                        id,
                        id,
                        id,
                        id)
                .execute(connection);
    }

    /** Empties a draft: its lines can be ordered again, and what came back may be corrected again. */
    void empty(long id, YearMonth month) throws SQLException {
        Sql.of(
                        "with gone as (delete from ansinh.payment_item_line where order_id = ? returning month, line_id, attempt)"
                                + " update ansinh.payment_item t set retaken = false from gone g"
                                + " join ansinh.payment_item_line f on f.month = g.month and f.line_id = g.line_id"
                                + " and f.attempt = g.attempt - 1"
                                + " join ansinh.payment_order o on o.id = f.order_id"
                                + " where t.month = o.month and t.order_id = f.order_id and t.item = f.item"
                                + " and not exists (select from ansinh.payment_item_line a"
                                + " join ansinh.payment_item_line n on n.month = a.month and n.line_id = a.line_id"
                                + " and n.attempt = a.attempt + 1 and n.order_id <> ?"
                                + " where a.order_id = t.order_id and a.item = t.item)",
                        id,
                        id)
                .execute(connection);
        Sql.of("delete from ansinh.payment_item where month = ? and order_id = ?", month, id)
                .execute(connection);
        Sql.of("delete from ansinh.payment_order_payroll where order_id = ?", id)
                .execute(connection);
    }

    /** Whether something of a draft was cancelled since it was made. */
    boolean isStale(long id) throws SQLException {
        return Sql.of(
                        "select exists (select from ansinh.payment_item_line i"
                                + " join (select month, line_id, sum(amount) as amount from ansinh.payroll_cancellation"
                                + " where not annulled group by month, line_id) c"
                                + " on c.month = i.month and c.line_id = i.line_id"
                                + " join ansinh.payroll_line l on l.month = i.month and l.id = i.line_id"
                                + " where i.order_id = ? and i.amount > l.amount - c.amount)",
                        id)
                .one(connection, row -> row.getBoolean(1));
    }
}
