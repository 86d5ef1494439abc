package vn.ansinh.ui.kit.payment;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentOrders.ItemResult;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Records by hand what became of one payment. */
final class ResultDialog {

    private static final Texts TEXTS = Texts.of(ResultDialog.class);

    private final OrderServices services;
    private final PaymentItem item;
    private final Runnable changed;
    private final RadioButtonGroup<Boolean> paid = new RadioButtonGroup<>(TEXTS.get("result.what"));
    private final DateField day = new DateField(TEXTS.get("items.day"));
    private final TextField collector = new TextField(TEXTS.get("result.collector"));
    private final ComboBox<Entry> reason = new ComboBox<>(TEXTS.get("items.reason"));

    ResultDialog(OrderServices services, PaymentItem item, Runnable changed) {
        this.services = services;
        this.item = item;
        this.changed = changed;
        paid.setItems(true, false);
        paid.setItemLabelGenerator(yes -> TEXTS.get(yes ? "result.paid" : "result.unpaid"));
        day.setValue(WorkContext.current().today());
        day.setMax(WorkContext.current().today());
        collector.setValue(item.payeeName() == null ? item.name() : item.payeeName());
        reason.setItems(services.codeLists().entries("ly-do-chua-nhan"));
        reason.setItemLabelGenerator(Entry::name);
        reason.setRequiredIndicatorVisible(true);
        paid.addValueChangeListener(event -> {
            collector.setVisible(event.getValue());
            reason.setVisible(!event.getValue());
        });
        paid.setValue(true);
    }

    void open() {
        new FormDialog(
                        TEXTS.get("result.title", item.name()),
                        TEXTS.get("result.lead", Money.format(item.amount())),
                        TEXTS.get("result.verb"))
                .wide(paid)
                .fields(day, collector)
                .wide(reason)
                .does(
                        () -> {
                            boolean noDay = day.getValue() == null || day.isInvalid();
                            day.setInvalid(noDay);
                            boolean noReason = !paid.getValue() && reason.getValue() == null;
                            reason.setErrorMessage(noReason ? TEXTS.get("result.reason-missing") : null);
                            reason.setInvalid(noReason);
                            return !noDay && !noReason;
                        },
                        () -> {
                            boolean yes = paid.getValue();
                            String who = collector.getValue().strip();
                            services.orders()
                                    .record(
                                            item.orderId(),
                                            List.of(new ItemResult(
                                                    item.number(),
                                                    yes,
                                                    yes
                                                            ? null
                                                            : reason.getValue().code(),
                                                    day.getValue(),
                                                    yes && !who.isEmpty() ? who : null)));
                            changed.run();
                            Problems.done(TEXTS.get("result.done"));
                        })
                .open();
    }
}
