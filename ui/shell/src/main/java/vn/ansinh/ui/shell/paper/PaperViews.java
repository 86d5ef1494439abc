package vn.ansinh.ui.shell.paper;

import vn.ansinh.api.document.Papers;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;
import vn.ansinh.ui.kit.view.ViewProvider;

/** The pages about papers, with their menu entries. */
public final class PaperViews {

    private static final int ORDER = 16;
    private static final int BOOK_ORDER = 9;

    private final Papers papers;
    private final Units units;
    private final BookServices services;

    public PaperViews(Papers papers, Units units, BookServices services) {
        this.papers = papers;
        this.units = units;
        this.services = services;
    }

    /** The page {@code so-van-ban}. */
    public ViewProvider book() {
        return new View<>(
                BookView.PATH,
                BookView.TITLE,
                MenuGroup.GENERAL,
                BOOK_ORDER,
                "book",
                BookView.class,
                () -> new BookView(services));
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
