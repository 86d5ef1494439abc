package vn.ansinh.ui.shell.person;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.benefit.Grants.Preview;
import vn.ansinh.api.benefit.Grants.Proposal;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.entitlement.PaymentFields;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.MonthField;
import vn.ansinh.ui.kit.field.UnitPicker;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.shell.Services;

/** Grants a right by a decision: from when law counts, what it is worth and what gives way are told before it is approved. */
final class GrantDialog {

    private final Services services;
    private final Person person;
    private final Runnable changed;
    private final ComboBox<Benefit> benefit = new ComboBox<>(text("grant.benefit"));
    private final UnitPicker unit;
    private final TextField number = new TextField(text("grant.number"));
    private final DateField date = new DateField(text("grant.date"));
    private final MonthField from = new MonthField(text("grant.from"));
    private final PaymentFields payment;
    private final Div preview = new Div();
    private final Checkbox seen = new Checkbox(text("grant.seen"));

    /** @param changed told after the right was granted */
    GrantDialog(Services services, Person person, Runnable changed) {
        this.services = services;
        this.person = person;
        this.changed = changed;
        WorkContext context = WorkContext.current();
        benefit.setItems(
                (one, typed) -> Vietnamese.fold(one.code() + " " + one.name()).contains(Vietnamese.fold(typed)),
                known());
        benefit.setItemLabelGenerator(one -> one.code() + " " + one.name());
        benefit.setRequiredIndicatorVisible(true);
        Keys.enterTakesFirst(benefit);
        unit = new UnitPicker(text("grant.unit"), services.units(), context.rootUnitId(), context::today);
        services.units().byId(person.unitId()).ifPresent(unit::setValue);
        number.setRequiredIndicatorVisible(true);
        date.setRequiredIndicatorVisible(true);
        date.setValue(context.today());
        date.setMax(context.today());
        from.setHelperText(text("grant.from-help"));
        payment = new PaymentFields(
                services.codeLists().entries("hinh-thuc-chi-tra"),
                new PaymentDetails("TM-DCT", null, null, null, null, PayeeRole.SELF),
                NumberSight.of(services.access()));
        preview.addClassName("as-lines");
        preview.getElement().setAttribute("aria-live", "polite");
        seen.setVisible(false);
        benefit.addValueChangeListener(event -> look());
        unit.addValueChangeListener(event -> look());
        date.addValueChangeListener(event -> look());
        from.addValueChangeListener(event -> look());
    }

    private List<Benefit> known() {
        Discretion discretion = new Discretion(services.access(), services.policies());
        List<Benefit> all = new ArrayList<>();
        services.packs().list().stream()
                .filter(PackState::inForce)
                .map(PackState::program)
                .distinct()
                .forEach(program -> all.addAll(services.policies().benefits(program)));
        return all.stream().filter(one -> !discretion.hides(one.code())).toList();
    }

    void open() {
        FormDialog dialog =
                new FormDialog(text("grant.title", person.fullName()), text("grant.lead"), text("grant.verb"));
        dialog.wide(benefit).wide(unit).fields(number, date).wide(from);
        payment.addTo(dialog);
        dialog.wide(preview).wide(seen).does(this::complete, this::grant).open();
    }

    private Proposal proposal() {
        return new Proposal(
                person.id(),
                benefit.getValue().code(),
                unit.getValue().id(),
                from.getValue(),
                number.getValue().strip(),
                date.getValue());
    }

    private void look() {
        preview.removeAll();
        seen.setVisible(false);
        seen.setValue(false);
        if (benefit.getValue() == null || unit.getValue() == null || date.getValue() == null) {
            return;
        }
        try {
            show(services.grants().preview(proposal()));
        } catch (RuntimeException e) {
            preview.add(Problems.bar(e));
        }
    }

    private void show(Preview found) {
        Due due = found.due();
        String month = Formats.month(found.from());
        if (due.reason() == null) {
            preview.add(MessageBar.ok(
                    text("grant.from-month", month),
                    text(
                            "grant.worth",
                            due.inKind() == null ? Money.format(due.amount()) : due.inKind(),
                            due.rateName() == null ? "" : due.rateName())));
        } else {
            preview.add(MessageBar.warn(text("grant.from-month", month), text("grant.nothing", due.reason())));
        }
        if (!found.conflicts().isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("as-faults");
            found.conflicts().forEach(conflict -> list.add(new ListItem(conflict)));
            preview.add(MessageBar.warn(text("grant.conflicts-lead"), text("grant.conflicts")), list);
            seen.setVisible(true);
        }
    }

    private boolean complete() {
        boolean noBenefit = benefit.getValue() == null;
        benefit.setErrorMessage(noBenefit ? text("grant.benefit-missing") : null);
        benefit.setInvalid(noBenefit);
        unit.setInvalid(unit.getValue() == null);
        boolean noNumber = number.getValue().isBlank();
        number.setErrorMessage(noNumber ? text("grant.number-missing") : null);
        number.setInvalid(noNumber);
        boolean noDate = date.getValue() == null || date.isInvalid();
        date.setInvalid(noDate);
        boolean unread = seen.isVisible() && !seen.getValue();
        seen.setErrorMessage(unread ? text("grant.unseen") : null);
        seen.setInvalid(unread);
        return payment.complete() & !noBenefit && unit.getValue() != null && !noNumber && !noDate && !unread;
    }

    private void grant() {
        services.grants().grant(proposal(), payment.details(), seen.getValue());
        changed.run();
        Problems.done(text("grant.done", benefit.getValue().name()));
    }
}
