package vn.ansinh.core.unit.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.unit.ResolutionState.Beginning;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.YamlMap;

/**
 * A resolution as its file says it: communes of one province that begin, each with what it is made of.
 *
 * @param province code of the province
 * @param faults what is wrong in the notation; then fields may be {@code null}
 */
record ResolutionFile(
        String number,
        String name,
        LocalDate promulgated,
        LocalDate inForce,
        String province,
        List<Beginning> units,
        List<String> faults) {

    static ResolutionFile read(String file, String source) {
        Faults faults = new Faults(file);
        YamlMap root = YamlMap.read(source, file, faults);
        if (root == null) {
            return new ResolutionFile(null, null, null, null, null, List.of(), faults.told());
        }
        String number = root.text("nghi-quyet");
        String name = root.text("ten");
        LocalDate promulgated = root.day("ban-hanh");
        LocalDate inForce = root.day("hieu-luc");
        String province = root.text("tinh");
        if (!root.has("don-vi")) {
            root.fault("don-vi", "Thiếu «don-vi».");
        }
        List<Beginning> units = new ArrayList<>();
        for (YamlMap unit : root.maps("don-vi")) {
            String code = unit.text("ma");
            String called = unit.text("ten");
            List<String> whole = unit.has("tu") ? unit.texts("tu") : List.of();
            List<String> partly = unit.has("mot-phan") ? unit.texts("mot-phan") : List.of();
            unit.finish();
            if (code != null && called != null) {
                units.add(new Beginning(code, called, province, whole, partly));
            }
        }
        root.finish();
        return new ResolutionFile(number, name, promulgated, inForce, province, units, faults.told());
    }
}
