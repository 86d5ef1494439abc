package vn.ansinh.ui.shell.signin;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import vn.ansinh.api.access.Access;
import vn.ansinh.ui.kit.problem.Problems;

/** Changes one's own password. */
public final class PasswordDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    public PasswordDialog(Access access) {
        setHeaderTitle(text("password.title"));
        setWidth("380px");
        PasswordForm form = new PasswordForm(access);
        add(form);
        Button change = new Button(text("password.change"), event -> {
            if (form.change()) {
                close();
                Problems.done(text("password.changed"));
            }
        });
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        change.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        getFooter().add(new Button(text("dialog.cancel"), event -> close()), change);
    }
}
