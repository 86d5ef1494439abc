package vn.ansinh.ui.shell.paper;

import vn.ansinh.api.document.Papers;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;
import vn.ansinh.ui.kit.view.ViewProvider;

/** The page and its menu entry. */
public final class PaperViews {

    private static final int ORDER = 16;

    private final Papers papers;
    private final Units units;

    public PaperViews(Papers papers, Units units) {
        this.papers = papers;
        this.units = units;
    }

    /** All papers. */
    public ViewProvider templates() {
        return new View<>(
                TemplatesView.PATH,
                TemplatesView.TITLE,
                MenuGroup.SYSTEM,
                ORDER,
                "file-text-o",
                TemplatesView.class,
                () -> new TemplatesView(papers, units));
    }
}
