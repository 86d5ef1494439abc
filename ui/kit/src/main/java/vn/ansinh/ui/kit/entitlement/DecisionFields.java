package vn.ansinh.ui.kit.entitlement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.text.Texts;

/** Number, day and reason of a decision. */
final class DecisionFields {

    private static final Texts TEXTS = Texts.of(DecisionFields.class);

    private final TextField number = new TextField(TEXTS.get("decision.number"));
    private final DateField date = new DateField(TEXTS.get("decision.date"));
    private final ComboBox<Entry> reason = new ComboBox<>(TEXTS.get("decision.reason"));
    private final boolean needed;

    /** @param needed whether there must be a paper; a change of one's account needs none */
    DecisionFields(List<Entry> reasons, LocalDate today, boolean needed) {
        this.needed = needed;
        number.setRequiredIndicatorVisible(needed);
        date.setRequiredIndicatorVisible(needed);
        if (needed) {
            date.setValue(today);
        }
        date.setMax(today);
        number.setPlaceholder(TEXTS.get("decision.number-example"));
        reason.setItems(Entry::isLike, reasons);
        reason.setItemLabelGenerator(Entry::name);
        reason.setRequiredIndicatorVisible(true);
        if (reasons.size() == 1) {
            reason.setValue(reasons.get(0));
        }
        Keys.enterTakesFirst(reason);
    }

    Component number() {
        return number;
    }

    Component date() {
        return date;
    }

    Component reason() {
        return reason;
    }

    /** Whether everything the paper needs is there; marks what is not. */
    boolean complete() {
        boolean noNumber = needed && number.getValue().isBlank();
        number.setErrorMessage(noNumber ? TEXTS.get("decision.number-missing") : null);
        number.setInvalid(noNumber);
        boolean noDate = (needed && date.getValue() == null) || date.isInvalid();
        date.setErrorMessage(noDate ? TEXTS.get("decision.date-missing") : null);
        date.setInvalid(noDate);
        boolean noReason = reason.getValue() == null;
        reason.setErrorMessage(noReason ? TEXTS.get("decision.reason-missing") : null);
        reason.setInvalid(noReason);
        return !noNumber && !noDate && !noReason;
    }

    Decision decision() {
        String written = number.getValue().strip();
        return new Decision(
                written.isEmpty() ? null : written,
                date.getValue(),
                reason.getValue().code());
    }
}
