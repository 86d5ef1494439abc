package vn.ansinh.ui.shell.paper;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.TreeSet;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.document.DocumentNumber;
import vn.ansinh.api.document.DocumentOwners.Numbered;
import vn.ansinh.api.document.NumberBook.Counts;
import vn.ansinh.api.document.NumberBook.Line;
import vn.ansinh.api.document.NumberBook.Page;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.casework.CasePageView;
import vn.ansinh.ui.shell.layout.SidePanel;

/** Every number that papers of one's unit and those below bear, cancelled ones with the reason; each leads to its case and paper. */
@Permitted(Permissions.DOCUMENT_READ)
public class BookView extends vn.ansinh.ui.kit.component.Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "so-van-ban";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(BookView.class).get("book.title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(BookView.class);
    /** Counted exactly up to here. */
    private static final int COUNTED = 5_000;

    private final transient BookServices services;
    private final LazyGrid<Line> grid = new LazyGrid<>(TITLE);
    private final SidePanel side = new SidePanel(grid);
    private final Div filters = new Div();
    private final Div exported = new Div();

    public BookView(BookServices services) {
        super(TITLE);
        this.services = services;
        filters.addClassName("as-contents");
        exported.addClassName("as-contents");
        columns();
        add(filters, side);
    }

    private void columns() {
        grid.link("number", TEXTS.get("book.number"), line -> line.number().text(), this::open)
                .setWidth("132px")
                .setFlexGrow(0);
        grid.date("day", TEXTS.get("book.day"), line -> line.number().day());
        grid.text("kind", TEXTS.get("book.kind"), Line::kindName)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.wrapped("about", TEXTS.get("book.about"), BookView::about).setFlexGrow(4);
        grid.wrapped(
                        "whom",
                        TEXTS.get("book.name"),
                        line -> line.paper() == null ? "" : line.paper().personName())
                .setFlexGrow(2);
        grid.wrapped("signer", TEXTS.get("book.signer"), BookView::signer).setFlexGrow(2);
        grid.wrapped(
                        "unit",
                        TEXTS.get("book.unit"),
                        line -> services.unitName(line.number().unitId()))
                .setFlexGrow(2);
        grid.link(
                        "case",
                        TEXTS.get("book.case"),
                        line -> line.paper() == null ? "" : line.paper().ownerNumber(),
                        line -> line.paper() != null,
                        line -> CasePageView.open(line.paper().id()))
                .setWidth("172px")
                .setFlexGrow(0);
        grid.state("state", TEXTS.get("book.state"), line -> look(line.number()), line -> word(line.number()));
        grid.narrow(
                TITLE,
                line -> new NarrowRow(
                        line.number().text(),
                        narrowSub(line),
                        Formats.date(line.number().day()),
                        look(line.number()),
                        word(line.number())),
                this::open);
    }

    private static String about(Line line) {
        DocumentNumber number = line.number();
        return number.cancelledWhy() == null
                ? number.about()
                : TEXTS.get("book.about-why", number.about(), number.cancelledWhy());
    }

    private static String narrowSub(Line line) {
        return line.paper() == null
                ? about(line)
                : TEXTS.get("book.narrow", line.paper().personName(), about(line));
    }

    private static String signer(Line line) {
        return line.paper() == null || line.paper().signer() == null
                ? ""
                : line.paper().signer();
    }

    private static State look(DocumentNumber number) {
        if (number.onPaper()) {
            return State.NOTHING;
        }
        return number.cancelledWhy() == null ? State.IN_FORCE : State.CANCELLED;
    }

    /** What stands of a number, in words. */
    static String word(DocumentNumber number) {
        if (number.onPaper()) {
            return TEXTS.get("book.state.ON_PAPER");
        }
        return TEXTS.get(number.cancelledWhy() == null ? "book.state.HELD" : "book.state.CANCELLED");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private BookFilter filter() {
        return BookFilter.ofAddress(services.today().getYear());
    }

    private void show() {
        WorkContext context = WorkContext.current();
        if (context.unit().filter(unit -> unit.level() == Level.COMMUNE).isPresent()) {
            grid.hideAtFirst("unit");
        }
        setSub(context.unitName());
        side.close();
        clearActions();
        if (context.unitId() != 0 && services.access().require().may(Permissions.DOCUMENT_WRITE)) {
            addAction(new Button(
                    TEXTS.get("book.paper"),
                    VaadinIcon.FILE_TEXT_O.create(),
                    click -> Problems.guard(() -> new OnPaperDialog(services, context.unitId(), this::show).open())));
        }
        filters.removeAll();
        Problems.guard(() -> {
            BookFilter filter = filter();
            TreeSet<Integer> years = new TreeSet<>(services.book().years(filter.unitId()));
            years.add(services.today().getYear());
            FilterBar bar = filter.bar(
                    List.copyOf(years.descendingSet()), services.book().kinds(filter.unitId()), this::fill);
            bar.addAtEnd(exported);
            bar.addAtEnd(grid.columnChooser());
            filters.add(bar);
        });
        fill();
    }

    private void fill() {
        side.close();
        Problems.guard(() -> {
            BookFilter filter = filter();
            Counts counts = services.book().counts(filter.query(null, 1), COUNTED + 1);
            grid.setEmptyText(TEXTS.get(
                    filter.narrows() ? "book.no-hit" : "book.none",
                    WorkContext.current().unitName(),
                    filter.words()));
            grid.setSource(
                    (cursor, limit) -> {
                        Page page = services.book().page(filter.query(cursor, limit));
                        return new PageSource.Slice<>(page.lines(), page.next());
                    },
                    limit -> Math.min(limit, counts.all()));
            grid.footer(
                    "about",
                    counts.all() > COUNTED
                            ? TEXTS.get("book.many", COUNTED)
                            : TEXTS.get("book.count", counts.all(), counts.cancelled()));
            exported.removeAll();
            if (counts.all() > 0) {
                exported.add(new BookExport(services).link(filter));
            }
        });
    }

    private void open(Line line) {
        DocumentNumber number = line.number();
        FactList facts = new FactList()
                .fact(TEXTS.get("book.kind"), line.kindName())
                .fact(TEXTS.get("book.day"), Formats.date(number.day()))
                .fact(TEXTS.get(number.onPaper() ? "book.why-paper" : "book.about"), number.about())
                .fact(TEXTS.get("book.unit"), services.unitName(number.unitId()));
        if (line.paper() != null) {
            paper(line, line.paper(), facts);
        }
        facts.fact(
                TEXTS.get(number.onPaper() ? "book.entered" : "book.taken"),
                TEXTS.get("book.by", number.takenBy(), Formats.time(number.takenAt())));
        if (number.cancelledWhy() != null) {
            facts.fact(
                            TEXTS.get("book.cancelled"),
                            TEXTS.get("book.by", number.cancelledBy(), Formats.time(number.cancelledAt())))
                    .fact(TEXTS.get("book.why"), number.cancelledWhy());
        }
        side.open(number.text(), new Component[] {new StateBadge(look(number), word(number))}, facts, actions(number));
    }

    private void paper(Line line, Numbered paper, FactList facts) {
        facts.fact(TEXTS.get("book.whom"), paper.personName())
                .fact(
                        TEXTS.get("book.case"),
                        new Anchor(CasePageView.PATH + "?" + CasePageView.ID + "=" + paper.id(), paper.ownerNumber()));
        if (paper.signer() != null) {
            facts.fact(TEXTS.get("book.signer"), paper.signer());
        }
        if (paper.documentId() != 0) {
            facts.fact(
                    TEXTS.get("book.paper-file"),
                    Downloads.of(
                            TEXTS.get("book.download"),
                            TEXTS.get("book.paper-name", line.number().text().replaceAll("[^\\p{L}\\p{N}]+", "-")),
                            "application/pdf",
                            () -> new ByteArrayInputStream(services.documents()
                                    .open(paper.documentId())
                                    .bytes())));
        }
    }

    private Component actions(DocumentNumber number) {
        Div actions = new Div();
        actions.addClassNames("as-row", "wrap");
        if (!number.onPaper()
                && number.cancelledWhy() == null
                && services.access().require().may(Permissions.DOCUMENT_WRITE)) {
            actions.add(new Button(TEXTS.get("book.cancel"), VaadinIcon.BAN.create(), click -> cancel(number)));
        }
        return actions;
    }

    private void cancel(DocumentNumber number) {
        TextArea why = new TextArea(TEXTS.get("book.why"));
        why.setRequiredIndicatorVisible(true);
        new FormDialog(
                        TEXTS.get("book.cancel-title", number.text()),
                        TEXTS.get("book.cancel-lead"),
                        TEXTS.get("book.cancel"))
                .dangerous()
                .wide(why)
                .does(() -> true, () -> {
                    services.numbers().cancel(number.id(), why.getValue());
                    show();
                    Problems.done(TEXTS.get("book.cancel-done", number.text()));
                })
                .open();
    }
}
