package vn.ansinh.ui.shell.report;

import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;
import vn.ansinh.ui.kit.view.ViewProvider;

/** The page and its menu entry. */
public final class ReportViews {

    private static final int ORDER = 44;

    private final ReportServices services;

    public ReportViews(ReportServices services) {
        this.services = services;
    }

    /** The page {@code bao-cao}. */
    public ViewProvider reports() {
        return new View<>(
                ReportsView.PATH,
                ReportsView.TITLE,
                MenuGroup.GENERAL,
                ORDER,
                "chart",
                ReportsView.class,
                () -> new ReportsView(services));
    }
}
