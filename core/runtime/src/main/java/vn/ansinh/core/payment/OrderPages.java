package vn.ansinh.core.payment;

import java.util.List;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders.ItemPage;
import vn.ansinh.api.payment.PaymentOrders.ItemQuery;
import vn.ansinh.api.payment.PaymentOrders.OrderPage;
import vn.ansinh.api.payment.PaymentOrders.OrderQuery;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.identity.PersonFilter;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Slice;

/** Orders and their payments, page by page. */
final class OrderPages {

    private static final int LONGEST_PAGE = 500;

    private final Transactions transactions;
    private final Units units;
    private final OrderRows rows;

    OrderPages(Transactions transactions, Units units, OrderRows rows) {
        this.transactions = transactions;
        this.units = units;
        this.rows = rows;
    }

    OrderPage orders(Caller caller, OrderQuery query) {
        requirePage(query.limit());
        Sql sql = Sql.of(OrderRows.SELECT + " where")
                .and(PersonScope.of(caller, query.unitId(), units, "o.unit_id", "o.program"));
        if (query.program() != null) {
            sql.and(" and o.program = ?", query.program());
        }
        if (query.month() != null) {
            sql.and(" and ? in (o.month, o.last_month)", query.month());
        }
        if (query.state() != null) {
            sql.and(" and o.state = ?", query.state().name());
        }
        if (query.cursor() != null) {
            sql.and(" and o.id < ?", number(query.cursor()));
        }
        sql.and(" order by o.id desc limit ?", query.limit() + 1);
        List<PaymentOrder> found = transactions.call(connection -> sql.list(connection, rows::read));
        Slice<PaymentOrder> page = Slice.of(found, query.limit());
        return new OrderPage(page.rows(), page.next(last -> Long.toString(last.id())));
    }

    /** @param order that the caller may see */
    ItemPage items(PaymentOrder order, ItemQuery query) {
        requirePage(query.limit());
        PersonFilter filter = PersonFilter.of(query.text());
        Sql sql = Sql.of(
                "select " + OrderRows.ITEM_COLUMNS + " from ansinh.payment_order o"
                        + " join ansinh.payment_item t on t.month = o.month and t.order_id = o.id"
                        + (filter.sql().isEmpty() ? "" : " join ansinh.person p on p.id = t.person_id")
                        + " where o.id = ? and t.month = ?",
                order.id(),
                order.months().get(0));
        sql.and(filter);
        if (query.state() != null) {
            sql.and(" and t.state = ?", query.state().name());
        }
        if (query.cursor() != null) {
            sql.and(" and t.item > ?", (int) number(query.cursor()));
        }
        sql.and(" order by t.item limit ?", query.limit() + 1);
        List<PaymentItem> found = transactions.call(connection -> sql.list(connection, OrderRows::readItem));
        Slice<PaymentItem> page = Slice.of(found, query.limit());
        return new ItemPage(page.rows(), page.next(last -> Integer.toString(last.number())));
    }

    List<PaymentItem> ofPerson(Caller caller, long personId, int limit) {
        requirePage(limit);
        return transactions.call(connection -> Sql.of(
                        "select " + OrderRows.ITEM_COLUMNS + " from ansinh.payment_item t"
                                + " join ansinh.payment_order o on o.id = t.order_id and o.month = t.month"
                                + " where t.person_id = any(array(select ? union all"
                                + " select m.id from ansinh.person m where m.merged_into = ?)) and",
                        personId,
                        personId)
                .and(PersonScope.of(caller, 0, units, "t.unit_id", "o.program"))
                .and(" order by t.month desc, t.order_id desc, t.item limit ?", limit)
                .list(connection, OrderRows::readItem));
    }

    private static void requirePage(int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid("AS-PAYMENT-LIMIT", "Mỗi trang có từ 1 đến 500 dòng.");
        }
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "AS-PAYMENT-CURSOR",
                    "Vị trí trang trong danh sách không còn dùng được. Hãy mở lại danh sách từ đầu.");
        }
    }
}
