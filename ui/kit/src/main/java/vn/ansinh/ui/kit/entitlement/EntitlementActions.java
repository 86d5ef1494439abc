package vn.ansinh.ui.kit.entitlement;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.EntitlementEvent.Kind;
import vn.ansinh.api.benefit.Entitlements.Suspension;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.MonthField;
import vn.ansinh.ui.kit.field.UnitPicker;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What can be decided about a right; each by a paper with its number, day and reason. */
public class EntitlementActions extends Div {

    private static final Texts TEXTS = Texts.of(EntitlementActions.class);

    private final transient EntitlementServices services;
    private final transient Entitlement entitlement;
    private final String about;
    private final transient Runnable changed;

    /**
     * @param about whose right to what, for the dialogs
     * @param changed told after something was recorded
     */
    public EntitlementActions(EntitlementServices services, Entitlement entitlement, String about, Runnable changed) {
        this.services = services;
        this.entitlement = entitlement;
        this.about = about;
        this.changed = changed;
        addClassNames("as-row", "wrap");
        boolean over = entitlement.to() != null
                && entitlement.to().isBefore(WorkContext.current().month());
        if (!services.access().require().may(Permissions.ENTITLEMENT_WRITE)) {
            setVisible(false);
            return;
        }
        if (over) {
            button("actions.resume", this::takeBackEnd);
            return;
        }
        if (suspended()) {
            button("actions.resume", this::resume);
        } else {
            button("actions.suspend", this::suspend);
        }
        button("actions.end", this::end);
        button("actions.payment", this::changePayment);
        button("actions.move", this::move);
    }

    private void button(String text, Runnable action) {
        Button button = new Button(TEXTS.get(text), event -> Problems.guard(action));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(button);
    }

    private boolean suspended() {
        return latest() != null && latest().to() == null;
    }

    private Suspension latest() {
        List<Suspension> all = services.entitlements().suspensions(entitlement.id());
        return all.isEmpty() ? null : all.get(0);
    }

    private FormDialog dialog(String key) {
        return new FormDialog(TEXTS.get(key + ".title"), about, TEXTS.get(key + ".verb"));
    }

    private DecisionFields decision(Kind kind, boolean needed) {
        return new DecisionFields(
                services.entitlements().reasons(kind), WorkContext.current().today(), needed);
    }

    private static MonthField month(String label, YearMonth value, String help) {
        MonthField field = new MonthField(TEXTS.get(label));
        field.setValue(value);
        field.setHelperText(help);
        return field;
    }

    private static boolean given(MonthField field) {
        boolean missing = field.getValue() == null;
        field.refuse(missing ? TEXTS.get("actions.month-missing") : null);
        return !missing;
    }

    private void suspend() {
        MonthField from = month("suspend.from", WorkContext.current().month(), TEXTS.get("suspend.help"));
        DecisionFields decision = decision(Kind.SUSPEND, true);
        dialog("suspend")
                .wide(from)
                .fields(decision.number(), decision.date())
                .wide(decision.reason())
                .does(() -> given(from) & decision.complete(), () -> {
                    services.entitlements().suspend(entitlement.id(), from.getValue(), decision.decision());
                    done("suspend.done", from.getValue());
                })
                .open();
    }

    private void resume() {
        resume(WorkContext.current().month(), TEXTS.get("resume.help"), TEXTS.get("resume.pay-back"));
    }

    /** Who was ended by mistake is paid on. */
    private void takeBackEnd() {
        resume(
                entitlement.to().plusMonths(1),
                TEXTS.get("resume.over-help", Formats.month(entitlement.to())),
                TEXTS.get("resume.over-pay-back"));
    }

    private void resume(YearMonth first, String help, String months) {
        MonthField from = month("resume.from", first, help);
        Checkbox payBack = new Checkbox(months);
        DecisionFields decision = decision(Kind.RESUME, true);
        dialog("resume")
                .wide(from)
                .wide(payBack)
                .fields(decision.number(), decision.date())
                .wide(decision.reason())
                .does(() -> given(from) & decision.complete(), () -> {
                    services.entitlements()
                            .resume(entitlement.id(), from.getValue(), payBack.getValue(), decision.decision());
                    done("resume.done", from.getValue());
                })
                .open();
    }

    private void end() {
        MonthField last = month("end.last", WorkContext.current().month(), TEXTS.get("end.help"));
        DecisionFields decision = decision(Kind.END, true);
        dialog("end")
                .dangerous()
                .wide(last)
                .fields(decision.number(), decision.date())
                .wide(decision.reason())
                .does(() -> given(last) & decision.complete(), () -> {
                    services.entitlements().end(entitlement.id(), last.getValue(), decision.decision());
                    done("end.done", last.getValue());
                })
                .open();
    }

    private void changePayment() {
        PaymentFields payment = new PaymentFields(
                services.codeLists().entries("hinh-thuc-chi-tra"),
                entitlement.payment(),
                NumberSight.of(services.access()));
        DecisionFields decision = decision(Kind.CHANGE, false);
        FormDialog dialog = dialog("payment");
        payment.addTo(dialog);
        dialog.fields(decision.number(), decision.date())
                .wide(decision.reason())
                .does(() -> payment.complete() & decision.complete(), () -> {
                    services.entitlements().changePayment(entitlement.id(), payment.details(), decision.decision());
                    done("payment.done", null);
                })
                .open();
    }

    private void move() {
        WorkContext context = WorkContext.current();
        UnitPicker unit =
                new UnitPicker(TEXTS.get("move.unit"), services.units(), context.rootUnitId(), context::today);
        MonthField from = month("move.from", context.month(), TEXTS.get("move.help"));
        DecisionFields decision = decision(Kind.MOVE, true);
        dialog("move")
                .wide(unit)
                .wide(from)
                .fields(decision.number(), decision.date())
                .wide(decision.reason())
                .does(
                        () -> {
                            boolean missing = unit.getValue() == null;
                            unit.setErrorMessage(missing ? TEXTS.get("move.unit-missing") : null);
                            unit.setInvalid(missing);
                            return !missing & given(from) & decision.complete();
                        },
                        () -> {
                            services.entitlements()
                                    .move(entitlement.id(), unit.getValue().id(), from.getValue(), decision.decision());
                            done("move.done", from.getValue());
                        })
                .open();
    }

    private void done(String key, YearMonth month) {
        changed.run();
        Problems.done(TEXTS.get(key, Formats.month(month)));
    }
}
