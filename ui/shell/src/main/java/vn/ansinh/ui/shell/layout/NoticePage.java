package vn.ansinh.ui.shell.layout;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.shell.home.HomeView;

/** A page in place of the one that was asked for: what is the matter and where to go. */
abstract class NoticePage extends Page {

    private static final long serialVersionUID = 1L;

    private final Paragraph what = new Paragraph();

    NoticePage(String key) {
        super(text(key));
        what.setText(text(key + ".what"));
        Div body = new Div(what, new RouterLink(text("notice.home"), HomeView.class));
        body.addClassName("as-stack");
        add(body);
    }

    final void say(String text) {
        what.setText(text);
    }
}
