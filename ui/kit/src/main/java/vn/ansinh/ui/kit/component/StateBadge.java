package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.html.Span;

/** A state as colour, icon and word. */
public class StateBadge extends Span {

    public StateBadge(State state) {
        this(state, state.word());
    }

    /** @param word in place of the usual one, for instance {@code Quá 2 ngày} */
    public StateBadge(State state, String word) {
        addClassNames("as-state", state.cssClass());
        add(state.icon().create(), new Span(word));
    }
}
