package vn.ansinh.example.visits;

import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;
import vn.ansinh.ui.kit.view.ViewProvider;

/** The program's page and its menu entry. */
public final class VisitsPages {

    static final Texts TEXTS = Texts.of(VisitsPages.class);
    private static final int AFTER_OTHERS = 900;

    private final Visits visits;

    public VisitsPages(Visits visits) {
        this.visits = visits;
    }

    /** What was written down. */
    public ViewProvider visits() {
        return new View<>(
                "thi-diem/tham-hoi",
                TEXTS.get("visits.title"),
                new MenuGroup(VisitsProgram.ID, TEXTS.get("menu.group"), AFTER_OTHERS),
                0,
                "home-o",
                VisitsView.class,
                () -> new VisitsView(visits));
    }
}
