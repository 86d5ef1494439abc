package vn.ansinh.core.report.definition;

import java.util.List;
import java.util.Map;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.Place;
import vn.ansinh.core.extender.YamlMap;

/** Whether a query and the parameters of its report go together. */
final class QueryCheck {

    private QueryCheck() {}

    /** @param parameters names that the report declares, with their places */
    static List<Fault> faults(String sql, Map<String, Place> parameters, YamlMap root) {
        return List.of();
    }
}
