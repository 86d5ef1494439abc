package vn.ansinh.example.visits;

import static vn.ansinh.example.visits.VisitsPages.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;

/** Visits in the unit one works in. */
@Permitted(VisitsProgram.VISITS)
public class VisitsView extends Page implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient Visits visits;
    private final LazyGrid<Visit> grid = new LazyGrid<>(TEXTS.get("visits.title"));

    public VisitsView(Visits visits) {
        super(TEXTS.get("visits.title"));
        this.visits = visits;
        grid.date("day", TEXTS.get("visits.day"), Visit::day);
        grid.text("place", TEXTS.get("visits.place"), Visit::place);
        grid.wrapped("note", TEXTS.get("visits.note"), Visit::note).setFlexGrow(3);
        grid.narrow(
                TEXTS.get("visits.place"),
                visit -> new NarrowRow(visit.place(), visit.note(), Formats.date(visit.day()), null),
                visit -> {});
        grid.setEmptyText(TEXTS.get("visits.none"));
        setMainAction(new Button(TEXTS.get("visits.add"), event -> ask()));
        add(grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        List<Visit> rows = new ArrayList<>();
        Problems.guard(() -> rows.addAll(visits.latest(WorkContext.current().unitId())));
        grid.setRows(rows);
    }

    private void ask() {
        DateField day = new DateField(TEXTS.get("visits.day"));
        TextField place = new TextField(TEXTS.get("visits.place"));
        TextArea note = new TextArea(TEXTS.get("visits.note"));
        day.setValue(WorkContext.current().today());
        new FormDialog(TEXTS.get("visits.add"), null, TEXTS.get("visits.add.verb"))
                .fields(day, place)
                .wide(note)
                .does(() -> true, () -> {
                    long unit = WorkContext.current().unitId();
                    visits.add(new Visit(0, unit, day.getValue(), place.getValue(), note.getValue()));
                    load();
                    Problems.done(TEXTS.get("visits.added"));
                })
                .open();
    }
}
