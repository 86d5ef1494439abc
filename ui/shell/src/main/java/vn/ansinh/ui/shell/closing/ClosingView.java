package vn.ansinh.ui.shell.closing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.report.ReportClosings.Closing;
import vn.ansinh.api.report.ReportClosings.Standing;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What the unit has to send up and where it stands, where the units below stand, and one report opened. All of it in the address. */
@Permitted(Permissions.REPORT_READ)
public class ClosingView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "chot-bao-cao";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(ClosingView.class).get("closing.title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ClosingView.class);
    private static final String OPEN = "so";
    private static final String BY = "xem";
    private static final String BELOW = "cap-duoi";

    private final transient ClosingServices services;
    private final Div content = new Div();

    public ClosingView(ClosingServices services) {
        super(TITLE);
        this.services = services;
        content.addClassName("as-contents");
        add(content);
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
        setTitle(TITLE);
        String open = PageAddress.current().get(OPEN).orElse("");
        Problems.guard(() -> {
            if (open.matches("\\d{1,18}")) {
                open(services.closings().byId(Long.parseLong(open)));
            } else {
                list();
            }
        });
    }

    private void open(Closing closing) {
        content.removeAll();
        content.add(new ClosingPage(services, this, closing, this::show, this::back));
    }

    private void back() {
        PageAddress.current().put(OPEN, "");
        show();
    }

    private void list() {
        WorkContext context = WorkContext.current();
        setSub(context.unitName());
        List<ReportDefinition> reports = services.closings().submitted();
        if (reports.isEmpty()) {
            content.add(MessageBar.info(TEXTS.get("closing.no-reports")));
            return;
        }
        List<Standing> own =
                context.unitId() == 0 ? List.of() : services.closings().own(context.unitId());
        boolean hasBelow = BelowPanel.hasBelow(services, context.unitId(), LocalDate.now(services.clock()));
        boolean below = hasBelow
                && (own.isEmpty()
                        || PageAddress.current().get(BY).map(BELOW::equals).orElse(true));
        if (below) {
            content.add(new BelowPanel(services, reports, own.isEmpty() ? new Div() : choice(true), this::opened));
        } else if (own.isEmpty()) {
            content.add(MessageBar.info(TEXTS.get("own.none")));
        } else {
            if (hasBelow) {
                FilterBar bar = new FilterBar();
                bar.addField(choice(false));
                content.add(bar);
            }
            content.add(own(own));
        }
    }

    private Select<Boolean> choice(boolean below) {
        Select<Boolean> by = new Select<>();
        by.setAriaLabel(TEXTS.get("closing.by"));
        by.setItems(true, false);
        by.setItemLabelGenerator(chosen -> TEXTS.get(chosen ? "below.title" : "own.title"));
        by.setValue(below);
        by.setWidth("240px");
        by.addValueChangeListener(event -> {
            PageAddress.current().put(BY, event.getValue() ? BELOW : "don-vi");
            show();
        });
        return by;
    }

    private LazyGrid<Standing> own(List<Standing> own) {
        LazyGrid<Standing> grid = new LazyGrid<>(TEXTS.get("own.title"));
        grid.link("report", TEXTS.get("standing.report"), StandingWords::title, this::begin)
                .setFlexGrow(4);
        grid.wrapped("period", TEXTS.get("standing.period"), StandingWords::period)
                .setFlexGrow(2);
        grid.wrapped("due", TEXTS.get("standing.due"), StandingWords::due).setFlexGrow(2);
        grid.numeric("sent", TEXTS.get("standing.sent"), standing -> Formats.time(standing.sentAt()));
        grid.state("state", TEXTS.get("standing.state"), StandingWords::look, StandingWords::word);
        grid.narrow(
                TEXTS.get("own.title"),
                standing -> new NarrowRow(
                        StandingWords.title(standing),
                        StandingWords.period(standing) + " · " + StandingWords.due(standing),
                        "",
                        StandingWords.look(standing),
                        StandingWords.word(standing)),
                this::begin);
        grid.setRows(own);
        return grid;
    }

    /** Opens what is there; what is not begun, or was given back, is computed first by whoever may. */
    private void begin(Standing standing) {
        Problems.guard(() -> {
            if (standing.closing() != 0) {
                opened(standing.closing());
            } else if (services.closes(standing.unitId())) {
                opened(services.closings()
                        .draft(standing.report(), standing.unitId(), standing.period())
                        .id());
            } else {
                Problems.done(TEXTS.get("standing.not-begun"));
            }
        });
    }

    private void opened(long closing) {
        PageAddress.current().put(Map.of(OPEN, Long.toString(closing)));
        show();
    }
}
