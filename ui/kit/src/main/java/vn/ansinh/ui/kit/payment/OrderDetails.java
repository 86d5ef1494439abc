package vn.ansinh.ui.kit.payment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.payment.PaymentOrders.ItemPage;
import vn.ansinh.api.payment.PaymentOrders.ItemQuery;
import vn.ansinh.api.payment.PaymentResult;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** One order: where its money is, its payments and their results, and what can be done with it now, by whom. */
final class OrderDetails extends Div {

    private static final Texts TEXTS = Texts.of(OrderDetails.class);

    private final transient OrderServices services;
    private final transient PaymentOrder order;
    private final transient OrderActions actions;
    private final transient Runnable changed;
    private final LazyGrid<PaymentItem> items;
    private final Tabs tabs = new Tabs();
    private String search = "";
    private transient PaymentResult.State state;

    /** @param changed told after something was done to the order */
    OrderDetails(OrderServices services, PaymentOrder order, Runnable changed) {
        this.services = services;
        this.order = order;
        this.changed = changed;
        addClassName("as-contents");
        JobPanel job = new JobPanel(services.jobs());
        actions = new OrderActions(services, order, job, changed);
        items = OrderGrids.items(services, this::record);
        items.setEmptyText(TEXTS.get("items.empty"));
        messages();
        add(job, figures(), filters(), items);
        load();
    }

    List<Component> actions() {
        return actions.others();
    }

    Button mainAction() {
        return actions.main();
    }

    private void messages() {
        String today = Formats.date(WorkContext.current().today());
        if (order.state() == PaymentOrderState.DRAFT && order.sentLate()) {
            add(MessageBar.warn(
                    TEXTS.get("order.late-lead"), TEXTS.get("order.send-late", Formats.date(order.sendBy()), today)));
        } else if (order.state() == PaymentOrderState.SENT && order.resultsLate()) {
            add(MessageBar.warn(
                    TEXTS.get("order.late-lead"),
                    TEXTS.get("order.results-late", Formats.date(order.resultsBy()), today)));
        }
        if (order.note() != null) {
            add(MessageBar.info(TEXTS.get("order.note"), order.note()));
        }
    }

    private Component figures() {
        return new KeyFigures()
                .figure(TEXTS.get("orders.items"), Money.format(order.items()))
                .figure(TEXTS.get("orders.total"), Money.format(order.total()))
                .figure(TEXTS.get("order.retried"), Money.format(order.retried()))
                .figure(
                        TEXTS.get("orders.paid"),
                        Money.format(order.paid()),
                        TEXTS.get("order.of-items", order.paidItems()))
                .figure(
                        TEXTS.get("orders.unpaid"),
                        Money.format(order.unpaid()),
                        TEXTS.get("order.of-items", order.unpaidItems()))
                .figure(
                        TEXTS.get("order.outstanding"),
                        Money.format(order.outstanding()),
                        TEXTS.get("order.of-items", order.outstandingItems()))
                .figure(TEXTS.get("order.send-by"), Formats.date(order.sendBy()))
                .figure(TEXTS.get("order.results-by"), Formats.date(order.resultsBy()));
    }

    private Component filters() {
        FilterBar bar = new FilterBar();
        bar.search(TEXTS.get("items.search"), "", text -> {
                    search = text;
                    load();
                })
                .addClassName("as-search-list");
        Tab all = new Tab(TEXTS.get("items.all"));
        tabs.add(all);
        for (PaymentResult.State one : PaymentResult.State.values()) {
            Tab tab = new Tab(one.label());
            tab.getElement().setProperty("state", one.name());
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(event -> {
            String name = event.getSelectedTab().getElement().getProperty("state");
            state = name == null ? null : PaymentResult.State.valueOf(name);
            load();
        });
        bar.addField(tabs);
        bar.addAtEnd(items.columnChooser());
        return bar;
    }

    private void load() {
        PageSource<PaymentItem> source = (cursor, limit) -> {
            ItemPage page = services.orders().items(new ItemQuery(order.id(), search, state, cursor, limit));
            return new PageSource.Slice<>(page.items(), page.next());
        };
        Problems.guard(() -> {
            if (search.isEmpty()) {
                items.setSource(source, limit -> Math.min(limit, count()));
            } else {
                items.setRows(services.orders()
                        .items(new ItemQuery(order.id(), search, state, null, 100))
                        .items());
            }
        });
    }

    private int count() {
        if (state == null) {
            return order.items();
        }
        return switch (state) {
            case WAITING -> order.outstandingItems();
            case PAID -> order.paidItems();
            case UNPAID -> order.unpaidItems();
        };
    }

    private void record(PaymentItem item) {
        if (order.state() == PaymentOrderState.SENT
                && services.access().require().may(Permissions.PAYMENT_RESULT)) {
            new ResultDialog(services, item, changed).open();
        }
    }
}
