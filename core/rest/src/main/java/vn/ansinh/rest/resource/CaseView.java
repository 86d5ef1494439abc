package vn.ansinh.rest.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.Application.Applicant;
import vn.ansinh.api.casework.Application.Particulars;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Action;
import vn.ansinh.api.casework.CaseDetail.Check;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseDetail.Paper;
import vn.ansinh.api.casework.CaseDetail.Track;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.identity.NumberSight;

/** A case with all that belongs to it; fields as in {@link CaseDetail}, numbers as the caller may see them. */
public record CaseView(
        CaseFile file,
        ApplicationView application,
        List<Track> track,
        List<Check> checks,
        List<Action> actions,
        Draft draft,
        List<CaseEvent> events,
        List<Paper> papers,
        long previousId) {

    static CaseView of(CaseDetail detail, NumberSight sight) {
        return new CaseView(
                detail.file(),
                ApplicationView.of(detail.application(), sight),
                detail.track(),
                detail.checks(),
                detail.actions(),
                detail.draft(),
                detail.events(),
                detail.papers(),
                detail.previousId());
    }

    /** What was handed in; fields as in {@link Application}. */
    public record ApplicationView(
            String procedure,
            long personId,
            long unitId,
            LocalDate receivedOn,
            Applicant applicant,
            String benefit,
            Map<String, List<String>> answers,
            Set<String> papers,
            PaymentView payment,
            Particulars subject,
            LocalDate promisedOn,
            String paperPlace) {

        static ApplicationView of(Application application, NumberSight sight) {
            return new ApplicationView(
                    application.procedure(),
                    application.personId(),
                    application.unitId(),
                    application.receivedOn(),
                    application.applicant(),
                    application.benefit(),
                    application.answers(),
                    application.papers(),
                    application.payment() == null ? null : PaymentView.of(application.payment(), sight),
                    application.subject(),
                    application.promisedOn(),
                    application.paperPlace());
        }
    }
}
