package vn.ansinh.ui.kit.payment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import vn.ansinh.api.payment.PaymentOrders.Reconciliation;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.text.Texts;

/** Where an order's money is, to the đồng. */
final class ReconciliationDialog extends Dialog {

    private static final Texts TEXTS = Texts.of(ReconciliationDialog.class);

    ReconciliationDialog(OrderServices services, Reconciliation counted) {
        setHeaderTitle(TEXTS.get("reconcile.title"));
        setWidth("600px");
        setMaxWidth("96vw");
        Div content = new Div();
        content.addClassName("as-lines");
        content.add(
                counted.agrees()
                        ? MessageBar.ok(TEXTS.get("reconcile.agrees-lead"), TEXTS.get("reconcile.agrees"))
                        : MessageBar.error(TEXTS.get("reconcile.differs-lead"), TEXTS.get("reconcile.differs")));
        DataTable table = new DataTable(
                TEXTS.get("reconcile.title"), List.of(TEXTS.get("reconcile.part"), ">" + TEXTS.get("items.amount")));
        row(table, "reconcile.closed", counted.closed());
        row(table, "reconcile.retried", counted.retried());
        row(table, "reconcile.ordered", counted.ordered());
        row(table, "reconcile.paid", counted.paid());
        row(table, "reconcile.unpaid", counted.unpaid());
        row(table, "reconcile.unpaid-retried", counted.unpaidRetried());
        row(table, "reconcile.unpaid-cancelled", counted.unpaidCancelled());
        row(table, "reconcile.unpaid-open", counted.unpaidOpen());
        row(table, "reconcile.outstanding", counted.outstanding());
        content.add(table);
        if (!counted.reasons().isEmpty()) {
            DataTable reasons = new DataTable(
                    TEXTS.get("reconcile.reasons"),
                    List.of(
                            TEXTS.get("items.reason"),
                            ">" + TEXTS.get("orders.items"),
                            ">" + TEXTS.get("items.amount")));
            counted.reasons()
                    .forEach(reason ->
                            reasons.row(reason.name(), Money.format(reason.items()), Money.format(reason.total())));
            content.add(new H3(TEXTS.get("reconcile.reasons")), reasons);
        }
        add(content);
        getFooter().add(new Button(TEXTS.get("reconcile.close"), event -> close()));
    }

    private static void row(DataTable table, String key, long amount) {
        table.row(TEXTS.get(key), Money.format(amount));
    }
}
