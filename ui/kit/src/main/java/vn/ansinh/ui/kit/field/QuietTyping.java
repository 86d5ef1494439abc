package vn.ansinh.ui.kit.field;

import com.vaadin.flow.component.UI;

/**
 * Typing in a choice is not told to the server letter by letter. Vaadin sends each letter as it is typed and does nothing with it:
 * what is looked for goes along with the question for hits, once the typing stops. On a commune's line that is a queue of requests
 * before the one that matters.
 */
public final class QuietTyping {

    /** Caught on the way down: Flow listens at the field itself. */
    private static final String HUSH = """
            document.addEventListener('filter-changed', event => {
              if (event.target.localName === 'vaadin-combo-box') { event.stopImmediatePropagation(); }
            }, true);
            """;

    private QuietTyping() {}

    /** From now on, in every choice of a window. Once for each window. */
    public static void in(UI ui) {
        ui.getPage().executeJs(HUSH);
    }
}
