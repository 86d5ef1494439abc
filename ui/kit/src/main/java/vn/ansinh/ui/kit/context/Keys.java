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

    /** A choice that is open takes Enter first; what it closes upon goes on a moment later. */
    private static final String ENTER_GOES_ON = """
            if (this.asEnter) { return; }
            this.asEnter = true;
            const fields = 'vaadin-text-field, vaadin-combo-box, vaadin-date-picker, vaadin-integer-field, vaadin-text-area,'
                + ' vaadin-checkbox';
            this.addEventListener('keydown', event => {
              const field = event.target.closest ? event.target.closest(fields) : null;
              if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey || event.isComposing
                  || !field || field.localName === 'vaadin-text-area') { return; }
              setTimeout(() => {
                if (!field.opened && field.contains(document.activeElement)) { this.asGoOn(field); }
              });
            }, true);
            this.asGoOn = from => {
              const next = [...this.querySelectorAll(fields)].find(each => !each.disabled && !each.readonly
                  && each.getClientRects().length && !from.contains(each)
                  && from.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
              if (next) {
                next.focus();
                const input = next.inputElement;
                if (input && input.select && input.type !== 'checkbox') { input.select(); }
              }
            };
            """;

    private static final String GO_ON_AFTER = """
            if (!this.contains(document.activeElement)) { return; }
            let form = this;
            while (form && !form.asGoOn) { form = form.parentElement; }
            if (form) { form.asGoOn(this); }
            """;

    private Keys() {}

    /** Enter in a field of {@code form} goes on to the next one that can be filled in, without asking the server. */
    public static void enterGoesOn(Component form) {
        form.addAttachListener(event -> form.getElement().executeJs(ENTER_GOES_ON));
    }

    /** What Enter does at the last field of {@code group}, inside a form of {@link #enterGoesOn}, if the focus is in the group. */
    public static void goOnAfter(Component group) {
        group.getElement().executeJs(GO_ON_AFTER);
    }

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
