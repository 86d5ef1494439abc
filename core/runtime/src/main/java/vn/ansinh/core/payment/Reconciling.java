package vn.ansinh.core.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders.ReasonTotal;
import vn.ansinh.api.payment.PaymentOrders.Reconciliation;

/** Counts an order's money anew from its rows, from both ends: the closed lines it holds, and the payments it makes. */
final class Reconciling {

    private static final String ITEMS = " from ansinh.payment_item t where t.month = ? and t.order_id = ?";

    private final Connection connection;
    private final PaymentOrder order;
    private final UnaryOperator<String> reasonName;

    /** @param reasonName Vietnamese for a code */
    Reconciling(Connection connection, PaymentOrder order, UnaryOperator<String> reasonName) {
        this.connection = connection;
        this.order = order;
        this.reasonName = reasonName;
    }

    Reconciliation count() throws SQLException {
        long[] items = Sql.of(
                        "select coalesce(sum(amount), 0), coalesce(sum(amount) filter (where state = 'PAID'), 0),"
                                + " coalesce(sum(amount) filter (where state = 'UNPAID'), 0),"
                                + " coalesce(sum(amount) filter (where state = 'WAITING'), 0)" + ITEMS,
                        order.months().get(0),
                        order.id())
                .one(connection, row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)});
        long[] lines = Sql.of(
                        "select coalesce(sum(amount) filter (where attempt = 1), 0),"
                                + " coalesce(sum(amount) filter (where attempt > 1), 0),"
                                + " (select count(*) from (select sum(l.amount) as amount, l.item"
                                + " from ansinh.payment_item_line l where l.order_id = ? group by l.item) s"
                                + " full join (select t.item, t.amount" + ITEMS + ") p on p.item = s.item"
                                + " where p.amount is distinct from s.amount)"
                                + " from ansinh.payment_item_line where order_id = ?",
                        order.id(),
                        order.months().get(0),
                        order.id(),
                        order.id())
                .one(connection, row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)});
        long[] back = comeBack();
        boolean agrees = lines[2] == 0
                && lines[0] == order.closed()
                && lines[1] == order.retried()
                && items[0] == order.total()
                && items[1] == order.paid()
                && items[2] == order.unpaid()
                && items[0] == items[1] + items[2] + items[3]
                && back[0] + back[1] + back[2] == items[2];
        return new Reconciliation(
                order.id(),
                lines[0],
                lines[1],
                items[0],
                items[1],
                items[2],
                items[3],
                back[0],
                back[1],
                back[2],
                reasons(),
                agrees);
    }

    /** What became of the unpaid: taken up again, cancelled, open. */
    private long[] comeBack() throws SQLException {
        return Sql.of(
                        "select coalesce(sum(n.amount), 0), coalesce(sum(i.amount - coalesce(n.amount, rest.amount)), 0),"
                                + " coalesce(sum(rest.amount) filter (where n.amount is null), 0)"
                                + " from ansinh.payment_item t"
                                + " join ansinh.payment_item_line i on i.order_id = t.order_id and i.item = t.item"
                                + " join ansinh.payroll_line l on l.month = i.month and l.id = i.line_id"
                                + " left join ansinh.payment_item_line n on n.month = i.month and n.line_id = i.line_id"
                                + " and n.attempt = i.attempt + 1"
                                + " cross join lateral (select l.amount - coalesce(sum(c.amount), 0) as amount"
                                + " from ansinh.payroll_cancellation c"
                                + " where c.month = l.month and c.line_id = l.id and not c.annulled) rest"
                                + " where t.month = ? and t.order_id = ? and t.state = 'UNPAID'",
                        order.months().get(0),
                        order.id())
                .one(connection, row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)});
    }

    private List<ReasonTotal> reasons() throws SQLException {
        return Sql.of(
                        "select reason, count(*), sum(amount)" + ITEMS
                                + " and state = 'UNPAID' group by reason order by 3 desc, 1",
                        order.months().get(0),
                        order.id())
                .list(
                        connection,
                        row -> new ReasonTotal(
                                row.getString(1), reasonName.apply(row.getString(1)), row.getInt(2), row.getLong(3)));
    }
}
