package vn.ansinh.ui.shell.funding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.funding.Settlements.Figures;
import vn.ansinh.api.funding.Settlements.Settlement;
import vn.ansinh.api.funding.Settlements.SettlementRow;
import vn.ansinh.api.funding.Settlements.State;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Accounts opened up: a table for each source, what is new since the last accepted ones beside what the whole year says. */
final class SettlementPaper {

    private static final Texts TEXTS = FundingView.TEXTS;

    private SettlementPaper() {}

    static PaperDialog of(FundingServices services, Settlement settlement, Runnable changed) {
        FactList facts = new FactList()
                .fact(TEXTS.get("unit"), services.unit(settlement.unitId()))
                .fact(TEXTS.get("state"), settlement.state().label())
                .fact(TEXTS.get("settlement.as-of"), Formats.time(settlement.asOf()));
        PaperDialog dialog =
                new PaperDialog(TEXTS.get("settlement.title", Formats.month(settlement.through())), changed);
        dialog.show(PaperDialog.signatures(facts, settlement.signatures()));
        for (SettlementRow row : settlement.rows()) {
            dialog.show(table(services.fund(row.fund()), row));
        }
        if (settlement.rows().isEmpty()) {
            dialog.show(MessageBar.info(TEXTS.get("settlement.empty")));
        }
        if (settlement.state() == State.DRAFT && services.may(Permissions.FUNDING_SETTLE)) {
            dialog.action(
                    TEXTS.get("settlement.send"),
                    true,
                    () -> services.settlements().send(settlement.id()));
        }
        if (settlement.state() == State.SENT
                && services.may(Permissions.FUNDING_SETTLE)
                && !services.isSelf(settlement.sentBy())) {
            dialog.withReason(
                    TEXTS.get("paper.give-back"), why -> services.settlements().giveBack(settlement.id(), why));
            dialog.action(
                    TEXTS.get("settlement.accept"),
                    true,
                    () -> services.settlements().accept(settlement.id()));
        }
        return dialog;
    }

    private static final Set<String> RARE = Set.of(
            "figure.carried-in",
            "figure.carried-out",
            "figure.recovered-former",
            "figure.paid-former",
            "figure.fee-former");

    private record Figure(String key, ToLongFunction<Figures> value) {}

    private static DataTable table(String fund, SettlementRow row) {
        List<Figure> figures = new ArrayList<>(List.of(
                new Figure("figure.received", Figures::received),
                new Figure("figure.carried-in", Figures::carriedIn),
                new Figure("figure.returned", Figures::returned),
                new Figure("figure.carried-out", Figures::carriedOut),
                new Figure("figure.given", Figures::given),
                new Figure("figure.closed", each -> each.closed() - each.cancelled()),
                new Figure("figure.paid", Figures::paid),
                new Figure("figure.recovered", Figures::recovered),
                new Figure("figure.spent", Figures::spent),
                new Figure("figure.undelivered", Figures::undelivered),
                new Figure("figure.underway", each -> each.underway() + each.unordered()),
                new Figure("figure.agent-returned", Figures::agentReturned),
                new Figure("figure.fee", Figures::fee),
                new Figure("figure.left", Figures::left),
                new Figure("figure.recovered-former", Figures::recoveredFormer),
                new Figure("figure.paid-former", Figures::paidFormer),
                new Figure("figure.fee-former", Figures::feeFormer)));
        // most units never have these
        figures.removeIf(figure -> RARE.contains(figure.key())
                && figure.value().applyAsLong(row.period()) == 0
                && figure.value().applyAsLong(row.year()) == 0);
        DataTable table = new DataTable(
                fund, List.of(fund, ">" + TEXTS.get("settlement.period"), ">" + TEXTS.get("settlement.year")));
        for (Figure figure : figures) {
            table.row(
                    TEXTS.get(figure.key()),
                    Money.format(figure.value().applyAsLong(row.period())),
                    Money.format(figure.value().applyAsLong(row.year())));
        }
        return table;
    }
}
