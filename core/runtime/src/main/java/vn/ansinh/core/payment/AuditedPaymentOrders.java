package vn.ansinh.core.payment;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.audit.Asked;
import vn.ansinh.core.audit.Fields;

/** Reports to the audit who reads and changes payment orders; a change and its row are one transaction. */
public final class AuditedPaymentOrders implements PaymentOrders {

    private final StoredPaymentOrders orders;
    private final Transactions transactions;
    private final Access access;
    private final Audit audit;

    public AuditedPaymentOrders(StoredPaymentOrders orders, Transactions transactions, Access access, Audit audit) {
        this.orders = orders;
        this.transactions = transactions;
        this.access = access;
        this.audit = audit;
    }

    @Override
    public Payable payable(String program, long unitId, List<YearMonth> months) {
        return orders.payable(program, unitId, months);
    }

    @Override
    public PaymentOrder create(OrderDraft draft) {
        orders.makeRoom(draft);
        return transactions.call(connection -> {
            PaymentOrder made = orders.create(draft);
            changed(made.id(), "payment.create", Map.of(), made, null);
            return made;
        });
    }

    @Override
    public void withdraw(long id, String reason) {
        transactions.run(connection -> {
            Optional<PaymentOrder> before = known(id);
            orders.withdraw(id, reason);
            changed(id, "payment.withdraw", fields(before), known(id).orElseThrow(), reason);
        });
    }

    @Override
    public PaymentOrder send(long id, String channel) {
        return change(id, "payment.send", () -> orders.send(id, channel));
    }

    @Override
    public PaymentOrder settle(long id) {
        return change(id, "payment.settle", () -> orders.settle(id));
    }

    private PaymentOrder change(long id, String action, Supplier<PaymentOrder> work) {
        return transactions.call(connection -> {
            Optional<PaymentOrder> before = known(id);
            PaymentOrder after = work.get();
            changed(id, action, fields(before), after, null);
            return after;
        });
    }

    private void changed(long id, String action, Map<String, String> before, PaymentOrder after, String why) {
        audit.changed(new Subject(Subject.PAYMENT_ORDER, id), action, before, fields(Optional.of(after)), why);
    }

    /** As the platform: who may send an order need not be allowed to look at it. */
    private Optional<PaymentOrder> known(long id) {
        try (Access.Binding ignored = access.bind(Caller.SYSTEM)) {
            return orders.byId(id);
        }
    }

    private static Map<String, String> fields(Optional<PaymentOrder> order) {
        return order.map(known -> Fields.of("number", known.number())
                        .and("unit", known.unitId())
                        .and(
                                "months",
                                known.months().stream().map(YearMonth::toString).collect(Collectors.joining(", ")))
                        .and("method", known.method())
                        .and("state", known.state())
                        .and("channel", known.channel())
                        .and("items", known.items())
                        .and("total", known.total())
                        .map())
                .orElse(Map.of());
    }

    @Override
    public OrderPage orders(OrderQuery query) {
        return orders.orders(query);
    }

    @Override
    public Optional<PaymentOrder> byId(long id) {
        return orders.byId(id);
    }

    @Override
    public ItemPage items(ItemQuery query) {
        ItemPage page = orders.items(query);
        audit.listed(
                Subject.PERSON,
                Asked.of("Khoản của lệnh chi trả")
                        .and("order", query.orderId())
                        .text(query.text())
                        .and("state", query.state())
                        .toString(),
                page.items().stream().map(PaymentItem::personId).distinct().toList());
        return page;
    }

    @Override
    public List<PaymentItem> ofPerson(long personId, int limit) {
        List<PaymentItem> items = orders.ofPerson(personId, limit);
        if (!items.isEmpty()) {
            audit.read(Subject.person(personId), "Các khoản chi trả");
        }
        return items;
    }

    @Override
    public int record(long id, List<ItemResult> results) {
        return transactions.call(connection -> {
            int recorded = orders.record(id, results);
            audit.changed(
                    new Subject(Subject.PAYMENT_ORDER, id),
                    "payment.result",
                    Map.of(),
                    Fields.of("recorded", recorded)
                            .and(
                                    "results",
                                    results.stream()
                                            .map(AuditedPaymentOrders::told)
                                            .collect(Collectors.joining("; ")))
                            .map(),
                    null);
            return recorded;
        });
    }

    private static String told(ItemResult result) {
        return "khoản " + result.item() + (result.paid() ? " đã nhận" : " chưa nhận (" + result.reason() + ")")
                + " ngày " + result.day();
    }

    @Override
    public Reconciliation reconciliation(long id) {
        return orders.reconciliation(id);
    }

    @Override
    public List<Channel> channels() {
        return orders.channels();
    }
}
