package vn.ansinh.ui.kit.recovery;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.RecoveryDecision;
import vn.ansinh.api.benefit.RecoveryDecision.Receipt;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.MoneyField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** One decision: what is owed when, what came in; a receipt is entered here, or the decision taken back. */
final class DecisionDialog extends Dialog {

    private static final Texts TEXTS = Texts.of(DecisionDialog.class);

    private final transient RecoveryServices services;
    private final long id;
    private final transient Runnable changed;
    private final Div content = new Div();

    /** @param changed told after something was recorded */
    DecisionDialog(RecoveryServices services, RecoveryDecision decision, Runnable changed) {
        this.services = services;
        this.id = decision.id();
        this.changed = changed;
        setHeaderTitle(TEXTS.get("decision.title", decision.number(), decision.personName()));
        setWidth("640px");
        setMaxWidth("96vw");
        content.addClassName("as-lines");
        add(content);
        show(decision);
    }

    private void show(RecoveryDecision decision) {
        content.removeAll();
        FactList facts = new FactList()
                .fact(
                        TEXTS.get("decisions.state"),
                        new StateBadge(RecoveryGrids.look(decision), RecoveryGrids.word(decision)))
                .fact(TEXTS.get("decisions.date"), Formats.date(decision.date()))
                .fact(TEXTS.get("decisions.debtor"), decision.debtor())
                .fact(TEXTS.get("receivables.amount"), Money.format(decision.amount()))
                .fact(TEXTS.get("decisions.received"), Money.format(decision.received()))
                .fact(TEXTS.get("decisions.balance"), Money.format(decision.balance()));
        if (decision.withdrawnReason() != null) {
            facts.fact(TEXTS.get("decision.withdrawn"), decision.withdrawnReason());
        }
        content.add(facts);
        if (!decision.instalments().isEmpty()) {
            content.add(new H3(TEXTS.get("decision.instalments")), instalments(decision));
        }
        content.add(new H3(TEXTS.get("decision.receipts")), receipts(decision));
        getFooter().removeAll();
        getFooter().add(new Button(TEXTS.get("decision.close"), event -> close()));
        boolean decides = services.access().require().may(Permissions.RECEIVABLE_DECIDE);
        if (decides && decision.withdrawnReason() == null) {
            if (decision.received() == 0) {
                getFooter().add(new Button(TEXTS.get("decision.withdraw"), event -> withdraw()));
            }
            if (decision.balance() > 0) {
                Button receive = new Button(TEXTS.get("decision.receive"), event -> receive(decision));
                receive.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                getFooter().add(receive);
            }
        }
    }

    private static Component instalments(RecoveryDecision decision) {
        DataTable table = new DataTable(
                TEXTS.get("decision.instalments"),
                List.of(TEXTS.get("decision.until"), ">" + TEXTS.get("receivables.amount")));
        table.addClassName("tight");
        decision.instalments().forEach(part -> table.row(Formats.date(part.due()), Money.format(part.amount())));
        return table;
    }

    private static Component receipts(RecoveryDecision decision) {
        if (decision.receipts().isEmpty()) {
            return new Div(TEXTS.get("decision.no-receipts"));
        }
        DataTable table = new DataTable(
                TEXTS.get("decision.receipts"),
                List.of(
                        TEXTS.get("decision.day"),
                        TEXTS.get("decision.document"),
                        ">" + TEXTS.get("receivables.amount")));
        table.addClassName("tight");
        decision.receipts()
                .forEach(receipt ->
                        table.row(Formats.date(receipt.day()), receipt.document(), Money.format(receipt.amount())));
        return table;
    }

    private void receive(RecoveryDecision decision) {
        DateField day = new DateField(TEXTS.get("decision.day"));
        day.setValue(WorkContext.current().today());
        MoneyField amount = new MoneyField(TEXTS.get("receivables.amount"));
        amount.setValue(decision.balance());
        TextField document = new TextField(TEXTS.get("decision.document"));
        document.setRequiredIndicatorVisible(true);
        new FormDialog(
                        TEXTS.get("receipt.title"),
                        TEXTS.get("receipt.lead", Money.format(decision.balance())),
                        TEXTS.get("receipt.verb"))
                .fields(day, amount)
                .wide(document)
                .does(
                        () -> {
                            boolean noDay = day.getValue() == null;
                            day.setInvalid(noDay);
                            boolean noAmount = amount.getValue() == null || amount.getValue() <= 0;
                            amount.refuse(noAmount ? TEXTS.get("decide.amount-missing") : null);
                            boolean blank = document.getValue().isBlank();
                            document.setErrorMessage(blank ? TEXTS.get("receipt.document-missing") : null);
                            document.setInvalid(blank);
                            return !noDay && !noAmount && !blank;
                        },
                        () -> {
                            services.receivables()
                                    .receive(
                                            id,
                                            new Receipt(
                                                    day.getValue(),
                                                    amount.getValue(),
                                                    document.getValue().strip()));
                            again();
                            Problems.done(TEXTS.get("receipt.done"));
                        })
                .open();
    }

    private void withdraw() {
        TextArea reason = new TextArea(TEXTS.get("decide.reason"));
        reason.setRequiredIndicatorVisible(true);
        new FormDialog(TEXTS.get("withdraw.title"), TEXTS.get("withdraw.lead"), TEXTS.get("withdraw.verb"))
                .dangerous()
                .wide(reason)
                .does(
                        () -> {
                            boolean blank = reason.getValue().isBlank();
                            reason.setErrorMessage(blank ? TEXTS.get("decide.reason-missing") : null);
                            reason.setInvalid(blank);
                            return !blank;
                        },
                        () -> {
                            services.receivables()
                                    .withdraw(id, reason.getValue().strip());
                            again();
                        })
                .open();
    }

    private void again() {
        services.receivables().decision(id).ifPresent(this::show);
        changed.run();
    }
}
