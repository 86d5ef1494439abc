package vn.ansinh.ui.kit.payroll;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Movement;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.benefit.Payrolls.LineQuery;
import vn.ansinh.api.benefit.Payrolls.Notice;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/**
 * The month's payment list of one program in the unit and month of the {@link WorkContext}: draft it, see how each figure came
 * about, confirm provisional values, print, close. A program extends it with its own permission, or shows it as it is.
 */
public class PayrollPage extends Page {

    /** Job type of the list as a file; parameters {@code program}, {@code unit}, {@code month}, {@code format}. */
    private static final String EXPORT = "payroll.export";

    private static final String TAB = "loc";
    private static final String SEARCH = "tim";
    private static final int MOST_NOTICES = 500;
    private static final long NOT_COUNTED = -1;
    private static final Texts TEXTS = Texts.of(PayrollPage.class);

    private final String program;
    private final transient PayrollServices services;
    private final long unitId;
    private final YearMonth month;
    private final boolean severalCommunes;
    private final PageAddress address = PageAddress.current();

    private final Div messages = new Div();
    private final Div figures = new Div();
    private final JobPanel job;
    private final Tabs tabs = new Tabs();
    private final Map<PayrollTab, Tab> tabOf = new EnumMap<>(PayrollTab.class);
    private final Div list = new Div();
    private final LineGrid lines;
    private transient PayrollOverview overview;
    private transient FundingBand funding;
    private transient List<Notice> notices = List.of();
    private String search;
    private PayrollTab tab;

    /** @param program whose payments, for instance {@code btxh} */
    public PayrollPage(String program, PayrollServices services) {
        super(TEXTS.get("payroll.title", Formats.month(WorkContext.current().month())));
        this.program = program;
        this.services = services;
        WorkContext context = WorkContext.current();
        unitId = context.unitId();
        month = context.month();
        severalCommunes = context.unit()
                .map(AdministrativeUnit::level)
                .filter(Level.COMMUNE::equals)
                .isEmpty();
        search = address.get(SEARCH).orElse("");
        tab = PayrollTab.of(address.get(TAB).orElse(""));
        job = new JobPanel(services.jobs());
        lines = new LineGrid(program, services, month, severalCommunes);
        messages.addClassName("as-contents");
        figures.addClassName("as-contents");
        list.addClassName("as-list");
        add(messages, job, figures, filters(), list);
        refresh();
    }

    private Component filters() {
        FilterBar bar = new FilterBar();
        bar.search(TEXTS.get("payroll.search"), search, text -> {
                    search = text;
                    address.put(SEARCH, text);
                    showList();
                })
                .addClassName("as-search-list");
        for (PayrollTab one : PayrollTab.values()) {
            if (one != PayrollTab.COMMUNES || severalCommunes) {
                Tab vaadinTab = new Tab();
                tabOf.put(one, vaadinTab);
                tabs.add(vaadinTab);
            }
        }
        tabs.setSelectedTab(tabOf.getOrDefault(tab, tabOf.get(PayrollTab.ALL)));
        tabs.addSelectedChangeListener(event -> tabOf.forEach((one, selected) -> {
            if (selected == event.getSelectedTab()) {
                tab = one;
                address.put(TAB, one == PayrollTab.ALL ? "" : one.word());
                showList();
            }
        }));
        bar.addField(tabs);
        bar.addAtEnd(lines.columnChooser());
        return bar;
    }

    private void refresh() {
        Problems.guard(() -> {
            overview = PayrollOverview.read(services, program, unitId, month);
            notices = services.payrolls().notices(program, unitId, month, MOST_NOTICES);
            funding = FundingBand.read(services, program, unitId, month, overview);
            showHead();
            showMessages(null);
            showFigures();
            showTabs();
            showList();
        });
    }

    private void showHead() {
        if (overview.nothingDrafted()) {
            setStates();
            setSub(TEXTS.get("payroll.none", WorkContext.current().unitName()));
        } else {
            setStates(funding.badge(overview.allClosed()));
            setSub(sub());
        }
        clearActions();
        setMainAction(null);
        Caller caller = services.access().require();
        boolean mayRun = caller.may(Permissions.PAYROLL_RUN) && unitId != 0;
        boolean mayClose = caller.may(Permissions.PAYROLL_CLOSE);
        if (!overview.nothingDrafted()) {
            addAction(new Button(TEXTS.get("payroll.print"), VaadinIcon.PRINT.create(), event -> export("pdf")));
            addAction(new Button(TEXTS.get("payroll.excel"), VaadinIcon.DOWNLOAD.create(), event -> export("xlsx")));
        }
        String key = overview.nothingDrafted() ? "payroll.draft" : "payroll.draft-again";
        Button draft = new Button(TEXTS.get(key), VaadinIcon.COG.create(), event -> draft());
        Button close = new Button(TEXTS.get("payroll.close"), VaadinIcon.LOCK.create(), event -> close());
        boolean closable = mayClose && !overview.drafts().isEmpty() && !overview.provisional();
        if (mayClose && !overview.allClosed() && !closable) {
            addAction(disabled(
                    close, TEXTS.get(overview.provisional() ? "payroll.why-provisional" : "payroll.why-none")));
        }
        if (mayRun && !overview.allClosed()) {
            if (closable) {
                addAction(draft);
            } else {
                setMainAction(draft);
            }
        }
        if (closable) {
            setMainAction(close);
        }
        if (caller.may(Permissions.PAYROLL_ANNUL) && !severalCommunes && overview.allClosed()) {
            addAction(new Button(TEXTS.get("payroll.annul"), VaadinIcon.ROTATE_LEFT.create(), event -> annul()));
        }
    }

    /** A button that cannot be used yet, with the reason where the mouse rests; it is also in the message below. */
    private static Component disabled(Button button, String why) {
        button.setEnabled(false);
        Span holder = new Span(button);
        Tooltip.forComponent(holder).setText(why);
        return holder;
    }

    private String sub() {
        Payroll last = overview.payrolls().stream()
                .max(Comparator.comparing(Payroll::draftedAt))
                .orElseThrow();
        String drafted = TEXTS.get("payroll.drafted", Formats.time(last.draftedAt()), last.runCount());
        long closed = overview.payrolls().size() - overview.drafts().size();
        return severalCommunes
                ? TEXTS.get(
                        "payroll.drafted-communes", drafted, overview.payrolls().size(), closed)
                : drafted;
    }

    /** @param outcome what came of closing, {@code null} when nothing was closed just now */
    private void showMessages(Component outcome) {
        messages.removeAll();
        if (outcome != null) {
            messages.add(outcome);
        }
        AnnulDialog.told(services.units(), services.payrolls().annulled(program, unitId, month))
                .forEach(messages::add);
        if (unitId == 0) {
            messages.add(MessageBar.info(TEXTS.get("payroll.choose-unit")));
        }
        funding.messages(this::refresh).forEach(messages::add);
        if (overview.provisional()) {
            MessageBar bar = MessageBar.warn(
                    TEXTS.get("payroll.provisional-lead"),
                    TEXTS.get("payroll.provisional", overview.unconfirmed().size()));
            if (services.access().require().may(Permissions.POLICY_CONFIRM)) {
                bar.action(new Button(TEXTS.get("payroll.compare"), event -> compare()));
            }
            messages.add(bar);
        }
    }

    private void showFigures() {
        figures.removeAll();
        if (!overview.nothingDrafted()) {
            figures.add(PayrollFigures.of(services, program, unitId, month, overview, severalCommunes));
        }
    }

    private void showTabs() {
        Map<Movement.Kind, Long> moved = moved();
        tabOf.forEach((one, vaadinTab) -> {
            long count = switch (one) {
                case NOTICES -> notices.size();
                case COMMUNES -> overview.payrolls().size();
                case ALL -> overview.totals().lines();
                case JOINERS, LEAVERS, ADJUSTED -> moved.getOrDefault(one.movement(), NOT_COUNTED);
                default ->
                    services.payrolls()
                            .totals(new LineQuery(program, unitId, month, "", one.filter(), null, 1))
                            .lines();
            };
            Span number = new Span(
                    one == PayrollTab.NOTICES && count == MOST_NOTICES
                            ? Money.format(count) + "+"
                            : Money.format(count));
            number.addClassName("as-tabnum");
            if (one == PayrollTab.NOTICES && count > 0) {
                number.addClassName("red");
            }
            vaadinTab.removeAll();
            vaadinTab.add(new Span(TEXTS.get("tab." + one)));
            if (count != NOT_COUNTED) {
                vaadinTab.add(number);
            }
        });
    }

    /** Counting who moved in a whole province takes longer than a page may: there it is done when it is looked at. */
    private Map<Movement.Kind, Long> moved() {
        Map<Movement.Kind, Long> moved = new EnumMap<>(Movement.Kind.class);
        if (!severalCommunes) {
            List.of(Movement.Kind.values()).forEach(kind -> moved.put(kind, 0L));
        }
        if (!severalCommunes && !overview.nothingDrafted()) {
            services.payrolls()
                    .movementTotals(program, unitId, month)
                    .forEach(total -> moved.put(total.kind(), (long) total.people()));
        }
        return moved;
    }

    private void showList() {
        list.removeAll();
        switch (tab) {
            case JOINERS, LEAVERS, ADJUSTED ->
                Problems.guard(() ->
                        list.add(new MovementGrid(services, program, unitId, month, tab.movement(), severalCommunes)));
            case NOTICES ->
                list.add(PayrollGrids.notices(
                        notices.stream()
                                .filter(notice -> search.isEmpty() || matches(notice))
                                .toList(),
                        services.discretion()));
            case COMMUNES -> list.add(communes());
            default -> {
                list.add(lines);
                Problems.guard(() -> lines.show(unitId, search, tab.filter(), emptyText()));
            }
        }
    }

    private boolean matches(Notice notice) {
        return Vietnamese.fold(notice.personName()).contains(Vietnamese.fold(search));
    }

    private String emptyText() {
        if (overview.nothingDrafted()) {
            return TEXTS.get("payroll.empty", Formats.month(month));
        }
        return TEXTS.get(search.isEmpty() ? "payroll.empty-filter" : "payroll.empty-search");
    }

    private LazyGrid<Payroll> communes() {
        return PayrollGrids.communes(
                services.units(),
                overview.payrolls(),
                payroll -> WorkContext.current().change(payroll.unitId(), month));
    }

    private void draft() {
        submit(Payrolls.RUN, TEXTS.get("job.draft", where()), parameters());
    }

    private void export(String format) {
        Map<String, String> parameters = new HashMap<>(parameters());
        parameters.put("format", format);
        submit(EXPORT, TEXTS.get("job.export." + format, where()), parameters);
    }

    private String where() {
        return TEXTS.get(
                "job.where", Formats.month(month), WorkContext.current().unitName());
    }

    private Map<String, String> parameters() {
        return Map.of("program", program, "unit", Long.toString(unitId), "month", month.toString());
    }

    private void submit(String type, String title, Map<String, String> parameters) {
        job.submit(type, title, parameters, null, ended -> {
            if (type.equals(Payrolls.RUN)) {
                drafted(ended);
            }
        });
    }

    /** The page itself shows what came of it; only a failure stays to be read. */
    private void drafted(Job ended) {
        if (ended.state() == JobState.DONE) {
            job.clear();
        }
        refresh();
        if (ended.state() == JobState.DONE && overview.nothingDrafted()) {
            Problems.done(TEXTS.get("payroll.nobody", WorkContext.current().unitName(), Formats.month(month)));
        }
    }

    private void compare() {
        new GazetteDialog(services.policies(), overview.unconfirmed(), this::refresh).open();
    }

    private void close() {
        CloseDialog.ask(
                services.payrolls(),
                overview.drafts(),
                month,
                funding,
                closing -> {
                    refresh();
                    showMessages(CloseDialog.result(closing));
                },
                refusal -> {
                    refresh();
                    showMessages(Problems.bar(refusal));
                });
    }

    private void annul() {
        AnnulDialog.ask(
                services.payrolls(), services.units(), overview.payrolls().get(0), this::refresh);
    }
}
