package vn.ansinh.ui.shell.signin;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.ui.kit.context.WorkContext;

/** Who signed in, kept in the browser's session; bound to each thread that works for it. */
public final class SignedIn {

    private static final String CALLER = SignedIn.class.getName();

    private SignedIn() {}

    /** Who signed in with this request's session. */
    public static Optional<Caller> caller(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((Caller) session.getAttribute(CALLER));
    }

    /** Who signed in in this session; empty also when it has ended. */
    public static Optional<Caller> caller(VaadinSession session) {
        WrappedSession wrapped = session.getSession();
        if (wrapped == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable((Caller) wrapped.getAttribute(CALLER));
        } catch (IllegalStateException ended) {
            return Optional.empty();
        }
    }

    /** Binds the session's caller to this thread; without one the thread keeps what it has. */
    public static Access.Binding bind(Access access, VaadinSession session) {
        return caller(session).map(access::bind).orElse(() -> {});
    }

    /** Signs in. The session gets a new id: one that somebody planted before is worth nothing. */
    public static void enter(Caller caller) {
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        request.changeSessionId();
        request.getSession().setAttribute(CALLER, caller);
    }

    /**
     * Signs out, in every window of this browser. The container's session lives on, empty: were it invalidated, Pax Web would
     * give its id to the next one, and two requests that come at once (the page, the push connection) would both try to
     * make it, of which Jetty answers the second with 500. Signing in changes the id.
     */
    public static void leave() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getSession().removeAttribute(CALLER);
        WorkContext.forget(session);
        session.getUIs().forEach(ui -> ui.access(() -> ui.getPage().setLocation("./")));
    }
}
