package vn.ansinh.ui.kit.context;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.combobox.ComboBox;

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

    private static final String ENTER_TAKES_FIRST = """
            this.addEventListener('keydown', event => {
              const input = this.inputElement;
              if (event.key === 'Enter' && this.opened && input.value && !input.getAttribute('aria-activedescendant')) {
                input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }));
              }
            }, true);
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

    /** Enter takes the first hit of what was typed when none has been stepped to. */
    public static void enterTakesFirst(ComboBox<?> field) {
        field.addAttachListener(event -> field.getElement().executeJs(ENTER_TAKES_FIRST));
    }

    private static void listen(Component field, String key, boolean control) {
        field.addAttachListener(event -> field.getElement().executeJs(LISTEN, key, control));
    }
}
