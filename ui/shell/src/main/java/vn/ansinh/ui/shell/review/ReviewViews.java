package vn.ansinh.ui.shell.review;

import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;

/** Makes the two pages for the menu. */
public final class ReviewViews {

    private static final int ORDER = 10;

    private final ReviewServices services;

    public ReviewViews(ReviewServices services) {
        this.services = services;
    }

    /** The page {@code ra-soat}. */
    public View<ReviewView> reviews() {
        return new View<>(
                ReviewView.PATH,
                ReviewView.TITLE,
                MenuGroup.GENERAL,
                ORDER,
                "clipboard-check",
                ReviewView.class,
                () -> new ReviewView(services));
    }

    /** The page {@code quyet-dinh-hang-loat}. */
    public View<BulkView> decisions() {
        return new View<>(
                BulkView.PATH,
                BulkView.TITLE,
                MenuGroup.GENERAL,
                ORDER + 1,
                "copy-o",
                BulkView.class,
                () -> new BulkView(services));
    }
}
