package vn.ansinh.ui.shell.deadline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.api.deadline.Deadline;
import vn.ansinh.api.deadline.Deadlines.UnitRule;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** The stricter rules that hold here. */
final class RulesPanel extends Panel {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(RulesPanel.class);

    private final transient DeadlineServices services;
    private final transient Runnable changed;

    /** @param manages whether those of one's own units can be ended */
    RulesPanel(DeadlineServices services, List<UnitRule> rules, boolean manages, Runnable changed) {
        super(TEXTS.get("rules.title"));
        this.services = services;
        this.changed = changed;
        Map<String, String> names =
                services.deadlines().declared().stream().collect(Collectors.toMap(Deadline::id, Deadline::name));
        long own = services.access().require().unitId();
        DataTable table = new DataTable(
                TEXTS.get("rules.title"),
                List.of(
                        TEXTS.get("duty.name"),
                        TEXTS.get("duty.unit"),
                        TEXTS.get("duty.due"),
                        TEXTS.get("rules.from"),
                        TEXTS.get("rule.reason"),
                        TEXTS.get("rules.end-head")));
        for (UnitRule rule : rules) {
            boolean ends = manages && services.units().isWithin(rule.unitId(), own);
            table.row(
                    new Span(names.getOrDefault(rule.deadline(), rule.deadline())),
                    new Span(services.units().fullName(rule.unitId())),
                    new Span(DueWords.rule(rule.rule()) + (rule.cutOff() ? TEXTS.get("rules.locked") : "")),
                    new Span(DueWords.period(rule.rule().cadence(), rule.from())),
                    new Span(rule.reason()),
                    ends ? end(rule) : new Span());
        }
        table.addClassName("as-cards");
        content(table);
    }

    private Component end(UnitRule rule) {
        Button button = new Button(TEXTS.get("rules.end"), event -> {
            TextField reason = DutyDialog.reason();
            new FormDialog(TEXTS.get("rules.end-title"), TEXTS.get("rules.end-lead"), TEXTS.get("rules.end-verb"))
                    .wide(reason)
                    .does(() -> DutyDialog.filled(reason), () -> {
                        services.deadlines().loosen(rule.id(), reason.getValue());
                        Problems.done(TEXTS.get("rules.ended"));
                        changed.run();
                    })
                    .open();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return button;
    }
}
