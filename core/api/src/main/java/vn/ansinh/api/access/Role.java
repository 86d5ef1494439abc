package vn.ansinh.api.access;

import java.util.Set;

/**
 * A named set of permissions, as officials speak of their work.
 *
 * @param code short and stable: {@code can-bo-xa}
 * @param name Vietnamese
 * @param permissions of the core and, while they run, of programs that know the role
 */
public record Role(String code, String name, Set<String> permissions) {
    public Role {
        permissions = Set.copyOf(permissions);
    }
}
