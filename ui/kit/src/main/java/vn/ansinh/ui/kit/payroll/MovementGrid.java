package vn.ansinh.ui.kit.payroll;

import com.vaadin.flow.component.UI;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.benefit.Movement;
import vn.ansinh.api.benefit.Payrolls.MovementPage;
import vn.ansinh.api.benefit.Payrolls.MovementQuery;
import vn.ansinh.api.benefit.Payrolls.MovementTotal;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Who joined, left or gets another amount since the month before, each with the reason and the decision behind it. */
final class MovementGrid extends LazyGrid<Movement> {

    private static final Texts TEXTS = Texts.of(MovementGrid.class);

    private final transient PayrollServices services;

    MovementGrid(
            PayrollServices services,
            String program,
            long unitId,
            YearMonth month,
            Movement.Kind kind,
            boolean severalCommunes) {
        super(TEXTS.get("movements.label"));
        this.services = services;
        link("name", TEXTS.get("lines.name"), Movement::personName, MovementGrid::open)
                .setFlexGrow(2);
        numeric("birth", TEXTS.get("lines.birth"), Movement::birth);
        wrapped("benefit", TEXTS.get("lines.benefit"), this::benefit).setFlexGrow(3);
        money("before", TEXTS.get("movements.before", Formats.month(month.minusMonths(1))), Movement::before);
        money("after", TEXTS.get("movements.after", Formats.month(month)), Movement::after);
        wrapped("reason", TEXTS.get("movements.reason"), one -> one.reasonName() == null ? "" : one.reasonName())
                .setFlexGrow(3);
        wrapped("decision", TEXTS.get("movements.decision"), MovementGrid::decision)
                .setFlexGrow(2);
        if (severalCommunes) {
            wrapped("unit", TEXTS.get("communes.unit"), this::commune).setFlexGrow(1);
        }
        narrow(
                TEXTS.get("movements.label"),
                one -> new NarrowRow(
                        one.personName(),
                        one.reasonName() == null ? benefit(one) : one.reasonName(),
                        Money.format(one.after() - one.before()),
                        null),
                MovementGrid::open);
        List<MovementTotal> totals = services.payrolls().movementTotals(program, unitId, month);
        int people = totals.stream()
                .filter(total -> total.kind() == kind)
                .mapToInt(MovementTotal::people)
                .sum();
        setEmptyText(TEXTS.get("movements.empty." + kind, Formats.month(month)));
        setSource(
                (cursor, limit) -> {
                    MovementPage page = services.payrolls()
                            .movements(new MovementQuery(program, unitId, month, kind, cursor, limit));
                    return new PageSource.Slice<>(page.rows(), page.next());
                },
                limit -> Math.min(limit, people));
        totals.stream().filter(total -> total.kind() == kind).forEach(total -> {
            footer("name", TEXTS.get("lines.people", total.people()));
            footer("before", Money.format(total.before()));
            footer("after", Money.format(total.after()));
        });
    }

    private static void open(Movement movement) {
        UI.getCurrent()
                .navigate(
                        "nguoi-dan",
                        WorkContext.current().parameters().merging("nguoi", Long.toString(movement.personId())));
    }

    private String benefit(Movement movement) {
        return services.discretion().name(movement.benefit());
    }

    private String commune(Movement movement) {
        return services.units()
                .byId(movement.unitId())
                .map(AdministrativeUnit::name)
                .orElse("");
    }

    private static String decision(Movement movement) {
        if (movement.decisionNumber() == null) {
            return "";
        }
        return movement.decisionDate() == null
                ? movement.decisionNumber()
                : TEXTS.get("movements.dated", movement.decisionNumber(), Formats.date(movement.decisionDate()));
    }
}
