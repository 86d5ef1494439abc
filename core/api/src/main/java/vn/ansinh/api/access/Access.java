package vn.ansinh.api.access;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import vn.ansinh.api.problem.Problem;

/** Who acts on this thread, and what they may do. Deny by default: without a caller nothing is allowed. */
public interface Access {

    /** As {@link #authenticate(String, char[], Origin)} from nowhere in particular. */
    default Optional<Caller> authenticate(String account, char[] password) {
        return authenticate(account, password, Origin.NONE);
    }

    /**
     * Checks a password.
     *
     * @param password cleared by the caller afterwards; never logged
     * @return empty when the account does not exist, is locked, or the password is wrong: the three are not told apart. A
     *     caller that {@linkplain Caller#mustChange must change} the password first can do nothing else.
     */
    Optional<Caller> authenticate(String account, char[] password, Origin origin);

    /**
     * Checks a token of {@link Tokens}.
     *
     * @return empty when there is no such token, it has ended, or its account has; else its owner with the token's rights
     */
    Optional<Caller> byToken(String token, Origin origin);

    /**
     * Begins a session on the screens of who just signed in.
     *
     * @param browser as it calls itself
     * @return the session's number, for {@link #renew} and {@link #close}
     */
    long open(Caller caller, String browser);

    /**
     * The caller of a session as the account stands now; cheap enough for every request.
     *
     * @return empty when the session was ended or the account may not sign in any more
     */
    Optional<Caller> renew(Caller caller, long session);

    /** Ends a session because its owner signed out; nothing happens to one that has ended. */
    void close(long session);

    /** How long a session on the screens lives without being used. */
    Duration idle();

    /** Runs {@code work} as {@code caller}; the thread's former caller is restored afterwards. */
    <T> T callAs(Caller caller, Callable<T> work) throws Exception;

    /** Binds {@code caller} to the thread until the result is closed; for servlets and UI threads. */
    Binding bind(Caller caller);

    /** The caller of this thread. */
    Optional<Caller> current();

    /** @throws Problem UNAUTHENTICATED when nobody acts on this thread, FORBIDDEN when the password is to be changed first */
    Caller require();

    /** @throws Problem UNAUTHENTICATED, or FORBIDDEN when the caller lacks {@code permission} */
    Caller require(String permission);

    /**
     * The caller, if they hold {@code permission} and {@code unitId} lies in their subtree.
     *
     * @throws Problem UNAUTHENTICATED or FORBIDDEN
     */
    Caller require(String permission, long unitId);

    /**
     * The caller, if they hold {@code permission}, {@code unitId} lies in their subtree and they work for {@code program}.
     *
     * @throws Problem UNAUTHENTICATED or FORBIDDEN
     */
    default Caller require(String permission, long unitId, String program) {
        Caller caller = require(permission, unitId);
        caller.requireProgram(program);
        return caller;
    }

    /** Changes the caller's own password. @throws Problem INVALID when the old one is wrong or the new one too weak */
    void changePassword(char[] old, char[] replacement);

    /** Ends a binding. */
    interface Binding extends AutoCloseable {
        @Override
        void close();
    }
}
