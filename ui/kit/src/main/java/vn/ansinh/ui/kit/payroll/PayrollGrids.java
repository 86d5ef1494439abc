package vn.ansinh.ui.kit.payroll;

import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.Payrolls.Notice;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** The lists beside the lines: communes, and what the run set aside. */
final class PayrollGrids {

    private static final Texts TEXTS = Texts.of(PayrollGrids.class);

    private PayrollGrids() {}

    /** @param open opens the payroll of one commune */
    static LazyGrid<Payroll> communes(Units units, List<Payroll> payrolls, Consumer<Payroll> open) {
        LazyGrid<Payroll> grid = new LazyGrid<>(TEXTS.get("communes.label"));
        grid.link("unit", TEXTS.get("communes.unit"), payroll -> name(units, payroll), open)
                .setFlexGrow(2);
        grid.numeric("people", TEXTS.get("communes.people"), payroll -> Money.format(payroll.people()));
        grid.money("current", TEXTS.get("communes.current"), payroll -> payroll.total() - payroll.arrears());
        grid.money("arrears", TEXTS.get("communes.arrears"), Payroll::arrears);
        grid.money("total", TEXTS.get("communes.total"), Payroll::total);
        grid.numeric("drafted", TEXTS.get("communes.drafted"), payroll -> Formats.time(payroll.draftedAt()));
        grid.state("state", TEXTS.get("communes.state"), PayrollGrids::state);
        grid.narrow(
                TEXTS.get("communes.label"),
                payroll -> new NarrowRow(
                        name(units, payroll),
                        TEXTS.get("lines.people", payroll.people()),
                        Money.format(payroll.total()),
                        state(payroll)),
                open);
        grid.setRows(payrolls);
        grid.footer("unit", TEXTS.get("communes.count", payrolls.size()));
        grid.footer(
                "people",
                Money.format(payrolls.stream().mapToLong(Payroll::people).sum()));
        grid.footer(
                "arrears",
                Money.format(payrolls.stream().mapToLong(Payroll::arrears).sum()));
        grid.footer(
                "total",
                Money.format(payrolls.stream().mapToLong(Payroll::total).sum()));
        grid.setEmptyText(TEXTS.get("communes.empty"));
        return grid;
    }

    /** @param discretion leaves unnamed what the caller is not told of */
    static LazyGrid<Notice> notices(List<Notice> notices, Discretion discretion) {
        LazyGrid<Notice> grid = new LazyGrid<>(TEXTS.get("notices.label"));
        grid.wrapped("name", TEXTS.get("lines.name"), Notice::personName).setFlexGrow(1);
        grid.text("benefit", TEXTS.get("lines.benefit"), notice -> discretion.tell(notice.benefit(), notice.benefit()))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.month("period", TEXTS.get("lines.period"), Notice::period);
        grid.wrapped("reason", TEXTS.get("notices.reason"), notice -> reason(notice, discretion))
                .setFlexGrow(4);
        grid.narrow(
                TEXTS.get("notices.label"),
                notice -> new NarrowRow(
                        notice.personName(),
                        reason(notice, discretion),
                        Formats.month(notice.period()),
                        State.PROVISIONAL),
                notice -> {});
        grid.setRows(notices);
        grid.setEmptyText(TEXTS.get("notices.empty"));
        return grid;
    }

    private static String reason(Notice notice, Discretion discretion) {
        return discretion.hides(notice.benefit()) ? TEXTS.get("notices.hidden") : notice.reason();
    }

    private static String name(Units units, Payroll payroll) {
        return units.byId(payroll.unitId()).map(AdministrativeUnit::name).orElse("");
    }

    private static State state(Payroll payroll) {
        return State.of(payroll.state());
    }
}
