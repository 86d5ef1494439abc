package vn.ansinh.ui.shell.closing;

import vn.ansinh.api.report.ReportClosings;
import vn.ansinh.api.report.ReportClosings.Standing;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.deadline.DueWords;

/** Where a report stands, in an official's words and colours. */
final class StandingWords {

    private static final Texts TEXTS = Texts.of(StandingWords.class);

    private StandingWords() {}

    static State look(ReportClosings.State state) {
        return switch (state) {
            case DRAFT -> State.DRAFT;
            case SENT -> State.WAITING;
            case RECEIVED -> State.CLOSED;
            case RETURNED -> State.RETURNED;
        };
    }

    /** Being late and not sent counts before anything else but having been given back. */
    static State look(Standing standing) {
        if (isOpen(standing) && standing.late() && standing.state() != ReportClosings.State.RETURNED) {
            return State.OVERDUE;
        }
        return standing.state() == null ? State.NOTHING : look(standing.state());
    }

    static String word(Standing standing) {
        String state = standing.state() == null
                ? TEXTS.get("standing.none")
                : standing.state().label();
        return standing.late() ? TEXTS.get("standing.late", state) : state;
    }

    /** Whether it still has to be sent. */
    static boolean isOpen(Standing standing) {
        return standing.state() == null
                || standing.state() == ReportClosings.State.DRAFT
                || standing.state() == ReportClosings.State.RETURNED;
    }

    /** Officials know forms by their numbers. */
    static String title(Standing standing) {
        return standing.form() == null ? standing.title() : standing.form() + " – " + standing.title();
    }

    static String period(Standing standing) {
        return DueWords.period(standing.cadence(), standing.period());
    }

    static String due(Standing standing) {
        return standing.due() == null ? "" : DueWords.moment(standing.due());
    }
}
