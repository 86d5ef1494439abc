package vn.ansinh.ui.shell.codelist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.codelist.CodeProposal;
import vn.ansinh.api.codelist.CodeProposal.State;
import vn.ansinh.ui.kit.component.Confirm;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.layout.SidePanel;

/** One proposal: who wants what and why, what differs, and the decision. */
final class ProposalPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ProposalPanel.class);
    private static final int SHOWN = 200;

    private final transient CodeListServices services;
    private final transient CodeProposal proposal;
    private final transient Runnable decided;

    /** @param decided told when it waits no more */
    ProposalPanel(CodeListServices services, CodeProposal proposal, Runnable decided) {
        this.services = services;
        this.proposal = proposal;
        this.decided = decided;
        addClassName("as-stack");
        FactList facts = new FactList()
                .fact(TEXTS.get("list"), proposal.listName())
                .fact(TEXTS.get("whose"), services.whose(proposal.unitId()))
                .fact(TEXTS.get("why"), proposal.why())
                .fact(
                        TEXTS.get("proposal.by"),
                        TEXTS.get("proposal.by-at", proposal.proposedName(), Formats.time(proposal.proposedAt())));
        if (proposal.file() != null) {
            facts.fact(TEXTS.get("proposal.file"), proposal.file());
        }
        if (proposal.decidedAt() != null) {
            facts.fact(
                    TEXTS.get("proposal.decided-by"),
                    TEXTS.get("proposal.by-at", proposal.decidedName(), Formats.time(proposal.decidedAt())));
        }
        if (proposal.reason() != null) {
            facts.fact(TEXTS.get("reject.reason"), proposal.reason());
        }
        add(facts);
        if (proposal.state() == State.WAITING) {
            decision();
        }
        add(SidePanel.heading(TEXTS.get("proposal.changes", proposal.count())));
        proposal.items().stream().limit(SHOWN).map(ChangeWords::inFull).forEach(this::add);
        if (proposal.count() > SHOWN) {
            add(new Paragraph(TEXTS.get("proposal.more", proposal.count() - SHOWN)));
        }
    }

    private void decision() {
        boolean own = services.access().require().account().equals(proposal.proposedBy());
        if (own) {
            add(MessageBar.info(TEXTS.get("proposal.own")));
            Button withdraw =
                    new Button(TEXTS.get("withdraw.open"), VaadinIcon.BACKWARDS.create(), event -> withdraw());
            add(row(withdraw));
        } else if (services.may(Permissions.CODELIST_APPROVE, proposal.unitId())) {
            Button approve = new Button(TEXTS.get("approve.open"), VaadinIcon.CHECK.create(), event -> approve());
            approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            Button reject = new Button(TEXTS.get("reject.open"), VaadinIcon.BAN.create(), event -> reject());
            add(row(approve, reject));
        } else {
            add(MessageBar.info(TEXTS.get("proposal.waits")));
        }
    }

    private static Div row(Button... buttons) {
        Div row = new Div(buttons);
        row.addClassNames("as-row", "wrap");
        return row;
    }

    private void approve() {
        Confirm.ask(
                TEXTS.get("approve.title", Long.toString(proposal.id())),
                TEXTS.get("approve.text", proposal.count(), proposal.listName()),
                TEXTS.get("approve.open"),
                false,
                () -> {
                    services.editing().approve(proposal.id());
                    done("approve.done");
                });
    }

    private void withdraw() {
        Confirm.ask(
                TEXTS.get("withdraw.title", Long.toString(proposal.id())),
                TEXTS.get("withdraw.text"),
                TEXTS.get("withdraw.open"),
                false,
                () -> {
                    services.editing().withdraw(proposal.id());
                    done("withdraw.done");
                });
    }

    private void reject() {
        TextField reason = new TextField(TEXTS.get("reject.reason"));
        reason.setRequiredIndicatorVisible(true);
        new FormDialog(
                        TEXTS.get("reject.title", Long.toString(proposal.id())),
                        TEXTS.get("reject.lead"),
                        TEXTS.get("reject.open"))
                .wide(reason)
                .does(
                        () -> {
                            reason.setInvalid(reason.getValue().isBlank());
                            reason.setErrorMessage(TEXTS.get("reject.missing"));
                            return !reason.isInvalid();
                        },
                        () -> {
                            services.editing().reject(proposal.id(), reason.getValue());
                            done("reject.done");
                        })
                .open();
    }

    private void done(String key) {
        Problems.done(TEXTS.get(key, Long.toString(proposal.id())));
        decided.run();
    }
}
