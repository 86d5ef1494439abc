package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** A keyboard, and eyes that see where the focus is; no mouse. */
final class Keyboard {

    private static final int MOST_STOPS = 80;

    /** What a screen reader would say of the focused element: its label, its text or, inside a component, the component's. */
    private static final String FOCUSED = """
            () => {
              const words = e => {
                const named = (e.getAttribute('aria-labelledby') || '').split(' ').filter(id => id)
                    .map(id => (e.getRootNode().getElementById(id) || document.getElementById(id) || {}).textContent || '');
                return (e.getAttribute('aria-label') || named.join(' ')
                    || (e.labels && e.labels.length ? e.labels[0].textContent : '')
                    || e.textContent || e.placeholder || '').trim().replace(/\\s+/g, ' ');
              };
              let e = document.activeElement;
              while (e && e.shadowRoot && e.shadowRoot.activeElement) { e = e.shadowRoot.activeElement; }
              while (e && e !== document.body && !words(e)) {
                e = e.parentElement || e.getRootNode().host;
              }
              return e && e !== document.body ? words(e) : '';
            }""";

    private final Page page;
    private int strokes;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses a key or a combination, for instance {@code Shift+Tab}. */
    void press(String key) {
        strokes++;
        page.keyboard().press(key);
    }

    /** Types into what is focused. */
    void type(String text) {
        strokes += text.length();
        page.keyboard().type(text, new com.microsoft.playwright.Keyboard.TypeOptions().setDelay(20));
    }

    /** How many keys were pressed until now; a combination is one. */
    int strokes() {
        return strokes;
    }

    /** What is focused. */
    String focused() {
        return String.valueOf(page.evaluate(FOCUSED));
    }

    /** Goes on with Tab until {@code label} is focused; one that ends with {@code …} may go on. */
    void tabTo(String label) {
        tabToOneOf(List.of(label));
    }

    /** As {@link #tabTo}, whichever comes first. */
    void tabToOneOf(List<String> labels) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < MOST_STOPS; i++) {
            String focused = focused();
            if (labels.stream().anyMatch(label -> fits(label, focused))) {
                return;
            }
            passed.add(focused);
            press("Tab");
        }
        fail(labels + " cannot be reached with Tab; passed " + passed);
    }

    private static boolean fits(String label, String focused) {
        return label.endsWith("…") ? focused.startsWith(label.substring(0, label.length() - 1)) : focused.equals(label);
    }
}
