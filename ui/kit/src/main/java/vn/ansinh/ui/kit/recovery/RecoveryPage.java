package vn.ansinh.ui.kit.recovery;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.benefit.Receivables.ReceivableQuery;
import vn.ansinh.api.benefit.Receivables.Totals;
import vn.ansinh.api.benefit.RecoveryDecision;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/**
 * What was paid too much in one program, in the unit of the {@link WorkContext}: proposals to decide or to give up, decisions
 * with their instalments and receipts, and what was cancelled before anybody collected it.
 */
public class RecoveryPage extends Page {

    private static final Texts TEXTS = Texts.of(RecoveryPage.class);
    private static final String TAB = "loc";
    private static final int MOST = 500;

    private final String program;
    private final transient RecoveryServices services;
    private final long unitId = WorkContext.current().unitId();
    private final PageAddress address = PageAddress.current();
    private final Div figures = new Div();
    private final Div list = new Div();
    private RecoveryTab tab = RecoveryTab.of(address.get(TAB).orElse(""));

    /** @param program whose payments, for instance {@code btxh} */
    public RecoveryPage(String program, RecoveryServices services) {
        super(TEXTS.get("recovery.title"));
        this.program = program;
        this.services = services;
        setSub(WorkContext.current().unitName());
        figures.addClassName("as-contents");
        list.addClassName("as-list");
        add(MessageBar.info(TEXTS.get("recovery.lead")), figures, tabs(), list);
        refresh();
    }

    private Tabs tabs() {
        Tabs tabs = new Tabs();
        Map<RecoveryTab, Tab> tabOf = new EnumMap<>(RecoveryTab.class);
        for (RecoveryTab one : RecoveryTab.values()) {
            Tab vaadinTab = new Tab(TEXTS.get("tab." + one));
            tabOf.put(one, vaadinTab);
            tabs.add(vaadinTab);
        }
        tabs.setSelectedTab(tabOf.get(tab));
        tabs.addSelectedChangeListener(event -> tabOf.forEach((one, selected) -> {
            if (selected == event.getSelectedTab()) {
                tab = one;
                address.put(TAB, one == RecoveryTab.PROPOSED ? "" : one.word());
                refresh();
            }
        }));
        return tabs;
    }

    private void refresh() {
        figures.removeAll();
        list.removeAll();
        Problems.guard(() -> {
            Totals totals = services.receivables().totals(program, unitId);
            figures.add(new KeyFigures()
                    .figure(TEXTS.get("figure.people"), Money.format(totals.people()))
                    .figure(TEXTS.get("figure.proposed"), Money.format(totals.proposed()))
                    .figure(TEXTS.get("figure.waiting"), Money.format(totals.waiting()))
                    .figure(TEXTS.get("figure.decided"), Money.format(totals.decided()))
                    .figure(TEXTS.get("figure.received"), Money.format(totals.received()))
                    .figure(TEXTS.get("figure.balance"), Money.format(totals.balance())));
            list.add(content());
        });
    }

    private Component content() {
        return switch (tab) {
            case DECISIONS ->
                RecoveryGrids.decisions(
                        services, services.receivables().decisions(program, unitId, 0, MOST), this::open);
            case CANCELLED ->
                RecoveryGrids.cancellations(
                        services,
                        services.receivables()
                                .cancellations(
                                        program, unitId, WorkContext.current().month(), MOST));
            default -> RecoveryGrids.receivables(services, program, unitId, tab.state(), this::open);
        };
    }

    private void open(Receivable receivable) {
        if (receivable.state() != Receivable.State.PROPOSED
                || !services.access().require().may(Permissions.RECEIVABLE_DECIDE)) {
            return;
        }
        Problems.guard(() -> {
            List<Receivable> ofPerson = services.receivables()
                    .list(new ReceivableQuery(
                            program, unitId, Receivable.State.PROPOSED, receivable.personId(), null, MOST))
                    .rows();
            if (ofPerson.stream().allMatch(one -> one.waiting() == one.amount())) {
                Problems.done(TEXTS.get("decide.all-wait"));
            } else {
                new RecoveryDialog(services, ofPerson, this::refresh).open();
            }
        });
    }

    private void open(RecoveryDecision decision) {
        new DecisionDialog(services, decision, this::refresh).open();
    }
}
