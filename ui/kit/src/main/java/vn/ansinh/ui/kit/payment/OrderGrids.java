package vn.ansinh.ui.kit.payment;

import java.util.function.Consumer;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.payment.PaymentResult;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** The lists of the page of payment orders. */
final class OrderGrids {

    private static final Texts TEXTS = Texts.of(OrderGrids.class);

    private OrderGrids() {}

    static LazyGrid<PaymentOrder> orders(OrderServices services, Consumer<PaymentOrder> open) {
        LazyGrid<PaymentOrder> grid = new LazyGrid<>(TEXTS.get("orders.title"));
        grid.link("number", TEXTS.get("orders.number"), PaymentOrder::number, open)
                .setFlexGrow(2);
        grid.wrapped(
                        "unit",
                        TEXTS.get("orders.unit"),
                        order -> services.units()
                                .byId(order.unitId())
                                .map(AdministrativeUnit::name)
                                .orElse(""))
                .setFlexGrow(2);
        grid.numeric("months", TEXTS.get("orders.months"), OrderGrids::months);
        grid.wrapped("method", TEXTS.get("orders.method"), order -> services.method(order.method()))
                .setFlexGrow(2);
        grid.numeric("items", TEXTS.get("orders.items"), order -> Money.format(order.items()));
        grid.money("total", TEXTS.get("orders.total"), PaymentOrder::total);
        grid.money("paid", TEXTS.get("orders.paid"), PaymentOrder::paid);
        grid.money("unpaid", TEXTS.get("orders.unpaid"), PaymentOrder::unpaid);
        grid.date("deadline", TEXTS.get("orders.deadline"), OrderGrids::deadline);
        grid.state("state", TEXTS.get("orders.state"), OrderGrids::look, OrderGrids::word);
        grid.narrow(
                TEXTS.get("orders.title"),
                order -> new NarrowRow(
                        order.number(),
                        services.method(order.method()) + ", " + months(order),
                        Money.format(order.total()),
                        look(order)),
                open);
        grid.setEmptyText(TEXTS.get("orders.empty"));
        return grid;
    }

    /** @param open records a result by hand */
    static LazyGrid<PaymentItem> items(OrderServices services, Consumer<PaymentItem> open) {
        LazyGrid<PaymentItem> grid = new LazyGrid<>(TEXTS.get("items.label"));
        grid.numeric("item", TEXTS.get("items.number"), item -> Integer.toString(item.number()));
        grid.link("name", TEXTS.get("items.name"), PaymentItem::name, open).setFlexGrow(2);
        grid.text("id", TEXTS.get("items.id"), item -> item.idNumber() == null ? "" : Person.mask(item.idNumber()))
                .setWidth("130px")
                .setFlexGrow(0);
        grid.wrapped("payee", TEXTS.get("items.payee"), item -> item.payeeName() == null ? "" : item.payeeName())
                .setFlexGrow(2);
        grid.wrapped("account", TEXTS.get("items.account"), OrderGrids::account).setFlexGrow(2);
        grid.wrapped("address", TEXTS.get("items.address"), item -> item.address() == null ? "" : item.address())
                .setFlexGrow(2);
        grid.money("amount", TEXTS.get("items.amount"), PaymentItem::amount);
        grid.wrapped(
                        "reason",
                        TEXTS.get("items.reason"),
                        item -> services.reason(item.result().reason()))
                .setFlexGrow(2);
        grid.date("day", TEXTS.get("items.day"), item -> item.result().day());
        grid.state(
                "state",
                TEXTS.get("items.state"),
                item -> look(item.result().state()),
                item -> item.result().state().label());
        grid.hideAtFirst("address");
        grid.narrow(
                TEXTS.get("items.label"),
                item -> new NarrowRow(
                        item.name(),
                        item.payeeName() == null ? "" : TEXTS.get("items.collects", item.payeeName()),
                        Money.format(item.amount()),
                        look(item.result().state())),
                open);
        return grid;
    }

    static String months(PaymentOrder order) {
        return Formats.months(
                order.months().get(0), order.months().get(order.months().size() - 1));
    }

    private static java.time.LocalDate deadline(PaymentOrder order) {
        return order.state() == PaymentOrderState.DRAFT ? order.sendBy() : order.resultsBy();
    }

    private static String account(PaymentItem item) {
        if (item.accountNumber() == null) {
            return "";
        }
        return item.bank() == null ? item.accountNumber() : item.accountNumber() + " (" + item.bank() + ")";
    }

    private static State look(PaymentOrder order) {
        boolean late = order.sentLate() && order.state() == PaymentOrderState.DRAFT
                || order.resultsLate() && order.state() == PaymentOrderState.SENT;
        return late ? State.OVERDUE : look(order.state());
    }

    private static String word(PaymentOrder order) {
        return look(order) == State.OVERDUE
                ? TEXTS.get("orders.late", order.state().label())
                : order.state().label();
    }

    static State look(PaymentOrderState state) {
        return switch (state) {
            case DRAFT -> State.DRAFT;
            case SENDING -> State.RUNNING;
            case SENT -> State.WAITING;
            case SETTLED -> State.CLOSED;
            case WITHDRAWN -> State.CANCELLED;
        };
    }

    static State look(PaymentResult.State state) {
        return switch (state) {
            case WAITING -> State.WAITING;
            case PAID -> State.DONE;
            case UNPAID -> State.RETURNED;
        };
    }
}
