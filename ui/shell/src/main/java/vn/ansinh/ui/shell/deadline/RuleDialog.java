package vn.ansinh.ui.shell.deadline;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.deadline.Deadline;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Sets a stricter deadline for a unit and all below it. */
final class RuleDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(RuleDialog.class);
    private static final int MOST_DAYS = 31;
    private static final int MOST_WORKING_DAYS = 20;

    private final Select<Deadline> deadline = new Select<>();
    private final Select<Boolean> kind = new Select<>();
    private final IntegerField number = new IntegerField(TEXTS.get("rule.number"));
    private final TimePicker time = new TimePicker(TEXTS.get("rule.time"));
    private final Checkbox cutOff = new Checkbox(TEXTS.get("rule.cut-off"));
    private final TextField reason = DutyDialog.reason();

    /**
     * @param month in which the new deadline falls for the first time
     * @param changed to be run afterwards
     */
    RuleDialog(DeadlineServices services, long unitId, YearMonth month, Runnable changed) {
        super(
                TEXTS.get("rule.title"),
                TEXTS.get("rule.lead", services.units().fullName(unitId)),
                TEXTS.get("rule.verb"));
        List<Deadline> declared = services.deadlines().declared();
        deadline.setLabel(TEXTS.get("duty.name"));
        deadline.setItems(declared);
        deadline.setItemLabelGenerator(Deadline::name);
        deadline.addValueChangeListener(event -> follow());
        kind.setLabel(TEXTS.get("rule.kind"));
        kind.setItems(true, false);
        kind.setItemLabelGenerator(working -> TEXTS.get(working ? "rule.kind-working" : "rule.kind-day"));
        kind.setValue(false);
        number.setMin(1);
        number.setMax(MOST_DAYS);
        number.setStepButtonsVisible(true);
        time.setLocale(Locale.forLanguageTag("vi"));
        time.setHelperText(TEXTS.get("rule.time-help"));
        kind.addValueChangeListener(event -> number.setMax(event.getValue() ? MOST_WORKING_DAYS : MOST_DAYS));
        wide(deadline);
        fields(kind, number, time);
        wide(cutOff);
        wide(reason);
        if (!declared.isEmpty()) {
            deadline.setValue(declared.get(0));
        }
        does(this::isComplete, () -> {
            Deadline chosen = deadline.getValue();
            services.deadlines()
                    .tighten(
                            chosen.id(),
                            unitId,
                            rule(chosen.rule()),
                            cutOff.getValue(),
                            first(chosen.rule(), month),
                            reason.getValue());
            Problems.done(TEXTS.get("rule.done"));
            changed.run();
        });
    }

    /** Shows what holds now, to start from. */
    private void follow() {
        DueRule now = deadline.getValue().rule();
        deadline.setHelperText(
                TEXTS.get("rule.now", DueWords.rule(now), deadline.getValue().basis()));
        boolean daily = now.cadence() == Cadence.DAY;
        kind.setVisible(!daily);
        number.setVisible(!daily);
        kind.setValue(now.workingDay() > 0);
        number.setValue(daily ? null : Math.max(now.day(), now.workingDay()));
        time.setValue(now.time().equals(DueRule.MIDNIGHT) ? null : now.time());
    }

    private boolean isComplete() {
        number.setInvalid(number.isVisible() && number.isEmpty());
        number.setErrorMessage(TEXTS.get("rule.missing"));
        return deadline.getValue() != null && !number.isInvalid() && DutyDialog.filled(reason);
    }

    private DueRule rule(DueRule now) {
        LocalTime until = time.isEmpty() ? DueRule.MIDNIGHT : time.getValue();
        if (now.cadence() == Cadence.DAY) {
            return DueRule.daily(until);
        }
        return new DueRule(
                now.cadence(),
                now.months(),
                kind.getValue() ? 0 : number.getValue(),
                kind.getValue() ? number.getValue() : 0,
                until);
    }

    /** The period whose deadline falls in the month. */
    private static LocalDate first(DueRule rule, YearMonth month) {
        return rule.cadence().periodOf(month.minusMonths(rule.months()).atDay(1));
    }
}
