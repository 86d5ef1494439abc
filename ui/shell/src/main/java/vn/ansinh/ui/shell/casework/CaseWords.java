package vn.ansinh.ui.shell.casework;

import java.time.LocalDate;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.deadline.WorkingDays;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** How a case file is spoken of. */
final class CaseWords {

    private static final Texts TEXTS = Texts.of(CaseWords.class);

    private CaseWords() {}

    /** How its state looks. */
    static State look(CaseState state) {
        return switch (state) {
            case OPEN -> State.WAITING;
            case WAITING -> State.RETURNED;
            case DECIDED -> State.APPROVED;
            case DONE -> State.CLOSED;
            case REJECTED -> State.REJECTED;
            case WITHDRAWN -> State.ENDED;
        };
    }

    /** {@code Hạn 26/11/2026, còn 4 ngày làm việc}; why there is none where there is none; blank for an ended case. */
    static String due(CaseFile file, LocalDate today, WorkingDays days) {
        if (file.state().ended()) {
            return "";
        }
        if (file.state() == CaseState.WAITING) {
            return TEXTS.get("due.waiting");
        }
        if (file.state() == CaseState.DECIDED && file.promisedOn() != null) {
            return TEXTS.get("due.promised", Formats.date(file.promisedOn()));
        }
        if (file.state() == CaseState.DECIDED && file.due() == null) {
            return TEXTS.get("due.decided");
        }
        if (file.due() == null) {
            return TEXTS.get(file.provisional() ? "due.unread" : "due.none");
        }
        String due = Formats.date(file.due());
        if (file.late() > 0) {
            return TEXTS.get("due.late", due, file.late());
        }
        int left = days.between(today, file.due());
        return left == 0 ? TEXTS.get("due.today", due) : TEXTS.get("due.left", due, left);
    }
}
