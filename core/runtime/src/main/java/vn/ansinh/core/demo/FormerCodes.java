package vn.ansinh.core.demo;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/** Personal numbers keep the codes of the provinces from before the mergers. */
public final class FormerCodes {

    private FormerCodes() {}

    /** The codes of a province and of those that it came from. */
    public static List<String> of(Units units, AdministrativeUnit province) {
        List<String> codes = new ArrayList<>();
        List<AdministrativeUnit> open = new ArrayList<>(List.of(province));
        while (!open.isEmpty()) {
            AdministrativeUnit unit = open.remove(0);
            List<Units.Succession> before = units.predecessors(unit.id());
            if (before.isEmpty() && !codes.contains(unit.code())) {
                codes.add(unit.code());
            }
            before.forEach(step -> open.add(step.unit()));
        }
        return codes;
    }
}
