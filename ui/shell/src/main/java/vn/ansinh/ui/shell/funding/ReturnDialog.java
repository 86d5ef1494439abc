package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.funding.Allocations.Voucher;
import vn.ansinh.api.funding.Settlements.ReturnDraft;
import vn.ansinh.api.funding.Settlements.Undelivered;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders.OrderQuery;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.MoneyField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Records that who pays out gave money back that nobody collected. */
final class ReturnDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final int LATEST = 100;
    private static final Texts TEXTS = FundingView.TEXTS;

    ReturnDialog(FundingServices services, Asked asked) {
        super(TEXTS.get("return.record"), TEXTS.get("return.lead"), TEXTS.get("return.verb"));
        ComboBox<PaymentOrder> order = new ComboBox<>(TEXTS.get("return.order"));
        order.setItems(services
                .shell()
                .payments()
                .orders(new OrderQuery(asked.program(), asked.unitId(), null, null, null, LATEST))
                .orders()
                .stream()
                .filter(one -> one.unpaid() > 0)
                .toList());
        order.setItemLabelGenerator(one -> TEXTS.get("return.order-of", one.number(), Money.format(one.unpaid())));
        order.setRequiredIndicatorVisible(true);
        ComboBox<Undelivered> account = new ComboBox<>(TEXTS.get("return.account"));
        account.setItemLabelGenerator(one -> TEXTS.get(
                "return.account-of", services.unit(one.unitId()), services.fund(one.fund()), Money.format(one.open())));
        account.setRequiredIndicatorVisible(true);
        MoneyField amount = new MoneyField(TEXTS.get("amount"));
        DateField day = new DateField(TEXTS.get("return.day"));
        day.setValue(LocalDate.now(services.shell().clock()));
        CodeBox voucher = new CodeBox(TEXTS.get("voucher"), services.shell().codeLists(), FundingServices.VOUCHERS, "");
        voucher.setRequiredIndicatorVisible(true);
        TextField number = new TextField(TEXTS.get("voucher.number"));
        number.setRequiredIndicatorVisible(true);
        order.addValueChangeListener(event -> Problems.guard(() -> {
            List<Undelivered> open = event.getValue() == null
                    ? List.of()
                    : services.settlements().undelivered(event.getValue().id()).stream()
                            .filter(one -> one.open() > 0)
                            .toList();
            account.setItems(open);
            if (!open.isEmpty()) {
                account.setValue(open.get(0));
            }
        }));
        account.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                amount.setValue(event.getValue().open());
            }
        });
        wide(order).wide(account).fields(amount, day, voucher.choose("BBDC"), number);
        does(
                () -> {
                    order.setInvalid(order.isEmpty());
                    account.setInvalid(account.isEmpty());
                    number.setInvalid(number.getValue().isBlank());
                    if (amount.getValue() == null) {
                        amount.refuse(TEXTS.get("amount.missing"));
                    }
                    return voucher.complete()
                            & !order.isEmpty()
                            & !account.isEmpty()
                            & !number.isInvalid()
                            & !day.isEmpty()
                            & amount.getValue() != null;
                },
                () -> {
                    Undelivered from = account.getValue();
                    services.settlements()
                            .recordReturn(new ReturnDraft(
                                    order.getValue().id(),
                                    from.unitId(),
                                    from.year(),
                                    from.fund(),
                                    day.getValue(),
                                    new Voucher(voucher.code(), number.getValue()),
                                    amount.getValue(),
                                    ""));
                    asked.again().run();
                });
    }
}
