package vn.ansinh.core.codelist;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.codelist.CodeProposal;
import vn.ansinh.api.codelist.CodeValues;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.codelist.ProposalTables.Upon;

/** Tells the audit what becomes of a proposal: one change by its values, many by their number. */
final class ToldChanges {

    private final Audit audit;

    ToldChanges(Audit audit) {
        this.audit = audit;
    }

    void change(String action, CodeProposal proposal, List<Upon> changes, String why) {
        if (changes.size() > 1) {
            Map<String, String> counts = Fields.of("list", proposal.list())
                    .and("proposal", proposal.id())
                    .and("file", proposal.file())
                    .and("changes", changes.size())
                    .map();
            List<Long> entries =
                    changes.stream().map(Upon::entryId).filter(Objects::nonNull).toList();
            audit.changedAll(Subject.CODE_LIST, entries, action, counts, why);
            return;
        }
        Upon change = changes.get(0);
        CodeValues before = change.item().before();
        Map<String, String> after = values(change.item().after())
                .and("list", proposal.list())
                .and("code", change.item().code())
                .and("proposal", proposal.id())
                .map();
        audit.changed(
                new Subject(Subject.CODE_LIST, change.entryId() == null ? 0 : change.entryId()),
                action,
                before == null ? Map.of() : values(before).map(),
                after,
                why);
    }

    private static Fields values(CodeValues values) {
        return Fields.of("name", values.name())
                .and("synonyms", values.synonyms().isEmpty() ? null : String.join(", ", values.synonyms()))
                .and("place", values.order())
                .and("from-day", values.from() == null ? null : Vietnamese.day(values.from()))
                .and("to-day", values.to() == null ? null : Vietnamese.day(values.to()))
                .and("basis", values.basis().isBlank() ? null : values.basis());
    }
}
