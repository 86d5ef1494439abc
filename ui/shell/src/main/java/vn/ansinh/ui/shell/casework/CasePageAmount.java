package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseDetail.Draft.Outcome;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.Eligibility.Verdict;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What the case comes to: the amount, how it comes about in words for the applicant, and which benefits apply or do not, and why. */
final class CasePageAmount extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(CasePageAmount.class);

    private final transient OpenCase open;

    CasePageAmount(OpenCase open) {
        this.open = open;
        addClassName("as-lines");
        boolean drafted = open.detail().draft() != null;
        boolean ended = open.file().state().ended();
        if (!drafted && ended) {
            add(new Span(TEXTS.get("amount.nothing")));
            return;
        }
        Draft draft = drafted
                ? open.detail().draft()
                : open.services()
                        .cases()
                        .proposal(open.file().id(), open.services().today());
        List<Verdict> verdicts = verdicts();
        add(head(draft, drafted, verdicts));
        if (!draft.words().isBlank()) {
            add(new H2(TEXTS.get("amount.words")), new Paragraph(draft.words()));
        }
        if (!draft.reason().isBlank()) {
            add(new H2(TEXTS.get("amount.reason")), new Paragraph(draft.reason()));
        }
        if (!verdicts.isEmpty()) {
            add(new H2(TEXTS.get("amount.verdicts")), table(verdicts));
        }
    }

    /** Only whoever works on cases may ask what would apply; an ended one is not asked about any more. */
    private List<Verdict> verdicts() {
        Caller caller = open.services().access().require();
        Effect effect = open.procedure().effect();
        if (!caller.may(CasePermissions.RECEIVE) && !caller.may(CasePermissions.PROCESS)
                || open.file().state().ended()
                || effect == Effect.END
                || effect == Effect.MOVE) {
            return List.of();
        }
        return open.services()
                .eligibility()
                .of(
                        open.file().personId(),
                        open.procedure(),
                        open.detail().application().answers(),
                        open.services().today());
    }

    private Component head(Draft draft, boolean drafted, List<Verdict> verdicts) {
        Div head = new Div();
        head.addClassNames("as-row", "wrap", "as-baseline", "as-amount");
        if (draft.outcome() == Outcome.REJECT) {
            head.add(new StateBadge(State.REJECTED, TEXTS.get(drafted ? "amount.rejected" : "amount.not-due")));
        } else if (draft.amount() > 0) {
            Span amount = new Span(Money.format(draft.amount()));
            amount.addClassName("as-amount-figure");
            head.add(
                    new Span(TEXTS.get(open.procedure().effect() == Effect.ONCE ? "amount.once" : "amount.monthly")),
                    amount,
                    new Span(
                            draft.from() == null
                                    ? TEXTS.get("amount.dong")
                                    : TEXTS.get("amount.from", Formats.month(draft.from()))));
        } else if (draft.from() != null) {
            head.add(new Span(TEXTS.get(
                    open.procedure().effect() == Effect.END ? "amount.last-month" : "amount.first-month",
                    Formats.month(draft.from()))));
        }
        boolean provisional = verdicts.stream()
                .anyMatch(verdict -> verdict.provisional() && verdict.benefit().equals(draft.benefit()));
        if (provisional) {
            head.add(new StateBadge(State.PROVISIONAL));
        }
        head.add(
                drafted
                        ? new StateBadge(State.DRAFT, TEXTS.get("amount.drafted", draft.drafter()))
                        : new StateBadge(State.NOTHING, TEXTS.get("amount.proposed")));
        return head;
    }

    private static Component table(List<Verdict> verdicts) {
        DataTable table = new DataTable(
                TEXTS.get("amount.verdicts"),
                List.of(
                        TEXTS.get("amount.benefit"),
                        ">" + TEXTS.get("amount.amount"),
                        TEXTS.get("amount.why"),
                        TEXTS.get("amount.clause")));
        table.addClassName("as-cards");
        for (Verdict verdict : verdicts) {
            Div name = new Div(new Span(verdict.name()));
            if (verdict.provisional() && verdict.applies()) {
                name.add(new Span(" "), new StateBadge(State.PROVISIONAL));
            }
            Span figure =
                    new Span(verdict.applies() ? Money.format(verdict.amount()) : TEXTS.get("amount.does-not-apply"));
            if (!verdict.applies()) {
                figure.addClassName("as-muted");
                name.addClassName("as-muted");
            }
            table.row(name, figure, new Span(verdict.words()), new Span(verdict.clause()));
        }
        return verdicts.isEmpty() ? MessageBar.info(TEXTS.get("amount.none")) : table;
    }
}
