package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.funding.Allocations.Allocation;
import vn.ansinh.api.funding.Allocations.AllocationDraft;
import vn.ansinh.api.funding.Allocations.AllocationLine;
import vn.ansinh.api.funding.Allocations.AllocationPage;
import vn.ansinh.api.funding.Allocations.AllocationQuery;
import vn.ansinh.api.funding.FundingState;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Decisions that give money, take it back or return it. */
final class AllocationPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = FundingView.TEXTS;

    private final transient FundingServices services;
    private final transient Asked asked;

    AllocationPanel(FundingServices services, Asked asked, FundingView page) {
        this.services = services;
        this.asked = asked;
        addClassName("as-list");
        if (services.may(Permissions.FUNDING_PROPOSE) && asked.unitId() != 0) {
            page.setMainAction(new Button(
                    TEXTS.get("allocation.make"),
                    VaadinIcon.PLUS.create(),
                    event -> new AllocationDialog(
                                    services, asked, WorkContext.current().month())
                            .open()));
        }
        AllocationPage first = services.allocations().list(query(null, 1));
        add(
                new KeyFigures()
                        .figure(TEXTS.get("allocation.budget"), Money.format(first.budget()))
                        .figure(TEXTS.get("allocation.given"), Money.format(first.given()))
                        .figure(TEXTS.get("allocation.back"), Money.format(first.back())),
                grid(first));
    }

    private AllocationQuery query(String cursor, int limit) {
        return new AllocationQuery(asked.program(), asked.unitId(), asked.year(), null, cursor, limit);
    }

    private Component grid(AllocationPage first) {
        LazyGrid<Allocation> grid = new LazyGrid<>(TEXTS.get("tab.allocations"));
        grid.link("number", TEXTS.get("number"), row -> row.draft().number(), this::open)
                .setFlexGrow(1);
        grid.date("day", TEXTS.get("allocation.day"), row -> row.draft().day());
        grid.text(
                        "kind",
                        TEXTS.get("allocation.kind"),
                        row -> row.draft().kind().label())
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.wrapped(
                        "unit",
                        TEXTS.get("allocation.by"),
                        row -> services.unit(row.draft().unitId()))
                .setFlexGrow(2);
        grid.wrapped("to", TEXTS.get("allocation.to"), this::to).setFlexGrow(2);
        grid.wrapped("fund", TEXTS.get("fund"), this::funds).setFlexGrow(3);
        grid.money("total", TEXTS.get("amount"), Allocation::total).setPartNameGenerator(row -> "strong");
        grid.text("voucher", TEXTS.get("voucher"), row -> voucher(row.draft()))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.state(
                "state",
                TEXTS.get("state"),
                row -> FundingServices.look(row.state()),
                row -> row.state().label());
        grid.narrow(
                TEXTS.get("tab.allocations"),
                row -> new NarrowRow(
                        row.draft().number() + " · " + row.draft().kind().label(),
                        to(row),
                        Money.format(row.total()),
                        FundingServices.look(row.state()),
                        row.state().label()),
                this::open);
        grid.setEmptyText(TEXTS.get("allocation.none"));
        grid.footer("number", TEXTS.get("rows", first.count()));
        grid.setSource(
                (cursor, limit) -> {
                    AllocationPage page = services.allocations().list(query(cursor, limit));
                    return new PageSource.Slice<>(page.rows(), page.next());
                },
                limit -> first.count());
        return grid;
    }

    private String to(Allocation decision) {
        List<Long> units = decision.draft().lines().stream()
                .map(AllocationLine::unitId)
                .distinct()
                .toList();
        return units.size() == 1 ? services.unit(units.get(0)) : TEXTS.get("allocation.units", units.size());
    }

    private String funds(Allocation decision) {
        return String.join(
                ", ",
                decision.draft().lines().stream()
                        .map(line -> services.fund(line.fund()))
                        .distinct()
                        .toList());
    }

    private static String voucher(AllocationDraft draft) {
        return draft.voucher().kind() == null
                ? ""
                : draft.voucher().kind() + " " + draft.voucher().number();
    }

    private void open(Allocation decision) {
        DataTable table = new DataTable(
                TEXTS.get("tab.allocations"),
                List.of(TEXTS.get("unit"), TEXTS.get("fund"), TEXTS.get("index"), ">" + TEXTS.get("amount")));
        for (AllocationLine line : decision.draft().lines()) {
            table.row(
                    services.unit(line.unitId()),
                    services.fund(line.fund()),
                    line.codes().toString(),
                    Money.format(line.amount()));
        }
        FactList facts = new FactList()
                .fact(TEXTS.get("allocation.by"), services.unit(decision.draft().unitId()))
                .fact(TEXTS.get("allocation.day"), Formats.date(decision.draft().day()))
                .fact(TEXTS.get("amount"), Money.format(decision.total()))
                .fact(TEXTS.get("voucher"), voucher(decision.draft()))
                .fact(TEXTS.get("estimate.about"), decision.draft().about())
                .fact(TEXTS.get("state"), decision.state().label());
        PaperDialog dialog = new PaperDialog(
                        decision.draft().kind().label() + " " + decision.draft().number(), asked.again())
                .show(PaperDialog.signatures(facts, decision.signatures()), table);
        if (decision.state() == FundingState.PROPOSED) {
            actions(dialog, decision);
        }
        dialog.open();
    }

    private void actions(PaperDialog dialog, Allocation decision) {
        if (services.isSelf(decision.signatures().by())) {
            dialog.withReason(
                    TEXTS.get("paper.withdraw"), why -> services.allocations().withdraw(decision.id(), why));
        } else if (services.may(Permissions.FUNDING_APPROVE)) {
            dialog.withReason(
                    TEXTS.get("paper.give-back"), why -> services.allocations().giveBack(decision.id(), why));
            dialog.action(
                    TEXTS.get("paper.approve"),
                    true,
                    () -> services.allocations().approve(decision.id()));
        }
    }
}
