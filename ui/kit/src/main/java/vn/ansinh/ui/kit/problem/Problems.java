package vn.ansinh.ui.kit.problem;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.text.Texts;

/** Shows what went wrong. A {@link Problem} speaks for itself; anything else gets an id under which IT finds it in the log. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Texts TEXTS = Texts.of(Problems.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Problems() {}

    /** What to tell the user. @param code what IT can search for */
    public record Told(String message, String code) {}

    /** Turns a failure into words; logs it when it is not a {@link Problem}. */
    public static Told tell(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return new Told(problem.getMessage(), problem.code());
            }
            if (cause.getClass().getName().equals("org.osgi.service.blueprint.container.ServiceUnavailableException")) {
                return new Told(TEXTS.get("problem.unavailable"), "AS-UNAVAILABLE");
            }
        }
        byte[] id = new byte[4];
        RANDOM.nextBytes(id);
        String code = "AS-" + HexFormat.of().withUpperCase().formatHex(id);
        LOG.error("unexpected failure {}", code, failure);
        return new Told(TEXTS.get("problem.unexpected"), code);
    }

    /** Shows a failure as a message that stays until it is closed. */
    public static void show(Throwable failure) {
        show(tell(failure));
    }

    /** As above, for what has been put in words already. */
    public static void show(Told told) {
        Notification notification = new Notification();
        notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notification.setPosition(Notification.Position.TOP_CENTER);
        notification.setDuration(0);
        notification.setAssertive(true);
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> notification.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(TEXTS.get("problem.close"));
        close.addClickShortcut(Key.ESCAPE);
        Span code = new Span(TEXTS.get("problem.code", told.code()));
        code.addClassName("as-small");
        Div text = new Div(new Div(new Span(told.message())), code);
        Div line = new Div(VaadinIcon.WARNING.create(), text, close);
        line.addClassName("as-notice");
        notification.add(line);
        notification.open();
    }

    /** A failure as a message in the page. */
    public static MessageBar bar(Throwable failure) {
        Told told = tell(failure);
        return MessageBar.error(null, told.message() + " " + TEXTS.get("problem.code", told.code()));
    }

    /** Runs {@code action}; shows what goes wrong. @return whether it went well */
    public static boolean guard(Runnable action) {
        try {
            action.run();
            return true;
        } catch (RuntimeException e) {
            show(e);
            return false;
        }
    }

    /** Tells briefly that something went well; disappears by itself. */
    public static void done(String text) {
        Notification notification = new Notification(text, 5000, Notification.Position.BOTTOM_START);
        notification.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        notification.open();
    }
}
