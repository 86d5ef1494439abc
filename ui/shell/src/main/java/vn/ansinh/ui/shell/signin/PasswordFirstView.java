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
import com.vaadin.flow.router.HasDynamicTitle;
import vn.ansinh.api.access.Access;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.shell.layout.Brand;

/** All that opens while the password is somebody else's or too old: choosing another one. */
public class PasswordFirstView extends Main implements HasDynamicTitle {

    /** Its own address. */
    public static final String PATH = "doi-mat-khau";

    private static final long serialVersionUID = 1L;

    public PasswordFirstView(Access access) {
        addClassName("as-login");
        PasswordForm form = new PasswordForm(access);
        Button change = new Button(text("password.change"), event -> {
            if (form.change()) {
                getElement()
                        .executeJs("location.pathname.endsWith($0) ? location.assign('./') : location.reload()", PATH);
            }
        });
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        change.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        Button leave = new Button(text("account.sign-out"), event -> SignedIn.leave(access));
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(new Html(Brand.markOf(35)), new Div(new H1("An Sinh"), new Span(text("sign-in.what"))));
        head.addClassName("as-login-head");
        Div card = new Div(
                head, new H2(text("password.title")), MessageBar.info(text("password.first")), form, change, leave);
        card.addClassName("as-login-card");
        add(card);
    }

    @Override
    public String getPageTitle() {
        return text("password.title") + " – An Sinh";
    }
}
