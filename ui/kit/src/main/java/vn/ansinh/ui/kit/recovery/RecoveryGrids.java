package vn.ansinh.ui.kit.recovery;

import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.api.benefit.Cancellation;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.benefit.Receivables.ReceivablePage;
import vn.ansinh.api.benefit.Receivables.ReceivableQuery;
import vn.ansinh.api.benefit.RecoveryDecision;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** The lists of the page of receivables. */
final class RecoveryGrids {

    private static final Texts TEXTS = Texts.of(RecoveryGrids.class);
    /** Counting further would read the whole list. */
    private static final int COUNTED = 500;

    private RecoveryGrids() {}

    /** @param open opens everything proposed about the person */
    static LazyGrid<Receivable> receivables(
            RecoveryServices services, String program, long unitId, Receivable.State state, Consumer<Receivable> open) {
        LazyGrid<Receivable> grid = new LazyGrid<>(TEXTS.get("receivables.label"));
        grid.link("name", TEXTS.get("receivables.name"), Receivable::personName, open)
                .setFlexGrow(2);
        grid.wrapped("benefit", TEXTS.get("receivables.benefit"), one -> benefit(services, one.benefit()))
                .setFlexGrow(2);
        grid.month("period", TEXTS.get("receivables.period"), Receivable::period);
        grid.money("amount", TEXTS.get("receivables.amount"), Receivable::amount);
        grid.money("waiting", TEXTS.get("receivables.waiting"), one -> one.waiting() == 0 ? null : one.waiting());
        grid.wrapped("reason", TEXTS.get("receivables.reason"), Receivable::reason)
                .setFlexGrow(3);
        grid.wrapped("collected", TEXTS.get("receivables.collected"), RecoveryGrids::collected)
                .setFlexGrow(2);
        grid.wrapped("unit", TEXTS.get("receivables.unit"), one -> unit(services, one.unitId()))
                .setFlexGrow(1);
        grid.narrow(
                TEXTS.get("receivables.label"),
                one -> new NarrowRow(
                        one.personName(),
                        Formats.month(one.period()) + ", " + one.reason(),
                        Money.format(one.amount()),
                        null),
                open);
        grid.setEmptyText(TEXTS.get("receivables.empty." + state));
        PageSource<Receivable> source = (cursor, limit) -> {
            ReceivablePage page =
                    services.receivables().list(new ReceivableQuery(program, unitId, state, 0, cursor, limit));
            return new PageSource.Slice<>(page.rows(), page.next());
        };
        // more than a page of them is rare; then the list grows as one scrolls
        ReceivablePage first =
                services.receivables().list(new ReceivableQuery(program, unitId, state, 0, null, COUNTED));
        if (first.next() == null) {
            grid.setRows(first.rows());
        } else {
            grid.setSource(source, limit -> limit);
        }
        return grid;
    }

    /** @param open shows instalments and receipts */
    static LazyGrid<RecoveryDecision> decisions(
            RecoveryServices services, List<RecoveryDecision> decisions, Consumer<RecoveryDecision> open) {
        LazyGrid<RecoveryDecision> grid = new LazyGrid<>(TEXTS.get("decisions.label"));
        grid.link("number", TEXTS.get("decisions.number"), RecoveryDecision::number, open)
                .setFlexGrow(2);
        grid.date("date", TEXTS.get("decisions.date"), RecoveryDecision::date);
        grid.wrapped("name", TEXTS.get("receivables.name"), RecoveryDecision::personName)
                .setFlexGrow(2);
        grid.wrapped("debtor", TEXTS.get("decisions.debtor"), RecoveryDecision::debtor)
                .setFlexGrow(2);
        grid.money("amount", TEXTS.get("receivables.amount"), RecoveryDecision::amount);
        grid.money("received", TEXTS.get("decisions.received"), RecoveryDecision::received);
        grid.money("balance", TEXTS.get("decisions.balance"), RecoveryDecision::balance);
        grid.wrapped("unit", TEXTS.get("receivables.unit"), one -> unit(services, one.unitId()))
                .setFlexGrow(1);
        grid.state("state", TEXTS.get("decisions.state"), RecoveryGrids::look, RecoveryGrids::word);
        grid.narrow(
                TEXTS.get("decisions.label"),
                one -> new NarrowRow(one.personName(), one.number(), Money.format(one.balance()), look(one), word(one)),
                open);
        grid.setEmptyText(TEXTS.get("decisions.empty"));
        grid.setRows(decisions);
        grid.footer("number", TEXTS.get("decisions.count", decisions.size()));
        grid.footer(
                "balance",
                Money.format(
                        decisions.stream().mapToLong(RecoveryDecision::balance).sum()));
        return grid;
    }

    static LazyGrid<Cancellation> cancellations(RecoveryServices services, List<Cancellation> cancellations) {
        LazyGrid<Cancellation> grid = new LazyGrid<>(TEXTS.get("cancellations.label"));
        grid.wrapped("name", TEXTS.get("receivables.name"), Cancellation::personName)
                .setFlexGrow(2);
        grid.wrapped("benefit", TEXTS.get("receivables.benefit"), one -> benefit(services, one.benefit()))
                .setFlexGrow(2);
        grid.month("cycle", TEXTS.get("cancellations.cycle"), Cancellation::cycle);
        grid.month("period", TEXTS.get("receivables.period"), Cancellation::period);
        grid.money("amount", TEXTS.get("receivables.amount"), Cancellation::amount);
        grid.wrapped("reason", TEXTS.get("receivables.reason"), Cancellation::reason)
                .setFlexGrow(3);
        grid.narrow(
                TEXTS.get("cancellations.label"),
                one -> new NarrowRow(one.personName(), one.reason(), Money.format(one.amount()), null),
                one -> {});
        grid.setEmptyText(TEXTS.get("cancellations.empty"));
        grid.setRows(cancellations);
        return grid;
    }

    static State look(RecoveryDecision decision) {
        if (decision.withdrawnReason() != null) {
            return State.CANCELLED;
        }
        return decision.balance() == 0 ? State.DONE : State.WAITING;
    }

    static String word(RecoveryDecision decision) {
        return TEXTS.get("decisions.state." + look(decision));
    }

    static String benefit(RecoveryServices services, String code) {
        return new Discretion(services.access(), services.policies()).name(code);
    }

    private static String unit(RecoveryServices services, long id) {
        return services.units().byId(id).map(AdministrativeUnit::name).orElse("");
    }

    private static String collected(Receivable one) {
        return one.deceased() ? TEXTS.get("receivables.deceased", one.collectedBy()) : one.collectedBy();
    }
}
