package vn.ansinh.core.board;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.identity.PersonScope;

/** What of the country a board is about, as a condition that one statement uses on several columns. */
final class Reach {

    private final Caller caller;
    private final long unitId;
    private final Units units;

    Reach(Caller caller, long unitId, Units units) {
        this.caller = caller;
        this.unitId = unitId;
        this.units = units;
    }

    /** @param column for instance {@code b.unit_id} */
    String sql(String column) {
        return PersonScope.of(caller, unitId, units, column).sql();
    }

    /** Binds one condition; returns the position after it. */
    int bind(PreparedStatement statement, int from) throws SQLException {
        return PersonScope.of(caller, unitId, units, "unit_id").bind(statement, from);
    }
}
