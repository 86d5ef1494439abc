package vn.ansinh.ui.kit.payroll;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.funding.Balances.Need;
import vn.ansinh.api.funding.Balances.Outlook;
import vn.ansinh.api.funding.FundingState;
import vn.ansinh.api.funding.Submissions.PayrollSubmission;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What money has to say about a list before it is closed: too little of it, and that the unit above must agree first. */
final class FundingBand {

    private static final Texts TEXTS = Texts.of(FundingBand.class);
    private static final String FUNDS = "nguon-kinh-phi";
    private static final int NAMED = 5;

    private final PayrollServices services;
    private final Outlook outlook;

    /** The one draft in a commune, {@code null} where there are several or none. */
    private final Payroll draft;

    private final PayrollSubmission submission;

    private FundingBand(PayrollServices services, Outlook outlook, Payroll draft, PayrollSubmission submission) {
        this.services = services;
        this.outlook = outlook;
        this.draft = draft;
        this.submission = submission;
    }

    static FundingBand read(
            PayrollServices services, String program, long unitId, YearMonth month, PayrollOverview overview) {
        Payroll draft = overview.payrolls().size() == 1 && overview.drafts().size() == 1
                ? overview.drafts().get(0)
                : null;
        Outlook outlook = overview.drafts().isEmpty()
                ? new Outlook(false, false, false, List.of())
                : services.balances().outlook(program, unitId, month);
        PayrollSubmission submission = draft == null
                ? null
                : services.submissions().ofPayroll(draft.id()).orElse(null);
        return new FundingBand(services, outlook, draft, submission);
    }

    boolean lacks() {
        return !outlook.tooLittle().isEmpty();
    }

    private boolean sent(FundingState state) {
        return submission != null && !submission.stale() && submission.state() == state;
    }

    /** The state of the list in the page's head. */
    StateBadge badge(boolean closed) {
        if (closed) {
            return new StateBadge(State.CLOSED);
        }
        if (sent(FundingState.PROPOSED)) {
            return new StateBadge(State.WAITING, TEXTS.get("funding.sent"));
        }
        return sent(FundingState.APPROVED)
                ? new StateBadge(State.APPROVED, TEXTS.get("funding.approved"))
                : new StateBadge(State.DRAFT);
    }

    /** What to tell above the list. @param changed to be run after the list was sent up or taken back */
    List<Component> messages(Runnable changed) {
        List<Component> messages = new ArrayList<>();
        shortfall().ifPresent(messages::add);
        if (draft != null && (outlook.approval() || submission != null)) {
            messages.add(approval(changed));
        }
        return messages;
    }

    /** What lacks, account by account; empty when there is enough, or nobody counts. */
    Optional<Component> shortfall() {
        List<Need> lacking = outlook.tooLittle();
        if (lacking.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        lacking.stream().limit(NAMED).forEach(need -> text.append(told(need)).append(' '));
        if (lacking.size() > NAMED) {
            text.append(TEXTS.get("funding.more", lacking.size() - NAMED)).append(' ');
        }
        text.append(TEXTS.get(outlook.blocks() ? "funding.lacks-blocks" : "funding.lacks-warns"));
        return Optional.of(MessageBar.warn(TEXTS.get("funding.lacks-lead"), text.toString()));
    }

    private String told(Need need) {
        String unit = services.units()
                .byId(need.unitId())
                .map(AdministrativeUnit::name)
                .orElse("");
        String fund = need.fund().isEmpty()
                ? TEXTS.get("funding.unknown")
                : services.codeLists()
                        .byCode(FUNDS, need.fund())
                        .map(CodeLists.Entry::name)
                        .orElse(need.fund());
        return TEXTS.get(
                "funding.need",
                unit,
                fund,
                Money.format(need.drafted()),
                Money.format(need.available()),
                Money.format(need.missing()));
    }

    private Component approval(Runnable changed) {
        if (sent(FundingState.PROPOSED)) {
            MessageBar bar = MessageBar.info(TEXTS.get(
                    "funding.waits",
                    submission.signatures().name(),
                    Formats.time(submission.signatures().at())));
            boolean own = submission
                    .signatures()
                    .by()
                    .equals(services.access().require().account());
            return own ? bar.action(new Button(TEXTS.get("funding.withdraw"), event -> withdraw(changed))) : bar;
        }
        if (sent(FundingState.APPROVED)) {
            return MessageBar.ok(
                    null,
                    TEXTS.get(
                            "funding.was-approved",
                            submission.signatures().decidedName(),
                            Formats.time(submission.signatures().decidedAt())));
        }
        MessageBar bar = submission != null && submission.state() == FundingState.RETURNED
                ? MessageBar.warn(
                        TEXTS.get(
                                "funding.returned-lead", submission.signatures().decidedName()),
                        submission.signatures().reason())
                : MessageBar.info(TEXTS.get(outlook.approval() ? "funding.must" : "funding.may"));
        if (services.access().require().may(Permissions.FUNDING_PROPOSE)) {
            bar.action(
                    new Button(TEXTS.get("funding.submit"), VaadinIcon.PAPERPLANE.create(), event -> submit(changed)));
        }
        return bar;
    }

    private void submit(Runnable changed) {
        Problems.guard(() -> {
            services.submissions().submit(draft.id(), draft.runId(), "");
            Problems.done(TEXTS.get("funding.submitted"));
            changed.run();
        });
    }

    private void withdraw(Runnable changed) {
        Problems.guard(() -> {
            services.submissions().withdraw(submission.id(), TEXTS.get("funding.withdraw-reason"));
            changed.run();
        });
    }
}
