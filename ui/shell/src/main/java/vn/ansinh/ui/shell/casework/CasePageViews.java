package vn.ansinh.ui.shell.casework;

import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;

/** Makes the page of one case, which has no menu entry of its own, and the page of what hangs out. */
public final class CasePageViews {

    private static final int POSTINGS_ORDER = 9;

    private final CaseServices services;

    public CasePageViews(CaseServices services) {
        this.services = services;
    }

    /** The page {@code ho-so/mo}. */
    public View<CasePageView> page() {
        return new View<>(
                CasePageView.PATH,
                CasePageView.TITLE,
                null,
                0,
                "folder-open",
                CasePageView.class,
                () -> new CasePageView(services));
    }

    /** The page {@code niem-yet}. */
    public View<PostingsView> postings() {
        return new View<>(
                PostingsView.PATH,
                PostingsView.TITLE,
                MenuGroup.GENERAL,
                POSTINGS_ORDER,
                "pin",
                PostingsView.class,
                () -> new PostingsView(services));
    }
}
