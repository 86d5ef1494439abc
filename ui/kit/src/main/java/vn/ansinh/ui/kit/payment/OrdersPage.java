package vn.ansinh.ui.kit.payment;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.Optional;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders.OrderPage;
import vn.ansinh.api.payment.PaymentOrders.OrderQuery;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/**
 * Payment orders of one program in the unit of the {@link WorkContext}: a list; one order opened up. Which one is open stands
 * in the address.
 */
public class OrdersPage extends Page implements AfterNavigationObserver {

    private static final Texts TEXTS = Texts.of(OrdersPage.class);
    private static final String ORDER = "lenh";
    private static final int SHOWN = 300;

    private final String program;
    private final transient OrderServices services;
    private final Div content = new Div();

    /** @param program whose payments, for instance {@code btxh} */
    public OrdersPage(String program, OrderServices services) {
        super(TEXTS.get("orders.title"));
        this.program = program;
        this.services = services;
        content.addClassName("as-contents");
        add(content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        content.removeAll();
        clearActions();
        setMainAction(null);
        setStates();
        try {
            Optional<PaymentOrder> open = PageAddress.current()
                    .get(ORDER)
                    .filter(id -> id.matches("\\d{1,18}"))
                    .flatMap(id -> services.orders().byId(Long.parseLong(id)));
            if (open.isPresent()) {
                showOrder(open.get());
            } else {
                showList();
            }
        } catch (RuntimeException e) {
            content.add(Problems.bar(e));
        }
    }

    private void showList() {
        WorkContext context = WorkContext.current();
        setTitle(TEXTS.get("orders.title"));
        setSub(context.unitName());
        OrderPage page = services.orders().orders(new OrderQuery(program, context.unitId(), null, null, null, SHOWN));
        LazyGrid<PaymentOrder> grid = OrderGrids.orders(services, order -> go(Long.toString(order.id())));
        grid.setRows(page.orders());
        grid.footer(
                "number",
                TEXTS.get(
                        page.next() == null ? "orders.count" : "orders.latest",
                        page.orders().size()));
        if (context.unitId() == 0) {
            content.add(MessageBar.info(TEXTS.get("orders.choose-unit")));
        } else if (services.access().require().may(Permissions.PAYMENT_ORDER)) {
            setMainAction(new Button(
                    TEXTS.get("orders.create"),
                    VaadinIcon.PLUS.create(),
                    event -> Problems.guard(() -> new OrderDialog(
                                    program, services, order -> go(Long.toString(order.id())), this::show)
                            .open())));
        }
        content.add(grid);
    }

    private void showOrder(PaymentOrder order) {
        setTitle(TEXTS.get("order.title", order.number()));
        setSub(TEXTS.get(
                "order.sub",
                services.method(order.method()),
                Formats.months(
                        order.months().get(0), order.months().get(order.months().size() - 1)),
                services.units().fullName(order.unitId())));
        setStates(new StateBadge(OrderGrids.look(order.state()), order.state().label()));
        if (order.sentLate() || order.resultsLate()) {
            setStates(
                    new StateBadge(OrderGrids.look(order.state()), order.state().label()),
                    new StateBadge(State.OVERDUE));
        }
        OrderDetails details = new OrderDetails(services, order, this::show);
        addAction(new Button(TEXTS.get("order.all"), VaadinIcon.LIST_UL.create(), event -> go("")));
        details.actions().forEach(this::addAction);
        setMainAction(details.mainAction());
        content.add(details);
    }

    private void go(String order) {
        var parameters = WorkContext.current().parameters();
        UI.getCurrent()
                .navigate(
                        PageAddress.current().path(), order.isEmpty() ? parameters : parameters.merging(ORDER, order));
    }
}
