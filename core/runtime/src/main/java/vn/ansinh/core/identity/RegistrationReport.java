package vn.ansinh.core.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonRegistry.Registered;
import vn.ansinh.core.audit.Fields;

/** Tells the audit who was registered, in the transaction that registers. */
final class RegistrationReport {

    private RegistrationReport() {}

    /** One person with what was written down, a list as one row; who was only found again is not told. */
    static void tell(Audit audit, List<PersonDraft> drafts, List<Registered> registered) {
        if (drafts.size() == 1 && registered.get(0).created()) {
            PersonDraft draft = drafts.get(0);
            audit.changed(
                    Subject.person(registered.get(0).personId()),
                    "person.create",
                    Map.of(),
                    Fields.of("full-name", draft.fullName())
                            .and("birth", draft.birth().label())
                            .and("sex", draft.sex().label())
                            .and("unit", draft.unitId())
                            .and("address", draft.address())
                            .map(),
                    null);
            return;
        }
        List<Long> touched = new ArrayList<>();
        int created = 0;
        for (Registered each : registered) {
            if (each.created() || each.changed()) {
                touched.add(each.personId());
            }
            created += each.created() ? 1 : 0;
        }
        if (!touched.isEmpty()) {
            audit.changedAll(
                    Subject.PERSON,
                    touched.stream().distinct().toList(),
                    "person.import",
                    Fields.of("created", created)
                            .and("completed", touched.size() - created)
                            .map(),
                    null);
        }
    }
}
