package vn.ansinh.core.unit.transition;

import java.util.List;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/**
 * Who took over a unit that ended.
 *
 * @param into units on its land on the day after its last
 * @param whole whether a source says that it went into one of them whole
 */
record Heirs(List<AdministrativeUnit> into, boolean whole) {

    static Heirs of(AdministrativeUnit ended, Units units) {
        List<Units.Succession> steps = units.successors(ended.id());
        if (steps.isEmpty()) {
            return new Heirs(units.resolve(ended.code(), ended.validTo()), false);
        }
        return new Heirs(
                steps.stream().map(Units.Succession::unit).toList(),
                steps.size() == 1 && !steps.get(0).partial());
    }
}
