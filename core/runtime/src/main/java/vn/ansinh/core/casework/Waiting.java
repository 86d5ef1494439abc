package vn.ansinh.core.casework;

import java.sql.SQLException;
import java.time.LocalDate;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;

/** The citizen's turn, in which no term runs; and being late. */
final class Waiting {

    private final CaseAct act;

    Waiting(CaseAct act) {
        this.act = act;
    }

    void askSupplement(String missing, LocalDate until) throws SQLException {
        act.requireState(CaseState.OPEN);
        act.requireTurn();
        if (act.row().kind() == Step.Kind.DECISION) {
            throw CaseAct.wrongStep("Hồ sơ đã trình ký. Muốn yêu cầu bổ sung, hãy trả lại người dự thảo.");
        }
        String lacking = Reasons.require(missing);
        if (until != null && until.isBefore(act.day)) {
            throw Problem.invalid("AS-CASE-DAY", "Ngày hẹn bổ sung không được trước ngày yêu cầu.");
        }
        CaseParts.stop(act.connection, act.row().id(), act.day, until, lacking);
        act.change(new CaseChange()
                .set("state", CaseState.WAITING)
                .set("due", null)
                .set("since", act.day)
                .set("holder", act.caller.account()));
        long paper = new PaperTrail(act)
                .produced(
                        "phieu-bo-sung",
                        new PaperFields(act)
                                .and("can_bo_sung", lacking)
                                .and("han_bo_sung", until == null ? "" : Vietnamese.day(until)));
        act.event(CaseEvent.Kind.SUPPLEMENT_ASKED, lacking, paper);
    }

    void supplemented(String note) throws SQLException {
        act.requireState(CaseState.WAITING);
        new Walking(act).requireTurnOrDesk();
        CaseParts.goOn(act.connection, act.row().id(), act.day);
        Steps steps = new Steps(act);
        act.change(steps.promise(new CaseChange()
                .set("state", CaseState.OPEN)
                .set("since", act.day)
                .set("due", steps.dueAgain())));
        act.event(CaseEvent.Kind.SUPPLEMENTED, Reasons.optional(note));
    }

    void apologise(String reason, LocalDate promisedOn) throws SQLException {
        act.requireState(CaseState.OPEN);
        act.requireTurn();
        String why = Reasons.require(reason);
        if (promisedOn == null || !promisedOn.isAfter(act.day)) {
            throw Problem.invalid("AS-CASE-PROMISE", "Ngày hẹn lại phải sau ngày xin lỗi.");
        }
        PaperFields fields = new PaperFields(act).and("ly_do", why).and("ngay_hen_lai", Vietnamese.day(promisedOn));
        act.change(new CaseChange().set("promised_on", promisedOn).set("holder", act.caller.account()));
        long paper = new PaperTrail(act).produced("phieu-xin-loi", fields);
        act.event(CaseEvent.Kind.APOLOGISED, why + " Hẹn trả kết quả ngày " + Vietnamese.day(promisedOn) + ".", paper);
    }
}
