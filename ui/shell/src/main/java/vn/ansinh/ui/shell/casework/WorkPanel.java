package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseFiles.Counts;
import vn.ansinh.api.casework.CaseFiles.View;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.home.HomePanel;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** On the first page: the case files in which the official has to act, the most urgent first. */
final class WorkPanel implements HomePanel {

    private static final Texts TEXTS = Texts.of(WorkPanel.class);
    private static final int ORDER = 8;
    private static final int SHOWN = 6;

    private final CaseServices services;

    WorkPanel(CaseServices services) {
        this.services = services;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String permission() {
        return CasePermissions.READ;
    }

    @Override
    public Optional<Component> show() {
        OwnWork work = new OwnWork(services, WorkContext.current().unitId());
        List<CaseFile> first = work.first(SHOWN);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        DataTable table = new DataTable(
                TEXTS.get("panel.title"),
                List.of(
                        TEXTS.get("panel.due"),
                        TEXTS.get("list.step"),
                        TEXTS.get("list.name"),
                        TEXTS.get("list.number"),
                        TEXTS.get("list.state")));
        first.forEach(file -> {
            table.row(
                    day(file),
                    new Anchor(CasePageView.PATH + "?" + CasePageView.ID + "=" + file.id(), file.stepName()),
                    new Span(file.personName()),
                    new Span(file.number()),
                    new StateBadge(CaseGrid.look(file), CaseGrid.word(file, services.today())));
        });
        table.addClassName("as-cards");
        Counts all = services.cases().counts(work.query(View.MINE, null, 1));
        int week = work.dueBy(work.endOfWeek()).size();
        return Optional.of(new Panel(TEXTS.get("panel.count", all.all(), week, all.late()))
                .atEnd(new Anchor(WorkView.PATH, TEXTS.get("panel.all")))
                .content(table));
    }

    /** The last day of the step; where nobody has read its term in the law, the day promised to the citizen. */
    private Span day(CaseFile file) {
        if (file.due() == null) {
            Span promised = new Span(
                    file.promisedOn() == null ? "" : TEXTS.get("panel.promised", Formats.date(file.promisedOn())));
            boolean passed = file.promisedOn() != null && file.promisedOn().isBefore(services.today());
            promised.addClassName(passed ? "as-red" : "as-muted");
            return promised;
        }
        Span due = new Span(Formats.date(file.due()));
        if (file.late() > 0) {
            due.addClassNames("as-red", "as-b");
        }
        return due;
    }
}
