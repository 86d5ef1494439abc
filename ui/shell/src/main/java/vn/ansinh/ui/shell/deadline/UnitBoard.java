package vn.ansinh.ui.shell.deadline;

import com.vaadin.flow.component.Composite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.deadline.Duty;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.text.Texts;

/** How many duties each unit directly below has, and how many are late; a row goes down into the unit. */
final class UnitBoard extends Composite<LazyGrid<UnitBoard.Row>> {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(UnitBoard.class);

    private final transient DeadlineServices services;
    private final transient List<Duty> duties;

    UnitBoard(DeadlineServices services, List<Duty> duties) {
        this.services = services;
        this.duties = duties;
    }

    /**
     * What a unit and all below it have to do.
     *
     * @param lateSince the earliest deadline missed; {@code null} for none
     */
    record Row(long unitId, String name, int all, int done, int soon, int late, Instant lateSince) {}

    @Override
    protected LazyGrid<Row> initContent() {
        LazyGrid<Row> grid = new LazyGrid<>(TEXTS.get("board.title"));
        grid.link("unit", TEXTS.get("duty.unit"), Row::name, UnitBoard::enter).setFlexGrow(3);
        grid.numeric("all", TEXTS.get("board.all"), row -> Money.format(row.all()));
        grid.numeric("done", Duty.State.DONE.label(), row -> Money.format(row.done()));
        grid.numeric("soon", Duty.State.SOON.label(), row -> Money.format(row.soon()));
        grid.numeric("late", Duty.State.LATE.label(), row -> Money.format(row.late()));
        grid.wrapped("since", TEXTS.get("board.since"), row -> since(row)).setFlexGrow(2);
        grid.state("state", TEXTS.get("duty.state"), UnitBoard::look, UnitBoard::word);
        grid.narrow(
                TEXTS.get("board.title"),
                row -> new NarrowRow(
                        row.name(), TEXTS.get("board.narrow", row.done(), row.all()), "", look(row), word(row)),
                UnitBoard::enter);
        grid.setEmptyText(TEXTS.get("duty.none"));
        List<Row> rows = rows();
        grid.setRows(rows);
        grid.footer("unit", TEXTS.get("board.count", rows.size()));
        return grid;
    }

    private static String since(Row row) {
        return row.lateSince() == null ? "" : DueWords.moment(row.lateSince());
    }

    private static State look(Row row) {
        if (row.late() > 0) {
            return State.OVERDUE;
        }
        return row.soon() > 0 ? State.WAITING : row.done() == row.all() ? State.DONE : State.NOTHING;
    }

    private static String word(Row row) {
        if (row.late() > 0) {
            return TEXTS.get("board.late", row.late());
        }
        Duty.State state =
                row.soon() > 0 ? Duty.State.SOON : row.done() == row.all() ? Duty.State.DONE : Duty.State.OPEN;
        return state.label();
    }

    private static void enter(Row row) {
        WorkContext context = WorkContext.current();
        context.change(row.unitId(), context.month());
    }

    private List<Row> rows() {
        Map<Long, List<Duty>> byUnit = new LinkedHashMap<>();
        long top = WorkContext.current().unitId();
        duties.forEach(duty -> byUnit.computeIfAbsent(below(top, duty.unitId()), unit -> new ArrayList<>())
                .add(duty));
        List<Row> rows = new ArrayList<>();
        byUnit.forEach((unit, of) -> rows.add(row(unit, of)));
        rows.sort(Collections.reverseOrder(Comparator.comparingInt(Row::late)));
        return rows;
    }

    private Row row(long unitId, List<Duty> of) {
        return new Row(
                unitId,
                services.units().byId(unitId).map(AdministrativeUnit::name).orElse(""),
                of.size(),
                count(of, Duty.State.DONE) + count(of, Duty.State.DONE_LATE),
                count(of, Duty.State.SOON),
                count(of, Duty.State.LATE),
                of.stream()
                        .filter(duty -> duty.state() == Duty.State.LATE)
                        .map(Duty::due)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static int count(List<Duty> of, Duty.State state) {
        return (int) of.stream().filter(duty -> duty.state() == state).count();
    }

    /** The unit directly below {@code top} in which a unit lies; {@code top} itself for its own duties. */
    private long below(long top, long unitId) {
        Units units = services.units();
        long unit = unitId;
        while (unit != top) {
            long parent = units.byId(unit).map(AdministrativeUnit::parentId).orElse(0L);
            if (parent == top || parent == 0) {
                return unit;
            }
            unit = parent;
        }
        return unit;
    }
}
