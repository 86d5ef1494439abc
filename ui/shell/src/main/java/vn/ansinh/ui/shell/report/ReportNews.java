package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import vn.ansinh.api.report.Reports;
import vn.ansinh.ui.kit.problem.Problems;

/** Has a page told, as long as somebody looks at it, that reports came, went or changed. */
public final class ReportNews {

    private final Reports reports;
    private final Command changed;
    private Runnable end = () -> {};

    private ReportNews(Reports reports, Command changed) {
        this.reports = reports;
        this.changed = changed;
    }

    /** @param changed run in the page's window */
    public static void follow(Component page, Reports reports, Command changed) {
        ReportNews news = new ReportNews(reports, changed);
        page.addAttachListener(event -> {
            news.begin(event.getUI());
            Registration[] once = new Registration[1];
            once[0] = page.addDetachListener(gone -> {
                once[0].remove();
                news.end();
            });
        });
    }

    private void begin(UI ui) {
        Problems.guard(() -> end = reports.follow(() -> {
            try {
                ui.access(changed);
            } catch (UIDetachedException closed) {
                // nobody looks any more
            }
        }));
    }

    private void end() {
        try {
            end.run();
        } catch (RuntimeException gone) {
            // the core went before the window: then it follows nobody any more
        }
        end = () -> {};
    }
}
