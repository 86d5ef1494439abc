package vn.ansinh.ui.shell.signin;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Arrays;
import vn.ansinh.api.access.Access;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.problem.Problems;

/** The old password and twice the new one; what goes wrong is told above them. */
final class PasswordForm extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Access access;
    private final PasswordField old = field("password.old", "current-password");
    private final PasswordField replacement = field("password.new", "new-password");
    private final PasswordField again = field("password.again", "new-password");
    private final Div messages = new Div();

    PasswordForm(Access access) {
        this.access = access;
        addClassName("as-stack");
        messages.getElement().setAttribute("aria-live", "assertive");
        add(messages, old, replacement, again);
        old.setAutofocus(true);
    }

    private static PasswordField field(String label, String autocomplete) {
        PasswordField field = new PasswordField(text(label));
        field.setRequiredIndicatorVisible(true);
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }

    /** Changes the password. @return whether it was */
    boolean change() {
        messages.removeAll();
        if (!replacement.getValue().equals(again.getValue())) {
            messages.add(MessageBar.error(null, text("password.different")));
            again.focus();
            return false;
        }
        char[] before = old.getValue().toCharArray();
        char[] after = replacement.getValue().toCharArray();
        try {
            access.changePassword(before, after);
            return true;
        } catch (RuntimeException e) {
            messages.add(Problems.bar(e));
            return false;
        } finally {
            Arrays.fill(before, '\0');
            Arrays.fill(after, '\0');
        }
    }
}
