package vn.ansinh.ui.shell.signin;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.ui.kit.context.WorkContext;

/** Who signed in, kept in the browser's session; renewed with each request and bound to each thread that works for it. */
public final class SignedIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignedIn.class);
    private static final String SEAT = SignedIn.class.getName();

    /** @param session number that {@link Access#open} gave */
    private record Seat(Caller caller, long session) {}

    private SignedIn() {}

    /**
     * Who signed in with this request's session, as the account stands now. Nobody when the session or the account was ended:
     * the seat is given up.
     */
    public static Optional<Caller> renew(Access access, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Seat seat = session == null ? null : (Seat) session.getAttribute(SEAT);
        if (seat == null) {
            return Optional.empty();
        }
        Caller here = seat.caller().from(origin(request));
        Optional<Caller> now;
        try {
            now = access.renew(here, seat.session());
        } catch (RuntimeException away) {
            // the database is not there, and with it everything that the old rights could reach
            LOG.debug("rights could not be renewed", away);
            return Optional.of(here);
        }
        if (now.isEmpty()) {
            session.removeAttribute(SEAT);
        } else if (!now.get().equals(seat.caller())) {
            session.setAttribute(SEAT, new Seat(now.get(), seat.session()));
        }
        return now;
    }

    private static Origin origin(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), Origin.WEB, "");
    }

    /** Who signed in in this session; empty also when it has ended. */
    public static Optional<Caller> caller(VaadinSession session) {
        return seat(session).map(Seat::caller);
    }

    private static Optional<Seat> seat(VaadinSession session) {
        WrappedSession wrapped = session.getSession();
        if (wrapped == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable((Seat) wrapped.getAttribute(SEAT));
        } catch (IllegalStateException ended) {
            return Optional.empty();
        }
    }

    /** Binds the session's caller to this thread; without one the thread keeps what it has. */
    public static Access.Binding bind(Access access, VaadinSession session) {
        return caller(session).map(access::bind).orElse(() -> {});
    }

    /** Signs in. The session gets a new id: one that somebody planted before is worth nothing. */
    static void enter(Access access, Caller caller) {
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        String browser = request.getHeader("User-Agent");
        Caller here = caller.from(origin(request));
        long session = access.open(here, browser == null ? "" : browser);
        request.changeSessionId();
        request.getSession().setAttribute(SEAT, new Seat(here, session));
    }

    /** Where a request of this thread comes from. */
    static Origin origin() {
        return origin(VaadinServletRequest.getCurrent().getHttpServletRequest());
    }

    /** The number of this browser's session; 0 for none. */
    public static long session() {
        return seat(VaadinSession.getCurrent()).map(Seat::session).orElse(0L);
    }

    /**
     * Signs out, in every window of this browser. The container's session lives on, empty: were it invalidated, Pax Web would
     * give its id to the next one, and two requests that come at once (the page, the push connection) would both try to
     * make it, of which Jetty answers the second with 500. Signing in changes the id.
     */
    public static void leave(Access access) {
        VaadinSession session = VaadinSession.getCurrent();
        seat(session).ifPresent(seat -> access.close(seat.session()));
        session.getSession().removeAttribute(SEAT);
        WorkContext.forget(session);
        session.getUIs().forEach(ui -> ui.access(() -> ui.getPage().setLocation("./")));
    }
}
