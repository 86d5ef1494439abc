package vn.ansinh.api.transaction;

import java.util.Set;

/**
 * What a transaction may reach: the row-level security of the database stands on it, below all checks of the application.
 *
 * @param unitId unit whose subtree is reached, 0 for the whole country
 * @param programs programs whose rights and lists are reached; {@code "*"} for all
 * @param account who acts
 */
public record Scope(long unitId, Set<String> programs, String account) {

    /** Nobody acts: a statement that touches a table with people fails. */
    public static final Scope NOTHING = new Scope(-1, Set.of(), "");

    /** The platform acts: row-level security does not hold. */
    public static final Scope EVERYTHING = new Scope(0, Set.of("*"), "system");

    public Scope {
        programs = Set.copyOf(programs);
    }
}
