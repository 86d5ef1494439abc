package vn.ansinh.ui.shell.codelist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import vn.ansinh.api.codelist.CodeEntry;
import vn.ansinh.api.codelist.CodeList;
import vn.ansinh.api.codelist.CodeListEditing.EntryQuery;
import vn.ansinh.api.codelist.CodeListEditing.Format;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.layout.SidePanel;

/** The entries of one list, and at their right the one that was opened. */
final class EntryList extends Div {

    /** Query parameter with the words searched for. */
    static final String SEARCH = "tim";
    /** Query parameter with the code of the entry that is open. */
    static final String ENTRY = "muc";

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(EntryList.class);
    /** Query parameter, set when entries of all times are shown. */
    private static final String ALL = "tat-ca";

    private final transient CodeListServices services;
    private final transient CodeList list;
    private final transient Runnable proposed;
    private final transient Runnable proposals;
    private final LazyGrid<CodeEntry> grid;
    private final SidePanel side;
    /** What the list shows: a download has no window to ask. */
    private transient EntryQuery shown;

    /**
     * @param proposed told when something waits that did not before
     * @param proposals shows what waits
     */
    EntryList(CodeListServices services, CodeList list, Runnable proposed, Runnable proposals) {
        this.services = services;
        this.list = list;
        this.proposed = proposed;
        this.proposals = proposals;
        grid = new LazyGrid<>(list.name());
        side = new SidePanel(grid);
        addClassName("as-contents");
        add(head());
        if (!list.present()) {
            add(MessageBar.warn(TEXTS.get("gone.lead"), TEXTS.get("gone")));
        }
        add(filters());
        columns();
        add(side);
        load();
        PageAddress.current().get(ENTRY).ifPresent(this::open);
    }

    private Component head() {
        H2 name = new H2(list.name());
        Span basis = new Span(list.basis().isBlank() ? "" : TEXTS.get("basis.of", list.basis()));
        basis.addClassName("as-sub");
        Div head = new Div(name, basis);
        head.addClassName("as-codelist-head");
        return head;
    }

    private Component filters() {
        PageAddress address = PageAddress.current();
        FilterBar bar = new FilterBar();
        bar.search(TEXTS.get("search"), SEARCH, this::load);
        Checkbox all = new Checkbox(TEXTS.get("all"), address.get(ALL).isPresent());
        all.addValueChangeListener(event -> {
            address.put(ALL, event.getValue() ? "1" : "");
            load();
        });
        bar.addField(all);
        bar.addAtEnd(grid.columnChooser());
        return bar;
    }

    private void columns() {
        grid.link("code", TEXTS.get("code"), CodeEntry::code, entry -> open(entry.code()))
                .setWidth("118px")
                .setFlexGrow(0);
        grid.wrapped("name", TEXTS.get("name"), entry -> entry.values().name()).setFlexGrow(3);
        grid.wrapped(
                        "synonyms",
                        TEXTS.get("synonyms"),
                        entry -> String.join(", ", entry.values().synonyms()))
                .setFlexGrow(2);
        grid.date("from", TEXTS.get("from"), entry -> entry.values().from());
        grid.date("to", TEXTS.get("to"), entry -> entry.values().to());
        grid.wrapped("whose", TEXTS.get("whose"), entry -> services.whose(entry.unitId()));
        grid.wrapped("basis", TEXTS.get("basis"), entry -> entry.values().basis());
        grid.state("state", TEXTS.get("state"), this::state, this::word);
        grid.hideAtFirst("basis");
        if (!list.local()) {
            grid.hideAtFirst("whose");
        }
        grid.narrow(
                list.name(),
                entry -> new NarrowRow(
                        entry.values().name(),
                        entry.code() + (entry.unitId() == 0 ? "" : " · " + services.whose(entry.unitId())),
                        "",
                        state(entry),
                        word(entry)),
                entry -> open(entry.code()));
    }

    private State state(CodeEntry entry) {
        if (entry.waiting()) {
            return State.WAITING;
        }
        return switch (entry.state(services.today())) {
            case HOLDS -> State.IN_FORCE;
            case COMING -> State.QUEUED;
            case ENDED -> State.ENDED;
        };
    }

    private String word(CodeEntry entry) {
        return entry.waiting()
                ? TEXTS.get("change-waits")
                : entry.state(services.today()).label();
    }

    private EntryQuery query() {
        PageAddress address = PageAddress.current();
        return new EntryQuery(
                list.code(),
                address.get(SEARCH).orElse(""),
                address.get(ALL).isPresent() ? null : services.today(),
                WorkContext.current().unitId());
    }

    private void load() {
        Problems.guard(() -> {
            String wanted = PageAddress.current().get(SEARCH).orElse("");
            grid.setEmptyText(wanted.isEmpty() ? TEXTS.get("none") : TEXTS.get("no-hit", wanted));
            shown = query();
            List<CodeEntry> entries = services.editing().entries(shown);
            grid.setRows(entries);
            grid.footer("name", TEXTS.get("entries", entries.size()));
        });
    }

    /** Something was proposed. */
    void changed() {
        load();
        PageAddress.current().get(ENTRY).ifPresent(this::open);
        proposed.run();
    }

    private void open(String code) {
        Problems.guard(() -> {
            List<CodeEntry> spans = services.editing().spans(list.code(), code);
            if (spans.isEmpty()) {
                side.close();
                return;
            }
            PageAddress.current().put(ENTRY, code);
            CodeEntry latest = spans.get(0);
            EntryPanel panel = new EntryPanel(services, list, spans, this::changed, proposals);
            side.open(latest.values().name(), new Component[] {new StateBadge(state(latest), word(latest))}, panel);
        });
    }

    /** The list as it is shown, as files. */
    List<Anchor> exports() {
        return List.of(export(Format.XLSX), export(Format.CSV));
    }

    private Anchor export(Format format) {
        String fileName = "danh-muc-" + list.code() + "." + format.suffix();
        return Downloads.of(TEXTS.get("export." + format), fileName, format.mediaType(), () -> {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            services.editing().export(shown, format, content);
            return new ByteArrayInputStream(content.toByteArray());
        });
    }
}
