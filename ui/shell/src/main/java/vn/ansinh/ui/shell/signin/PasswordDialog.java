package vn.ansinh.ui.shell.signin;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Arrays;
import vn.ansinh.api.access.Access;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.problem.Problems;

/** Changes one's own password. */
public final class PasswordDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Access access;
    private final PasswordField old = field("password.old", "current-password");
    private final PasswordField replacement = field("password.new", "new-password");
    private final PasswordField again = field("password.again", "new-password");
    private final Div messages = new Div();

    public PasswordDialog(Access access) {
        this.access = access;
        setHeaderTitle(text("password.title"));
        setWidth("380px");
        messages.getElement().setAttribute("aria-live", "assertive");
        Div form = new Div(messages, old, replacement, again);
        form.addClassName("as-stack");
        add(form);
        Button change = new Button(text("password.change"), event -> change());
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        change.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        getFooter().add(new Button(text("dialog.cancel"), event -> close()), change);
        old.setAutofocus(true);
    }

    private static PasswordField field(String label, String autocomplete) {
        PasswordField field = new PasswordField(text(label));
        field.setRequiredIndicatorVisible(true);
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }

    private void change() {
        messages.removeAll();
        if (!replacement.getValue().equals(again.getValue())) {
            messages.add(MessageBar.error(null, text("password.different")));
            again.focus();
            return;
        }
        char[] before = old.getValue().toCharArray();
        char[] after = replacement.getValue().toCharArray();
        try {
            access.changePassword(before, after);
            close();
            Problems.done(text("password.changed"));
        } catch (RuntimeException e) {
            messages.add(Problems.bar(e));
        } finally {
            Arrays.fill(before, '\0');
            Arrays.fill(after, '\0');
        }
    }
}
