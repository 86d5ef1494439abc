package vn.ansinh.ui.shell.notice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.notice.Notice;
import vn.ansinh.api.notice.Notices;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.home.HomePanel;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** The latest of what the caller has not read. */
final class UnreadPanel implements HomePanel {

    private static final int SHOWN = 3;
    private static final Texts TEXTS = Texts.of(UnreadPanel.class);

    private final NoticeServices services;

    UnreadPanel(NoticeServices services) {
        this.services = services;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String permission() {
        return Permissions.NOTICE_READ;
    }

    @Override
    public Optional<Component> show() {
        int unread = services.notices().unread();
        if (unread == 0) {
            return Optional.empty();
        }
        List<Notice> latest = services.notices()
                .list(new Notices.Query(null, null, true, false, false, null, SHOWN))
                .notices();
        UnorderedList list = new UnorderedList();
        list.addClassName("as-news");
        for (Notice notice : latest) {
            Span from = new Span(
                    TEXTS.get("unread.from", notice.kind().label(), notice.issuer(), Formats.date(notice.from())));
            from.addClassNames("as-small", "as-muted");
            list.add(new ListItem(new Anchor(NoticesView.address(notice.id()), notice.title()), from));
        }
        return Optional.of(new Panel(TEXTS.get("unread.title", unread))
                .atEnd(new Anchor(NoticesView.PATH, TEXTS.get("unread.all")))
                .content(list));
    }
}
