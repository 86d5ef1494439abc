package vn.ansinh.api.access;

import java.util.Set;

/**
 * Who acts: an account, with what it may do and where.
 *
 * @param account login name
 * @param fullName name of the person behind it, as typed
 * @param unitId unit whose subtree the account may see, or 0 for the whole country
 * @param permissions what it may do; {@code "*"} means everything (the first administrator)
 */
public record Caller(String account, String fullName, long unitId, Set<String> permissions) {

    /** The platform acting on its own: start-up, sweeps. Never given to a request. */
    public static final Caller SYSTEM = new Caller("system", "Hệ thống", 0, Set.of("*"));

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** Whether the account holds {@code permission}. */
    public boolean may(String permission) {
        return permissions.contains("*") || permissions.contains(permission);
    }
}
