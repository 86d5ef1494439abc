package vn.ansinh.ui.shell.deadline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.deadline.Duty;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.home.HomePanel;
import vn.ansinh.ui.kit.text.Texts;

/** On the first page: what is late and what is due in the next days, today, in one's own unit. */
final class ReminderPanel implements HomePanel {

    private static final Texts TEXTS = Texts.of(ReminderPanel.class);
    private static final int ORDER = 10;
    private static final int SHOWN = 4;

    private final DeadlineServices services;

    ReminderPanel(DeadlineServices services) {
        this.services = services;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String permission() {
        return Permissions.DEADLINE_READ;
    }

    @Override
    public Optional<Component> show() {
        List<Duty> urgent =
                services.deadlines().duties(WorkContext.current().unitId(), YearMonth.now(services.clock())).stream()
                        .filter(duty -> duty.state() == Duty.State.LATE || duty.state() == Duty.State.SOON)
                        .toList();
        if (urgent.isEmpty()) {
            return Optional.empty();
        }
        Instant now = services.clock().instant();
        DataTable table = new DataTable(
                TEXTS.get("reminder.title"),
                List.of(
                        TEXTS.get("duty.name"),
                        TEXTS.get("duty.unit"),
                        TEXTS.get("duty.due"),
                        TEXTS.get("duty.state")));
        urgent.stream()
                .limit(SHOWN)
                .forEach(duty -> table.row(
                        new Span(duty.name() + " " + DueWords.period(duty.cadence(), duty.period())),
                        new Span(services.units().fullName(duty.unitId())),
                        new Span(DueWords.moment(duty.due())),
                        new StateBadge(DueWords.look(duty), DueWords.word(duty, now))));
        table.addClassName("as-cards");
        long late =
                urgent.stream().filter(duty -> duty.state() == Duty.State.LATE).count();
        return Optional.of(new Panel(TEXTS.get("reminder.count", late, urgent.size() - late))
                .atEnd(new Anchor(DeadlinesView.PATH, TEXTS.get("reminder.all")))
                .content(table));
    }
}
