package vn.ansinh.ui.shell.layout;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.Locale;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.shell.signin.PasswordDialog;
import vn.ansinh.ui.shell.signin.SignedIn;

/** Whose session it is: own page, change the password, sign out. */
final class AccountMenu extends Div {

    /** Path of one's own page. */
    static final String PROFILE = "ho-so-cua-toi";

    private static final long serialVersionUID = 1L;

    AccountMenu(Access access, Caller caller) {
        addClassName("as-account");
        Button me = new Button();
        me.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        me.setAriaLabel(text("account.menu", caller.fullName()));
        me.getElement().appendChild(face(caller).getElement());
        Popover popover = new Popover();
        popover.setTarget(me);
        popover.setModal(true);
        popover.setAutofocus(true);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(text("account.menu", caller.fullName()));
        Button password = entry("account.password", VaadinIcon.KEY, () -> {
            popover.close();
            new PasswordDialog(access).open();
        });
        Button profile = entry("account.profile", VaadinIcon.USER, () -> {
            popover.close();
            UI.getCurrent().navigate(PROFILE);
        });
        Button leave = entry("account.sign-out", VaadinIcon.SIGN_OUT, () -> SignedIn.leave(access));
        Div entries = new Div(profile, password, leave);
        entries.addClassName("as-menu");
        popover.add(entries);
        add(me, popover);
    }

    private static Div face(Caller caller) {
        Span initials = new Span(initials(caller.fullName()));
        initials.addClassName("as-initials");
        Div account = new Div(caller.account());
        account.addClassName("as-small");
        Div names = new Div(new Div(caller.fullName()), account);
        names.addClassName("as-desk-block");
        Div face = new Div(initials, names);
        face.addClassName("as-me");
        return face;
    }

    private static Button entry(String label, VaadinIcon icon, Runnable action) {
        Button button = new Button(text(label), icon.create(), event -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    /** {@code Nguyễn Thị Hoài Thương} is known as HT. */
    private static String initials(String fullName) {
        String[] words = Vietnamese.normalize(fullName).split(" ");
        StringBuilder initials = new StringBuilder();
        for (int i = Math.max(0, words.length - 2); i < words.length; i++) {
            initials.append(words[i], 0, Math.min(1, words[i].length()));
        }
        return initials.toString().toUpperCase(Locale.ROOT);
    }
}
