package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.funding.Settlements.AgentReturn;
import vn.ansinh.api.funding.Settlements.Settlement;
import vn.ansinh.api.funding.Settlements.State;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Accounts of the year, and the money that who pays out gave back. */
final class SettlementPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = FundingView.TEXTS;

    private final transient FundingServices services;
    private final transient Asked asked;

    SettlementPanel(FundingServices services, Asked asked, FundingView page, YearMonth month) {
        this.services = services;
        this.asked = asked;
        addClassName("as-list");
        if (services.may(Permissions.FUNDING_SETTLE) && asked.unitId() != 0) {
            page.addAction(new Button(
                    TEXTS.get("return.record"),
                    VaadinIcon.REPLY.create(),
                    event -> new ReturnDialog(services, asked).open()));
            page.setMainAction(new Button(
                    TEXTS.get("settlement.draft", Formats.month(month)),
                    VaadinIcon.COG.create(),
                    event -> Problems.guard(
                            () -> drafted(services.settlements().draft(asked.program(), asked.unitId(), month)))));
        }
        add(grid(services.settlements().list(asked.program(), asked.unitId(), asked.year())));
        List<AgentReturn> returns = services.settlements().returns(asked.program(), asked.unitId(), asked.year());
        if (!returns.isEmpty()) {
            add(returns(returns));
        }
    }

    private void drafted(Settlement settlement) {
        asked.again().run();
        open(settlement.id());
    }

    private Component grid(List<Settlement> rows) {
        LazyGrid<Settlement> grid = new LazyGrid<>(TEXTS.get("tab.settlements"));
        grid.link(
                        "through",
                        TEXTS.get("settlement.through"),
                        row -> TEXTS.get("settlement.to", Formats.month(row.through())),
                        row -> open(row.id()))
                .setFlexGrow(2);
        grid.wrapped("unit", TEXTS.get("unit"), row -> services.unit(row.unitId()))
                .setFlexGrow(3);
        grid.wrapped("by", TEXTS.get("paper.by"), row -> row.signatures().name())
                .setFlexGrow(2);
        grid.numeric("asOf", TEXTS.get("settlement.as-of"), row -> Formats.time(row.asOf()));
        grid.wrapped(
                        "decided",
                        TEXTS.get("paper.decided"),
                        row -> row.signatures().decidedName() == null
                                ? ""
                                : row.signatures().decidedName())
                .setFlexGrow(2);
        grid.state(
                "state",
                TEXTS.get("state"),
                row -> look(row.state()),
                row -> row.state().label());
        grid.narrow(
                TEXTS.get("tab.settlements"),
                row -> new NarrowRow(
                        TEXTS.get("settlement.to", Formats.month(row.through())),
                        services.unit(row.unitId()),
                        "",
                        look(row.state()),
                        row.state().label()),
                row -> open(row.id()));
        grid.setEmptyText(TEXTS.get("settlement.none"));
        grid.setRows(rows);
        grid.footer("through", TEXTS.get("rows", rows.size()));
        return grid;
    }

    static vn.ansinh.ui.kit.component.State look(State state) {
        return switch (state) {
            case DRAFT -> vn.ansinh.ui.kit.component.State.DRAFT;
            case SENT -> vn.ansinh.ui.kit.component.State.WAITING;
            case ACCEPTED -> vn.ansinh.ui.kit.component.State.CLOSED;
            case RETURNED -> vn.ansinh.ui.kit.component.State.RETURNED;
        };
    }

    private void open(long id) {
        Problems.guard(() -> services.settlements()
                .byId(id)
                .ifPresent(settlement ->
                        SettlementPaper.of(services, settlement, asked.again()).open()));
    }

    private Component returns(List<AgentReturn> returns) {
        DataTable table = new DataTable(
                TEXTS.get("return.title"),
                List.of(
                        ">" + TEXTS.get("return.day"),
                        TEXTS.get("return.order"),
                        TEXTS.get("fund"),
                        TEXTS.get("voucher"),
                        ">" + TEXTS.get("amount")));
        for (AgentReturn one : returns) {
            table.row(
                    Formats.date(one.draft().day()),
                    one.orderNumber(),
                    services.fund(one.draft().fund()),
                    one.draft().voucher().kind() + " " + one.draft().voucher().number(),
                    Money.format(one.draft().amount()));
        }
        table.addClassName("as-cards");
        return new Panel(TEXTS.get("return.title")).content(table);
    }
}
