package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;

/** Facts to read: a word and what is known of it, one below the other. */
@Tag("dl")
public class FactList extends HtmlContainer {

    public FactList() {
        addClassName("as-dl");
    }

    /** Adds a line; one without a value reads "–". */
    public FactList fact(String label, String value) {
        return fact(label, new Span(value == null || value.isBlank() ? "–" : value));
    }

    /** Adds a line. */
    public FactList fact(String label, Component value) {
        HtmlContainer term = new HtmlContainer("dt");
        term.setText(label);
        HtmlContainer description = new HtmlContainer("dd");
        description.add(value);
        add(term, description);
        return this;
    }
}
