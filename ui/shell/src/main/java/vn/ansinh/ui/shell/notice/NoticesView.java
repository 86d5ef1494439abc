package vn.ansinh.ui.shell.notice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.notice.Notice;
import vn.ansinh.api.notice.NoticeKind;
import vn.ansinh.api.notice.Notices;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.layout.SidePanel;

/** News, guides, answers and legal documents: what the units above tell; opened, it counts as read. */
@Permitted(Permissions.NOTICE_READ)
public class NoticesView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "tin-tuc";

    private static final long serialVersionUID = 1L;
    private static final int COUNTED = 500;
    private static final String OPEN = "tin";
    private static final String KIND = "loai";
    private static final String TEXT = "tim";
    private static final String UNREAD = "chua-doc";
    private static final String BELOW = "cap-duoi";
    private static final String PAST = "da-qua";
    private static final String YES = "co";
    private static final Texts TEXTS = Texts.of(NoticesView.class);

    private final transient NoticeServices services;
    private final LazyGrid<Notice> grid = new LazyGrid<>(TEXTS.get("notices.title"));
    private final SidePanel side = new SidePanel(grid);
    private final FilterBar bar = new FilterBar();
    private final Select<NoticeKind> kind = new Select<>();

    public NoticesView(NoticeServices services) {
        super(TEXTS.get("notices.title"));
        this.services = services;
        grid.text("new", TEXTS.get("column.new"), NoticesView::mark)
                .setWidth("76px")
                .setFlexGrow(0);
        grid.link("title", TEXTS.get("column.title"), NoticesView::title, this::open)
                .setFlexGrow(4);
        grid.text("kind", TEXTS.get("column.kind"), notice -> notice.kind().label())
                .setWidth("160px")
                .setFlexGrow(0);
        grid.wrapped("issuer", TEXTS.get("column.issuer"), Notice::issuer).setFlexGrow(2);
        grid.numeric(
                "files",
                TEXTS.get("column.files"),
                notice -> notice.files().isEmpty()
                        ? ""
                        : Integer.toString(notice.files().size()));
        grid.date("from", TEXTS.get("column.from"), Notice::from);
        grid.state("state", TEXTS.get("column.state"), NoticesView::state, NoticesView::word);
        grid.narrow(
                TEXTS.get("notices.title"),
                notice -> new NarrowRow(
                        title(notice),
                        String.join(" · ", notice.kind().label(), notice.issuer(), Formats.date(notice.from())),
                        mark(notice),
                        notice.law() == null ? null : state(notice),
                        notice.law() == null ? "" : word(notice)),
                this::open);
        add(bar, side);
    }

    /** Where one of them is read. */
    public static String address(long id) {
        return PATH + "?" + OPEN + "=" + id;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Caller caller = services.access().require();
        filters(caller);
        boolean publishes = caller.may(Permissions.NOTICE_PUBLISH);
        grid.setEmptyText(TEXTS.get(publishes ? "notices.none-publisher" : "notices.none"));
        addAction(new Button(TEXTS.get("notices.read-all"), VaadinIcon.CHECK.create(), click -> readAll()));
        if (publishes) {
            setMainAction(new Button(
                    TEXTS.get("notices.publish"),
                    VaadinIcon.PLUS.create(),
                    click -> NoticeForm.anew(services, this::told).open()));
        }
        load();
        PageAddress.current().get(OPEN).filter(id -> id.matches("\\d{1,18}")).ifPresent(id -> open(Long.parseLong(id)));
    }

    private void filters(Caller caller) {
        PageAddress address = PageAddress.current();
        TextField search =
                bar.search(TEXTS.get("filter.search"), address.get(TEXT).orElse(""), text -> changed(TEXT, text));
        search.setWidth("280px");
        kind.setLabel(null);
        kind.setAriaLabel(TEXTS.get("column.kind"));
        kind.setItems(NoticeKind.values());
        kind.setItemLabelGenerator(one -> one == null ? TEXTS.get("filter.all-kinds") : one.label());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(TEXTS.get("filter.all-kinds"));
        kind.setValue(kind());
        kind.addValueChangeListener(event -> changed(
                KIND, event.getValue() == null ? "" : event.getValue().name().toLowerCase(Locale.ROOT)));
        bar.addField(kind);
        bar.addField(box(UNREAD, TEXTS.get("filter.unread")));
        bar.addField(box(PAST, TEXTS.get("filter.past")));
        if (caller.may(Permissions.NOTICE_PUBLISH)) {
            bar.addField(box(BELOW, TEXTS.get("filter.below")));
        }
    }

    private Checkbox box(String name, String label) {
        Checkbox box = new Checkbox(label, asked(name));
        box.addValueChangeListener(event -> changed(name, event.getValue() ? YES : ""));
        return box;
    }

    private static boolean asked(String name) {
        return PageAddress.current().get(name).filter(YES::equals).isPresent();
    }

    private static NoticeKind kind() {
        return PageAddress.current()
                .get(KIND)
                .flatMap(name -> Arrays.stream(NoticeKind.values())
                        .filter(one -> one.name().equalsIgnoreCase(name))
                        .findFirst())
                .orElse(null);
    }

    private void changed(String name, String value) {
        PageAddress.current().put(name, value);
        load();
    }

    private void load() {
        NoticeKind wanted = kind();
        String text = PageAddress.current().get(TEXT).orElse(null);
        boolean unread = asked(UNREAD);
        boolean below = asked(BELOW);
        boolean past = asked(PAST);
        PageSource<Notice> source = (cursor, limit) -> {
            Notices.Page page =
                    services.notices().list(new Notices.Query(wanted, text, unread, below, past, cursor, limit));
            return new PageSource.Slice<>(page.notices(), page.next());
        };
        // beyond one page the list grows as one scrolls
        grid.setSource(source, limit -> {
            PageSource.Slice<Notice> first = source.page(null, COUNTED);
            return first.next() == null ? first.rows().size() : limit;
        });
    }

    private void readAll() {
        Problems.guard(() -> {
            services.notices().readAll();
            load();
            Problems.done(TEXTS.get("notices.all-read"));
        });
    }

    private void open(Notice notice) {
        open(notice.id());
    }

    private void open(long id) {
        Problems.guard(() -> {
            Notice notice = services.notices().byId(id);
            show(notice);
            if (!notice.read()) {
                services.notices().read(id);
                load();
            }
        });
    }

    private void told(Notice notice) {
        load();
        show(notice);
    }

    private void show(Notice notice) {
        PageAddress.current().put(OPEN, Long.toString(notice.id()));
        NoticePanel panel = new NoticePanel(services, notice, this::open, this::told, this::gone);
        Component[] states = notice.law() == null && state(notice) == State.IN_FORCE
                ? new Component[0]
                : new Component[] {new StateBadge(state(notice), word(notice))};
        side.open(notice.title(), states, panel);
    }

    private void gone() {
        PageAddress.current().put(OPEN, "");
        side.close();
        load();
    }

    private static String mark(Notice notice) {
        if (!notice.read()) {
            return TEXTS.get("mark.new");
        }
        return notice.pinned() ? TEXTS.get("mark.pinned") : "";
    }

    /** A document by its number, which is what people know it by. */
    private static String title(Notice notice) {
        return notice.law() == null ? notice.title() : notice.law().number() + " – " + notice.title();
    }

    private static State state(Notice notice) {
        LocalDate today = WorkContext.current().today();
        if (notice.withdrawnWhy() != null) {
            return State.CANCELLED;
        }
        if (today.isBefore(notice.from())) {
            return State.QUEUED;
        }
        if (!notice.shownOn(today)) {
            return State.ENDED;
        }
        if (notice.law() == null) {
            return State.IN_FORCE;
        }
        return switch (notice.force(today)) {
            case NOT_YET -> State.WAITING;
            case IN_FORCE -> State.IN_FORCE;
            case ENDED -> State.ENDED;
        };
    }

    private static String word(Notice notice) {
        LocalDate today = WorkContext.current().today();
        return switch (state(notice)) {
            case CANCELLED -> TEXTS.get("state.withdrawn");
            case QUEUED -> TEXTS.get("state.to-come");
            default ->
                notice.law() != null && notice.shownOn(today)
                        ? notice.force(today).label()
                        : TEXTS.get(notice.shownOn(today) ? "state.shown" : "state.over");
        };
    }
}
