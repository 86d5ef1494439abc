package vn.ansinh.core.report.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter.Kind;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.text.Money;
import vn.ansinh.core.audit.Asked;

/** The people in a report that somebody looks at or takes away: one row of the audit, with whoever they are. */
final class PeopleShown {

    private final Audit audit;
    private final ReportDefinition report;
    private final Map<String, Object> values;
    private final List<String> words;
    private final List<String> keys;
    private final Set<Long> people = new LinkedHashSet<>();

    /** @param values as bound @param words as people read them */
    PeopleShown(Audit audit, ReportDefinition report, Map<String, Object> values, List<String> words) {
        this.audit = audit;
        this.report = report;
        this.values = values;
        this.words = words;
        this.keys = report.columns().stream()
                .filter(column -> column.opens() == Opens.PERSON)
                .map(ReportColumn::key)
                .toList();
    }

    void row(ReportRow row) {
        for (String key : keys) {
            Long person = row.keys().get(key);
            if (person != null) {
                people.add(person);
            }
        }
    }

    /** They were shown; of a sensitive report its runner tells that. @param rows that the report has */
    void listed(long rows) {
        if (personal() && !report.sensitive()) {
            audit.listed(Subject.PERSON, asked(rows), people);
        }
    }

    /** They were written into a file. @param rows that it has */
    void exported(long rows, String file) {
        if (personal() || report.sensitive()) {
            audit.exported(Subject.PERSON, asked(rows), people, file);
        }
    }

    /** Sums by unit tell of nobody. */
    private boolean personal() {
        return report.columns().stream().anyMatch(column -> column.privacy() != Privacy.PUBLIC);
    }

    private String asked(long rows) {
        List<String> parts = new ArrayList<>();
        parts.add((report.sensitive() ? "Báo cáo có thông tin nhạy cảm «" : "Báo cáo «") + report.title() + "» ("
                + report.id() + " " + report.version() + ")");
        String unit =
                report.parameter(Kind.UNIT).map(each -> each.label() + ": ").orElse(null);
        words.stream().filter(word -> unit == null || !word.startsWith(unit)).forEach(parts::add);
        parts.add(Money.format(rows) + " dòng");
        Asked asked = Asked.of(String.join(" · ", parts));
        report.parameter(Kind.UNIT).map(each -> (Long) values.get(each.name())).ifPresent(asked::unit);
        return asked.toString();
    }
}
