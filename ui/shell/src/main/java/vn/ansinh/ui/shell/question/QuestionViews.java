package vn.ansinh.ui.shell.question;

import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;
import vn.ansinh.ui.kit.view.ViewProvider;
import vn.ansinh.ui.shell.notice.NoticeServices;

/** The page and its menu entry. */
public final class QuestionViews {

    private static final Texts TEXTS = Texts.of(QuestionViews.class);

    private final NoticeServices services;

    public QuestionViews(NoticeServices services) {
        this.services = services;
    }

    /** Questions and reports. */
    public ViewProvider questions() {
        return new View<>(
                QuestionsView.PATH,
                TEXTS.get("questions.title"),
                MenuGroup.GENERAL,
                55,
                "comments",
                QuestionsView.class,
                () -> new QuestionsView(services));
    }
}
