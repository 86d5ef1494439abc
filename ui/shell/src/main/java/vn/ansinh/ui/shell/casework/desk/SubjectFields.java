package vn.ansinh.ui.shell.casework.desk;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.casework.Application.Particulars;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.UnitPicker;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What ending, moving and paying once need to know besides: which rights, why, when, where to. */
final class SubjectFields extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(SubjectFields.class);

    private final transient DeskServices services;
    private final Div rights = new Div();
    private final transient Map<Entitlement, Checkbox> boxes = new LinkedHashMap<>();
    private final ComboBox<Entry> reason = new ComboBox<>(TEXTS.get("subject.reason"));
    private final DateField event = new DateField("");
    private final UnitPicker to;
    private transient Procedure procedure;

    /**
     * @param received the day on which the application was handed in
     * @param changed run when something else was said
     */
    SubjectFields(DeskServices services, Supplier<LocalDate> received, Runnable changed) {
        this.services = services;
        addClassName("as-contents");
        rights.addClassNames("as-stack", "full");
        to = new UnitPicker(TEXTS.get("subject.to"), services.all().units(), 0, received);
        to.addClassName("full");
        reason.setItems(Entry::isLike, services.entitlements().reasons(EntitlementEvent.Kind.END));
        reason.setItemLabelGenerator(Entry::name);
        Keys.enterTakesFirst(reason);
        event.setMax(services.all().today());
        reason.setRequiredIndicatorVisible(true);
        event.setRequiredIndicatorVisible(true);
        reason.addValueChangeListener(change -> changed.run());
        event.addValueChangeListener(change -> changed.run());
        to.addValueChangeListener(change -> changed.run());
        add(rights, reason, event, to);
    }

    /** Asks what a procedure needs. */
    void ask(Procedure asking) {
        procedure = asking;
        Effect effect = asking.effect();
        boolean moves = effect == Effect.MOVE || effect == Effect.MOVE_OUT;
        reason.setVisible(effect == Effect.END);
        event.setVisible(effect != Effect.OPEN);
        to.setVisible(moves);
        to.setRequiredIndicatorVisible(effect == Effect.MOVE_OUT);
        to.setHelperText(effect == Effect.MOVE ? TEXTS.get("subject.to-here") : null);
        event.setLabel(TEXTS.get("subject.event." + effect));
        rights.setVisible(effect == Effect.END || moves);
    }

    /** @param person whom it is about; {@code null} for nobody yet: everything is blank */
    void show(Person person) {
        rights.removeAll();
        boxes.clear();
        reason.clear();
        to.clear();
        event.setValue(person == null ? null : person.deceasedOn());
        // emptied for the next one, not left out by somebody
        reason.setInvalid(false);
        to.setInvalid(false);
        event.setInvalid(false);
        if (person == null || !rights.isVisible()) {
            return;
        }
        Discretion discretion =
                new Discretion(services.all().access(), services.all().policies());
        for (Entitlement right : services.rights(person.id(), procedure)) {
            Checkbox box = new Checkbox(
                    TEXTS.get("subject.right", discretion.name(right.benefit()), Formats.month(right.from())), true);
            boxes.put(right, box);
            rights.add(box);
        }
        if (boxes.isEmpty()) {
            rights.add(new Div(TEXTS.get("subject.no-right")));
        }
    }

    /** @param number of who lives elsewhere, {@code null} for who is known here */
    Particulars particulars(String number) {
        Set<Long> chosen = boxes.entrySet().stream()
                .filter(each -> each.getValue().getValue())
                .map(each -> each.getKey().id())
                .collect(Collectors.toSet());
        LocalDate day = event.isVisible() ? event.getValue() : null;
        return new Particulars(
                chosen,
                reason.isVisible() && reason.getValue() != null
                        ? reason.getValue().code()
                        : null,
                day,
                to.isVisible() && to.getValue() != null ? to.getValue().id() : 0,
                number);
    }

    /** Whether everything is there; marks what is not. */
    boolean complete() {
        boolean noReason = reason.isVisible() && reason.getValue() == null;
        reason.setErrorMessage(noReason ? TEXTS.get("subject.reason-missing") : null);
        reason.setInvalid(noReason);
        boolean noDay = event.isVisible() && event.getValue() == null;
        event.setErrorMessage(noDay ? TEXTS.get("subject.day-missing") : null);
        event.setInvalid(noDay);
        boolean noUnit = to.isVisible() && to.isRequiredIndicatorVisible() && to.getValue() == null;
        to.setErrorMessage(noUnit ? TEXTS.get("subject.to-missing") : null);
        to.setInvalid(noUnit);
        return !noReason && !noDay && !noUnit;
    }
}
