package vn.ansinh.ui.shell.payment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.List;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.payment.PaymentOrders.ItemPage;
import vn.ansinh.api.payment.PaymentOrders.ItemQuery;
import vn.ansinh.api.payment.PaymentResult;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.Services;

/** One order: its figures, its payments with what came of them, and what can be done with it. */
final class OrderPage extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(OrderPage.class);

    private final transient Services services;
    private final transient PaymentOrder order;
    private final transient OrderActions actions;
    private final transient Runnable changed;
    private final LazyGrid<PaymentItem> grid = new LazyGrid<>(TEXTS.get("items.label"));
    private String search = "";
    private PaymentResult.State state;

    /** @param changed told after something was done to the order */
    OrderPage(Services services, PaymentOrder order, Runnable changed) {
        this.services = services;
        this.order = order;
        this.changed = changed;
        JobPanel job = new JobPanel(services.jobs());
        actions = new OrderActions(services, order, job, changed);
        addClassName("as-contents");
        messages();
        add(job, figures());
        if (order.state() != PaymentOrderState.WITHDRAWN) {
            columns();
            add(filters(), grid);
            list();
        }
    }

    String sub() {
        return services.units().fullName(order.unitId());
    }

    List<Component> actions() {
        return actions.others();
    }

    Button mainAction() {
        return actions.main();
    }

    private void messages() {
        if (order.note() != null) {
            add(MessageBar.warn(null, order.note()));
        }
        if (order.state() == PaymentOrderState.DRAFT) {
            add(MessageBar.info(
                    TEXTS.get("order.made", order.createdBy(), Formats.time(order.createdAt())),
                    TEXTS.get(actions.own() ? "order.other-person" : "order.check", Formats.date(order.sendBy()))));
        } else if (order.state() == PaymentOrderState.SENDING) {
            add(MessageBar.info(TEXTS.get("order.sending")));
        } else if (order.state() == PaymentOrderState.SENT && order.outstandingItems() > 0) {
            add(MessageBar.info(
                    TEXTS.get("order.sent", order.sentBy(), Formats.time(order.sentAt())),
                    TEXTS.get("order.waiting", order.outstandingItems(), Formats.date(order.resultsBy()))));
        }
    }

    private Component figures() {
        KeyFigures figures = new KeyFigures()
                .figure(TEXTS.get("order.method"), OrderGrid.method(services.codeLists(), order.method()))
                .figure(TEXTS.get("order.months"), OrderGrid.months(order))
                .figure(TEXTS.get("order.items"), Money.format(order.items()))
                .figure(TEXTS.get("order.total"), Money.format(order.total()))
                .figure(TEXTS.get("order.closed"), Money.format(order.closed()))
                .figure(TEXTS.get("order.retried"), Money.format(order.retried()));
        if (order.state().left()) {
            figures.figure(
                            TEXTS.get("order.paid"),
                            Money.format(order.paid()),
                            TEXTS.get("order.count", order.paidItems()))
                    .figure(
                            TEXTS.get("order.unpaid"),
                            Money.format(order.unpaid()),
                            TEXTS.get("order.count", order.unpaidItems()))
                    .figure(
                            TEXTS.get("order.outstanding"),
                            Money.format(order.outstanding()),
                            TEXTS.get("order.count", order.outstandingItems()));
        }
        return figures;
    }

    private Component filters() {
        FilterBar bar = new FilterBar();
        bar.search(TEXTS.get("items.search"), search, text -> {
                    search = text;
                    list();
                })
                .addClassName("as-search-list");
        if (order.state().left()) {
            bar.addField(tabs());
        }
        bar.addAtEnd(grid.columnChooser());
        return bar;
    }

    private Component tabs() {
        Tabs tabs = new Tabs(
                tab(TEXTS.get("items.all"), order.items()),
                tab(PaymentResult.State.WAITING.label(), order.outstandingItems()),
                tab(PaymentResult.State.PAID.label(), order.paidItems()),
                tab(PaymentResult.State.UNPAID.label(), order.unpaidItems()));
        tabs.addSelectedChangeListener(event -> {
            int selected = tabs.getSelectedIndex();
            state = selected == 0 ? null : PaymentResult.State.values()[selected - 1];
            list();
        });
        return tabs;
    }

    private static Tab tab(String text, int count) {
        Span number = new Span(Money.format(count));
        number.addClassName("as-tabnum");
        return new Tab(new Span(text), number);
    }

    private void columns() {
        boolean mayRecord = actions.mayRecord();
        NumberSight sight = NumberSight.of(services.access());
        grid.numeric("item", TEXTS.get("items.number"), item -> Integer.toString(item.number()));
        if (mayRecord) {
            grid.link("name", TEXTS.get("items.name"), PaymentItem::name, this::record)
                    .setFlexGrow(2);
        } else {
            grid.wrapped("name", TEXTS.get("items.name"), PaymentItem::name).setFlexGrow(2);
        }
        grid.numeric("id", TEXTS.get("items.id"), item -> text(sight.show(item.idNumber())));
        grid.wrapped("payee", TEXTS.get("items.payee"), item -> text(item.payeeName()))
                .setFlexGrow(2);
        grid.wrapped("address", TEXTS.get("items.address"), this::place).setFlexGrow(2);
        grid.text("account", TEXTS.get("items.account"), item -> text(sight.show(item.accountNumber())));
        grid.money("amount", TEXTS.get("items.amount"), PaymentItem::amount).setPartNameGenerator(item -> "strong");
        grid.money("retried", TEXTS.get("items.retried"), item -> item.retried() == 0 ? null : item.retried());
        grid.hideAtFirst("account");
        if (order.state().left()) {
            grid.state(
                    "state",
                    TEXTS.get("items.state"),
                    OrderPage::look,
                    item -> item.result().state().label());
            grid.wrapped("reason", TEXTS.get("items.reason"), this::remark).setFlexGrow(2);
            grid.date("day", TEXTS.get("items.day"), item -> item.result().day());
        }
        grid.narrow(
                TEXTS.get("items.label"),
                item -> new NarrowRow(item.name(), place(item), Money.format(item.amount()), look(item)),
                item -> {
                    if (mayRecord) {
                        record(item);
                    }
                });
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private String place(PaymentItem item) {
        String commune = services.units()
                .byId(item.unitId())
                .map(AdministrativeUnit::name)
                .orElse("");
        return item.address() == null ? commune : item.address() + ", " + commune;
    }

    private String remark(PaymentItem item) {
        PaymentResult result = item.result();
        if (result.reason() == null) {
            return text(result.collectedBy());
        }
        return services.codeLists()
                .byCode("ly-do-chua-nhan", result.reason())
                .map(CodeLists.Entry::name)
                .orElse(result.reason());
    }

    private static State look(PaymentItem item) {
        return PaymentsPanel.look(item.result());
    }

    private void list() {
        PaymentOrders payments = services.payments();
        String text = search;
        PaymentResult.State asked = state;
        grid.setEmptyText(TEXTS.get("items.none"));
        grid.setSource(
                (cursor, limit) -> {
                    ItemPage page = payments.items(new ItemQuery(order.id(), text, asked, cursor, limit));
                    return new PageSource.Slice<>(page.items(), page.next());
                },
                limit -> Math.min(limit, text.isEmpty() ? count(asked) : found(text, asked, limit)));
        grid.footer("amount", text.isEmpty() && asked == null ? Money.format(order.total()) : "");
    }

    private int count(PaymentResult.State asked) {
        if (asked == null) {
            return order.items();
        }
        return switch (asked) {
            case WAITING -> order.outstandingItems();
            case PAID -> order.paidItems();
            case UNPAID -> order.unpaidItems();
        };
    }

    private int found(String text, PaymentResult.State asked, int limit) {
        return services.payments()
                .items(new ItemQuery(order.id(), text, asked, null, Math.min(limit, 500)))
                .items()
                .size();
    }

    private void record(PaymentItem item) {
        new ResultDialog(services, item, changed).open();
    }
}
