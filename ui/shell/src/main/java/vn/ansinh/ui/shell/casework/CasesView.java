package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.casework.CaseFiles.Counts;
import vn.ansinh.api.casework.CaseFiles.View;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.casework.CaseGrid.About;

/**
 * Case files of one's own agency and those below, looked at in four ways: what to tell a citizen, what came in, how far they are,
 * and where each one is; and in a fifth, how punctual each unit is.
 */
@Permitted(CasePermissions.READ)
public class CasesView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "ho-so";

    /** Address of the desk that takes applications. */
    public static final String RECEPTION = PATH + "/tiep-nhan";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(CasesView.class).get("cases.title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(CasesView.class);
    private static final String TAB = "xem";

    private final transient CaseServices services;
    private final transient Spreadsheets spreadsheets;
    private final Tabs tabs = new Tabs();
    private final Map<Look, Tab> tabOf = new EnumMap<>(Look.class);
    private final Div content = new Div();

    /** The ways to look at them, in the order of the tabs. */
    private enum Look {
        WHEREABOUTS("hien-trang"),
        RECEIVED("nhan"),
        PROGRESS("trang-thai"),
        PUNCTUALITY("dung-han"),
        GUIDANCE("huong-dan");

        private final String address;

        Look(String address) {
            this.address = address;
        }
    }

    public CasesView(CaseServices services, Spreadsheets spreadsheets) {
        super(TITLE);
        this.services = services;
        this.spreadsheets = spreadsheets;
        for (Look look : Look.values()) {
            Tab tab = new Tab(TEXTS.get("cases." + look.name().toLowerCase(Locale.ROOT)));
            tabOf.put(look, tab);
            tabs.add(tab);
        }
        tabs.addClassName("as-no-print");
        content.addClassName("as-list");
        add(tabs, content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        tabs.setSelectedTab(tabOf.get(look()));
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                PageAddress.current().put(TAB, Look.values()[tabs.getSelectedIndex()].address);
                show();
            }
        });
        if (services.access().require().may(CasePermissions.RECEIVE)) {
            setMainAction(new Button(
                    TEXTS.get("cases.receive"),
                    VaadinIcon.PLUS.create(),
                    click -> UI.getCurrent()
                            .navigate(RECEPTION, WorkContext.current().parameters())));
        }
        show();
    }

    private static Look look() {
        return PageAddress.current()
                .get(TAB)
                .flatMap(text -> Arrays.stream(Look.values())
                        .filter(look -> look.address.equals(text))
                        .findFirst())
                .orElse(Look.WHEREABOUTS);
    }

    private void show() {
        setSub(WorkContext.current().unitName());
        content.removeAll();
        Problems.guard(() -> {
            switch (look()) {
                case WHEREABOUTS -> list(About.WHEREABOUTS, View.RUNNING);
                case RECEIVED -> list(About.RECEIVED, View.ALL);
                case PROGRESS -> content.add(new ProgressPanel(services, procedures(), this::show));
                case PUNCTUALITY -> content.add(new PunctualityPanel(services, procedures()));
                case GUIDANCE -> content.add(new GuidancePanel(services));
            }
        });
    }

    private List<Procedure> procedures() {
        return services.procedures().on(services.today());
    }

    private void list(About about, View usual) {
        CaseGrid grid = new CaseGrid(services, TITLE, about);
        Div exported = new Div();
        exported.addClassName("as-contents");
        FilterBar bar = CaseFilter.ofAddress(usual)
                .bar(procedures(), true, () -> Problems.guard(() -> fill(grid, usual, exported)), this::show);
        bar.addAtEnd(exported);
        bar.addAtEnd(grid.columnChooser());
        content.add(bar, grid);
        fill(grid, usual, exported);
    }

    private void fill(CaseGrid grid, View usual, Div exported) {
        CaseFilter filter = CaseFilter.ofAddress(usual);
        Counts counts = services.cases().counts(filter.query(null, 1));
        grid.setEmptyState(nothing(filter));
        grid.show(filter, counts.all());
        grid.footer(
                "name",
                counts.late() > 0
                        ? TEXTS.get("list.count-late", counts.all(), counts.late())
                        : TEXTS.get("list.count", counts.all()));
        exported.removeAll();
        if (counts.all() > 0) {
            exported.add(new CaseExport(services, spreadsheets).link(filter));
        }
    }

    private Component nothing(CaseFilter filter) {
        String unit = WorkContext.current().unitName();
        if (filter.narrows()) {
            return new Span(TEXTS.get("list.no-hit", unit));
        }
        return new Span(TEXTS.get(
                services.access().require().may(CasePermissions.RECEIVE) ? "list.none-receive" : "list.none", unit));
    }
}
