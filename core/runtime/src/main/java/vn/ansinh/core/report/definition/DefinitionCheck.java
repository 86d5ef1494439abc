package vn.ansinh.core.report.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.core.extender.Fault;

/** Whether what a service says of itself can be believed as far as a file would be. */
final class DefinitionCheck {

    private DefinitionCheck() {}

    /** @param file who says so, for people */
    static List<Fault> faults(ReportDefinition definition, String file) {
        List<String> reasons = new ArrayList<>();
        if (definition.id() == null || !ReportWords.ID.matcher(definition.id()).matches()) {
            reasons.add("Mã báo cáo «" + definition.id() + "» không đúng cách viết.");
        }
        if (Stream.of(definition.title(), definition.version(), definition.section(), definition.permission())
                .anyMatch(text -> text == null || text.isBlank())) {
            reasons.add("Thiếu tên, phiên bản, mục hoặc quyền.");
        }
        Set<String> columns = new HashSet<>();
        if (definition.columns().isEmpty()
                || !definition.columns().stream().map(ReportColumn::name).allMatch(columns::add)) {
            reasons.add("Báo cáo cần cột, và mỗi cột một tên.");
        }
        Set<String> parameters = new HashSet<>();
        if (!definition.parameters().stream().map(ReportParameter::name).allMatch(parameters::add)) {
            reasons.add("Hai tham số cùng tên.");
        }
        if (!columns.containsAll(definition.groups())) {
            reasons.add("Nhóm theo cột không có.");
        }
        boolean reveals = definition.columns().stream().anyMatch(column -> column.privacy() == Privacy.SENSITIVE);
        if (reveals && !definition.sensitive()
                || definition.sensitive() && definition.submission().isPresent()) {
            reasons.add("Cột nhạy cảm chỉ có trong báo cáo nhạy cảm, và báo cáo nhạy cảm không gửi lên.");
        }
        return reasons.stream().map(reason -> new Fault(file, 1, 1, reason)).toList();
    }
}
