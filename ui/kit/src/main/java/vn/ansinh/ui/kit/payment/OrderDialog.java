package vn.ansinh.ui.kit.payment;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders.MethodTotal;
import vn.ansinh.api.payment.PaymentOrders.OrderDraft;
import vn.ansinh.api.payment.PaymentOrders.Payable;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.MonthField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Makes orders of what is closed and not yet ordered: one for each way of paying that is ticked. */
final class OrderDialog {

    private static final Texts TEXTS = Texts.of(OrderDialog.class);

    private final String program;
    private final OrderServices services;
    private final Consumer<PaymentOrder> opened;
    private final Runnable several;
    private final long unitId = WorkContext.current().unitId();
    private final MonthField month = new MonthField(TEXTS.get("create.month"));
    private final Checkbox two = new Checkbox(TEXTS.get("create.two-months"));
    private final Div payable = new Div();
    private final Map<String, Checkbox> ways = new LinkedHashMap<>();

    /**
     * @param opened told the order when it is one
     * @param several told when there are several
     */
    OrderDialog(String program, OrderServices services, Consumer<PaymentOrder> opened, Runnable several) {
        this.program = program;
        this.services = services;
        this.opened = opened;
        this.several = several;
        month.setValue(WorkContext.current().month());
        month.addValueChangeListener(event -> look());
        two.addValueChangeListener(event -> look());
        payable.addClassName("as-lines");
        payable.getElement().setAttribute("aria-live", "polite");
        look();
    }

    void open() {
        new FormDialog(
                        TEXTS.get("create.title", WorkContext.current().unitName()),
                        TEXTS.get("create.lead"),
                        TEXTS.get("create.verb"))
                .fields(month)
                .wide(two)
                .wide(payable)
                .does(this::complete, this::create)
                .open();
    }

    private List<YearMonth> months() {
        YearMonth first = month.getValue();
        return two.getValue() ? List.of(first, first.plusMonths(1)) : List.of(first);
    }

    private void look() {
        payable.removeAll();
        ways.clear();
        if (month.getValue() == null) {
            return;
        }
        try {
            show(services.orders().payable(program, unitId, months()));
        } catch (RuntimeException e) {
            payable.add(Problems.bar(e));
        }
    }

    private void show(Payable what) {
        if (what.drafts() > 0) {
            payable.add(MessageBar.warn(TEXTS.get("create.drafts-lead", what.drafts()), TEXTS.get("create.drafts")));
        }
        if (what.methods().isEmpty()) {
            payable.add(MessageBar.info(TEXTS.get("create.nothing", what.closed())));
            return;
        }
        DataTable table = new DataTable(
                TEXTS.get("create.payable"),
                List.of(
                        TEXTS.get("orders.method"),
                        ">" + TEXTS.get("create.people"),
                        ">" + TEXTS.get("create.fresh"),
                        ">" + TEXTS.get("create.retried")));
        for (MethodTotal total : what.methods()) {
            Checkbox way = new Checkbox(total.name(), true);
            ways.put(total.method(), way);
            table.row(
                    way,
                    new Span(Money.format(total.people())),
                    new Span(Money.format(total.fresh())),
                    new Span(Money.format(total.retried())));
        }
        payable.add(table);
    }

    private boolean complete() {
        boolean noMonth = month.getValue() == null;
        month.refuse(noMonth ? TEXTS.get("create.month-missing") : null);
        return !noMonth && ways.values().stream().anyMatch(Checkbox::getValue);
    }

    private void create() {
        List<PaymentOrder> made = new ArrayList<>();
        ways.forEach((method, way) -> {
            if (way.getValue()) {
                made.add(services.orders().create(new OrderDraft(program, unitId, method, months())));
                way.setValue(false);
            }
        });
        if (made.size() == 1) {
            opened.accept(made.get(0));
        } else {
            several.run();
        }
        Problems.done(TEXTS.get("create.done", made.size()));
    }
}
