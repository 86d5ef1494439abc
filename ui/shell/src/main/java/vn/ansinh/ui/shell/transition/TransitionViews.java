package vn.ansinh.ui.shell.transition;

import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;
import vn.ansinh.ui.kit.view.ViewProvider;

/** The pages and their menu entries. */
public final class TransitionViews {

    private static final Texts TEXTS = Texts.of(TransitionViews.class);

    private final TransitionServices services;

    public TransitionViews(TransitionServices services) {
        this.services = services;
    }

    /** Who waits for a new unit. */
    public ViewProvider transition() {
        return new View<>(
                TransitionView.PATH,
                TEXTS.get("transition.title"),
                MenuGroup.SYSTEM,
                12,
                "exchange",
                TransitionView.class,
                () -> new TransitionView(services));
    }

    /** Resolutions on units. */
    public ViewProvider resolutions() {
        return new View<>(
                ResolutionsView.PATH,
                TEXTS.get("resolution.title"),
                MenuGroup.SYSTEM,
                13,
                "file-text",
                ResolutionsView.class,
                () -> new ResolutionsView(services));
    }
}
