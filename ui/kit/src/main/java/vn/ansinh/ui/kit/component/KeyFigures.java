package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** The few numbers that matter, in one line. */
@Tag("dl")
public class KeyFigures extends HtmlContainer {

    public KeyFigures() {
        addClassName("as-facts");
    }

    /** Adds a figure. */
    public KeyFigures figure(String label, String value) {
        return figure(label, value, null);
    }

    /** Adds a figure that is more than text: one that leads to what it counts. */
    public KeyFigures figure(String label, Component value) {
        return add(label, value, null);
    }

    /** @param note small text behind the value, {@code null} for none */
    public KeyFigures figure(String label, String value, String note) {
        return add(label, new Span(value), note);
    }

    private KeyFigures add(String label, Component value, String note) {
        HtmlContainer term = new HtmlContainer("dt");
        term.setText(label);
        HtmlContainer description = new HtmlContainer("dd");
        description.add(value);
        if (note != null) {
            HtmlContainer small = new HtmlContainer("small");
            small.setText(" " + note);
            description.add(small);
        }
        add(new Div(term, description));
        return this;
    }
}
