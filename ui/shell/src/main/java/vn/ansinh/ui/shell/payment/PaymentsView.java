package vn.ansinh.ui.shell.payment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.Services;

/** The payment orders of the unit and month one works in; one opened up. Which one is open stands in the address. */
@Permitted(Permissions.PAYMENT_READ)
public class PaymentsView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "lenh-chi-tra";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(PaymentsView.class).get("orders.title");

    private static final long serialVersionUID = 1L;
    private static final String ORDER = "lenh";
    private static final String ALL_MONTHS = "moi-ky";
    private static final Texts TEXTS = Texts.of(PaymentsView.class);

    private final transient Services services;
    private final Div content = new Div();

    public PaymentsView(Services services) {
        super(TITLE);
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
        setSub(null);
        try {
            Optional<PaymentOrder> asked = PageAddress.current()
                    .get(ORDER)
                    .filter(text -> text.matches("\\d{1,18}"))
                    .flatMap(text -> services.payments().byId(Long.parseLong(text)));
            if (asked.isPresent()) {
                showOrder(asked.get());
            } else {
                showList();
            }
        } catch (RuntimeException e) {
            content.add(Problems.bar(e));
        }
    }

    private void showList() {
        WorkContext context = WorkContext.current();
        boolean allMonths = PageAddress.current().get(ALL_MONTHS).isPresent();
        setTitle(TITLE);
        setSub(
                allMonths
                        ? context.unitName()
                        : TEXTS.get("orders.sub", Formats.month(context.month()), context.unitName()));
        Checkbox months = new Checkbox(TEXTS.get("orders.all-months"), allMonths);
        months.addValueChangeListener(event -> {
            PageAddress.current().put(ALL_MONTHS, event.getValue() ? "1" : "");
            show();
        });
        FilterBar bar = new FilterBar();
        bar.addField(months);
        OrderGrid grid = new OrderGrid(services, this::open);
        bar.addAtEnd(grid.columnChooser());
        boolean mayOrder = services.access().require().may(Permissions.PAYMENT_ORDER);
        if (mayOrder && context.unitId() != 0) {
            setMainAction(new Button(
                    TEXTS.get("orders.make"),
                    VaadinIcon.PLUS.create(),
                    event -> new MakeDialog(services, context, this::open).open()));
        } else if (mayOrder) {
            content.add(MessageBar.info(TEXTS.get("orders.choose-unit")));
        }
        content.add(bar, grid);
        grid.show(context.unitId(), allMonths ? null : context.month());
    }

    private void showOrder(PaymentOrder order) {
        OrderPage page = new OrderPage(services, order, this::show);
        setTitle(order.number());
        setSub(page.sub());
        setStates(OrderGrid.badges(order));
        addAction(back());
        page.actions().forEach(this::addAction);
        setMainAction(page.mainAction());
        content.add(page);
    }

    private Component back() {
        return new Button(TEXTS.get("order.all"), VaadinIcon.LIST_UL.create(), event -> go(""));
    }

    private void open(PaymentOrder order) {
        go(Long.toString(order.id()));
    }

    private static void go(String order) {
        QueryParameters parameters = PageAddress.current().parameters().excluding(ORDER);
        UI.getCurrent().navigate(PATH, order.isEmpty() ? parameters : parameters.merging(ORDER, order));
    }
}
