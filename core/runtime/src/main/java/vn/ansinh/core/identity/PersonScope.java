package vn.ansinh.core.identity;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Set;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/**
 * The part of the country a query may see, as a condition on a column with a unit's id: a subtree, and the ended units that
 * were taken over in it. What the caller may see of what is asked for is one of the two, or nothing.
 */
public final class PersonScope {

    private static final String NOTHING = "false";

    private final String condition;
    private final long root;

    /** {@code null} for all. */
    private final Set<String> programs;

    private PersonScope(String condition, long root) {
        this(condition, root, null);
    }

    private PersonScope(String condition, long root, Set<String> programs) {
        this.condition = condition;
        this.root = root;
        this.programs = programs;
    }

    /**
     * As {@link #of(Caller, long, Units, String)}, and only of programs that the caller works for.
     *
     * @param programColumn for instance {@code e.program}
     */
    public static PersonScope of(Caller caller, long asked, Units units, String column, String programColumn) {
        PersonScope scope = of(caller, asked, units, column);
        return caller.programs().contains("*")
                ? scope
                : new PersonScope(
                        scope.condition + " and " + programColumn + " = any(?)", scope.root, caller.programs());
    }

    /**
     * @param asked unit whose subtree is asked for, 0 for everything the caller may see
     * @param column for instance {@code p.unit_id}
     */
    public static PersonScope of(Caller caller, long asked, Units units, String column) {
        long root;
        if (isWithin(asked, caller.unitId(), units)) {
            root = asked;
        } else if (isWithin(caller.unitId(), asked, units)) {
            root = caller.unitId();
        } else {
            return new PersonScope(NOTHING, 0);
        }
        if (root == 0) {
            return new PersonScope("true", 0);
        }
        // nothing lies below a commune but what it was made of
        boolean lowest = units.byId(root)
                        .filter(unit -> unit.level() == AdministrativeUnit.Level.COMMUNE)
                        .isPresent()
                && units.predecessors(root).isEmpty();
        return new PersonScope(
                lowest ? column + " = ?" : column + " in (select unit_id from ansinh.unit_sight where ancestor_id = ?)",
                root);
    }

    private static boolean isWithin(long unit, long ancestor, Units units) {
        return ancestor == 0 || unit != 0 && units.isWithin(unit, ancestor);
    }

    /** The unit whose subtree may be seen, 0 for the country; empty for nothing. */
    OptionalLong root() {
        return condition.startsWith(NOTHING) ? OptionalLong.empty() : OptionalLong.of(root);
    }

    /** The condition; its parameters are bound by {@link #bind}. */
    public String sql() {
        return condition;
    }

    /** Binds it; returns the position after it. */
    public int bind(PreparedStatement statement, int from) throws SQLException {
        int next = from;
        if (root != 0) {
            statement.setLong(next++, root);
        }
        if (programs != null) {
            statement.setArray(next++, statement.getConnection().createArrayOf("text", programs.toArray()));
        }
        return next;
    }
}
