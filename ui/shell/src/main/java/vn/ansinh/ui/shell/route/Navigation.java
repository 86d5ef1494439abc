package vn.ansinh.ui.shell.route;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.io.EOFException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.QuietTyping;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.shell.Services;
import vn.ansinh.ui.shell.layout.MainLayout;
import vn.ansinh.ui.shell.signin.PasswordFirstView;
import vn.ansinh.ui.shell.signin.SignInView;
import vn.ansinh.ui.shell.signin.SignedIn;

/** At the door of every page: signed in, permitted, and with unit and month taken from the address. */
public final class Navigation {

    private static final Logger LOG = LoggerFactory.getLogger(Navigation.class);
    private static final Locale VIETNAMESE = new Locale("vi", "VN");

    private final Services services;
    private final OpenWindows windows;
    private ViewRegistry views;

    public Navigation(Services services, OpenWindows windows) {
        this.services = services;
        this.windows = windows;
    }

    /** The views among which to navigate; set once. */
    public void setViews(ViewRegistry views) {
        this.views = views;
    }

    /** Stands at the door from now on. */
    public void follow(VaadinService service) {
        service.addSessionInitListener(event -> {
            VaadinSession session = event.getSession();
            session.setLocale(VIETNAMESE);
            session.setErrorHandler(error -> tell(error.getThrowable()));
            session.getSession()
                    .setMaxInactiveInterval((int) services.access().idle().toSeconds());
        });
        service.addUIInitListener(event -> {
            UI ui = event.getUI();
            windows.opened(ui);
            QuietTyping.in(ui);
            ui.addBeforeEnterListener(this::enter);
            ui.addAfterNavigationListener(after -> makeAnew(ui, after));
        });
    }

    private static void tell(Throwable failure) {
        if (failure instanceof EOFException) {
            LOG.debug("a browser went away before its answer was written", failure);
            return;
        }
        Problems.Told told = Problems.tell(failure);
        if (UI.getCurrent() != null) {
            Problems.show(told);
        }
    }

    /** Makes what belongs to the shell itself; {@code null} for anything else. */
    public Object make(Class<?> type) {
        if (type == MainLayout.class) {
            return new MainLayout(services, views);
        }
        if (type == SignInView.class) {
            return new SignInView(services.access());
        }
        if (type == PasswordFirstView.class) {
            return new PasswordFirstView(services.access());
        }
        return null;
    }

    /** Whether {@code caller} may open views of {@code type}; nobody may without a {@link Permitted}. */
    public static boolean permits(Caller caller, Class<?> type) {
        Permitted permitted = type.getAnnotation(Permitted.class);
        if (permitted == null || caller.mustChange()) {
            return false;
        }
        boolean may = permitted.value().equals(Permitted.SIGNED_IN) || caller.may(permitted.value());
        return may && (permitted.program().isEmpty() || caller.works(permitted.program()));
    }

    private void enter(BeforeEnterEvent event) {
        Class<?> target = event.getNavigationTarget();
        Optional<Caller> caller = SignedIn.caller(event.getUI().getSession());
        if (caller.isEmpty()) {
            if (target != SignInView.class) {
                event.rerouteTo(SignInView.class);
            }
            return;
        }
        if (caller.get().mustChange()) {
            if (target != PasswordFirstView.class) {
                event.rerouteTo(PasswordFirstView.class);
            }
            return;
        }
        if (target == SignInView.class || target == PasswordFirstView.class) {
            event.forwardTo("");
            return;
        }
        // an unknown address is handed to the browser's router first, under a placeholder of Flow's own
        boolean own = ViewRegistry.NOTICES.contains(target) || target.getEnclosingClass() == UI.class;
        if (!own && !permits(caller.get(), target)) {
            event.rerouteToError(AccessDeniedException.class);
            return;
        }
        UI ui = event.getUI();
        PageAddress address = PageAddress.of(ui);
        address.entered(event.getLocation());
        WorkContext context = WorkContext.of(ui)
                .orElseGet(() -> WorkContext.install(
                        ui, services.units(), services.clock(), caller.get().unitId()));
        context.entered(address);
    }

    /**
     * Flow keeps the page when only the address's parameters change. A page may have read unit and month when it was made, so
     * it is made anew when they have changed, by the control at the top or by the browser's Back.
     */
    private static void makeAnew(UI ui, AfterNavigationEvent event) {
        WorkContext.of(ui).ifPresent(context -> {
            Component page = (Component) event.getActiveChain().get(0);
            MadeFor now = new MadeFor(context.unitId(), context.month());
            MadeFor before = ComponentUtil.getData(page, MadeFor.class);
            ComponentUtil.setData(page, MadeFor.class, now);
            if (before != null && !before.equals(now)) {
                // afterwards: the router leaves out an address that it is just handling
                ui.access(() -> ui.refreshCurrentRoute(false));
            }
        });
    }

    private record MadeFor(long unitId, YearMonth month) {}
}
