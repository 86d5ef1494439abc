package vn.ansinh.ui.shell.payment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Entitlements.PaidAccount;
import vn.ansinh.api.benefit.Payrolls.Notice;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentResult;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.person.PersonPanel;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.Services;

/** What was paid to a person, when and to whose hands or account, and why not where it came back. */
public final class PaymentsPanel implements PersonPanel {

    private static final Texts TEXTS = Texts.of(PaymentsPanel.class);
    private static final String REASONS = "ly-do-chua-nhan";
    private static final int LATEST = 24;

    private final Services services;

    public PaymentsPanel(Services services) {
        this.services = services;
    }

    @Override
    public String title() {
        return TEXTS.get("person.title");
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String permission() {
        return Permissions.PAYMENT_READ;
    }

    @Override
    public Component of(Person person, Runnable changed) {
        Caller caller = services.access().require();
        Div content = new Div(payments(person));
        content.addClassName("as-stack");
        if (caller.may(Permissions.PAYROLL_READ)) {
            content.add(notices(services.payrolls().noticesOf(person.id(), LATEST)));
        }
        if (caller.may(Permissions.ENTITLEMENT_READ)) {
            content.add(accounts(services.entitlements().accountsOf(person.id())));
        }
        return content;
    }

    private Component payments(Person person) {
        List<PaymentItem> items = services.payments().ofPerson(person.id(), LATEST);
        if (items.isEmpty()) {
            Div none = new Div(TEXTS.get("person.none"));
            none.addClassName("as-muted");
            return none;
        }
        NumberSight sight = NumberSight.of(services.access());
        DataTable table = new DataTable(
                TEXTS.get("person.title"),
                List.of(
                        ">" + TEXTS.get("person.month"),
                        ">" + TEXTS.get("person.amount"),
                        TEXTS.get("person.to"),
                        TEXTS.get("person.result")));
        for (PaymentItem item : items) {
            Span month = new Span(Formats.months(
                    item.months().get(0), item.months().get(item.months().size() - 1)));
            month.getElement().setAttribute("title", item.reference());
            Span amount = new Span(Money.format(item.amount()));
            amount.addClassName("as-b");
            table.row(month, amount, new Span(to(item, sight)), result(item.result()));
        }
        return table;
    }

    /** Months on whose lists the person stands for nothing, or for less. */
    private Component notices(List<Notice> notices) {
        DataTable table = new DataTable(
                TEXTS.get("person.notices"),
                List.of(">" + TEXTS.get("person.month"), TEXTS.get("person.benefit"), TEXTS.get("person.reason")));
        table.setVisible(!notices.isEmpty());
        Discretion discretion = new Discretion(services.access(), services.policies());
        for (Notice notice : notices) {
            table.row(
                    Formats.month(notice.period()),
                    discretion.name(notice.benefit()),
                    discretion.hides(notice.benefit()) ? "" : notice.reason());
        }
        return table;
    }

    private Component accounts(List<PaidAccount> accounts) {
        DataTable table = new DataTable(
                TEXTS.get("person.accounts"),
                List.of(
                        TEXTS.get("person.account"),
                        TEXTS.get("person.owner"),
                        ">" + TEXTS.get("person.from"),
                        ">" + TEXTS.get("person.until")));
        table.setVisible(!accounts.isEmpty());
        NumberSight sight = NumberSight.of(services.access());
        for (PaidAccount account : accounts) {
            String number = sight.show(account.number());
            table.row(
                    account.bank() == null ? number : number + " " + account.bank(),
                    account.payeeName() == null ? TEXTS.get("person.own") : account.payeeName(),
                    day(account.from()),
                    account.to() == null ? "" : day(account.to()));
        }
        return table;
    }

    private String day(Instant instant) {
        return Formats.date(instant.atZone(services.clock().getZone()).toLocalDate());
    }

    private static String to(PaymentItem item, NumberSight sight) {
        String account = item.accountNumber() == null
                ? TEXTS.get("person.hand")
                : sight.show(item.accountNumber()) + (item.bank() == null ? "" : " " + item.bank());
        return item.payeeName() == null ? account : item.payeeName() + ", " + account;
    }

    private Component result(PaymentResult result) {
        Div cell = new Div(new StateBadge(look(result), result.state().label()));
        String more = switch (result.state()) {
            case WAITING -> "";
            case PAID ->
                result.collectedBy() == null
                        ? Formats.date(result.day())
                        : TEXTS.get("person.signed", Formats.date(result.day()), result.collectedBy());
            case UNPAID -> TEXTS.get("person.why", Formats.date(result.day()), reason(result));
        };
        if (!more.isEmpty()) {
            Div detail = new Div(more);
            detail.addClassNames("as-muted", "as-small");
            cell.add(detail);
        }
        return cell;
    }

    private String reason(PaymentResult result) {
        return services.codeLists()
                .byCode(REASONS, result.reason())
                .map(CodeLists.Entry::name)
                .orElse(result.reason());
    }

    /** How a payment's result looks, everywhere. */
    static State look(PaymentResult result) {
        return switch (result.state()) {
            case WAITING -> State.WAITING;
            case PAID -> State.DONE;
            case UNPAID -> State.RETURNED;
        };
    }
}
