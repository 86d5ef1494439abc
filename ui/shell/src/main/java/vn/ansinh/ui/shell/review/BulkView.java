package vn.ansinh.ui.shell.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.review.ReviewKind;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Decisions about many: the list of them, and the one that is open. */
@Permitted(Permissions.BULK_READ)
public class BulkView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "quyet-dinh-hang-loat";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(BulkView.class).get("bulk.title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(BulkView.class);
    private static final String DECISION = "quyet-dinh";

    private final transient ReviewServices services;
    private final Div content = new Div();

    public BulkView(ReviewServices services) {
        super(TITLE);
        this.services = services;
        content.addClassName("as-contents");
        add(content);
    }

    /** The address of one decision, in the unit and month one works in. */
    static QueryParameters address(long id) {
        Map<String, List<String>> parameters =
                new HashMap<>(WorkContext.current().parameters().getParameters());
        parameters.put(DECISION, List.of(Long.toString(id)));
        return new QueryParameters(parameters);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        content.removeAll();
        clearActions();
        setMainAction(null);
        setStates();
        Problems.guard(() -> {
            Optional<BulkDecision> open = PageAddress.current()
                    .get(DECISION)
                    .filter(id -> id.matches("[0-9]{1,18}"))
                    .flatMap(id -> services.decisions().byId(Long.parseLong(id)));
            if (open.isPresent()) {
                one(open.get());
            } else {
                all();
            }
        });
    }

    private void one(BulkDecision paper) {
        setTitle(
                paper.number().isEmpty()
                        ? TEXTS.get("bulk.draft-title", paper.kind().label())
                        : TEXTS.get("bulk.number-title", paper.kind().label(), paper.number()));
        setSub(services.units().fullName(paper.unitId()));
        Button back = new Button(TEXTS.get("bulk.all"), VaadinIcon.ARROW_LEFT.create(), event -> turn(0));
        addAction(back);
        content.add(new BulkPaper(services, paper, this::addAction, this::setMainAction, this::show));
    }

    private void turn(long id) {
        PageAddress.current().put(DECISION, id == 0 ? "" : Long.toString(id));
        show();
    }

    private void all() {
        setTitle(TITLE);
        setSub(WorkContext.current().unitName());
        Optional<String> program = program();
        if (program.isEmpty()) {
            content.add(MessageBar.info(TEXTS.get("bulk.no-program")));
            return;
        }
        Caller caller = services.access().require();
        if (caller.may(Permissions.BULK_DRAFT)) {
            addAction(new Button(
                    TEXTS.get("bulk.moves"),
                    VaadinIcon.TRUCK.create(),
                    event -> new PasteDialog(services, Kind.MOVE, program.get(), this::turn).open()));
            setMainAction(new Button(
                    TEXTS.get("bulk.deaths"),
                    VaadinIcon.CLIPBOARD_TEXT.create(),
                    event -> new PasteDialog(services, Kind.DEATH, program.get(), this::turn).open()));
        }
        content.add(grid(program.get()));
    }

    /** The first program that has review lists, of those that the caller works for; else the first that runs. */
    private Optional<String> program() {
        Caller caller = services.access().require();
        Optional<String> reviewed = caller.may(Permissions.REVIEW_READ)
                ? services.reviews().kinds().stream().map(ReviewKind::program).findFirst()
                : Optional.empty();
        return reviewed.or(() -> services.running().stream()
                .map(Program::id)
                .filter(caller::works)
                .findFirst());
    }

    private LazyGrid<BulkDecision> grid(String program) {
        LazyGrid<BulkDecision> grid = new LazyGrid<>(TITLE);
        grid.link("kind", TEXTS.get("bulk.kind"), paper -> paper.kind().label(), paper -> turn(paper.id()))
                .setFlexGrow(2);
        grid.text("number", TEXTS.get("bulk.number"), BulkDecision::number).setFlexGrow(1);
        grid.date("date", TEXTS.get("bulk.date"), BulkDecision::date);
        grid.wrapped("unit", TEXTS.get("bulk.unit"), paper -> services.unit(paper.unitId()))
                .setFlexGrow(2);
        grid.numeric("rows", TEXTS.get("bulk.rows"), paper -> Money.format(paper.rows()));
        grid.numeric("open", TEXTS.get("bulk.open"), paper -> paper.open() == 0 ? "" : Money.format(paper.open()));
        grid.text("by", TEXTS.get("bulk.by"), BulkDecision::draftedName).setFlexGrow(1);
        grid.numeric("at", TEXTS.get("bulk.at"), paper -> Formats.time(paper.draftedAt()));
        grid.state(
                "state",
                TEXTS.get("bulk.state"),
                BulkView::look,
                paper -> paper.state().label());
        grid.narrow(
                TITLE,
                paper -> new NarrowRow(
                        paper.kind().label() + " " + paper.number(),
                        services.unit(paper.unitId()) + " · " + Formats.time(paper.draftedAt()),
                        Money.format(paper.rows()),
                        look(paper),
                        paper.state().label()),
                paper -> turn(paper.id()));
        grid.setEmptyText(TEXTS.get("bulk.none"));
        grid.setSource(
                (cursor, limit) -> page(program, cursor, limit),
                limit -> services.decisions().list(program, null, 0, limit).size());
        return grid;
    }

    private PageSource.Slice<BulkDecision> page(String program, String cursor, int limit) {
        List<BulkDecision> rows =
                services.decisions().list(program, null, cursor == null ? 0 : Long.parseLong(cursor), limit);
        String next = rows.size() < limit
                ? null
                : Long.toString(rows.get(rows.size() - 1).id());
        return new PageSource.Slice<>(rows, next);
    }

    static State look(BulkDecision paper) {
        return switch (paper.state()) {
            case DRAFT -> paper.returned() == null ? State.DRAFT : State.RETURNED;
            case SUBMITTED -> State.WAITING;
            case SIGNED -> State.APPROVED;
            case WITHDRAWN -> State.CANCELLED;
        };
    }
}
