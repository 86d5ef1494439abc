package vn.ansinh.ui.kit.payment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.payment.PaymentOrders.Channel;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** What can be done with an order: one makes it, somebody else sends it; results come in, then it is settled. */
final class OrderActions {

    private static final Texts TEXTS = Texts.of(OrderActions.class);

    private final OrderServices services;
    private final PaymentOrder order;
    private final JobPanel job;
    private final Runnable changed;
    private final Caller caller;

    /** @param changed told after something was done */
    OrderActions(OrderServices services, PaymentOrder order, JobPanel job, Runnable changed) {
        this.services = services;
        this.order = order;
        this.job = job;
        this.changed = changed;
        caller = services.access().require();
    }

    List<Component> others() {
        List<Component> all = new ArrayList<>();
        all.add(new Button(
                TEXTS.get("order.excel"),
                VaadinIcon.DOWNLOAD.create(),
                event -> submit(PaymentOrders.EXPORT, "job.export", Map.of("format", "xlsx"), false)));
        boolean results = caller.may(Permissions.PAYMENT_RESULT);
        if (order.state() != PaymentOrderState.DRAFT && order.state() != PaymentOrderState.WITHDRAWN) {
            all.add(new Button(
                    TEXTS.get("order.reconcile"),
                    VaadinIcon.SCALE.create(),
                    event -> Problems.guard(() ->
                            new ReconciliationDialog(services, services.orders().reconciliation(order.id())).open())));
        }
        if (order.state() == PaymentOrderState.SENT && results && order.outstandingItems() > 0) {
            if (order.channel() != null) {
                all.add(new Button(
                        TEXTS.get("order.collect"),
                        VaadinIcon.REFRESH.create(),
                        event -> submit(PaymentOrders.COLLECT, "job.collect", Map.of(), true)));
            }
        }
        if (order.state() == PaymentOrderState.DRAFT) {
            if (caller.may(Permissions.PAYMENT_ORDER)) {
                all.add(new Button(TEXTS.get("order.withdraw"), VaadinIcon.CLOSE.create(), event -> withdraw()));
            }
            if (caller.may(Permissions.PAYMENT_SEND) && own()) {
                Button send = new Button(TEXTS.get("order.send"), VaadinIcon.PAPERPLANE.create());
                send.setEnabled(false);
                Span holder = new Span(send);
                Tooltip.forComponent(holder).setText(TEXTS.get("order.same-person"));
                all.add(holder);
            }
        }
        return all;
    }

    Button main() {
        boolean results = caller.may(Permissions.PAYMENT_RESULT);
        if (order.state() == PaymentOrderState.DRAFT && caller.may(Permissions.PAYMENT_SEND) && !own()) {
            return new Button(TEXTS.get("order.send"), VaadinIcon.PAPERPLANE.create(), event -> send());
        }
        if (order.state() == PaymentOrderState.SENDING && caller.may(Permissions.PAYMENT_SEND)) {
            return new Button(
                    TEXTS.get("order.send-again"),
                    VaadinIcon.REFRESH.create(),
                    event -> Problems.guard(() -> {
                        services.orders().send(order.id(), order.channel());
                        changed.run();
                    }));
        }
        if (order.state() == PaymentOrderState.SENT && results) {
            return order.outstandingItems() > 0
                    ? new Button(
                            TEXTS.get("order.upload"),
                            VaadinIcon.UPLOAD_ALT.create(),
                            event -> new ResultsUpload(services, order, job, changed).open())
                    : new Button(TEXTS.get("order.settle"), VaadinIcon.LOCK.create(), event -> settle());
        }
        return null;
    }

    private boolean own() {
        return caller.account().equals(order.createdBy());
    }

    private void submit(String type, String title, Map<String, String> more, boolean refresh) {
        if (job.busy()) {
            return;
        }
        Problems.guard(() -> {
            Map<String, String> parameters = new java.util.HashMap<>(more);
            parameters.put("order", Long.toString(order.id()));
            long id = services.jobs().submit(type, TEXTS.get(title, order.number()), parameters, null);
            job.watch(id, ended -> {
                if (refresh && ended.state() == JobState.DONE) {
                    changed.run();
                }
            });
        });
    }

    private void send() {
        ComboBox<Channel> channel = new ComboBox<>(TEXTS.get("send.channel"));
        List<Channel> serving = services.orders().channels().stream()
                .filter(one -> one.methods().contains(order.method()))
                .toList();
        channel.setItems(serving);
        channel.setItemLabelGenerator(Channel::name);
        channel.setClearButtonVisible(true);
        channel.setPlaceholder(TEXTS.get("send.as-file"));
        channel.setHelperText(TEXTS.get(serving.isEmpty() ? "send.no-channel" : "send.channel-help"));
        if (serving.size() == 1) {
            channel.setValue(serving.get(0));
        }
        new FormDialog(
                        TEXTS.get("send.title", order.number()),
                        TEXTS.get("send.lead", order.items(), Money.format(order.total())),
                        TEXTS.get("send.verb"))
                .wide(channel)
                .does(() -> true, () -> {
                    services.orders()
                            .send(
                                    order.id(),
                                    channel.getValue() == null
                                            ? null
                                            : channel.getValue().code());
                    changed.run();
                    Problems.done(TEXTS.get("send.done", order.number()));
                })
                .open();
    }

    private void withdraw() {
        TextArea reason = new TextArea(TEXTS.get("withdraw.reason"));
        reason.setRequiredIndicatorVisible(true);
        new FormDialog(
                        TEXTS.get("withdraw.title", order.number()),
                        TEXTS.get("withdraw.lead"),
                        TEXTS.get("withdraw.verb"))
                .dangerous()
                .wide(reason)
                .does(
                        () -> {
                            boolean blank = reason.getValue().isBlank();
                            reason.setErrorMessage(blank ? TEXTS.get("withdraw.reason-missing") : null);
                            reason.setInvalid(blank);
                            return !blank;
                        },
                        () -> {
                            services.orders()
                                    .withdraw(order.id(), reason.getValue().strip());
                            changed.run();
                        })
                .open();
    }

    private void settle() {
        new FormDialog(
                        TEXTS.get("settle.title", order.number()),
                        TEXTS.get("settle.lead", Money.format(order.paid()), Money.format(order.unpaid())),
                        TEXTS.get("settle.verb"))
                .does(() -> true, () -> {
                    services.orders().settle(order.id());
                    changed.run();
                    Problems.done(TEXTS.get("settle.done", order.number()));
                })
                .open();
    }
}
