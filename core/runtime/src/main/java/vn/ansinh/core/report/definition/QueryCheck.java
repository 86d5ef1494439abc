package vn.ansinh.core.report.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.Place;
import vn.ansinh.core.report.query.QuerySql;

/** Whether a query is one by its text, and goes together with the parameters of its report. */
final class QueryCheck {

    private QueryCheck() {}

    /** @param parameters names that the report declares, with their places */
    static List<Fault> faults(String sql, Map<String, Place> parameters) {
        List<Fault> faults = new ArrayList<>();
        QuerySql query = QuerySql.of(sql);
        query.faults()
                .forEach(fault -> faults.add(new Fault(ReportPackage.SQL, fault.line(), 1, sentence(fault.reason()))));
        query.names().stream()
                .distinct()
                .filter(name -> !parameters.containsKey(name))
                .forEach(name -> faults.add(new Fault(
                        ReportPackage.SQL,
                        1,
                        1,
                        "Truy vấn dùng «:" + name + "» mà «tham-so» không khai tham số này.")));
        parameters.forEach((name, place) -> {
            if (!query.names().contains(name)) {
                faults.add(new Fault(
                        ReportPackage.YAML,
                        place.line(),
                        place.column(),
                        "Truy vấn không dùng tham số «" + name + "»: chọn gì cũng ra như nhau."));
            }
        });
        return faults;
    }

    private static String sentence(String reason) {
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".";
    }
}
