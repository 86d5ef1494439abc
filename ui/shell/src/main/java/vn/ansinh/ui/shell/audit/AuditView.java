package vn.ansinh.ui.shell.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Entry;
import vn.ansinh.api.audit.Entry.Difference;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.layout.SidePanel;

/** Who saw and changed what: everything within one's unit, or one person's own log, which can be printed. */
@Permitted(Permissions.AUDIT_READ)
public class AuditView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "nhat-ky";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(AuditView.class).get("audit.title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(AuditView.class);
    /** Of a day with its time; the grid measures its columns before it has rows. */
    private static final String TIME_WIDTH = "136px";
    /** The table has two lines of content; the side panel has all of it. */
    private static final int SHORT = 120;

    private final transient Audit audit;
    private final LazyGrid<Entry> grid = new LazyGrid<>(TITLE);
    private final SidePanel side = new SidePanel(grid);
    private final Div filters = new Div();
    private final AuditFilters chosen;
    private final Button print = new Button(TEXTS.get("audit.print"), VaadinIcon.PRINT.create());
    private final JobPanel printing;

    public AuditView(Audit audit, Access access, PersonRegistry people, Units units, Jobs jobs) {
        super(TITLE);
        this.audit = audit;
        printing = new JobPanel(jobs);
        chosen = new AuditFilters(audit, people, units, access.require(), this::show);
        filters.addClassName("as-contents");
        print.addClickListener(event -> print());
        addAction(print);
        columns();
        add(filters, printing, side);
    }

    private void columns() {
        grid.numeric("at", TEXTS.get("audit.at"), entry -> Formats.time(entry.at()))
                .setAutoWidth(false)
                .setWidth(TIME_WIDTH);
        grid.wrapped("who", TEXTS.get("audit.who"), AuditView::who).setFlexGrow(2);
        grid.link("what", TEXTS.get("audit.what"), Entry::what, this::open).setFlexGrow(2);
        grid.wrapped("whom", TEXTS.get("audit.whom"), AuditView::whom).setFlexGrow(2);
        grid.wrapped("content", TEXTS.get("audit.content"), AuditView::shortContent)
                .setFlexGrow(4);
        grid.wrapped("origin", TEXTS.get("audit.origin"), AuditView::origin).setFlexGrow(1);
        grid.narrow(
                TITLE,
                entry -> new NarrowRow(entry.what(), narrowSub(entry), Formats.time(entry.at()), null),
                this::open);
        grid.setEmptyText(TEXTS.get("audit.none"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        setSub(TEXTS.get("audit.sub", WorkContext.current().unitName()));
        filters.removeAll();
        Problems.guard(() -> filters.add(chosen.bar(grid.columnChooser())));
        show();
    }

    private void show() {
        side.close();
        print.setVisible(chosen.person() != null);
        Audit.Query first = chosen.query();
        grid.setSource(
                (cursor, limit) -> {
                    Audit.Page page = audit.entries(new Audit.Query(
                            first.account(),
                            first.act(),
                            first.action(),
                            first.subject(),
                            first.from(),
                            first.to(),
                            cursor,
                            limit));
                    return new PageSource.Slice<>(page.entries(), page.next());
                },
                limit -> limit);
    }

    private void print() {
        printing.submit(
                Audit.ACCESS_LOG,
                TEXTS.get("audit.print.job"),
                Map.of("person", Long.toString(chosen.person().id())),
                null,
                ended -> {});
    }

    private void open(Entry entry) {
        FactList facts = new FactList()
                .fact(TEXTS.get("audit.at"), Formats.time(entry.at()))
                .fact(TEXTS.get("audit.who"), who(entry))
                .fact(TEXTS.get("audit.origin"), origin(entry));
        if (entry.requestId() != null && !entry.requestId().isEmpty()) {
            facts.fact(TEXTS.get("audit.request"), entry.requestId());
        }
        facts.fact(TEXTS.get("audit.whom"), whom(entry));
        if (entry.query() != null) {
            facts.fact(TEXTS.get("audit.query"), entry.query());
        }
        if (entry.file() != null) {
            facts.fact(TEXTS.get("audit.file.label"), entry.file());
        }
        if (entry.why() != null) {
            facts.fact(TEXTS.get("audit.why"), entry.why());
        }
        facts.fact(TEXTS.get("audit.number"), Long.toString(entry.id()));
        side.open(entry.what(), new StateBadge[0], facts, changes(entry));
    }

    private static Div changes(Entry entry) {
        Div changes = new Div();
        if (!entry.differences().isEmpty()) {
            DataTable table = new DataTable(
                    TEXTS.get("audit.changes"),
                    List.of(TEXTS.get("audit.field"), TEXTS.get("audit.before"), TEXTS.get("audit.after")));
            for (Difference difference : entry.differences()) {
                table.row(difference.field(), written(difference.before()), written(difference.after()));
            }
            changes.add(table);
        }
        return changes;
    }

    private static String written(String value) {
        return value == null || value.isEmpty() ? "–" : value;
    }

    private static String who(Entry entry) {
        return entry.fullName() + " (" + entry.account() + ")";
    }

    private static String whom(Entry entry) {
        String kind = entry.subject().kind();
        if (entry.subject().id() == 0) {
            String key = "audit.count." + kind;
            String words = TEXTS.get(key, entry.count());
            return entry.count() == 0 || words.equals(key) ? alone(kind) : words;
        }
        if (entry.subjectName() != null) {
            return entry.subjectName();
        }
        String key = "audit.kind." + kind;
        String words = TEXTS.get(key, Long.toString(entry.subject().id()));
        return words.equals(key) ? "" : words;
    }

    private static String alone(String kind) {
        String key = "audit.alone." + kind;
        String words = TEXTS.get(key);
        return words.equals(key) ? "" : words;
    }

    private static String narrowSub(Entry entry) {
        String whom = whom(entry);
        return whom.isEmpty() ? who(entry) : who(entry) + " · " + whom;
    }

    private static String shortContent(Entry entry) {
        List<String> parts = new ArrayList<>();
        if (entry.query() != null) {
            parts.add(entry.query());
        }
        if (entry.why() != null) {
            parts.add(entry.why());
        }
        if (entry.file() != null) {
            parts.add(TEXTS.get("audit.file", entry.file()));
        }
        entry.differences().forEach(difference -> parts.add(difference.text()));
        String content = String.join("; ", parts);
        return content.length() <= SHORT ? content : content.substring(0, SHORT) + "…";
    }

    private static String origin(Entry entry) {
        String address = entry.address() == null ? "" : entry.address();
        return (entry.channel() + " " + address).strip();
    }
}
