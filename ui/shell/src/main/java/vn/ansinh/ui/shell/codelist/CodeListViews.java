package vn.ansinh.ui.shell.codelist;

import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;
import vn.ansinh.ui.kit.view.ViewProvider;

/** The page and its menu entry. */
public final class CodeListViews {

    private static final int ORDER = 15;

    private final CodeListServices services;

    public CodeListViews(CodeListServices services) {
        this.services = services;
    }

    /** All lists. */
    public ViewProvider lists() {
        return new View<>(
                CodeListsView.PATH,
                CodeListsView.TITLE,
                MenuGroup.SYSTEM,
                ORDER,
                "list-ol",
                CodeListsView.class,
                () -> new CodeListsView(services));
    }
}
