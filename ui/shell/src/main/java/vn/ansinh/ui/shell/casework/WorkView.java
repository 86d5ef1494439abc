package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseFiles.Counts;
import vn.ansinh.api.casework.CaseFiles.View;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.casework.CaseGrid.About;

/** The case files in which the official has to do something, by the day it is due. */
@Permitted(CasePermissions.READ)
public class WorkView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "viec";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(WorkView.class).get("work.title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(WorkView.class);
    private static final String TAB = "xem";

    private final transient CaseServices services;
    private final Div content = new Div();

    /** The parts of one's work, in the order of the tabs. */
    private enum Part {
        DUE,
        WEEK,
        ALL,
        WAITING,
        OTHERS;

        private String address() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public WorkView(CaseServices services) {
        super(TITLE);
        this.services = services;
        content.addClassName("as-list");
        add(content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (services.access().require().may(CasePermissions.RECEIVE)) {
            setMainAction(new Button(
                    TEXTS.get("cases.receive"),
                    VaadinIcon.PLUS.create(),
                    click -> UI.getCurrent()
                            .navigate(CasesView.RECEPTION, WorkContext.current().parameters())));
        }
        show();
    }

    private void show() {
        WorkContext context = WorkContext.current();
        setSub(TEXTS.get("work.sub", context.unitName(), Formats.date(services.today())));
        content.removeAll();
        Problems.guard(() -> fill(new OwnWork(services, context.unitId())));
    }

    private void fill(OwnWork work) {
        List<CaseFile> week = work.dueBy(work.endOfWeek());
        List<CaseFile> due = week.stream()
                .filter(file -> !file.due().isAfter(services.today()))
                .toList();
        Counts all = services.cases().counts(work.query(View.MINE, null, 1));
        Counts waiting = services.cases().counts(work.query(View.WAITING, null, 1));
        Part part = chosen().orElse(due.isEmpty() ? Part.ALL : Part.DUE);
        long late = due.stream().filter(file -> file.late() > 0).count();
        Tabs tabs = new Tabs(
                late > 0 ? tab(Part.DUE, due.size(), TEXTS.get("work.late", late)) : tab(Part.DUE, due.size(), null),
                tab(Part.WEEK, week.size(), null),
                tab(Part.ALL, all.all(), null),
                tab(Part.WAITING, waiting.all(), null),
                new Tab(TEXTS.get("work.OTHERS")));
        tabs.setSelectedIndex(part.ordinal());
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                PageAddress.current().put(TAB, Part.values()[tabs.getSelectedIndex()].address());
                show();
            }
        });
        CaseGrid grid = new CaseGrid(services, TITLE, About.WORK);
        grid.setEmptyText(TEXTS.get("work.none." + part, WorkContext.current().unitName()));
        content.add(tabs, grid);
        switch (part) {
            case DUE -> grid.show(due);
            case WEEK -> grid.show(week);
            case ALL -> grid.show(filter(View.MINE), all.all());
            case WAITING -> grid.show(filter(View.WAITING), waiting.all());
            case OTHERS -> grid.show(work.ofOthers());
        }
    }

    private static CaseFilter filter(View view) {
        return new CaseFilter(view, WorkContext.current().unitId(), null, null, "", false);
    }

    private static Optional<Part> chosen() {
        return PageAddress.current()
                .get(TAB)
                .flatMap(text -> Arrays.stream(Part.values())
                        .filter(part -> part.address().equals(text))
                        .findFirst());
    }

    /** @param late how many are late, in words; {@code null} for none */
    private static Tab tab(Part part, int count, String late) {
        Span number = new Span(Money.format(count));
        number.addClassName("as-tabnum");
        Tab tab = new Tab(new Span(TEXTS.get("work." + part)), number);
        if (late != null) {
            Span red = new Span(late);
            red.addClassNames("as-tabnum", "red");
            tab.add(red);
        }
        return tab;
    }
}
