package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import vn.ansinh.api.funding.Balances.Balance;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.text.Texts;

/** What each unit has by source, counted at this moment. */
final class BalancePanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = FundingView.TEXTS;

    BalancePanel(FundingServices services, Asked asked) {
        addClassName("as-list");
        List<Balance> rows = services.balances().balances(asked.program(), asked.unitId(), asked.year());
        add(figures(rows), grid(services, rows));
    }

    private static KeyFigures figures(List<Balance> rows) {
        return new KeyFigures()
                .figure(
                        TEXTS.get("balance.estimated"),
                        Money.format(rows.stream().mapToLong(Balance::estimated).sum()))
                .figure(
                        TEXTS.get("balance.closed"),
                        Money.format(rows.stream()
                                .mapToLong(row -> row.closed() - row.cancelled())
                                .sum()))
                .figure(
                        TEXTS.get("balance.fee"),
                        Money.format(rows.stream().mapToLong(Balance::fee).sum()))
                .figure(
                        TEXTS.get("balance.available"),
                        Money.format(rows.stream().mapToLong(Balance::available).sum()))
                .figure(
                        TEXTS.get("balance.lacking"),
                        Money.format(
                                rows.stream().filter(row -> row.available() < 0).count()));
    }

    private static LazyGrid<Balance> grid(FundingServices services, List<Balance> rows) {
        LazyGrid<Balance> grid = new LazyGrid<>(TEXTS.get("tab.balances"));
        grid.wrapped("unit", TEXTS.get("unit"), row -> services.unit(row.unitId()))
                .setFlexGrow(2);
        grid.wrapped("fund", TEXTS.get("fund"), row -> services.fund(row.fund()))
                .setFlexGrow(3);
        grid.money("estimated", TEXTS.get("balance.estimated"), Balance::estimated);
        grid.money("received", TEXTS.get("balance.received"), Balance::received);
        grid.money("given", TEXTS.get("balance.given"), Balance::given);
        grid.money("closed", TEXTS.get("balance.closed"), row -> row.closed() - row.cancelled());
        grid.money("fee", TEXTS.get("balance.fee"), Balance::fee);
        grid.money("available", TEXTS.get("balance.available"), Balance::available)
                .setPartNameGenerator(row -> "strong");
        grid.state(
                "state",
                TEXTS.get("state"),
                row -> row.available() < 0 ? State.OVERDUE : State.NOTHING,
                row -> TEXTS.get(row.available() < 0 ? "balance.too-little" : "balance.enough"));
        grid.narrow(
                TEXTS.get("tab.balances"),
                row -> new NarrowRow(
                        services.unit(row.unitId()), services.fund(row.fund()), Money.format(row.available()), null),
                row -> {});
        grid.setEmptyText(TEXTS.get("balance.none"));
        grid.setRows(rows);
        grid.footer("unit", TEXTS.get("rows", rows.size()));
        return grid;
    }
}
