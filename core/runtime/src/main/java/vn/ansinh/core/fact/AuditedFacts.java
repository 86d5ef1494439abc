package vn.ansinh.core.fact;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.audit.Fields;

/**
 * Reports to the audit who reads and records facts; a recording and its row are one transaction. What reveals health, HIV or
 * abuse is named there, its value is not: more people read the audit than may know it.
 */
public final class AuditedFacts implements Facts {

    private static final String HIDDEN = "(thông tin nhạy cảm)";

    private final Facts facts;
    private final Transactions transactions;
    private final Access access;
    private final Audit audit;

    public AuditedFacts(Facts facts, Transactions transactions, Access access, Audit audit) {
        this.facts = facts;
        this.transactions = transactions;
        this.access = access;
        this.audit = audit;
    }

    @Override
    public Map<String, FactKey> keys() {
        return facts.keys();
    }

    @Override
    public List<Fact> of(Subject subject) {
        List<Fact> found = facts.of(subject);
        if (!found.isEmpty()) {
            audit.read(subject(subject), "Thông tin làm căn cứ hưởng");
        }
        return found;
    }

    @Override
    public int recordAll(Collection<Fact> recorded) {
        List<Subject> subjects = recorded.stream().map(Fact::subject).distinct().toList();
        return transactions.call(connection -> {
            Map<String, String> before = subjects.size() == 1 ? known(subjects.get(0)) : Map.of();
            int fresh = facts.recordAll(recorded);
            if (fresh > 0 && subjects.size() == 1) {
                audit.changed(
                        subject(subjects.get(0)),
                        "fact.record",
                        before,
                        known(subjects.get(0)),
                        recorded.stream().map(Fact::source).distinct().collect(Collectors.joining(", ")));
            } else if (fresh > 0) {
                report(subjects, fresh);
            }
            return fresh;
        });
    }

    private void report(List<Subject> subjects, int fresh) {
        subjects.stream()
                .collect(Collectors.groupingBy(Subject::kind))
                .forEach((kind, some) -> audit.changedAll(
                        kind(kind),
                        some.stream().map(Subject::id).toList(),
                        "fact.record",
                        Fields.of("facts", fresh).map(),
                        null));
    }

    /** As the platform: who may record need not be allowed to look. */
    private Map<String, String> known(Subject subject) {
        Map<String, FactKey> keys = facts.keys();
        try (Access.Binding ignored = access.bind(Caller.SYSTEM)) {
            Map<String, String> values = new TreeMap<>();
            for (Fact fact : facts.of(subject)) {
                FactKey key = keys.get(fact.key());
                boolean hidden = key == null || key.sensitive();
                values.merge(fact.key(), hidden ? HIDDEN : written(fact), (one, other) -> one + "; " + other);
            }
            return values;
        }
    }

    private static String written(Fact fact) {
        return fact.value() + " từ " + fact.from() + (fact.to() == null ? "" : " đến trước " + fact.to());
    }

    private static vn.ansinh.api.audit.Subject subject(Subject subject) {
        return new vn.ansinh.api.audit.Subject(kind(subject.kind()), subject.id());
    }

    private static String kind(Subject.Kind kind) {
        return switch (kind) {
            case PERSON -> vn.ansinh.api.audit.Subject.PERSON;
            case HOUSEHOLD -> vn.ansinh.api.audit.Subject.HOUSEHOLD;
        };
    }
}
