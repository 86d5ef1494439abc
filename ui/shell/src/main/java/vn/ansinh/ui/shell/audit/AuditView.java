package vn.ansinh.ui.shell.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
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
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.PersonPicker;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Who saw and changed what: everything within one's unit, or one person's own log, which can be printed. */
@Permitted(Permissions.AUDIT_READ)
public class AuditView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "nhat-ky";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(AuditView.class).get("audit.title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(AuditView.class);
    /** Rows of a person shown at once; more is looked for by account and act. */
    private static final int OF_PERSON = 500;
    /** Of a day with its time; the grid measures its columns before it has rows. */
    private static final String TIME_WIDTH = "136px";

    private final transient Audit audit;
    private final transient Jobs jobs;
    private final LazyGrid<Entry> grid = new LazyGrid<>(TITLE);
    private final PersonPicker person;
    private final Select<Entry.Act> act = new Select<>();
    private final Button print = new Button(TEXTS.get("audit.print"), VaadinIcon.PRINT.create());
    private final JobPanel printing;
    private String account = "";

    public AuditView(Audit audit, Access access, PersonRegistry people, Units units, Jobs jobs) {
        super(TITLE);
        this.audit = audit;
        this.jobs = jobs;
        printing = new JobPanel(jobs);
        person = new PersonPicker(null, people, units, access.require().unitId(), NumberSight.of(access));
        FilterBar bar = new FilterBar();
        bar.search(TEXTS.get("audit.account"), "", typed -> {
            account = typed;
            show();
        });
        person.setPlaceholder(TEXTS.get("audit.person"));
        person.setAriaLabel(TEXTS.get("audit.person"));
        person.addValueChangeListener(event -> show());
        act.setItems(Entry.Act.values());
        act.setItemLabelGenerator(chosen -> chosen == null ? TEXTS.get("audit.act") : chosen.label());
        act.setEmptySelectionAllowed(true);
        act.setPlaceholder(TEXTS.get("audit.act"));
        act.setAriaLabel(TEXTS.get("audit.act"));
        act.addValueChangeListener(event -> show());
        bar.addField(person);
        bar.addField(act);
        bar.addAtEnd(grid.columnChooser());
        print.addClickListener(event -> print());
        addAction(print);
        columns();
        add(bar, printing, grid);
    }

    private void columns() {
        grid.numeric("at", TEXTS.get("audit.at"), entry -> Formats.time(entry.at()))
                .setAutoWidth(false)
                .setWidth(TIME_WIDTH);
        grid.wrapped("who", TEXTS.get("audit.who"), AuditView::who).setFlexGrow(2);
        grid.wrapped("what", TEXTS.get("audit.what"), AuditView::what).setFlexGrow(2);
        grid.wrapped("whom", TEXTS.get("audit.whom"), AuditView::whom).setFlexGrow(2);
        grid.wrapped("content", TEXTS.get("audit.content"), AuditView::content).setFlexGrow(4);
        grid.wrapped("origin", TEXTS.get("audit.origin"), AuditView::origin).setFlexGrow(1);
        grid.narrow(
                TITLE,
                entry -> new NarrowRow(who(entry), what(entry) + " · " + whom(entry), Formats.time(entry.at()), null),
                entry -> {});
        grid.setEmptyText(TEXTS.get("audit.none"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        setSub(TEXTS.get("audit.sub", WorkContext.current().unitName()));
        show();
    }

    private void show() {
        Person chosen = person.getValue();
        print.setVisible(chosen != null);
        if (chosen != null) {
            Problems.guard(() -> grid.setRows(ofPerson(chosen)));
            return;
        }
        Entry.Act asked = act.getValue();
        String by = account;
        grid.setSource(
                (cursor, limit) -> {
                    Audit.Page page = audit.entries(new Audit.Query(by, asked, null, null, cursor, limit));
                    return new PageSource.Slice<>(page.entries(), page.next());
                },
                limit -> limit);
    }

    private List<Entry> ofPerson(Person chosen) {
        return audit.of(Subject.person(chosen.id()), null, null, OF_PERSON).stream()
                .filter(entry -> account.isEmpty() || entry.account().equals(account))
                .filter(entry -> act.getValue() == null || entry.act() == act.getValue())
                .toList();
    }

    private void print() {
        printing.submit(
                Audit.ACCESS_LOG,
                TEXTS.get("audit.print.job"),
                Map.of("person", Long.toString(person.getValue().id())),
                null,
                ended -> {});
    }

    private static String who(Entry entry) {
        return entry.fullName() + " (" + entry.account() + ")";
    }

    private static String what(Entry entry) {
        return entry.action().isEmpty() ? entry.act().label() : entry.actionName();
    }

    private static String whom(Entry entry) {
        if (entry.count() > 0) {
            return TEXTS.get("audit.people", entry.count());
        }
        String key = "audit.kind." + entry.subject().kind();
        String words = TEXTS.get(key, Long.toString(entry.subject().id()));
        return words.equals(key) || entry.act() == Entry.Act.LIST ? "" : words;
    }

    private static String content(Entry entry) {
        List<String> parts = new ArrayList<>();
        if (entry.why() != null) {
            parts.add(entry.why());
        }
        if (entry.file() != null) {
            parts.add(TEXTS.get("audit.file", entry.file()));
        }
        entry.after().forEach((field, value) -> {
            String before = entry.before().get(field);
            parts.add(field + ": " + (before == null ? "" : before + " → ") + value);
        });
        entry.before().forEach((field, value) -> {
            if (!entry.after().containsKey(field)) {
                parts.add(field + ": " + value + " → " + TEXTS.get("audit.gone"));
            }
        });
        return String.join("; ", parts);
    }

    private static String origin(Entry entry) {
        String address = entry.address() == null ? "" : entry.address();
        return (entry.channel() + " " + address).strip();
    }
}
