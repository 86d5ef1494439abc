package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.text.Texts;

/** What one must know of a report before one hands it on. */
final class ReportMarks {

    private static final Texts TEXTS = Texts.of(ReportMarks.class);

    private ReportMarks() {}

    static Component[] badges(ReportDefinition report) {
        List<Component> badges = new ArrayList<>();
        if (report.unread()) {
            StateBadge badge = new StateBadge(State.PROVISIONAL, TEXTS.get("mark.unread"));
            badge.setTitle(TEXTS.get("mark.unread.what"));
            badges.add(badge);
        }
        if (report.sensitive()) {
            StateBadge badge = new StateBadge(State.SUSPENDED, TEXTS.get("mark.sensitive"));
            badge.setTitle(TEXTS.get("mark.sensitive.what"));
            badges.add(badge);
        }
        return badges.toArray(Component[]::new);
    }
}
