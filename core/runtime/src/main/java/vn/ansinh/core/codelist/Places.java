package vn.ansinh.core.codelist;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;

/** Whose own entries a place sees: its province's, and those of what the province was made of or became. */
final class Places implements LongFunction<Set<Long>> {

    /** No province: sees the national entries only. */
    private static final Set<Long> NOWHERE = Set.of(-1L);

    private final Units units;

    Places(Units units) {
        this.units = units;
    }

    /** Ids of provinces; empty, which means all of them, for the country (0). */
    @Override
    public Set<Long> apply(long unitId) {
        if (unitId == 0) {
            return Set.of();
        }
        Optional<AdministrativeUnit> unit = units.byId(unitId);
        while (unit.isPresent() && unit.get().level() != Level.PROVINCE) {
            unit = units.byId(unit.get().parentId());
        }
        if (unit.isEmpty()) {
            return NOWHERE;
        }
        Set<Long> places = new HashSet<>();
        long province = unit.get().id();
        places.add(province);
        reach(province, places, units::predecessors);
        reach(province, places, units::successors);
        return places;
    }

    private static void reach(long from, Set<Long> reached, LongFunction<List<Units.Succession>> step) {
        for (Units.Succession next : step.apply(from)) {
            if (next.unit().level() == Level.PROVINCE && reached.add(next.unit().id())) {
                reach(next.unit().id(), reached, step);
            }
        }
    }
}
