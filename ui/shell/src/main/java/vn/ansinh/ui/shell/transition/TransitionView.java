package vn.ansinh.ui.shell.transition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Transitions.EndedUnit;
import vn.ansinh.api.unit.Transitions.Transfer;
import vn.ansinh.api.unit.Transitions.WaitingAccount;
import vn.ansinh.api.unit.Transitions.WaitingAgency;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/**
 * What ended units still hold: all of them with how far each is; one that was split opened up, to say hamlet by hamlet where
 * people belong. Which day and which unit stand in the address.
 */
@Permitted(Permissions.UNIT_TRANSFER)
public class TransitionView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "chuyen-don-vi";

    private static final long serialVersionUID = 1L;
    private static final String DAY = "ngay";
    private static final String UNIT = "xa-cu";
    private static final int LATEST = 30;
    private static final Texts TEXTS = Texts.of(TransitionView.class);

    private final transient TransitionServices services;
    private final Div content = new Div();
    private final JobPanel job;
    /** What orders it is the same for one hamlet after the other. */
    private String why = "";

    public TransitionView(TransitionServices services) {
        super(TEXTS.get("transition.title"));
        this.services = services;
        content.addClassName("as-contents");
        job = new JobPanel(services.jobs());
        add(job, content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        content.removeAll();
        clearActions();
        setMainAction(null);
        try {
            long root = WorkContext.current().unitId();
            List<LocalDate> days = services.transitions().days(root);
            if (days.isEmpty()) {
                setTitle(TEXTS.get("transition.title"));
                content.add(MessageBar.info(TEXTS.get("transition.nothing")));
                return;
            }
            LocalDate day = PageAddress.current()
                    .get(DAY)
                    .flatMap(text -> days.stream()
                            .filter(one -> one.toString().equals(text))
                            .findFirst())
                    .orElseGet(() -> latestPast(days));
            List<EndedUnit> ended = services.transitions().preview(day, root);
            Optional<EndedUnit> open = PageAddress.current()
                    .get(UNIT)
                    .flatMap(id -> ended.stream()
                            .filter(one -> Long.toString(one.unit().id()).equals(id))
                            .findFirst());
            if (open.isPresent()) {
                showUnit(open.get());
            } else {
                showList(root, days, day, ended);
            }
        } catch (RuntimeException e) {
            content.add(Problems.bar(e));
        }
    }

    private LocalDate latestPast(List<LocalDate> days) {
        LocalDate today = WorkContext.current().today();
        return days.stream().filter(day -> !day.isAfter(today)).findFirst().orElse(days.get(0));
    }

    private void showList(long root, List<LocalDate> days, LocalDate day, List<EndedUnit> ended) {
        setTitle(TEXTS.get("transition.title"));
        setSub(TEXTS.get("transition.sub", WorkContext.current().unitName(), Formats.date(day)));
        FilterBar bar = new FilterBar();
        Select<LocalDate> choice = new Select<>();
        choice.setLabel(TEXTS.get("transition.day"));
        choice.setItems(days);
        choice.setItemLabelGenerator(Formats::date);
        choice.setValue(day);
        choice.addValueChangeListener(event -> {
            PageAddress.current().put(DAY, event.getValue().toString());
            show();
        });
        bar.addField(choice);
        List<EndedUnit> whole =
                ended.stream().filter(one -> one.whole() && !done(one)).toList();
        List<EndedUnit> split =
                ended.stream().filter(one -> !one.whole() && !done(one)).toList();
        content.add(bar, figures(ended, whole, split));
        int drafts = ended.stream().mapToInt(EndedUnit::drafts).sum();
        if (drafts > 0) {
            content.add(MessageBar.warn(TEXTS.get("transition.drafts-lead"), TEXTS.get("transition.drafts", drafts)));
        }
        waiting(root);
        content.add(grid(ended));
        transfers(root);
        if (!whole.isEmpty()) {
            setMainAction(new Button(
                    TEXTS.get("settle.open", whole.size()),
                    VaadinIcon.EXCHANGE.create(),
                    event -> new SettleDialog(services, day, root, whole, this::watch).open()));
        }
    }

    private void watch(long jobId) {
        job.watch(jobId, ended -> show());
    }

    private static boolean done(EndedUnit ended) {
        return ended.settled() && (!ended.whole() || ended.accounts() + ended.agencies() == 0);
    }

    private Component figures(List<EndedUnit> ended, List<EndedUnit> whole, List<EndedUnit> split) {
        return new KeyFigures()
                .figure(TEXTS.get("figure.whole"), Money.format(whole.size()), TEXTS.get("figure.people", sum(whole)))
                .figure(TEXTS.get("figure.split"), Money.format(split.size()), TEXTS.get("figure.people", sum(split)))
                .figure(
                        TEXTS.get("figure.moved"),
                        Money.format(ended.stream().mapToLong(EndedUnit::moved).sum()),
                        null);
    }

    private static long sum(List<EndedUnit> units) {
        return units.stream().mapToLong(EndedUnit::people).sum();
    }

    private LazyGrid<EndedUnit> grid(List<EndedUnit> ended) {
        LazyGrid<EndedUnit> grid = new LazyGrid<>(TEXTS.get("transition.title"));
        grid.link("name", TEXTS.get("ended.name"), one -> one.unit().name(), this::open)
                .setFlexGrow(2);
        grid.text("code", TEXTS.get("ended.code"), one -> one.unit().code())
                .setWidth("84px")
                .setFlexGrow(0);
        grid.wrapped("into", TEXTS.get("ended.into"), TransitionView::names).setFlexGrow(3);
        grid.numeric("people", TEXTS.get("ended.people"), one -> Money.format(one.people()));
        grid.numeric("rights", TEXTS.get("ended.rights"), one -> Money.format(one.entitlements()));
        grid.numeric("accounts", TEXTS.get("ended.accounts"), one -> Money.format(one.accounts()));
        grid.month("closed", TEXTS.get("ended.closed"), EndedUnit::closedThrough);
        grid.numeric("moved", TEXTS.get("ended.moved"), one -> Money.format(one.moved()));
        grid.state("state", TEXTS.get("ended.state"), TransitionView::state, TransitionView::word);
        grid.narrow(
                TEXTS.get("ended.name"),
                one -> new NarrowRow(
                        one.unit().name(), "→ " + names(one), Money.format(one.people()), state(one), word(one)),
                this::open);
        grid.setEmptyText(TEXTS.get("transition.none"));
        // what waits for somebody first
        grid.setRows(ended.stream()
                .sorted(Comparator.comparing(TransitionView::done).thenComparing(EndedUnit::whole))
                .toList());
        grid.footer("name", TEXTS.get("ended.count", ended.size()));
        grid.footer("people", Money.format(sum(ended)));
        return grid;
    }

    private static String names(EndedUnit ended) {
        return ended.into().stream().map(AdministrativeUnit::name).collect(Collectors.joining(", "));
    }

    private static State state(EndedUnit ended) {
        return done(ended) ? State.DONE : ended.whole() ? State.WAITING : State.PROVISIONAL;
    }

    private static String word(EndedUnit ended) {
        return TEXTS.get(done(ended) ? "state.done" : ended.whole() ? "state.whole" : "state.split");
    }

    private void waiting(long root) {
        List<WaitingAccount> accounts = services.transitions().accounts(root);
        List<WaitingAgency> agencies = services.transitions().agencies(root);
        if (accounts.isEmpty() && agencies.isEmpty()) {
            return;
        }
        content.add(MessageBar.warn(
                        TEXTS.get("waiting.count", accounts.size(), agencies.size()), TEXTS.get("waiting.what"))
                .action(new Button(
                        TEXTS.get("waiting.show"),
                        event -> new WaitingDialog(services, accounts, agencies, this::show).open())));
    }

    private void transfers(long root) {
        List<Transfer> transfers = services.transitions().transfers(root, LATEST);
        if (transfers.isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                TEXTS.get("moved.title"),
                List.of(
                        TEXTS.get("moved.at"),
                        TEXTS.get("moved.from"),
                        TEXTS.get("moved.to"),
                        ">" + TEXTS.get("moved.people"),
                        ">" + TEXTS.get("moved.rights"),
                        TEXTS.get("moved.why"),
                        TEXTS.get("moved.by")));
        transfers.forEach(one -> table.row(
                Formats.time(one.at()),
                name(one.oldUnitId()),
                name(one.newUnitId()),
                Money.format(one.people()),
                Money.format(one.entitlements()),
                one.why(),
                one.account()));
        addAction(new Button(
                TEXTS.get("moved.title"), VaadinIcon.CLOCK.create(), event -> show(TEXTS.get("moved.title"), table)));
    }

    /** The list of communes keeps the page; what else there is to know comes over it. */
    private static void show(String title, DataTable table) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(title);
        dialog.setWidth("960px");
        dialog.setMaxWidth("96vw");
        Div scrolled = new Div(table);
        scrolled.addClassName("as-xscroll");
        dialog.add(scrolled);
        dialog.getFooter().add(new Button(TEXTS.get("moved.close"), event -> dialog.close()));
        dialog.open();
    }

    private String name(long unitId) {
        return services.units().byId(unitId).map(AdministrativeUnit::name).orElse("");
    }

    private void open(EndedUnit ended) {
        PageAddress.current().put(UNIT, Long.toString(ended.unit().id()));
        show();
    }

    private void showUnit(EndedUnit ended) {
        setTitle(ended.unit().name());
        setSub(TEXTS.get("unit.sub", names(ended), Formats.date(ended.unit().validTo())));
        addAction(new Button(TEXTS.get("unit.back"), VaadinIcon.LIST_UL.create(), event -> {
            PageAddress.current().put(UNIT, "");
            show();
        }));
        content.add(new AssignPanel(services, ended, why, said -> {
            why = said;
            show();
        }));
    }
}
