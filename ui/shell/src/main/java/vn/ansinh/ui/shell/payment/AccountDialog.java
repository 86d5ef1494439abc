package vn.ansinh.ui.shell.payment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders.ReasonTotal;
import vn.ansinh.api.payment.PaymentOrders.Reconciliation;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.text.Texts;

/** Where an order's money is: both sides of the account, and what became of what came back. */
final class AccountDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(AccountDialog.class);

    AccountDialog(PaymentOrder order, Reconciliation sums) {
        setHeaderTitle(TEXTS.get("account.of", order.number()));
        setWidth("620px");
        setMaxWidth("96vw");
        add(
                sums.agrees()
                        ? MessageBar.ok(TEXTS.get("account.agrees-lead"), TEXTS.get("account.agrees"))
                        : MessageBar.error(TEXTS.get("account.disagrees-lead"), TEXTS.get("account.disagrees")));
        add(table(sums));
        getFooter().add(new Button(TEXTS.get("account.close"), event -> close()));
    }

    private static DataTable table(Reconciliation sums) {
        DataTable table = new DataTable(
                TEXTS.get("account.title"), List.of(TEXTS.get("account.what"), ">" + TEXTS.get("account.amount")));
        table.row(TEXTS.get("account.closed"), Money.format(sums.closed()));
        table.row(TEXTS.get("account.retried"), Money.format(sums.retried()));
        table.row(TEXTS.get("account.ordered"), Money.format(sums.ordered()));
        table.row(TEXTS.get("account.paid"), Money.format(sums.paid()));
        table.row(TEXTS.get("account.outstanding"), Money.format(sums.outstanding()));
        table.row(TEXTS.get("account.unpaid"), Money.format(sums.unpaid()));
        table.row(TEXTS.get("account.unpaid-retried"), Money.format(sums.unpaidRetried()));
        table.row(TEXTS.get("account.unpaid-cancelled"), Money.format(sums.unpaidCancelled()));
        table.row(TEXTS.get("account.unpaid-open"), Money.format(sums.unpaidOpen()));
        for (ReasonTotal reason : sums.reasons()) {
            table.row(TEXTS.get("account.reason", reason.name(), reason.items()), Money.format(reason.total()));
        }
        return table;
    }
}
