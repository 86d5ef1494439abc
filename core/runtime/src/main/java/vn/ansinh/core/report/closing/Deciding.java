package vn.ansinh.core.report.closing;

import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportClosings.State;

/** What may be begun, and who may take up or give back what: somebody of a unit above, another person than the sender, and nothing that went further up. */
final class Deciding {

    private Deciding() {}

    /**
     * @param part whether it went into a report that was sent
     * @throws Problem CONFLICT for what does not wait for a decision, FORBIDDEN for the wrong person
     */
    static void require(Kept kept, State to, Caller caller, boolean part) {
        boolean open = kept.state() == State.SENT || kept.state() == State.RECEIVED && to == State.RETURNED;
        if (!open) {
            throw Problem.conflict(
                    "AS-CLOSING-STATE",
                    "Báo cáo đang ở trạng thái «" + kept.state().label() + "». Hãy mở lại trang.");
        }
        if (caller.unitId() == kept.unitId()) {
            throw Problem.forbidden(
                    "AS-CLOSING-OWN-UNIT", "Báo cáo của đơn vị mình do cấp trên tiếp nhận hoặc trả lại.");
        }
        if (caller.account().equals(kept.sent().account())) {
            throw Problem.forbidden(
                    "AS-CLOSING-SAME-PERSON",
                    "Báo cáo này do chính bạn gửi. Vui lòng nhờ người khác xem và tiếp nhận hoặc trả lại.");
        }
        if (to == State.RETURNED && part) {
            throw Problem.conflict(
                    "AS-CLOSING-PART",
                    "Báo cáo này đã vào báo cáo tổng hợp gửi lên cấp trên nên không trả lại được, trừ khi bản tổng hợp được"
                            + " trả lại trước.");
        }
    }

    /** @throws Problem CONFLICT when the latest of a unit's for a period is on its way or was taken up */
    static void requireNotSent(Optional<Kept> former) {
        former.filter(kept -> kept.state() == State.SENT || kept.state() == State.RECEIVED)
                .ifPresent(kept -> {
                    throw Problem.conflict(
                            "AS-CLOSING-SENT",
                            "Báo cáo kỳ này đã được " + kept.sent().fullName()
                                    + " gửi nên không lập lại được. Nếu cần sửa, đề nghị cấp trên trả lại.");
                });
    }
}
