package vn.ansinh.ui.shell.payment;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentOrders.ItemResult;
import vn.ansinh.api.payment.PaymentResult;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.Services;

/** Records what became of one payment. */
final class ResultDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final String REASONS = "ly-do-chua-nhan";
    private static final Texts TEXTS = Texts.of(ResultDialog.class);

    private final ComboBox<PaymentResult.State> outcome = new ComboBox<>(TEXTS.get("result.outcome"));
    private final DateField day = new DateField(TEXTS.get("result.day"));
    private final ComboBox<CodeLists.Entry> reason = new ComboBox<>(TEXTS.get("result.reason"));
    private final TextField collectedBy = new TextField(TEXTS.get("result.collected-by"));

    /** @param changed told after it was recorded */
    ResultDialog(Services services, PaymentItem item, Runnable changed) {
        super(
                TEXTS.get("result.title", item.name()),
                TEXTS.get("result.lead", item.reference(), Money.format(item.amount())),
                TEXTS.get("result.verb"));
        outcome.setItems(PaymentResult.State.PAID, PaymentResult.State.UNPAID);
        outcome.setItemLabelGenerator(PaymentResult.State::label);
        outcome.setRequiredIndicatorVisible(true);
        day.setRequiredIndicatorVisible(true);
        day.setMax(WorkContext.current().today());
        reason.setItems(CodeLists.Entry::isLike, services.codeLists().entries(REASONS));
        reason.setItemLabelGenerator(CodeLists.Entry::name);
        outcome.addValueChangeListener(event -> follow());
        fields(outcome, day).wide(reason).wide(collectedBy);
        PaymentResult known = item.result();
        outcome.setValue(known.state() == PaymentResult.State.UNPAID ? known.state() : PaymentResult.State.PAID);
        day.setValue(known.day() == null ? WorkContext.current().today() : known.day());
        if (known.reason() != null) {
            services.codeLists().byCode(REASONS, known.reason()).ifPresent(reason::setValue);
        }
        collectedBy.setValue(known.collectedBy() == null ? "" : known.collectedBy());
        does(this::complete, () -> {
            services.payments().record(item.orderId(), List.of(result(item)));
            changed.run();
        });
    }

    private boolean paid() {
        return outcome.getValue() == PaymentResult.State.PAID;
    }

    private void follow() {
        reason.setVisible(!paid());
        reason.setRequiredIndicatorVisible(!paid());
        collectedBy.setVisible(paid());
    }

    private boolean complete() {
        boolean reasoned = paid() || !reason.isEmpty();
        reason.setInvalid(!reasoned);
        day.setInvalid(day.isEmpty());
        return reasoned && !day.isEmpty() && !outcome.isEmpty();
    }

    private ItemResult result(PaymentItem item) {
        return new ItemResult(
                item.number(),
                paid(),
                paid() ? null : reason.getValue().code(),
                day.getValue(),
                collectedBy.getValue().isBlank() ? null : collectedBy.getValue().strip());
    }
}
