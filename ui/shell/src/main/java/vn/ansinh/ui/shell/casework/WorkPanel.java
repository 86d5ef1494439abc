package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.home.HomePanel;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** On the first page: the case files that are late or due this week. */
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
        List<CaseFile> due = work.dueBy(work.endOfWeek());
        if (due.isEmpty()) {
            return Optional.empty();
        }
        DataTable table = new DataTable(
                TEXTS.get("panel.title"),
                List.of(
                        TEXTS.get("list.due"),
                        TEXTS.get("list.step"),
                        TEXTS.get("list.name"),
                        TEXTS.get("list.number"),
                        TEXTS.get("list.state")));
        due.stream().limit(SHOWN).forEach(file -> {
            Span day = new Span(Formats.date(file.due()));
            if (file.late() > 0) {
                day.addClassNames("as-red", "as-b");
            }
            table.row(
                    day,
                    new Anchor(CasePageView.PATH + "?" + CasePageView.ID + "=" + file.id(), file.stepName()),
                    new Span(file.personName()),
                    new Span(file.number()),
                    new StateBadge(CaseGrid.look(file), CaseGrid.word(file, services.today())));
        });
        table.addClassName("as-cards");
        long late = due.stream().filter(file -> file.late() > 0).count();
        return Optional.of(new Panel(TEXTS.get("panel.count", due.size(), late))
                .atEnd(new Anchor(WorkView.PATH, TEXTS.get("panel.all")))
                .content(table));
    }
}
