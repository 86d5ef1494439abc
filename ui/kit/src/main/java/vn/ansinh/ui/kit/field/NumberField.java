package vn.ansinh.ui.kit.field;

import com.vaadin.flow.component.textfield.TextField;
import vn.ansinh.api.identity.NumberSight;

/**
 * A number of a paper or an account, of which the official sees what they may. One who sees it masked may type another in its
 * place; left as it is, it stays what it was.
 */
public final class NumberField extends TextField {

    private static final long serialVersionUID = 1L;

    private final transient NumberSight sight;
    private String whole;
    private String shown;

    /** @param whole the number as it is, or {@code null} */
    public NumberField(String label, String whole, NumberSight sight) {
        super(label);
        this.sight = sight;
        show(whole);
    }

    /** Another number in its place, or {@code null} for none. */
    public void show(String number) {
        whole = number;
        shown = sight.show(number);
        setValue(shown == null ? "" : shown);
    }

    /** The whole number, without blanks and dots; {@code null} when there is none. */
    public String number() {
        if (getValue().equals(shown)) {
            return whole;
        }
        String typed = getValue().replaceAll("[ .]", "");
        return typed.isEmpty() ? null : typed;
    }
}
