package vn.ansinh.ui.shell.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.board.Boards.Board;
import vn.ansinh.api.board.Boards.Kind;
import vn.ansinh.api.board.Boards.Lists;
import vn.ansinh.api.board.Boards.Month;
import vn.ansinh.api.board.Boards.Moves;
import vn.ansinh.api.deadline.Duty;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.BarChart;
import vn.ansinh.ui.kit.component.ChartPanel;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.component.UpDownChart;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.deadline.DeadlinesView;
import vn.ansinh.ui.shell.deadline.DueWords;

/** How it stands: figures of the month, money and people by month, kinds, lists and what is late, and the units below. */
final class BoardPanels {

    private static final Texts TEXTS = Texts.of(BoardPanels.class);
    private static final int LATE_SHOWN = 5;

    private final BoardServices services;
    private final Set<String> programs;
    private final WorkContext context;
    private final Board board;

    BoardPanels(BoardServices services, Set<String> programs, WorkContext context) {
        this.services = services;
        this.programs = programs;
        this.context = context;
        this.board = services.boards().board(programs, context.unitId(), context.month());
    }

    Component[] all() {
        List<Duty> late = late();
        Div columns = new Div(stacked(byMonth(), moves()), byKind());
        columns.addClassNames("as-cols", "as-home-cols");
        List<Component> parts = new ArrayList<>(List.of(figures(late.size()), columns, lists(late)));
        if (!board.parts().isEmpty()) {
            parts.add(new PartsPanel(services, board, context, report(BoardReport.PARTS)));
        }
        return parts.toArray(Component[]::new);
    }

    private static Div stacked(Component... parts) {
        Div column = new Div(parts);
        column.addClassName("as-home");
        return column;
    }

    private List<Duty> late() {
        if (!services.access().require().may(Permissions.DEADLINE_READ)) {
            return List.of();
        }
        return services.deadlines().duties(context.unitId(), context.month()).stream()
                .filter(duty -> duty.state() == Duty.State.LATE && programs.contains(duty.program()))
                .toList();
    }

    private Component figures(int late) {
        Month now = board.current();
        Month before = board.months().get(board.months().size() - 2);
        Lists lists = now.lists();
        KeyFigures figures = new KeyFigures()
                .figure(TEXTS.get("figure.people"), Money.format(now.people()))
                .figure(TEXTS.get("figure.amount"), Money.format(now.amount()), TEXTS.get("unit.dong"))
                .figure(TEXTS.get("figure.arrears"), Money.format(now.arrears()), TEXTS.get("unit.dong"));
        if (before.amount() > 0 && now.amount() > 0) {
            figures.figure(
                    TEXTS.get("figure.compared", Formats.month(before.month())),
                    signed(now.amount() - before.amount()),
                    TEXTS.get("unit.dong"));
        }
        figures.figure(
                TEXTS.get("figure.closed"),
                TEXTS.get("figure.of", Money.format(lists.closed()), Money.format(lists.all())),
                lists.all() > lists.closed() ? TEXTS.get("figure.open", lists.all() - lists.closed()) : null);
        figures.figure(TEXTS.get("figure.late"), Money.format(late));
        Panel panel = new Panel(TEXTS.get("figures.title", Formats.month(board.month())));
        panel.beside(state(lists));
        return panel.content(figures);
    }

    private static Component state(Lists lists) {
        if (lists.drafted() + lists.closed() == 0) {
            return new StateBadge(State.NOTHING, TEXTS.get("lists.none"));
        }
        return lists.closed() == lists.all() ? new StateBadge(State.CLOSED) : new StateBadge(State.DRAFT);
    }

    private Component byMonth() {
        ChartPanel panel = new ChartPanel(TEXTS.get("months.title"));
        if (board.months().stream().allMatch(month -> month.amount() == 0)) {
            panel.showNothing(muted(TEXTS.get("months.none", context.unitName(), Formats.month(board.month()))));
            return panel;
        }
        long most = board.months().stream().mapToLong(Month::amount).max().orElse(0);
        Scale scale = Scale.of(most);
        DataTable table = new DataTable(
                TEXTS.get("months.title"),
                List.of(
                        TEXTS.get("head.month"),
                        ">" + TEXTS.get("head.people"),
                        ">" + TEXTS.get("head.arrears"),
                        ">" + TEXTS.get("head.amount"),
                        TEXTS.get("head.lists")));
        List<BarChart.Column> columns = new ArrayList<>();
        for (Month month : board.months()) {
            columns.add(new BarChart.Column(
                    number(month.month()),
                    year(month.month()),
                    month.amount() - month.arrears(),
                    month.arrears(),
                    month.amount() == 0 ? "" : scale.write(month.amount()),
                    month.month().equals(board.month())));
            table.row(
                    Formats.month(month.month()),
                    Money.format(month.people()),
                    Money.format(month.arrears()),
                    Money.format(month.amount()),
                    listsOf(month.lists()));
        }
        panel.beside(sub(TEXTS.get("months.legend", scale.label())));
        panel.atEnd(report(BoardReport.MONTHS));
        panel.show(
                BarChart.columns(
                        TEXTS.get(
                                "months.label",
                                context.unitName(),
                                Formats.month(board.month()),
                                Money.format(board.current().amount())),
                        columns),
                table);
        return panel;
    }

    private Component report(BoardReport report) {
        return report.link(services.access().require(), context, programs);
    }

    private static String listsOf(Lists lists) {
        return lists.drafted() + lists.closed() == 0
                ? TEXTS.get("lists.none")
                : TEXTS.get("lists.closed-of", lists.closed(), lists.drafted() + lists.closed());
    }

    private Component byKind() {
        if (board.kindsOf() == null) {
            ChartPanel none = new ChartPanel(TEXTS.get("kinds.title"));
            none.showNothing(muted(TEXTS.get("kinds.none")));
            return none;
        }
        String title = TEXTS.get("kinds.of", Formats.month(board.kindsOf()));
        ChartPanel panel = new ChartPanel(title);
        DataTable table = new DataTable(
                title, List.of(TEXTS.get("head.kind"), ">" + TEXTS.get("head.people"), ">" + TEXTS.get("head.amount")));
        List<BarChart.Bar> bars = new ArrayList<>();
        for (Kind kind : board.kinds()) {
            bars.add(new BarChart.Bar(kind.name(), kind.people(), Money.format(kind.people())));
            table.row(kind.name(), Money.format(kind.people()), Money.format(kind.amount()));
        }
        panel.atEnd(report(BoardReport.KINDS));
        panel.show(BarChart.bars(TEXTS.get("kinds.label", title, context.unitName()), bars), table);
        return panel;
    }

    private Component moves() {
        ChartPanel panel = new ChartPanel(TEXTS.get("moves.title"));
        if (board.months().stream().allMatch(month -> month.moves().equals(Moves.NONE))) {
            panel.showNothing(muted(TEXTS.get("moves.none")));
            return panel;
        }
        DataTable table = new DataTable(
                TEXTS.get("moves.title"),
                List.of(
                        TEXTS.get("head.month"),
                        ">" + TEXTS.get("head.joined"),
                        ">" + TEXTS.get("head.joined-amount"),
                        ">" + TEXTS.get("head.left"),
                        ">" + TEXTS.get("head.left-amount"),
                        ">" + TEXTS.get("head.adjusted"),
                        ">" + TEXTS.get("head.adjusted-by")));
        List<UpDownChart.Column> columns = new ArrayList<>();
        for (Month month : board.months()) {
            Moves moves = month.moves();
            columns.add(new UpDownChart.Column(
                    number(month.month()),
                    year(month.month()),
                    moves.joined(),
                    moves.joined() == 0 ? "" : "+" + Money.format(moves.joined()),
                    moves.left(),
                    moves.left() == 0 ? "" : "−" + Money.format(moves.left()),
                    month.month().equals(board.month())));
            table.row(
                    Formats.month(month.month()),
                    Money.format(moves.joined()),
                    Money.format(moves.joinedAmount()),
                    Money.format(moves.left()),
                    Money.format(moves.leftAmount()),
                    Money.format(moves.adjusted()),
                    signed(moves.adjustedBy()));
        }
        table.addClassName("as-wide-table");
        Div scroll = new Div(table);
        scroll.addClassName("as-table-scroll");
        panel.beside(sub(TEXTS.get("moves.legend")));
        Moves now = board.current().moves();
        panel.show(
                new Div(
                        UpDownChart.of(
                                TEXTS.get(
                                        "moves.label",
                                        context.unitName(),
                                        Formats.month(board.month()),
                                        now.joined(),
                                        now.left()),
                                columns),
                        muted(TEXTS.get("moves.note"))),
                scroll);
        return panel;
    }

    private Component lists(List<Duty> late) {
        Panel panel = new Panel(TEXTS.get("lists.title", Formats.month(board.month())));
        Lists lists = board.current().lists();
        if (services.access().require().may(Permissions.DEADLINE_READ)) {
            panel.atEnd(new Anchor(
                    DeadlinesView.PATH + "?" + context.parameters().getQueryString(), TEXTS.get("lists.deadlines")));
        }
        List<Component> body = new ArrayList<>();
        if (lists.all() == 0) {
            body.add(muted(TEXTS.get("lists.nothing", context.unitName())));
        } else {
            body.add(BarChart.bars(
                    TEXTS.get("lists.label", lists.missing(), lists.drafted(), lists.closed()),
                    List.of(
                            new BarChart.Bar(
                                    TEXTS.get("lists.missing"), lists.missing(), Money.format(lists.missing())),
                            new BarChart.Bar(
                                    TEXTS.get("lists.drafted"), lists.drafted(), Money.format(lists.drafted())),
                            new BarChart.Bar(
                                    TEXTS.get("lists.closed"), lists.closed(), Money.format(lists.closed())))));
        }
        if (!late.isEmpty()) {
            body.add(stacked(lateOnes(late)));
        }
        Div halves = new Div(body.toArray(Component[]::new));
        halves.addClassNames("as-cols", "as-halves");
        return panel.content(halves);
    }

    private Component[] lateOnes(List<Duty> late) {
        DataTable table = new DataTable(
                TEXTS.get("late.title"),
                List.of(TEXTS.get("late.what"), TEXTS.get("late.unit"), TEXTS.get("late.state")));
        late.stream()
                .limit(LATE_SHOWN)
                .forEach(duty -> table.row(
                        new Span(duty.name() + " " + DueWords.period(duty.cadence(), duty.period())),
                        new Span(services.units().fullName(duty.unitId())),
                        new StateBadge(
                                DueWords.look(duty),
                                DueWords.word(duty, services.clock().instant()))));
        int more = late.size() - LATE_SHOWN;
        return more > 0 ? new Component[] {table, muted(TEXTS.get("late.more", more))} : new Component[] {table};
    }

    static String signed(long dong) {
        return (dong > 0 ? "+" : "") + Money.format(dong);
    }

    private static String number(YearMonth month) {
        return String.format("%02d", month.getMonthValue());
    }

    private String year(YearMonth month) {
        boolean first = month.equals(board.months().get(0).month());
        return first || month.getMonthValue() == 1 ? Integer.toString(month.getYear()) : "";
    }

    private static Span sub(String words) {
        Span span = new Span(words);
        span.addClassName("as-sub");
        return span;
    }

    static Div muted(String sentence) {
        Div div = new Div(sentence);
        div.addClassNames("as-muted", "as-small");
        return div;
    }
}
