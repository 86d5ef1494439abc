package vn.ansinh.api.access;

import java.util.List;
import java.util.Set;
import vn.ansinh.api.problem.Problem;

/**
 * Roles that a province or an agency makes for its own people, beside those of the platform, which nobody changes. Needs
 * {@link Permissions#ROLE_MANAGE}. A role never holds more than who makes or changes it, and counts for the accounts that hold
 * it at once.
 */
public interface Roles {

    /** The platform's, then those of the caller's territory and agency, by name. */
    List<Listed> all();

    /**
     * Makes a role of the caller's territory and agency.
     *
     * @throws Problem INVALID for a bad draft, CONFLICT when the name is taken there, FORBIDDEN when it would be more than the
     *     caller has
     */
    Listed define(RoleDraft draft);

    /**
     * Changes a role for everybody who holds it. What it holds of a program that is gone stays.
     *
     * @param code as {@link Role#code}
     * @throws Problem as {@link #define}; NOT_FOUND; FORBIDDEN also when somebody holds it whose account is not the caller's to
     *     look after
     */
    Listed change(String code, RoleDraft draft, String why);

    /** Ends a role. @throws Problem NOT_FOUND, FORBIDDEN, CONFLICT while an account holds it */
    void end(String code, String why);

    /**
     * What a role is to be.
     *
     * @param name Vietnamese, for people
     * @param permissions at most the caller's; neither everything nor, for an agency's role, the issuing of accounts
     */
    record RoleDraft(String name, Set<String> permissions) {
        public RoleDraft {
            permissions = Set.copyOf(permissions);
        }
    }

    /**
     * A role and whose it is.
     *
     * @param own whether it was made here; the platform's are not changed
     * @param unitId territory in which it may be given; 0 for the country
     * @param agencyId agency in which, and below which, it may be given; 0 for all
     * @param accounts how many of those that the caller sees hold it
     */
    record Listed(Role role, boolean own, long unitId, long agencyId, int accounts) {}
}
