package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Track;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** The steps of a case: which are done, when and by whom, where it is now and until when, what is passed by. */
final class CaseStepper extends OrderedList {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(CaseStepper.class);

    CaseStepper(CaseDetail detail, LocalDate today) {
        addClassName("as-steps");
        getElement().setAttribute("aria-label", TEXTS.get("steps"));
        detail.track().forEach(track -> add(item(detail, track, today)));
    }

    /** {@code Bước 4/6: Trình ký, hạn 24/11}; how it ended for a case that has. */
    static String summary(CaseDetail detail, LocalDate today) {
        List<Track> shown =
                detail.track().stream().filter(track -> !track.skipped()).toList();
        Optional<Track> now = now(detail);
        if (now.isEmpty()) {
            return detail.file().state().label();
        }
        String note = note(detail, now.get(), today);
        return TEXTS.get(
                note.isEmpty() ? "steps.summary" : "steps.summary-note",
                shown.indexOf(now.get()) + 1,
                shown.size(),
                now.get().step().name(),
                note);
    }

    private static Optional<Track> now(CaseDetail detail) {
        return detail.file().state().ended()
                ? Optional.empty()
                : detail.track().stream().filter(track -> isNow(detail, track)).findFirst();
    }

    private static boolean isNow(CaseDetail detail, Track track) {
        return !detail.file().state().ended()
                && track.ended() == null
                && track.step().code().equals(detail.file().step());
    }

    /** Whether a step that was done lies before the case once more: it was given back. A complaint is not heard twice. */
    private static boolean again(CaseDetail detail, Track track) {
        return track.ended() != null
                && track.step().kind() != Step.Kind.COMPLAINT
                && now(detail)
                        .filter(now ->
                                detail.track().indexOf(track) > detail.track().indexOf(now))
                        .isPresent();
    }

    private static ListItem item(CaseDetail detail, Track track, LocalDate today) {
        Span name = new Span(track.step().name());
        name.addClassName("as-step-name");
        Span note = new Span(note(detail, track, today));
        note.addClassName("as-step-note");
        ListItem item = new ListItem(name, note);
        if (track.skipped()) {
            item.addClassName("skipped");
        } else if (isNow(detail, track)) {
            boolean stuck = detail.file().late() > 0 || detail.file().state() == CaseState.WAITING;
            item.addClassName(stuck ? "stuck" : "now");
            item.getElement().setAttribute("aria-current", "step");
        } else if (track.ended() != null && !again(detail, track)) {
            item.addClassName("done");
        }
        return item;
    }

    private static String note(CaseDetail detail, Track track, LocalDate today) {
        if (track.skipped()) {
            return TEXTS.get("steps.skipped");
        }
        if (again(detail, track)) {
            return TEXTS.get("steps.again");
        }
        if (track.ended() == null && detail.file().state().ended()) {
            return "";
        }
        if (track.ended() != null) {
            return track.by() == null
                    ? day(track.ended(), today)
                    : TEXTS.get("steps.done", day(track.ended(), today), track.by());
        }
        if (isNow(detail, track) && detail.file().state() == CaseState.WAITING) {
            return TEXTS.get("steps.waiting");
        }
        if (track.due() != null) {
            return TEXTS.get("steps.due", day(track.due(), today));
        }
        return track.step().term().provisional() ? TEXTS.get("steps.unread") : "";
    }

    /** {@code 12/11}; with its year when that is another one. */
    private static String day(LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear() ? Vietnamese.day(day).substring(0, 5) : Formats.date(day);
    }
}
