package vn.ansinh.api.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.problem.Problem;

/**
 * The accounts of officials, issued by who holds {@link Permissions#ACCOUNT_MANAGE}: never with more than the issuer may
 * do, only inside the issuer's subtree, and only for the issuer's agency or one below it. Who issues accounts in turn gets
 * theirs from the agency above.
 */
public interface Accounts {

    /**
     * Makes an account.
     *
     * @return its generated password, which is kept nowhere: hand it over; it has to be changed at the first sign-in. Blank
     *     for a unit's account, with which nobody signs in
     * @throws Problem INVALID for a bad name, unit, role or permission, CONFLICT when the name is taken, FORBIDDEN when it
     *     would be more than the issuer has
     */
    String add(Account account);

    /**
     * Changes everything but name, password and state; takes effect on open sessions too.
     *
     * @throws Problem as {@link #add}, NOT_FOUND, FORBIDDEN also when the account is more than the caller as it stands
     */
    void change(Account account);

    /**
     * Gives an account a new generated password, to be changed at the next sign-in, and lifts the lock after wrong ones.
     *
     * @return the password
     * @throws Problem NOT_FOUND for an unknown name, FORBIDDEN when the account may do more than the caller
     */
    String resetPassword(String name);

    /** Keeps an account out until {@link #unlock}; its sessions and tokens end at once. @throws Problem as resetPassword */
    void lock(String name, String reason);

    /** Lifts a lock, also the one after wrong passwords. @throws Problem as resetPassword; CONFLICT for a retired account */
    void unlock(String name);

    /** Ends an account for good; its name stays in the papers it made. @throws Problem as resetPassword */
    void retire(String name, String reason);

    /** All accounts inside the caller's subtree and agency, by name. */
    List<Account> all();

    /** The named people behind a unit's account. */
    List<Account> users(String unitAccount);

    /** The roles that the caller could give. */
    List<Role> roles();

    /** Open sessions on the screens inside the caller's subtree, the latest used first; needs {@code session.manage}. */
    List<Session> sessions();

    /** The caller's own open sessions. */
    List<Session> mySessions();

    /** Ends a session: one's own, or with {@code session.manage} one of the subtree. @throws Problem NOT_FOUND */
    void endSession(long id);

    /**
     * An account without its password.
     *
     * @param name for signing in: 2–40 lower-case letters, digits, dot, hyphen
     * @param fullName of the person behind it, or of the unit for a unit's account
     * @param unitId subtree it may see, 0 for the whole country
     * @param permissions what it may do beside its roles; {@code "*"} means everything
     * @param agencyId agency it belongs to, 0 for the platform's own
     * @param programs ids of the programs it works for, at most those of its agency; {@code "*"} means all of them
     * @param roles codes of {@link Role}s
     * @param holder name of the unit's account behind which this person works and whose rights it has; blank for an account
     *     of its own
     * @param mustChange whether the password has to be changed at the next sign-in
     * @param state whether it may sign in
     */
    record Account(
            String name,
            String fullName,
            long unitId,
            Set<String> permissions,
            long agencyId,
            Set<String> programs,
            Set<String> roles,
            String holder,
            boolean mustChange,
            State state) {
        public Account {
            permissions = Set.copyOf(permissions);
            programs = Set.copyOf(programs);
            roles = Set.copyOf(roles);
        }

        /** An account of no agency, for all programs, without roles. */
        public Account(String name, String fullName, long unitId, Set<String> permissions) {
            this(name, fullName, unitId, permissions, 0, Set.of("*"), Set.of(), "", false, State.ACTIVE);
        }
    }

    /** Whether an account may sign in. */
    enum State {
        ACTIVE("Đang dùng"),
        /** A unit's own: named people work behind it, nobody signs in with it. */
        UNIT("Tài khoản đơn vị"),
        LOCKED("Đã khóa"),
        OFF("Đã thôi dùng");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** Vietnamese word. */
        public String label() {
            return label;
        }
    }

    /**
     * Somebody signed in on the screens.
     *
     * @param address of the network
     * @param browser as it calls itself
     * @param seen when it was last used, to the minute
     */
    record Session(
            long id, String account, String fullName, String address, String browser, Instant started, Instant seen) {}
}
