package vn.ansinh.ui.shell.casework;

import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.ui.kit.home.HomePanel;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;

/** Makes the pages on which case files stand one below the other, and what the first page tells of them. */
public final class CaseListViews {

    private static final int WORK_ORDER = 6;
    private static final int CASES_ORDER = 8;

    private final CaseServices services;
    private final Spreadsheets spreadsheets;

    public CaseListViews(CaseServices services, Spreadsheets spreadsheets) {
        this.services = services;
        this.spreadsheets = spreadsheets;
    }

    /** The page {@code viec}. */
    public View<WorkView> work() {
        return new View<>(
                WorkView.PATH,
                WorkView.TITLE,
                MenuGroup.GENERAL,
                WORK_ORDER,
                "clipboard-text",
                WorkView.class,
                () -> new WorkView(services));
    }

    /** The page {@code ho-so}. */
    public View<CasesView> cases() {
        return new View<>(
                CasesView.PATH,
                CasesView.TITLE,
                MenuGroup.GENERAL,
                CASES_ORDER,
                "folder-open-o",
                CasesView.class,
                () -> new CasesView(services, spreadsheets));
    }

    /** What is due, on the first page. */
    public HomePanel panel() {
        return new WorkPanel(services);
    }
}
