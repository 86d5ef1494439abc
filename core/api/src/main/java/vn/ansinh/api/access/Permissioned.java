package vn.ansinh.api.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which permissions and roles there are now: the core's and those of the programs that run. */
public interface Permissioned {

    /** Vietnamese labels by permission, the core's first. */
    Map<String, String> labels();

    /** All permissions that somebody can hold now. What an account holds beside these counts for nothing. */
    Set<String> declared();

    /** The running program that declares a permission; empty for the core's own. */
    Optional<String> programOf(String permission);

    /** Ids of the programs that were taken from the officials of a unit; 0 for the whole country. */
    default Set<String> off(long unitId) {
        return Set.of();
    }

    /** The roles: the platform's, each with what running programs add to it, then those of {@link Roles}. */
    List<Role> roles();
}
