package vn.ansinh.core.report.query;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportDefinition;

/** Whose data a sensitive report showed; of ordinary ones nothing is told here. */
final class ReadPeople {

    private final ReportDefinition definition;
    private final List<String> keys;
    private final Set<Long> ids = new HashSet<>();

    ReadPeople(ReportDefinition definition) {
        this.definition = definition;
        this.keys = definition.sensitive()
                ? definition.columns().stream()
                        .filter(column -> column.opens() == Opens.PERSON)
                        .map(ReportColumn::key)
                        .toList()
                : List.of();
    }

    void seen(Map<String, Long> row) {
        for (String key : keys) {
            Long id = row.get(key);
            if (id != null) {
                ids.add(id);
            }
        }
    }

    /** One row of the audit: the report, what was asked and who was in it. */
    void tell(Audit audit, Map<String, Object> values) {
        if (definition.sensitive()) {
            audit.listed(
                    Subject.PERSON,
                    "Báo cáo nhạy cảm " + definition.id() + " " + definition.version() + " " + new TreeMap<>(values),
                    ids);
        }
    }
}
