package vn.ansinh.core.casework;

import java.sql.Date;
import java.sql.SQLException;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.core.casework.CaseParts.KeptDraft;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** Complaints about a posting. */
final class Objecting {

    private final CaseAct act;

    Objecting(CaseAct act) {
        this.act = act;
    }

    void complain(String complainant, String text) throws SQLException {
        act.requireState(CaseState.OPEN);
        act.requireTurn();
        act.requireKind(Step.Kind.POSTING, Step.Kind.SUBMISSION, Step.Kind.APPRAISAL);
        if (act.step().level() != Level.COMMUNE) {
            throw CaseAct.wrongStep("Hồ sơ đã chuyển lên cấp trên; khiếu nại do cấp xã xem xét trước khi chuyển.");
        }
        Step step = act.procedure.steps().stream()
                .filter(each -> each.kind() == Step.Kind.COMPLAINT)
                .findFirst()
                .orElseThrow(() -> CaseAct.wrongStep("Thủ tục này không có bước giải quyết khiếu nại."));
        String who = Reasons.require(complainant);
        String said = Reasons.require(text);
        Change.of(
                act.connection,
                "insert into ansinh.case_complaint (case_id, complainant, said, day) values (?, ?, ?, ?)",
                insert -> {
                    insert.setLong(1, act.row().id());
                    insert.setString(2, who);
                    insert.setString(3, said);
                    insert.setDate(4, Date.valueOf(act.day));
                });
        CaseParts.dropDraft(act.connection, act.row().id());
        act.change(new Steps(act).promise(new CaseChange().set("drafter", null)));
        act.event(CaseEvent.Kind.COMPLAINED, who + ": " + said);
        Steps steps = new Steps(act);
        steps.end();
        steps.enter(step);
    }

    /** Minutes are drafted. Upheld, a rejection is proposed, for somebody else to sign; else the case goes on where the complaint met it. */
    void conclude(String conclusion, boolean upheld) throws SQLException {
        act.requireState(CaseState.OPEN);
        act.requireTurn();
        act.requireKind(Step.Kind.COMPLAINT);
        String found = Reasons.require(conclusion);
        Complaint complaint = open();
        Change.of(
                act.connection,
                "update ansinh.case_complaint set conclusion = ?, upheld = ?, concluded_on = ? where id = ?",
                update -> {
                    update.setString(1, found);
                    update.setBoolean(2, upheld);
                    update.setDate(3, Date.valueOf(act.day));
                    update.setLong(4, complaint.id());
                });
        long minutes = new PaperTrail(act)
                .produced(
                        "bien-ban",
                        new PaperFields(act).minutes(complaint.complainant(), complaint.said(), found, upheld));
        act.event(CaseEvent.Kind.CONCLUDED, (upheld ? "Khiếu nại đúng. " : "Khiếu nại không đúng. ") + found, minutes);
        Steps steps = new Steps(act);
        Step next = steps.next()
                .orElseThrow(() -> Problem.conflict("AS-CASE-STEP", "Thủ tục không còn bước nào sau bước này."));
        steps.end();
        steps.enter(upheld ? next : steps.postingLeft().orElse(next));
        if (upheld) {
            CaseParts.draft(
                    act.connection,
                    act.row().id(),
                    new KeptDraft(
                            new Draft(
                                    Draft.Outcome.REJECT,
                                    null,
                                    null,
                                    0,
                                    "",
                                    "Khiếu nại đúng: " + found,
                                    act.caller.account(),
                                    null),
                            false,
                            true));
            act.change(new CaseChange().set("drafter", act.caller.account()));
            act.event(CaseEvent.Kind.DRAFTED, "Từ chối: " + found);
        }
    }

    private record Complaint(long id, String complainant, String said) {}

    private Complaint open() throws SQLException {
        return Rows.list(
                        act.connection,
                        "select id, complainant, said from ansinh.case_complaint"
                                + " where case_id = ? and concluded_on is null",
                        select -> select.setLong(1, act.row().id()),
                        row -> new Complaint(row.getLong(1), row.getString(2), row.getString(3)))
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no complaint of case " + act.row().id()));
    }
}
