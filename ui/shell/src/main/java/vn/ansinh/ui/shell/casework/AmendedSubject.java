package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.casework.Application.Particulars;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.UnitPicker;
import vn.ansinh.ui.kit.text.Texts;

/**
 * The day, the reason and the destination that an end, a move or a payment once counts from, to be mended: whoever changes one says
 * why. Nothing of it where the procedure has none, or where it was decided on already at the place moved from.
 */
final class AmendedSubject {

    private static final Texts TEXTS = Texts.of(AmendedSubject.class);

    private final Particulars before;
    private final LocalDate today;
    private final DateField event = new DateField(TEXTS.get("facts.event"));
    private final ComboBox<Entry> reason = new ComboBox<>(TEXTS.get("facts.reason"));
    private final UnitPicker to;
    private final List<HasValue<?, ?>> asked = new ArrayList<>();

    AmendedSubject(OpenCase open) {
        CaseServices services = open.services();
        before = open.detail().application().subject();
        today = services.today();
        to = new UnitPicker(TEXTS.get("facts.to"), services.units(), 0, services::today);
        Effect effect = open.procedure().effect();
        boolean decided =
                open.procedure().step(open.file().step()).map(Step::elsewhere).orElse(false);
        if (decided || effect == Effect.OPEN) {
            return;
        }
        asked.add(event);
        event.setMax(today);
        event.setValue(before.eventOn());
        if (effect == Effect.END) {
            asked.add(reason);
            List<Entry> reasons = services.entitlements().reasons(EntitlementEvent.Kind.END);
            reason.setItems(Entry::isLike, reasons);
            reason.setItemLabelGenerator(Entry::name);
            Keys.enterTakesFirst(reason);
            reasons.stream()
                    .filter(one -> one.code().equals(before.reason()))
                    .findFirst()
                    .ifPresent(reason::setValue);
        }
        if (effect == Effect.MOVE || effect == Effect.MOVE_OUT) {
            asked.add(to);
            services.units().byId(before.toUnitId()).ifPresent(to::setValue);
        }
    }

    /** Puts its fields into the form, and the sentence that says why one of them is another now. @return that sentence */
    TextArea addTo(ActDialog dialog) {
        if (asked.contains(reason)) {
            dialog.fields(event, reason);
        } else if (asked.contains(event)) {
            dialog.wide(event);
        }
        if (asked.contains(to)) {
            dialog.wide(to);
        }
        if (asked.contains(event)) {
            dialog.need(event, "amend.event-missing");
            dialog.check(() -> event.getValue() == null
                    || ActDialog.given(
                            event, event.getValue().isAfter(today) ? TEXTS.get("amend.event-missing") : null));
        }
        if (asked.contains(reason)) {
            dialog.need(reason, "amend.reason-missing");
        }
        if (asked.contains(to)) {
            dialog.need(to, "amend.to-missing");
        }
        TextArea why = dialog.sentences("amend.why", false);
        why.setVisible(!asked.isEmpty());
        why.setHelperText(TEXTS.get("amend.why-help"));
        dialog.mends("AS-CASE-REASON", why);
        dialog.check(() -> ActDialog.given(
                why, why.getValue().isBlank() && !told().equals(before) ? TEXTS.get("amend.why-missing") : null));
        return why;
    }

    /** As it is told now; what is not asked stays. */
    Particulars told() {
        AdministrativeUnit unit = to.getValue();
        return new Particulars(
                before.entitlements(),
                asked.contains(reason) && reason.getValue() != null
                        ? reason.getValue().code()
                        : before.reason(),
                asked.contains(event) ? event.getValue() : before.eventOn(),
                asked.contains(to) && unit != null ? unit.id() : before.toUnitId());
    }
}
