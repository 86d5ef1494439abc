package vn.ansinh.ui.shell.deadline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.deadline.Deadline;
import vn.ansinh.api.deadline.Duty;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** One duty: why it is due when, and what this official can do about it. */
final class DutyDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(DutyDialog.class);
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);

    private final transient DeadlineServices services;
    private final transient Duty duty;
    private final transient Runnable changed;

    /** @param changed to be run after something was done */
    DutyDialog(DeadlineServices services, Duty duty, Runnable changed) {
        this.services = services;
        this.duty = duty;
        this.changed = changed;
        setHeaderTitle(duty.name());
        setWidth("560px");
        setMaxWidth("96vw");
        add(facts());
        Caller caller = services.access().require();
        getFooter().add(new Button(TEXTS.get("duty.close"), event -> close()));
        if (duty.doneAt() == null && caller.may(Permissions.DEADLINE_MANAGE) && caller.unitId() != duty.unitId()) {
            getFooter().add(new Button(TEXTS.get("extend.open"), event -> instead(extend())));
        }
        if (duty.doneAt() == null && duty.reported()) {
            getFooter().add(new Button(TEXTS.get("report.open"), event -> instead(report())));
        }
    }

    private void instead(FormDialog form) {
        close();
        form.open();
    }

    private FactList facts() {
        FactList facts = new FactList()
                .fact(TEXTS.get("duty.unit"), services.units().fullName(duty.unitId()))
                .fact(TEXTS.get("duty.period"), DueWords.period(duty.cadence(), duty.period()))
                .fact(TEXTS.get("duty.due"), DueWords.moment(duty.due()))
                .fact(
                        TEXTS.get("duty.state"),
                        new StateBadge(
                                DueWords.look(duty),
                                DueWords.word(duty, services.clock().instant())));
        if (duty.doneAt() != null) {
            facts.fact(TEXTS.get("duty.done"), Formats.time(duty.doneAt()));
        }
        if (duty.cutOff() != null) {
            facts.fact(TEXTS.get("duty.cut-off"), DueWords.moment(duty.cutOff()));
        }
        if (duty.extension() != null) {
            facts.fact(TEXTS.get("duty.extension"), duty.extension());
        }
        services.deadlines().declared().stream()
                .filter(deadline -> deadline.id().equals(duty.deadline()))
                .map(Deadline::basis)
                .forEach(basis -> facts.fact(TEXTS.get("duty.basis"), basis));
        return facts;
    }

    private FormDialog extend() {
        DateField day = new DateField(TEXTS.get("extend.day"));
        day.setMin(LocalDate.now(services.clock()));
        TimePicker time = new TimePicker(TEXTS.get("extend.time"), END_OF_WORK);
        time.setLocale(VIETNAMESE);
        TextField reason = reason();
        FormDialog dialog = new FormDialog(
                TEXTS.get("extend.title"),
                TEXTS.get("extend.lead", duty.name(), services.units().fullName(duty.unitId())),
                TEXTS.get("extend.verb"));
        dialog.fields(day, time).wide(reason);
        return dialog.does(
                () -> {
                    day.setInvalid(day.isEmpty());
                    day.setErrorMessage(TEXTS.get("extend.day-missing"));
                    time.setInvalid(time.isEmpty());
                    return !day.isInvalid() && !time.isInvalid() && filled(reason);
                },
                () -> {
                    services.deadlines()
                            .extend(
                                    duty.deadline(),
                                    duty.unitId(),
                                    duty.period(),
                                    day.getValue()
                                            .atTime(time.getValue())
                                            .atZone(Formats.ZONE)
                                            .toInstant(),
                                    reason.getValue());
                    Problems.done(TEXTS.get("extend.done"));
                    changed.run();
                });
    }

    private FormDialog report() {
        TextField note = new TextField(TEXTS.get("report.note"));
        note.setHelperText(TEXTS.get("report.note-help"));
        note.setRequiredIndicatorVisible(true);
        FormDialog dialog = new FormDialog(
                TEXTS.get("report.title"),
                TEXTS.get("report.lead", duty.name(), DueWords.period(duty.cadence(), duty.period())),
                TEXTS.get("report.verb"));
        return dialog.wide(note).does(() -> filled(note), () -> {
            services.deadlines().report(duty.deadline(), duty.unitId(), duty.period(), note.getValue());
            Problems.done(TEXTS.get("report.done"));
            changed.run();
        });
    }

    static TextField reason() {
        TextField reason = new TextField(TEXTS.get("rule.reason"));
        reason.setHelperText(TEXTS.get("rule.reason-help"));
        reason.setRequiredIndicatorVisible(true);
        return reason;
    }

    /** Marks a field that was left blank. */
    static boolean filled(TextField field) {
        field.setInvalid(field.getValue().isBlank());
        field.setErrorMessage(TEXTS.get("rule.missing"));
        return !field.isInvalid();
    }
}
