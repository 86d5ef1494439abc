package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.funding.FundingState;
import vn.ansinh.api.funding.Submissions.ListStanding;
import vn.ansinh.api.funding.Submissions.PayrollSubmission;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** The month's lists of the units below: which are sent up, what they lack; looked at one by one, approved or given back. */
final class SubmissionPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = FundingView.TEXTS;

    private final transient FundingServices services;
    private final transient Asked asked;
    private final YearMonth month;

    SubmissionPanel(FundingServices services, Asked asked, YearMonth month) {
        this.services = services;
        this.asked = asked;
        this.month = month;
        addClassName("as-list");
        List<ListStanding> rows = services.submissions().standings(asked.program(), asked.unitId(), month);
        add(figures(rows), grid(rows));
    }

    private static boolean is(ListStanding row, FundingState state) {
        return !row.closed()
                && row.submission() != null
                && !row.submission().stale()
                && row.submission().state() == state;
    }

    private static KeyFigures figures(List<ListStanding> rows) {
        return new KeyFigures()
                .figure(TEXTS.get("submission.lists"), Money.format(rows.size()))
                .figure(
                        TEXTS.get("submission.waiting"),
                        Money.format(rows.stream()
                                .filter(row -> is(row, FundingState.PROPOSED))
                                .count()))
                .figure(
                        TEXTS.get("submission.closed"),
                        Money.format(rows.stream().filter(ListStanding::closed).count()))
                .figure(
                        TEXTS.get("submission.total"),
                        Money.format(
                                rows.stream().mapToLong(ListStanding::total).sum()))
                .figure(
                        TEXTS.get("submission.missing"),
                        Money.format(
                                rows.stream().mapToLong(ListStanding::missing).sum()));
    }

    private Component grid(List<ListStanding> rows) {
        LazyGrid<ListStanding> grid = new LazyGrid<>(TEXTS.get("tab.submissions"));
        grid.link("unit", TEXTS.get("unit"), ListStanding::unitName, this::open).setFlexGrow(3);
        grid.money("people", TEXTS.get("submission.people"), row -> (long) row.people());
        grid.money("total", TEXTS.get("submission.total"), ListStanding::total).setPartNameGenerator(row -> "strong");
        grid.money("missing", TEXTS.get("submission.missing"), row -> row.missing() == 0 ? null : row.missing());
        grid.wrapped(
                        "by",
                        TEXTS.get("submission.by"),
                        row -> row.submission() == null
                                ? ""
                                : row.submission().signatures().name())
                .setFlexGrow(2);
        grid.numeric(
                "at",
                TEXTS.get("submission.at"),
                row -> row.submission() == null
                        ? ""
                        : Formats.time(row.submission().signatures().at()));
        grid.state("state", TEXTS.get("state"), SubmissionPanel::look, SubmissionPanel::word);
        grid.narrow(
                TEXTS.get("tab.submissions"),
                row -> new NarrowRow(
                        row.unitName(),
                        row.missing() == 0 ? "" : TEXTS.get("submission.missing") + " " + Money.format(row.missing()),
                        Money.format(row.total()),
                        look(row),
                        word(row)),
                this::open);
        grid.setEmptyText(TEXTS.get("submission.none", Formats.month(month)));
        grid.setRows(rows);
        grid.footer("unit", TEXTS.get("rows", rows.size()));
        grid.footer(
                "total",
                Money.format(rows.stream().mapToLong(ListStanding::total).sum()));
        grid.footer(
                "missing",
                Money.format(rows.stream().mapToLong(ListStanding::missing).sum()));
        return grid;
    }

    private static State look(ListStanding row) {
        if (row.closed()) {
            return State.CLOSED;
        }
        return row.submission() == null || row.submission().stale()
                ? State.DRAFT
                : FundingServices.look(row.submission().state());
    }

    private static String word(ListStanding row) {
        if (row.closed()) {
            return State.CLOSED.word();
        }
        if (row.submission() == null) {
            return TEXTS.get("submission.not-sent");
        }
        return row.submission().stale()
                ? TEXTS.get("submission.stale")
                : row.submission().state().label();
    }

    private void open(ListStanding row) {
        FactList facts = new FactList()
                .fact(TEXTS.get("submission.people"), Money.format(row.people()))
                .fact(TEXTS.get("submission.total"), Money.format(row.total()))
                .fact(TEXTS.get("submission.missing"), Money.format(row.missing()))
                .fact(TEXTS.get("state"), word(row));
        PayrollSubmission submission = row.submission();
        if (submission != null) {
            PaperDialog.signatures(facts, submission.signatures());
            facts.fact(TEXTS.get("submission.note"), submission.note());
        }
        PaperDialog dialog = new PaperDialog(
                        TEXTS.get("submission.title", row.unitName(), Formats.month(month)), asked.again())
                .show(facts);
        dialog.add(new Button(TEXTS.get("submission.look"), VaadinIcon.LIST.create(), event -> {
            dialog.close();
            openList(row.unitId());
        }));
        if (submission != null && !row.closed() && submission.state() == FundingState.PROPOSED) {
            actions(dialog, submission);
        }
        dialog.open();
    }

    private void actions(PaperDialog dialog, PayrollSubmission submission) {
        if (services.isSelf(submission.signatures().by())) {
            dialog.withReason(
                    TEXTS.get("paper.withdraw"), why -> services.submissions().withdraw(submission.id(), why));
        } else if (services.may(Permissions.FUNDING_APPROVE) && services.above(submission.unitId())) {
            dialog.withReason(
                    TEXTS.get("paper.give-back"), why -> services.submissions().giveBack(submission.id(), why));
            if (!submission.stale()) {
                dialog.action(
                        TEXTS.get("paper.approve"),
                        true,
                        () -> services.submissions().approve(submission.id()));
            }
        }
    }

    /** The list itself, with its people and lines, in the unit that sent it up. */
    private void openList(long unitId) {
        String path = RouteConfiguration.forSessionScope().getAvailableRoutes().stream()
                .map(RouteData::getTemplate)
                .filter(route -> route.startsWith(asked.program() + "/") && route.contains("chi-tra"))
                .findFirst()
                .orElse(null);
        if (path == null) {
            Problems.done(TEXTS.get("submission.away"));
            return;
        }
        String code = services.shell()
                .units()
                .byId(unitId)
                .map(AdministrativeUnit::code)
                .orElse("");
        UI.getCurrent()
                .navigate(
                        path,
                        WorkContext.current()
                                .parameters()
                                .merging(WorkContext.UNIT, code)
                                .merging(WorkContext.MONTH, month.toString()));
    }
}
