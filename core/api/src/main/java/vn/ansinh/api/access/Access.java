package vn.ansinh.api.access;

import java.util.Optional;
import java.util.concurrent.Callable;
import vn.ansinh.api.problem.Problem;

/** Who acts on this thread, and what they may do. Deny by default: without a caller nothing is allowed. */
public interface Access {

    /**
     * Checks a password.
     *
     * @param password cleared by the caller afterwards; never logged
     * @return empty when the account does not exist, is locked, or the password is wrong: the three are not told apart
     */
    Optional<Caller> authenticate(String account, char[] password);

    /** Runs {@code work} as {@code caller}; the thread's former caller is restored afterwards. */
    <T> T callAs(Caller caller, Callable<T> work) throws Exception;

    /** Binds {@code caller} to the thread until the result is closed; for servlets and UI threads. */
    Binding bind(Caller caller);

    /** The caller of this thread. */
    Optional<Caller> current();

    /** @throws Problem UNAUTHENTICATED when nobody acts on this thread */
    Caller require();

    /** @throws Problem UNAUTHENTICATED, or FORBIDDEN when the caller lacks {@code permission} */
    Caller require(String permission);

    /**
     * The caller, if they hold {@code permission} and {@code unitId} lies in their subtree.
     *
     * @throws Problem UNAUTHENTICATED or FORBIDDEN
     */
    Caller require(String permission, long unitId);

    /** Changes the caller's own password. @throws Problem INVALID when the old one is wrong or the new one too weak */
    void changePassword(char[] old, char[] replacement);

    /** Ends a binding. */
    interface Binding extends AutoCloseable {
        @Override
        void close();
    }
}
