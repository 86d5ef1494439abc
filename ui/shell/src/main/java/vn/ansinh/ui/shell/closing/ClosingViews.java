package vn.ansinh.ui.shell.closing;

import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;

/** Makes the page for the menu. */
public final class ClosingViews {

    private static final int ORDER = 46;

    private final ClosingServices services;

    public ClosingViews(ClosingServices services) {
        this.services = services;
    }

    /** The page {@code chot-bao-cao}. */
    public View<ClosingView> page() {
        return new View<>(
                ClosingView.PATH,
                ClosingView.TITLE,
                MenuGroup.GENERAL,
                ORDER,
                "archive",
                ClosingView.class,
                () -> new ClosingView(services));
    }
}
