package vn.ansinh.ui.shell.question;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.question.Question;
import vn.ansinh.api.question.Questions;
import vn.ansinh.api.question.Questions.Box;
import vn.ansinh.api.question.Questions.Load;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.Panel;
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
import vn.ansinh.ui.shell.notice.NoticeServices;

/** Questions and reports: asked of the unit above, answered there; and who is late with it. */
@Permitted(Permissions.QUESTION_ASK)
public class QuestionsView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "hoi-dap";

    private static final long serialVersionUID = 1L;
    private static final int COUNTED = 500;
    private static final String OPEN = "cau-hoi";
    private static final String BOX = "hop";
    private static final String TEXT = "tim";
    private static final String LATE = "qua-han";
    private static final String YES = "co";
    private static final Texts TEXTS = Texts.of(QuestionsView.class);

    private final transient NoticeServices services;
    private final Div board = new Div();
    private final FilterBar bar = new FilterBar();
    private final LazyGrid<Question> grid = new LazyGrid<>(TEXTS.get("questions.title"));
    private final SidePanel side = new SidePanel(grid);

    public QuestionsView(NoticeServices services) {
        super(TEXTS.get("questions.title"));
        this.services = services;
        board.addClassName("as-lines");
        grid.link("title", TEXTS.get("column.title"), Question::title, this::open)
                .setFlexGrow(4);
        grid.text("kind", TEXTS.get("column.kind"), question -> question.kind().label())
                .setWidth("96px")
                .setFlexGrow(0);
        grid.wrapped("unit", TEXTS.get("column.unit"), question -> unit(question.unitId()))
                .setFlexGrow(2);
        grid.wrapped("to", TEXTS.get("column.to"), question -> unit(question.toUnit()))
                .setFlexGrow(2);
        grid.numeric("asked", TEXTS.get("column.asked"), question -> Formats.time(question.askedAt()));
        grid.date("due", TEXTS.get("column.due"), Question::due);
        grid.state("state", TEXTS.get("column.state"), QuestionsView::state, QuestionsView::word);
        grid.narrow(
                TEXTS.get("questions.title"),
                question -> new NarrowRow(
                        question.title(),
                        String.join(" · ", question.kind().label(), unit(question.unitId())),
                        Formats.date(question.due()),
                        state(question),
                        word(question)),
                this::open);
        add(board, bar, side);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Caller caller = services.access().require();
        filters(caller);
        setMainAction(new Button(
                TEXTS.get("questions.ask"),
                VaadinIcon.PLUS.create(),
                click -> new QuestionForm(services, this::changed).open()));
        load();
        PageAddress.current().get(OPEN).filter(id -> id.matches("\\d{1,18}")).ifPresent(id -> open(Long.parseLong(id)));
    }

    private void filters(Caller caller) {
        TextField search = bar.search(
                TEXTS.get("filter.search"), PageAddress.current().get(TEXT).orElse(""), text -> filtered(TEXT, text));
        search.setWidth("260px");
        boolean answers = caller.may(Permissions.QUESTION_ANSWER);
        Select<Box> box = new Select<>();
        box.setAriaLabel(TEXTS.get("filter.box"));
        box.setItems(answers ? List.of(Box.TO_ANSWER, Box.MINE, Box.ALL) : List.of(Box.MINE, Box.ALL));
        box.setItemLabelGenerator(one -> TEXTS.get("box." + one));
        box.setValue(box());
        box.addValueChangeListener(
                event -> filtered(BOX, event.getValue().name().toLowerCase(Locale.ROOT)));
        bar.addField(box);
        Checkbox late = new Checkbox(TEXTS.get("filter.late"), asked(LATE));
        late.addValueChangeListener(event -> filtered(LATE, event.getValue() ? YES : ""));
        bar.addField(late);
    }

    private Box box() {
        boolean answers = services.access().require().may(Permissions.QUESTION_ANSWER);
        return PageAddress.current()
                .get(BOX)
                .flatMap(name -> Arrays.stream(Box.values())
                        .filter(one -> one.name().equalsIgnoreCase(name))
                        .findFirst())
                .orElse(answers ? Box.TO_ANSWER : Box.MINE);
    }

    private static boolean asked(String name) {
        return PageAddress.current().get(name).filter(YES::equals).isPresent();
    }

    private void filtered(String name, String value) {
        PageAddress.current().put(name, value);
        load();
    }

    private void load() {
        Box box = box();
        boolean late = asked(LATE);
        String text = PageAddress.current().get(TEXT).orElse(null);
        grid.setEmptyText(TEXTS.get("none." + box));
        PageSource<Question> source = (cursor, limit) -> {
            Questions.Page page = services.questions().list(new Questions.Query(box, null, late, text, cursor, limit));
            return new PageSource.Slice<>(page.questions(), page.next());
        };
        // beyond one page the list grows as one scrolls
        grid.setSource(source, limit -> {
            PageSource.Slice<Question> first = source.page(null, COUNTED);
            return first.next() == null ? first.rows().size() : limit;
        });
        board.removeAll();
        board.setVisible(false);
        if (services.access().require().may(Permissions.QUESTION_ANSWER)) {
            Problems.guard(
                    () -> show(services.questions().board(WorkContext.current().unitId())));
        }
    }

    private void show(List<Load> loads) {
        int waiting = loads.stream().mapToInt(Load::waiting).sum();
        int late = loads.stream().mapToInt(Load::late).sum();
        if (waiting == 0) {
            return;
        }
        board.setVisible(true);
        board.add(new KeyFigures()
                .figure(TEXTS.get("board.waiting"), Money.format(waiting))
                .figure(TEXTS.get("board.late"), Money.format(late)));
        if (loads.size() > 1) {
            DataTable table = new DataTable(
                    TEXTS.get("board.title"),
                    List.of(
                            TEXTS.get("column.to"),
                            ">" + TEXTS.get("board.waiting"),
                            ">" + TEXTS.get("board.late"),
                            ">" + TEXTS.get("board.oldest")));
            loads.forEach(load -> table.row(
                    unit(load.unitId()),
                    Money.format(load.waiting()),
                    Money.format(load.late()),
                    Formats.date(load.oldestDue())));
            board.add(new Panel(TEXTS.get("board.title")).content(table));
        }
    }

    private String unit(long id) {
        return id == 0 ? TEXTS.get("unit.country") : services.units().fullName(id);
    }

    private void open(Question question) {
        open(question.id());
    }

    private void open(long id) {
        Problems.guard(() -> show(services.questions().byId(id)));
    }

    private void changed(Question question) {
        load();
        show(question);
    }

    private void show(Question question) {
        PageAddress.current().put(OPEN, Long.toString(question.id()));
        side.open(
                question.title(),
                new Component[] {new StateBadge(state(question), word(question))},
                new QuestionPanel(services, question, this::changed, this::gone));
    }

    private void gone() {
        PageAddress.current().put(OPEN, "");
        side.close();
        load();
    }

    static State state(Question question) {
        return switch (question.state()) {
            case WAITING -> question.isLate(WorkContext.current().today()) ? State.OVERDUE : State.WAITING;
            case ANSWERED -> State.APPROVED;
            case CLOSED -> State.CLOSED;
            case WITHDRAWN -> State.CANCELLED;
        };
    }

    static String word(Question question) {
        return question.isLate(WorkContext.current().today())
                ? TEXTS.get("state.late")
                : question.state().label();
    }
}
