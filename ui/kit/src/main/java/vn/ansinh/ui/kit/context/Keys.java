package vn.ansinh.ui.kit.context;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;

/** Keys that work anywhere on a page. */
public final class Keys {

    /** Runs in the browser: a server round trip for a key press is slow on a commune's line. Removes itself. */
    private static final String LISTEN = """
            const field = this;
            const typing = event => event.composedPath().some(t => t.matches && t.matches('input, textarea, [contenteditable]'));
            const listener = event => {
              if (!field.isConnected) { document.removeEventListener('keydown', listener); return; }
              const wanted = $1 ? (event.ctrlKey && event.key.toLowerCase() === $0)
                  : (event.key === $0 && !event.ctrlKey && !event.altKey && !event.metaKey && !typing(event));
              if (wanted) { event.preventDefault(); field.focus(); if (field.inputElement) field.inputElement.select(); }
            };
            document.addEventListener('keydown', listener);
            """;

    private Keys() {}

    /** {@code key} (one character) focuses {@code field}, unless one is typing in another. */
    public static <C extends Component & Focusable<?>> void focus(C field, String key) {
        listen(field, key, false);
    }

    /** Ctrl and {@code key} focus {@code field}. */
    public static <C extends Component & Focusable<?>> void focusWithControl(C field, String key) {
        listen(field, key, true);
    }

    private static void listen(Component field, String key, boolean control) {
        field.addAttachListener(event -> field.getElement().executeJs(LISTEN, key, control));
    }
}
