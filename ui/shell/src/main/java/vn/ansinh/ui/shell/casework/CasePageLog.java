package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.Step;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What happened to a case, the latest first: what, on which day, in which step, what was said, who entered it and when. */
final class CasePageLog extends OrderedList {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(CasePageLog.class);

    CasePageLog(OpenCase open) {
        addClassName("as-timeline");
        open.detail().events().forEach(event -> add(item(open, event)));
    }

    private static ListItem item(OpenCase open, CaseEvent event) {
        Span day = new Span(TEXTS.get(
                "log.day",
                Formats.date(event.day()),
                open.procedure().step(event.step()).map(Step::name).orElse(event.step())));
        day.addClassName("as-b");
        Div head = new Div(new StateBadge(look(event.kind()), event.kind().label()), day);
        head.addClassNames("as-row", "wrap");
        ListItem item = new ListItem(head);
        if (!event.note().isBlank()) {
            item.add(new Div(event.note()));
        }
        Div small = new Div(TEXTS.get("log.recorded", event.fullName(), Formats.time(event.at())));
        small.addClassNames("as-small", "as-muted");
        item.add(small);
        return item;
    }

    private static State look(CaseEvent.Kind kind) {
        return switch (kind) {
            case CHANGED, DRAFTED, VERSION_CHANGED -> State.DRAFT;
            case RETURNED, SENT_BACK, SUPPLEMENT_ASKED -> State.RETURNED;
            case COMPLAINED, APOLOGISED -> State.PROVISIONAL;
            case RECEIVED, FORWARDED, POSTED, SUPPLEMENTED, CONCLUDED, SIGNED, RESULT_GIVEN, HANDED_OVER ->
                State.APPROVED;
            case REJECTED -> State.REJECTED;
            case WITHDRAWN -> State.ENDED;
        };
    }
}
