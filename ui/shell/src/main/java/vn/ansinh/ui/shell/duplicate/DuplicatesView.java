package vn.ansinh.ui.shell.duplicate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.identity.Duplicates;
import vn.ansinh.api.identity.Duplicates.Merge;
import vn.ansinh.api.identity.Duplicates.Pair;
import vn.ansinh.api.identity.Duplicates.PairPage;
import vn.ansinh.api.identity.Person;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.layout.SidePanel;
import vn.ansinh.ui.shell.person.PeopleServices;

/** Records that may speak of one person; what was merged lately, and the way back. */
@Permitted(Permissions.PERSON_MERGE)
public class DuplicatesView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "trung-lap";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(DuplicatesView.class).get("title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(DuplicatesView.class);
    private static final int COUNTED = 500;
    private static final int MERGES = 20;

    private final transient PeopleServices services;
    private final JobPanel job;
    private final LazyGrid<Pair> grid = new LazyGrid<>(TITLE);
    private final SidePanel side = new SidePanel(grid);
    private final Panel merges = new Panel(TEXTS.get("merges"));

    public DuplicatesView(PeopleServices services) {
        super(TITLE);
        this.services = services;
        job = new JobPanel(services.jobs());
        grid.link("first", TEXTS.get("first"), pair -> name(pair.first()), this::open)
                .setFlexGrow(2);
        grid.wrapped("first-unit", TEXTS.get("unit"), pair -> unit(pair.first().unitId()))
                .setFlexGrow(2);
        grid.wrapped("second", TEXTS.get("second"), DuplicatesView::second).setFlexGrow(2);
        grid.wrapped("second-unit", TEXTS.get("unit"), pair -> unit(pair.elsewhere()))
                .setFlexGrow(2);
        grid.wrapped("reason", TEXTS.get("why-alike"), Pair::reason).setFlexGrow(2);
        grid.narrow(TITLE, pair -> new NarrowRow(name(pair.first()), second(pair), pair.reason(), null), this::open);
        grid.setEmptyText(TEXTS.get("none"));
        add(job, side, merges);
    }

    private static String name(Person person) {
        return person.fullName() + " · " + person.birth().label();
    }

    private static String second(Pair pair) {
        return pair.second() == null ? TEXTS.get("elsewhere") : name(pair.second());
    }

    private String unit(long id) {
        return services.units().fullName(id);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        setSub(WorkContext.current().unitName());
        setMainAction(new Button(TEXTS.get("search"), VaadinIcon.SEARCH.create(), click -> search()));
        load();
    }

    private void search() {
        WorkContext context = WorkContext.current();
        job.submit(
                Duplicates.SEARCH_JOB,
                TEXTS.get("search.job", context.unitName()),
                Map.of("unit", Long.toString(context.unitId())),
                null,
                ended -> load());
    }

    private void load() {
        side.close();
        long unit = WorkContext.current().unitId();
        PageSource<Pair> source = (cursor, limit) -> {
            PairPage page = services.duplicates().candidates(unit, cursor, limit);
            return new PageSource.Slice<>(page.pairs(), page.next());
        };
        grid.setSource(
                source,
                limit -> services.duplicates()
                        .candidates(unit, null, Math.min(limit, COUNTED))
                        .pairs()
                        .size());
        Problems.guard(() -> showMerges(services.duplicates().merges(unit, MERGES)));
    }

    private void open(Pair pair) {
        Problems.guard(() -> {
            if (pair.second() == null) {
                side.open(
                        pair.first().fullName(),
                        new Component[0],
                        MessageBar.info(TEXTS.get("elsewhere"), TEXTS.get("elsewhere.more", unit(pair.elsewhere()))));
                return;
            }
            side.open(
                    TEXTS.get("compare"),
                    new Component[0],
                    new MergePanel(services, pair.first().id(), pair.second().id(), this::load));
        });
    }

    private void showMerges(List<Merge> latest) {
        merges.setVisible(!latest.isEmpty());
        DataTable table = new DataTable(
                TEXTS.get("merges"),
                List.of(TEXTS.get("kept-name"), TEXTS.get("reason"), TEXTS.get("when"), TEXTS.get("undo.column")));
        for (Merge merge : latest) {
            table.row(
                    new Span(TEXTS.get(
                            "merged", merge.name(), Long.toString(merge.keptId()), Long.toString(merge.goneId()))),
                    new Span(merge.why()),
                    new Span(Formats.time(merge.at()) + ", " + merge.by()),
                    undo(merge));
        }
        merges.body().removeAll();
        merges.content(table);
    }

    private Component undo(Merge merge) {
        if (merge.undoneAt() != null) {
            return new Span(TEXTS.get("undone", Formats.time(merge.undoneAt())));
        }
        Button undo = new Button(TEXTS.get("undo.open"), VaadinIcon.ARROW_BACKWARD.create(), event -> {
            TextField why = new TextField(TEXTS.get("reason"));
            why.setRequiredIndicatorVisible(true);
            new FormDialog(TEXTS.get("undo.title", merge.name()), TEXTS.get("undo.lead"), TEXTS.get("undo.verb"))
                    .wide(why)
                    .does(() -> MergePanel.given(why), () -> {
                        services.duplicates().undo(merge.id(), why.getValue());
                        Problems.done(TEXTS.get("undo.done"));
                        load();
                    })
                    .open();
        });
        undo.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return new Div(undo);
    }
}
