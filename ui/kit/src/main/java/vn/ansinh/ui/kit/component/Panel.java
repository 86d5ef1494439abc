package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;

/** A framed part of a page with a heading of its own. */
@Tag("section")
public class Panel extends HtmlContainer {

    private final Header header = new Header();
    private final Span space = new Span();
    private final Div body = new Div();

    public Panel(String title) {
        addClassName("as-panel");
        H2 heading = new H2(title);
        header.add(heading);
        space.addClassName("as-grow");
        body.addClassName("as-pad");
        add(header, body);
    }

    /** Adds behind the title. */
    public Panel beside(Component... components) {
        header.add(components);
        return this;
    }

    /** Adds at the end of the title line. */
    public Panel atEnd(Component... components) {
        if (space.getParent().isEmpty()) {
            header.add(space);
        }
        header.add(components);
        return this;
    }

    /** What the panel holds. */
    public Panel content(Component... components) {
        body.removeAll();
        body.add(components);
        return this;
    }

    /** The padded part below the title line. */
    public Div body() {
        return body;
    }
}
