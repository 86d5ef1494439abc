package vn.ansinh.ui.shell.home;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.PayrollState;
import vn.ansinh.api.benefit.Payrolls.BenefitTotal;
import vn.ansinh.api.benefit.Payrolls.MonthTotal;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.BarChart;
import vn.ansinh.ui.kit.component.ChartPanel;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.view.ViewProvider;
import vn.ansinh.ui.shell.Services;
import vn.ansinh.ui.shell.route.Navigation;
import vn.ansinh.ui.shell.route.ViewRegistry;

/** One program's month on the home page: where the payroll stands, its figures, people by benefit, money by month. */
final class ProgramMonth {

    private static final int MONTHS = 12;
    private static final int KINDS = 6;
    private static final long MILLION = 1_000_000;

    private final Services services;
    private final ViewRegistry views;
    private final Program program;
    private final WorkContext context;
    private final boolean several;

    /** @param several whether other programs run too, so that this one's name must be told */
    ProgramMonth(Services services, ViewRegistry views, Program program, WorkContext context, boolean several) {
        this.services = services;
        this.views = views;
        this.program = program;
        this.context = context;
        this.several = several;
    }

    /** @param below what stands under the months, at the left; {@code null} for nothing */
    Component build(Component below) {
        List<Payroll> payrolls = services.payrolls().payrolls(program.id(), context.unitId(), context.month());
        List<MonthTotal> months = new ArrayList<>(services.payrolls().months(program.id(), context.unitId(), MONTHS));
        months.sort(Comparator.comparing(MonthTotal::month));
        Div left = new Div(byMonth(months));
        left.addClassName("as-home");
        if (below != null) {
            left.add(below);
        }
        Div columns = new Div(left, byBenefit());
        columns.addClassNames("as-cols", "as-home-cols");
        Div all = new Div(payrolls.isEmpty() ? nothingYet() : cycle(payrolls, months), columns);
        all.addClassName("as-home");
        return all;
    }

    private Component nothingYet() {
        MessageBar bar = MessageBar.info(
                text("home.no-payroll", Formats.month(context.month()), context.unitName()),
                text("home.no-payroll.what"));
        payrollLink(text("home.make-payroll")).ifPresent(bar::action);
        return bar;
    }

    /** Where the program's payroll page is: its view whose address begins so; empty when the account may not open it. */
    private Optional<Anchor> payrollLink(String label) {
        return views.menu().stream()
                .filter(view -> view.group().id().equals(program.id()))
                .filter(view -> view.path().contains("chi-tra"))
                .filter(view -> Navigation.permits(services.access().require(), view.type()))
                .map(ViewProvider::path)
                .findFirst()
                .map(path -> new Anchor(path + "?" + context.parameters().getQueryString(), label));
    }

    private Component cycle(List<Payroll> payrolls, List<MonthTotal> months) {
        long closed = payrolls.stream()
                .filter(payroll -> payroll.state() == PayrollState.CLOSED)
                .count();
        boolean allClosed = closed == payrolls.size();
        boolean provisional = payrolls.stream().anyMatch(Payroll::provisional);
        String month = Formats.month(context.month());
        Panel panel = new Panel(several ? text("home.cycle.of", month, program.name()) : text("home.cycle", month));
        panel.beside(new StateBadge(allClosed ? State.CLOSED : State.DRAFT));
        if (provisional) {
            panel.beside(new StateBadge(State.PROVISIONAL));
        }
        payrollLink(text("home.open-payroll")).ifPresent(panel::atEnd);
        Instant drafted = payrolls.stream()
                .map(Payroll::draftedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        OrderedList steps = new OrderedList(
                step("done", text("home.step.draft"), text("home.step.done", Formats.time(drafted))),
                step(
                        provisional ? "stuck" : allClosed ? "done" : "now",
                        text("home.step.review"),
                        text(
                                provisional
                                        ? "home.step.provisional"
                                        : allClosed ? "home.step.reviewed" : "home.step.now")),
                step(
                        allClosed ? "done" : "",
                        text("home.step.close"),
                        text("home.step.closed", closed, payrolls.size())));
        steps.addClassName("as-steps");
        panel.content(steps, figures(payrolls, months));
        panel.body().addClassName("as-stack");
        return panel;
    }

    private static ListItem step(String look, String name, String note) {
        Span strong = new Span(name);
        strong.addClassName("as-step-name");
        Span small = new Span(note);
        small.addClassName("as-step-note");
        ListItem step = new ListItem(strong, small);
        if (!look.isEmpty()) {
            step.addClassName(look);
        }
        if (look.equals("now") || look.equals("stuck")) {
            step.getElement().setAttribute("aria-current", "step");
        }
        return step;
    }

    private KeyFigures figures(List<Payroll> payrolls, List<MonthTotal> months) {
        long people = payrolls.stream().mapToLong(Payroll::people).sum();
        long total = payrolls.stream().mapToLong(Payroll::total).sum();
        long arrears = payrolls.stream().mapToLong(Payroll::arrears).sum();
        KeyFigures figures = new KeyFigures()
                .figure(text("home.people"), Money.format(people))
                .figure(text("home.current"), Money.format(total - arrears), text("home.dong"))
                .figure(text("home.arrears"), Money.format(arrears), text("home.dong"))
                .figure(text("home.total"), Money.format(total), text("home.dong"));
        YearMonth before = context.month().minusMonths(1);
        months.stream()
                .filter(month -> month.month().equals(before))
                .findFirst()
                .ifPresent(month -> {
                    long change = total - month.total();
                    figures.figure(
                            text("home.compared", Formats.month(before)),
                            (change > 0 ? "+" : "") + Money.format(change),
                            text("home.dong"));
                });
        return figures;
    }

    private Component byBenefit() {
        ChartPanel panel = new ChartPanel(text("home.by-benefit"));
        List<BenefitTotal> kinds =
                services.payrolls().byBenefit(program.id(), context.unitId(), context.month()).stream()
                        .map(this::named)
                        .sorted(Comparator.comparingInt(BenefitTotal::people).reversed())
                        .toList();
        if (kinds.isEmpty()) {
            panel.showNothing(muted(text("home.by-benefit.none", Formats.month(context.month()))));
            return panel;
        }
        List<BarChart.Bar> bars = new ArrayList<>();
        kinds.stream()
                .limit(KINDS)
                .forEach(kind -> bars.add(new BarChart.Bar(kind.name(), kind.people(), Money.format(kind.people()))));
        int others = kinds.stream().skip(KINDS).mapToInt(BenefitTotal::people).sum();
        if (others > 0) {
            bars.add(new BarChart.Bar(text("home.others"), others, Money.format(others)));
        }
        DataTable table = new DataTable(
                text("home.by-benefit"),
                List.of(text("home.benefit"), ">" + text("home.people-count"), ">" + text("home.amount")));
        kinds.forEach(kind -> table.row(kind.name(), Money.format(kind.people()), Money.format(kind.total())));
        panel.show(BarChart.bars(text("home.by-benefit.label", Formats.month(context.month())), bars), table);
        return panel;
    }

    /** In a commune one person may be all there is of a kind: a name that reveals health or abuse is not everybody's. */
    private BenefitTotal named(BenefitTotal kind) {
        String name = new Discretion(services.access(), services.policies()).tell(kind.benefit(), kind.name());
        return new BenefitTotal(kind.benefit(), name, kind.people(), kind.total());
    }

    private Component byMonth(List<MonthTotal> months) {
        ChartPanel panel = new ChartPanel(text("home.by-month"));
        if (months.isEmpty()) {
            panel.showNothing(muted(text("home.by-month.none")));
            return panel;
        }
        DataTable table = new DataTable(
                text("home.by-month"),
                List.of(
                        text("home.month"),
                        ">" + text("home.people-count"),
                        ">" + text("home.arrears-of"),
                        ">" + text("home.total-of"),
                        text("jobs.state")));
        List<BarChart.Column> columns = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            MonthTotal month = months.get(i);
            boolean withYear = i == 0 || month.month().getMonthValue() == 1;
            columns.add(new BarChart.Column(
                    String.format("%02d", month.month().getMonthValue()),
                    withYear ? Integer.toString(month.month().getYear()) : "",
                    month.total() - month.arrears(),
                    month.arrears(),
                    millions(month.total()),
                    month.month().equals(context.month())));
            table.row(
                    new Span(Formats.month(month.month())),
                    new Span(Money.format(month.people())),
                    new Span(Money.format(month.arrears())),
                    new Span(Money.format(month.total())),
                    new StateBadge(month.closed() ? State.CLOSED : State.DRAFT));
        }
        Span legend = new Span(text("home.by-month.unit"));
        legend.addClassName("as-sub");
        panel.beside(legend);
        panel.show(BarChart.columns(text("home.by-month.label", context.unitName()), columns), table);
        return panel;
    }

    /** {@code 1.349,7} below ten billion đồng, whole millions above. */
    private static String millions(long dong) {
        long tenths = (dong + MILLION / 20) / (MILLION / 10);
        return dong >= 10_000 * MILLION
                ? Money.format((dong + MILLION / 2) / MILLION)
                : Money.format(tenths / 10) + "," + tenths % 10;
    }

    private static Component muted(String sentence) {
        Div div = new Div(sentence);
        div.addClassName("as-muted");
        return div;
    }
}
