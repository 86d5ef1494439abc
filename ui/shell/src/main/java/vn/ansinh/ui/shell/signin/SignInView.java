package vn.ansinh.ui.shell.signin;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.Arrays;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.shell.layout.Brand;

/** Signing in. Whatever address was asked for opens afterwards. */
public class SignInView extends Main implements HasDynamicTitle {

    /** Its own address, for who types it. */
    public static final String PATH = "dang-nhap";

    private static final long serialVersionUID = 1L;

    private final transient Access access;
    private final TextField account = new TextField(text("sign-in.account"));
    private final PasswordField password = new PasswordField(text("sign-in.password"));
    private final Button enter = new Button(text("sign-in.enter"));
    private final Div messages = new Div();

    public SignInView(Access access) {
        this.access = access;
        addClassName("as-login");
        account.setAutofocus(true);
        account.setRequiredIndicatorVisible(true);
        account.getElement().setAttribute("autocomplete", "username");
        account.getElement().setAttribute("autocapitalize", "none");
        password.setRequiredIndicatorVisible(true);
        password.getElement().setAttribute("autocomplete", "current-password");
        password.setRevealButtonVisible(true);
        // it is emptied after each try, which is no mistake of the user's
        password.setManualValidation(true);
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enter.setDisableOnClick(true);
        enter.addClickListener(event -> signIn());
        enter.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        messages.addClassName("as-contents");
        messages.getElement().setAttribute("aria-live", "assertive");
        Div names = new Div(new H1("An Sinh"), new Span(text("sign-in.what")));
        Div head = new Div(new Html(Brand.markOf(35)), names);
        head.addClassName("as-login-head");
        Div card = new Div(head, new H2(text("sign-in.title")), messages, account, password, enter);
        card.addClassName("as-login-card");
        Span help = new Span(text("sign-in.help"));
        help.addClassNames("as-small", "as-muted");
        add(card, help);
    }

    @Override
    public String getPageTitle() {
        return text("sign-in.title") + " – An Sinh";
    }

    private void signIn() {
        messages.removeAll();
        String name = account.getValue().strip();
        char[] secret = password.getValue().toCharArray();
        try {
            if (name.isEmpty() || secret.length == 0) {
                refuse(MessageBar.error(null, text("sign-in.incomplete")));
                return;
            }
            Optional<Caller> caller = access.authenticate(name, secret, SignedIn.origin());
            if (caller.isEmpty()) {
                refuse(MessageBar.error(null, text("sign-in.refused")));
                return;
            }
            SignedIn.enter(access, caller.get());
            open();
        } catch (RuntimeException e) {
            refuse(Problems.bar(e));
        } finally {
            Arrays.fill(secret, '\0');
            password.clear();
        }
    }

    /** A fresh window, so that nothing of the one before the sign-in is left. */
    private void open() {
        getElement()
                .executeJs("location.pathname.endsWith($0) ? location.assign('./') : location.reload()", "/" + PATH);
    }

    private void refuse(MessageBar message) {
        messages.add(message);
        enter.setEnabled(true);
        password.focus();
    }
}
