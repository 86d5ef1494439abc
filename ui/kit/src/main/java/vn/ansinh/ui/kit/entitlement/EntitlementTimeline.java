package vn.ansinh.ui.kit.entitlement;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What happened to a right, the latest first: what, from which month, by which decision, why, and who entered it. */
public class EntitlementTimeline extends OrderedList {

    private static final Texts TEXTS = Texts.of(EntitlementTimeline.class);

    public EntitlementTimeline(List<EntitlementEvent> events) {
        addClassName("as-timeline");
        events.forEach(event -> add(item(event)));
    }

    private static ListItem item(EntitlementEvent event) {
        Span month = new Span(TEXTS.get("timeline.month." + event.kind(), Formats.month(event.month())));
        month.addClassName("as-b");
        Div head = new Div(new StateBadge(look(event.kind()), event.kind().label()), month);
        head.addClassNames("as-row", "wrap");
        ListItem item = new ListItem(head);
        if (event.detail() != null) {
            item.add(new Div(event.detail()));
        }
        if (event.reasonName() != null) {
            item.add(new Div(event.reasonName()));
        }
        String decision = decision(event);
        Div small = new Div(
                decision.isEmpty()
                        ? TEXTS.get("timeline.recorded", event.recordedBy(), Formats.time(event.recordedAt()))
                        : TEXTS.get(
                                "timeline.decided", decision, event.recordedBy(), Formats.time(event.recordedAt())));
        small.addClassNames("as-small", "as-muted");
        item.add(small);
        return item;
    }

    private static String decision(EntitlementEvent event) {
        if (event.decision() == null || event.decision().number() == null) {
            return "";
        }
        return event.decision().date() == null
                ? event.decision().number()
                : TEXTS.get(
                        "timeline.dated",
                        event.decision().number(),
                        Formats.date(event.decision().date()));
    }

    private static State look(EntitlementEvent.Kind kind) {
        return switch (kind) {
            case OPEN, RESUME -> State.RECEIVING;
            case CHANGE, MOVE, ADJUST -> State.WAITING;
            case SUSPEND -> State.SUSPENDED;
            case END -> State.ENDED;
        };
    }
}
