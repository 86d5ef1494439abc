package vn.ansinh.ui.shell.deadline;

import java.time.Instant;
import java.util.List;
import vn.ansinh.api.deadline.Duty;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Duties one by one; a row opens what can be done about it. */
final class DutyGrid extends LazyGrid<Duty> {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(DutyGrid.class);

    /** @param changed to be run after something was done about a duty */
    DutyGrid(DeadlineServices services, List<Duty> duties, Runnable changed) {
        super(DeadlinesView.TITLE);
        Instant now = services.clock().instant();
        link("name", TEXTS.get("duty.name"), Duty::name, duty -> open(services, duty, changed))
                .setFlexGrow(3);
        wrapped("unit", TEXTS.get("duty.unit"), duty -> services.units().fullName(duty.unitId()))
                .setFlexGrow(3);
        wrapped("period", TEXTS.get("duty.period"), duty -> DueWords.period(duty.cadence(), duty.period()))
                .setFlexGrow(1);
        wrapped("due", TEXTS.get("duty.due"), duty -> DueWords.moment(duty.due()))
                .setFlexGrow(2);
        numeric("done", TEXTS.get("duty.done"), duty -> Formats.time(duty.doneAt()));
        state("state", TEXTS.get("duty.state"), DueWords::look, duty -> DueWords.word(duty, now));
        narrow(
                DeadlinesView.TITLE,
                duty -> new NarrowRow(
                        duty.name() + " " + DueWords.period(duty.cadence(), duty.period()),
                        services.units().fullName(duty.unitId()) + " · " + DueWords.moment(duty.due()),
                        "",
                        DueWords.look(duty),
                        DueWords.word(duty, now)),
                duty -> open(services, duty, changed));
        setEmptyText(TEXTS.get("duty.none"));
        setRows(duties);
        footer("name", TEXTS.get("duty.count", duties.size()));
    }

    private static void open(DeadlineServices services, Duty duty, Runnable changed) {
        new DutyDialog(services, duty, changed).open();
    }
}
