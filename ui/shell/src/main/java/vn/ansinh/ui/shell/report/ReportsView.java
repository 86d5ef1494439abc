package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.Optional;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/**
 * Báo cáo: what there is to choose from, or one report opened up. Which one, and with what, stands in the address. Reports that come
 * or go are seen at once, without losing what was chosen.
 */
@Permitted(Permissions.REPORT_READ)
public class ReportsView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "bao-cao";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(ReportsView.class).get("title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ReportsView.class);

    private final transient ReportServices services;
    private final Div content = new Div();
    private final ReportCatalogue catalogue;
    private ReportPanel open;

    public ReportsView(ReportServices services) {
        super(TITLE);
        this.services = services;
        catalogue = new ReportCatalogue(services);
        content.addClassName("as-contents");
        add(content);
        ReportNews.follow(this, services.reports(), this::reportsChanged);
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
        open = null;
        Optional<String> asked = PageAddress.current().get(ReportAddress.REPORT);
        try {
            if (asked.isEmpty()) {
                showCatalogue();
                return;
            }
            addAction(new Button(TEXTS.get("all"), VaadinIcon.LIST_UL.create(), event -> ReportAddress.catalogue()));
            Optional<ReportDefinition> report = services.reports().byId(asked.get());
            if (report.isEmpty()) {
                setTitle(TITLE);
                content.add(MessageBar.warn(TEXTS.get("none.lead"), TEXTS.get("none", asked.get())));
            } else {
                showReport(report.get());
            }
        } catch (RuntimeException e) {
            content.add(Problems.bar(e));
        }
    }

    private void showCatalogue() {
        setTitle(TITLE);
        setSub(WorkContext.current().unitName());
        catalogue.load();
        content.add(catalogue);
    }

    private void showReport(ReportDefinition report) {
        setTitle(report.title());
        setSub(null);
        open = new ReportPanel(services, report, services.reports().initial(report.id()));
        setStates(ReportMarks.badges(report));
        open.actions().forEach(this::addAction);
        setMainAction(open.mainAction());
        content.add(open);
        open.begin();
    }

    /** Something came, went or changed. */
    private void reportsChanged() {
        Problems.guard(() -> {
            if (open != null) {
                open.changed(services.reports().byId(open.report().id()));
            } else if (catalogue.getParent().isPresent()) {
                // the search keeps its focus
                catalogue.load();
            } else {
                show();
            }
        });
    }
}
