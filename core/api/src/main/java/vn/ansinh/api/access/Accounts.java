package vn.ansinh.api.access;

import java.util.List;
import java.util.Set;
import vn.ansinh.api.problem.Problem;

/**
 * The accounts of officials, issued by who holds {@link Permissions#ACCOUNT_MANAGE}: never with more than the issuer may
 * do, and only inside the issuer's subtree.
 */
public interface Accounts {

    /**
     * Makes an account.
     *
     * @return its generated password, which is kept nowhere: hand it over and have it changed
     * @throws Problem INVALID for a bad name or unit, CONFLICT when the name is taken, FORBIDDEN when the issuer lacks a
     *     permission that it would give
     */
    String add(Account account);

    /**
     * Gives an account a new generated password and lifts its lock.
     *
     * @return the password
     * @throws Problem NOT_FOUND for an unknown name, FORBIDDEN when the account may do more than the caller
     */
    String resetPassword(String name);

    /** All accounts inside the caller's subtree, by name. */
    List<Account> all();

    /**
     * An account without its password.
     *
     * @param name for signing in: 2–40 lower-case letters, digits, dot, hyphen
     * @param fullName of the person behind it
     * @param unitId subtree it may see, 0 for the whole country
     * @param permissions what it may do; {@code "*"} means everything
     */
    record Account(String name, String fullName, long unitId, Set<String> permissions) {
        public Account {
            permissions = Set.copyOf(permissions);
        }
    }
}
