package vn.ansinh.ui.shell.casework;

import java.time.LocalDate;
import java.util.function.Function;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Action;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseFiles.At;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** The case that a page shows: what is known of it now, and how something is done with it. */
final class OpenCase {

    /** Somebody else has changed the case since it was looked at. */
    private static final String CHANGED = "AS-CASE-CHANGED";

    private static final Texts TEXTS = Texts.of(OpenCase.class);

    private final CaseServices services;
    private final Runnable changed;
    private CaseDetail detail;
    private Procedure procedure;

    /** @param changed told whenever something else is known of the case */
    OpenCase(CaseServices services, CaseDetail detail, Runnable changed) {
        this.services = services;
        this.changed = changed;
        this.detail = detail;
    }

    CaseServices services() {
        return services;
    }

    CaseDetail detail() {
        return detail;
    }

    CaseFile file() {
        return detail.file();
    }

    boolean may(Action action) {
        return detail.actions().contains(action);
    }

    /** The version of the procedure under which it runs. */
    Procedure procedure() {
        if (procedure == null || !procedure.version().equals(file().version())) {
            procedure = services.procedures()
                    .version(file().procedure(), file().version())
                    .orElseThrow(() -> Problem.notFound("AS-PROCEDURE-NONE", TEXTS.get("page.no-procedure")));
        }
        return procedure;
    }

    /**
     * Does something with the case as it was looked at. When somebody was faster, the page shows what they did, and says so.
     *
     * @param day on which it happened
     * @param done what to tell afterwards
     * @throws Problem as the service says it
     */
    void act(LocalDate day, String done, Function<At, CaseDetail> act) {
        try {
            detail = act.apply(new At(file().id(), file().revision(), day));
        } catch (Problem problem) {
            if (!problem.code().equals(CHANGED)) {
                throw problem;
            }
            reload();
            throw Problem.conflict(CHANGED, TEXTS.get("page.changed"));
        }
        changed.run();
        Problems.done(done);
    }

    /** Reads it again. */
    void reload() {
        detail = services.cases()
                .byId(file().id())
                .orElseThrow(() -> Problem.notFound("AS-CASE-NONE", TEXTS.get("page.none")));
        changed.run();
    }

    /** What it still lacks, in words; blank for nothing. */
    String missing() {
        return new MissingNames(services).of(file());
    }
}
