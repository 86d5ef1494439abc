package vn.ansinh.ui.shell.notice;

import vn.ansinh.ui.kit.home.HomePanel;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;
import vn.ansinh.ui.kit.view.ViewProvider;

/** The page, its menu entry, and what it adds to the first page. */
public final class NoticeViews {

    private static final Texts TEXTS = Texts.of(NoticeViews.class);

    private final NoticeServices services;

    public NoticeViews(NoticeServices services) {
        this.services = services;
    }

    /** News, guides, answers, legal documents. */
    public ViewProvider notices() {
        return new View<>(
                NoticesView.PATH,
                TEXTS.get("notices.title"),
                MenuGroup.GENERAL,
                50,
                "newspaper",
                NoticesView.class,
                () -> new NoticesView(services));
    }

    /** What has not been read, on the first page. */
    public HomePanel unread() {
        return new UnreadPanel(services);
    }
}
