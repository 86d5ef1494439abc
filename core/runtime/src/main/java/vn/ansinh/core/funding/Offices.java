package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.payment.Sql;

/** Who acts where about money: at a unit, or above it. */
final class Offices {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private final Access access;
    private final Units units;
    private final Clock clock;

    Offices(Access access, Units units, Clock clock) {
        this.access = access;
        this.units = units;
        this.clock = clock;
    }

    Access access() {
        return access;
    }

    Units units() {
        return units;
    }

    Clock clock() {
        return clock;
    }

    /** Name for messages. */
    String name(long unitId) {
        return units.byId(unitId).map(AdministrativeUnit::name).orElse("đơn vị " + unitId);
    }

    /** @throws Problem INVALID when it is no unit with money of its own */
    void requireUnit(long unitId) {
        if (unitId == 0 || units.byId(unitId).isEmpty()) {
            throw Problem.invalid(
                    "AS-FUNDING-UNIT", "Kinh phí phải của một đơn vị. Vui lòng chọn tỉnh hoặc xã, phường.");
        }
    }

    /** @throws Problem INVALID when {@code below} does not lie below {@code above} */
    void requireBelow(long below, long above) {
        requireUnit(below);
        if (below == above || !units.isWithin(below, above)) {
            throw Problem.invalid(
                    "AS-FUNDING-BELOW", name(below) + " không phải đơn vị cấp dưới của " + name(above) + ".");
        }
    }

    /** @throws Problem INVALID when nobody could mean it */
    static void requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Problem.invalid("AS-FUNDING-YEAR", "Năm ngân sách " + year + " không đúng.");
        }
    }

    /**
     * The caller, when they decide for a unit: from above, or at the unit itself where it has a budget of its own.
     *
     * @throws Problem FORBIDDEN
     */
    Caller requireDecider(Connection connection, String permission, long unitId, String program) throws SQLException {
        Caller caller = access.require(permission, unitId, program);
        if (caller.unitId() == unitId && !ownBudget(connection, program, unitId, YearMonth.now(clock))) {
            throw fromAbove();
        }
        return caller;
    }

    /** The caller, when they act from above a unit. @throws Problem FORBIDDEN */
    Caller requireAbove(String permission, long unitId, String program) {
        Caller caller = access.require(permission, unitId, program);
        if (caller.unitId() == unitId) {
            throw fromAbove();
        }
        return caller;
    }

    private static Problem fromAbove() {
        return Problem.forbidden(
                "AS-FUNDING-ABOVE", "Việc này do đơn vị cấp trên quyết định; đơn vị không tự duyệt cho mình.");
    }

    /** Whether a unit allocates without having received from above. */
    static boolean ownBudget(Connection connection, String program, long unitId, YearMonth month) throws SQLException {
        return !ownBudgets(connection, program, List.of(unitId), month).isEmpty();
    }

    /** Those of units that allocate without having received from above. */
    static Set<Long> ownBudgets(Connection connection, String program, Collection<Long> units, YearMonth month)
            throws SQLException {
        return Set.copyOf(Sql.of(
                        "select unit_id from (select distinct on (unit_id) unit_id, own_budget from ansinh.funding_rule"
                                + " where program = ? and unit_id = any(?) and from_month <= ?"
                                + " order by unit_id, from_month desc, id desc) r where own_budget",
                        program,
                        units,
                        month)
                .list(connection, row -> row.getLong(1)));
    }
}
