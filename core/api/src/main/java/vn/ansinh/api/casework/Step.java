package vn.ansinh.api.casework;

import java.util.List;
import vn.ansinh.api.unit.AdministrativeUnit.Level;

/**
 * One step of a procedure.
 *
 * @param code unique in its procedure: {@code xet-duyet}
 * @param name as officials call it
 * @param kind what is done in it
 * @param level of the unit that does it
 * @param elsewhere whether it is done where the person moves to
 * @param term from the day after the step began
 * @param within code of the step whose term covers this one too, {@code null} for a term of its own
 * @param basis clause of law, blank for none
 * @param papers ids of the paper templates that it drafts
 * @param addressee body of the deciding unit that a submission of this step goes to, as {@code Phòng Lao động - Thương
 *     binh và Xã hội}; blank when it goes to the chairman who decides
 */
public record Step(
        String code,
        String name,
        Kind kind,
        Level level,
        boolean elsewhere,
        Term term,
        String within,
        String basis,
        List<String> papers,
        String addressee) {

    /** What is done in a step, and so who may do it and what leads out of it. */
    public enum Kind {
        /** The one-stop desk takes the application. */
        RECEPTION(CasePermissions.RECEIVE),
        /** The application is looked through, the facts verified. */
        REVIEW(CasePermissions.PROCESS),
        /** Niêm yết: the term is the least number of days it hangs out; nothing that reveals HIV does. */
        POSTING(CasePermissions.PROCESS),
        /** A complaint against the posting is looked into; entered only when there is one. */
        COMPLAINT(CasePermissions.PROCESS),
        /** A submission is written and goes up. */
        SUBMISSION(CasePermissions.PROCESS),
        /** Thẩm định: somebody else looks again and drafts the decision. */
        APPRAISAL(CasePermissions.PROCESS),
        /** The decision is signed, by another person than who drafted it. */
        DECISION(CasePermissions.DECIDE),
        /** The one-stop desk hands the result to the citizen. */
        RESULT(CasePermissions.RECEIVE);

        private final String permission;

        Kind(String permission) {
            this.permission = permission;
        }

        /** What somebody needs to act in the step. */
        public String permission() {
            return permission;
        }
    }

    public Step {
        papers = List.copyOf(papers);
    }
}
