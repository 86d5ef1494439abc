package vn.ansinh.ui.shell.layout;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.shell.signin.PasswordDialog;
import vn.ansinh.ui.shell.signin.SignedIn;

/** Whose session it is: change the password, sign out. */
final class AccountMenu extends MenuBar {

    private static final long serialVersionUID = 1L;

    AccountMenu(Access access, Caller caller) {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        addClassName("as-account");
        Span initials = new Span(initials(caller.fullName()));
        initials.addClassName("as-initials");
        initials.getElement().setAttribute("aria-hidden", "true");
        Div account = new Div(caller.account());
        account.addClassName("as-small");
        Div names = new Div(new Div(caller.fullName()), account);
        names.addClassName("as-desk-block");
        Div me = new Div(initials, names);
        me.addClassName("as-me");
        MenuItem top = addItem(me);
        top.setAriaLabel(text("account.menu", caller.fullName()));
        top.getSubMenu().addItem(text("account.password"), event -> new PasswordDialog(access).open());
        top.getSubMenu().addItem(text("account.sign-out"), event -> {
            UI.getCurrent().getPage().setLocation("./");
            SignedIn.leave();
        });
    }

    /** {@code Nguyễn Thị Hoài Thương} is known as HT. */
    private static String initials(String fullName) {
        String[] words = Vietnamese.normalize(fullName).split(" ");
        String last = words[words.length - 1];
        String before = words.length > 1 ? words[words.length - 2] : "";
        return ((before.isEmpty() ? "" : before.substring(0, 1)) + (last.isEmpty() ? "" : last.substring(0, 1)))
                .toUpperCase(java.util.Locale.ROOT);
    }
}
