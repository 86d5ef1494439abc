package vn.ansinh.ui.shell.payment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.payment.PaymentOrders.Channel;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.Confirm;
import vn.ansinh.ui.kit.component.FileDialog;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.Services;

/** What an account can do with an order as it stands. */
final class OrderActions {

    private static final int LARGEST_FILE = 64 << 20;
    private static final int LONGEST_REASON = 500;
    private static final Texts TEXTS = Texts.of(OrderActions.class);

    private final Services services;
    private final PaymentOrder order;
    private final JobPanel job;
    private final Runnable changed;
    private final Caller caller;

    /**
     * @param job shows the long work
     * @param changed told after the order changed
     */
    OrderActions(Services services, PaymentOrder order, JobPanel job, Runnable changed) {
        this.services = services;
        this.order = order;
        this.job = job;
        this.changed = changed;
        caller = services.access().require();
    }

    /** Whether the account made the order, so that somebody else has to send it. */
    boolean own() {
        return order.createdBy().equals(caller.account());
    }

    boolean mayRecord() {
        return order.state() == PaymentOrderState.SENT && caller.may(Permissions.PAYMENT_RESULT);
    }

    /** Side actions, from left to right. */
    List<Component> others() {
        List<Component> others = new ArrayList<>();
        if (order.state() == PaymentOrderState.WITHDRAWN) {
            return others;
        }
        others.add(new Button(TEXTS.get("action.excel"), VaadinIcon.DOWNLOAD.create(), event -> export()));
        if (order.state().left()) {
            others.add(new Button(TEXTS.get("action.account"), VaadinIcon.SCALE.create(), event -> account()));
        }
        if (mayRecord()) {
            others.add(new Button(TEXTS.get("action.results"), VaadinIcon.UPLOAD_ALT.create(), event -> results()));
            if (order.channel() != null && order.outstandingItems() > 0) {
                others.add(new Button(
                        TEXTS.get("action.collect"),
                        VaadinIcon.REFRESH.create(),
                        event -> submit(PaymentOrders.COLLECT, "job.collect", Map.of(), null)));
            }
        }
        if (order.state() == PaymentOrderState.SENDING && caller.may(Permissions.PAYMENT_SEND)) {
            others.add(new Button(TEXTS.get("action.send-again"), VaadinIcon.REFRESH.create(), event -> sendAgain()));
        }
        if (order.state() == PaymentOrderState.DRAFT && caller.may(Permissions.PAYMENT_ORDER)) {
            others.add(new Button(TEXTS.get("action.withdraw"), VaadinIcon.BAN.create(), event -> withdraw()));
        }
        return others;
    }

    /** What one came for; {@code null} when nothing is to be done, or not by this account. */
    Button main() {
        if (order.state() == PaymentOrderState.DRAFT && caller.may(Permissions.PAYMENT_SEND) && !own()) {
            return new Button(TEXTS.get("action.send"), VaadinIcon.PAPERPLANE.create(), event -> send());
        }
        if (mayRecord() && order.outstandingItems() == 0) {
            return new Button(TEXTS.get("action.settle"), VaadinIcon.LOCK.create(), event -> settle());
        }
        return null;
    }

    private void export() {
        submit(PaymentOrders.EXPORT, "job.export", Map.of("format", "xlsx"), null);
    }

    private void account() {
        Problems.guard(() -> new AccountDialog(order, services.payments().reconciliation(order.id())).open());
    }

    private void submit(String type, String title, Map<String, String> more, InputStream file) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("order", Long.toString(order.id()));
        job.submit(type, TEXTS.get(title, order.number()), parameters, file, ended -> {
            // the page made anew would take the finished job with its file away
            if (type.equals(PaymentOrders.COLLECT)
                    || type.equals(PaymentOrders.RESULTS)
                            && "0".equals(ended.result().get("rejected"))) {
                Problems.done(ended.message());
                changed.run();
            }
        });
    }

    private void send() {
        ComboBox<Way> way = new ComboBox<>(TEXTS.get("send.way"));
        List<Way> ways = new ArrayList<>();
        for (Channel channel : services.payments().channels()) {
            if (channel.methods().contains(order.method())) {
                ways.add(new Way(channel.code(), channel.name()));
            }
        }
        ways.add(new Way(null, TEXTS.get("send.by-file")));
        way.setItems(ways);
        way.setItemLabelGenerator(Way::name);
        way.setValue(ways.get(0));
        way.setRequiredIndicatorVisible(true);
        new FormDialog(
                        TEXTS.get("send.title", order.number()),
                        TEXTS.get(
                                "send.lead", order.items(), Money.format(order.total()), Money.inWords(order.total())),
                        TEXTS.get("send.verb"))
                .wide(way)
                .does(() -> !way.isEmpty(), () -> {
                    services.payments().send(order.id(), way.getValue().channel());
                    changed.run();
                })
                .open();
    }

    private void sendAgain() {
        Problems.guard(() -> {
            services.payments().send(order.id(), order.channel());
            Problems.done(TEXTS.get("send.again"));
            changed.run();
        });
    }

    private void withdraw() {
        TextArea reason = new TextArea(TEXTS.get("withdraw.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST_REASON);
        new FormDialog(
                        TEXTS.get("withdraw.title", order.number()),
                        TEXTS.get("withdraw.lead"),
                        TEXTS.get("withdraw.verb"))
                .dangerous()
                .wide(reason)
                .does(
                        () -> {
                            reason.setInvalid(reason.getValue().isBlank());
                            return !reason.getValue().isBlank();
                        },
                        () -> {
                            services.payments().withdraw(order.id(), reason.getValue());
                            changed.run();
                        })
                .open();
    }

    private void settle() {
        Confirm.ask(
                TEXTS.get("settle.title", order.number()),
                TEXTS.get("settle.lead", Money.format(order.paid()), Money.format(order.unpaid())),
                TEXTS.get("settle.verb"),
                false,
                () -> {
                    services.payments().settle(order.id());
                    changed.run();
                });
    }

    private void results() {
        new FileDialog(
                        TEXTS.get("results.title", order.number()),
                        TEXTS.get("results.lead"),
                        TEXTS.get("results.verb"),
                        LARGEST_FILE,
                        ".xlsx",
                        ".csv")
                .does(file -> submit(PaymentOrders.RESULTS, "job.results", Map.of(), file.open()))
                .open();
    }

    /** @param channel {@code null} for a file that is handed over */
    private record Way(String channel, String name) {}
}
