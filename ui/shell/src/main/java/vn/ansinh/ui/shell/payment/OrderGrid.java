package vn.ansinh.ui.shell.payment;

import com.vaadin.flow.component.Component;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders.OrderPage;
import vn.ansinh.api.payment.PaymentOrders.OrderQuery;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.Services;

/** Payment orders, newest first. */
final class OrderGrid extends LazyGrid<PaymentOrder> {

    private static final long serialVersionUID = 1L;
    private static final int COUNTED = 500;
    private static final Texts TEXTS = Texts.of(OrderGrid.class);

    private final transient Services services;

    /** @param open opens an order */
    OrderGrid(Services services, Consumer<PaymentOrder> open) {
        super(TEXTS.get("orders.title"));
        this.services = services;
        link("number", TEXTS.get("orders.number"), PaymentOrder::number, open)
                .setAutoWidth(true)
                .setFlexGrow(0);
        wrapped("unit", TEXTS.get("orders.unit"), this::unit).setFlexGrow(2);
        wrapped("method", TEXTS.get("orders.method"), order -> method(services.codeLists(), order.method()))
                .setFlexGrow(2);
        numeric("months", TEXTS.get("orders.months"), OrderGrid::months);
        money("items", TEXTS.get("orders.items"), order -> (long) order.items());
        money("total", TEXTS.get("orders.total"), PaymentOrder::total).setPartNameGenerator(order -> "strong");
        money("paid", TEXTS.get("orders.paid"), PaymentOrder::paid);
        money("unpaid", TEXTS.get("orders.unpaid"), PaymentOrder::unpaid);
        money("outstanding", TEXTS.get("orders.outstanding"), PaymentOrder::outstanding);
        state(
                "state",
                TEXTS.get("orders.state"),
                OrderGrid::look,
                order -> order.state().label());
        state(
                "deadline",
                TEXTS.get("orders.deadline"),
                order -> late(order) == null ? State.NOTHING : State.OVERDUE,
                order -> late(order) == null ? TEXTS.get("orders.in-time") : late(order));
        narrow(
                TEXTS.get("orders.title"),
                order -> new NarrowRow(
                        order.number(),
                        method(services.codeLists(), order.method()),
                        Money.format(order.total()),
                        look(order)),
                open);
        setEmptyText(TEXTS.get("orders.none"));
    }

    /** @param month {@code null} for all */
    void show(long unitId, YearMonth month) {
        setSource(
                (cursor, limit) -> {
                    OrderPage page = services.payments().orders(query(unitId, month, cursor, limit));
                    return new PageSource.Slice<>(page.orders(), page.next());
                },
                limit -> services.payments()
                        .orders(query(unitId, month, null, Math.min(limit, COUNTED)))
                        .orders()
                        .size());
    }

    private static OrderQuery query(long unitId, YearMonth month, String cursor, int limit) {
        return new OrderQuery(null, unitId, month, null, cursor, limit);
    }

    private String unit(PaymentOrder order) {
        return services.units()
                .byId(order.unitId())
                .map(AdministrativeUnit::name)
                .orElse("");
    }

    static String method(CodeLists codeLists, String code) {
        return codeLists
                .byCode("hinh-thuc-chi-tra", code)
                .map(CodeLists.Entry::name)
                .orElse(code);
    }

    static String months(PaymentOrder order) {
        return Formats.months(
                order.months().get(0), order.months().get(order.months().size() - 1));
    }

    static State look(PaymentOrder order) {
        return switch (order.state()) {
            case DRAFT -> State.DRAFT;
            case SENDING -> State.RUNNING;
            case SENT -> State.APPROVED;
            case SETTLED -> State.CLOSED;
            case WITHDRAWN -> State.CANCELLED;
        };
    }

    /** What is late about it; {@code null} when nothing is. */
    static String late(PaymentOrder order) {
        if (order.resultsLate()) {
            return TEXTS.get("orders.results-late");
        }
        return order.sentLate() ? TEXTS.get("orders.sent-late") : null;
    }

    static Component[] badges(PaymentOrder order) {
        List<Component> badges = new ArrayList<>();
        badges.add(new StateBadge(look(order), order.state().label()));
        if (late(order) != null) {
            badges.add(new StateBadge(State.OVERDUE, late(order)));
        }
        return badges.toArray(Component[]::new);
    }
}
