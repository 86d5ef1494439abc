package vn.ansinh.ui.shell.calculator;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Question;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.BirthField;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.MonthField;
import vn.ansinh.ui.kit.field.PersonPicker;
import vn.ansinh.ui.kit.field.UnitPicker;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.shell.Services;

/** Who is asked about: a person of the registry or one that is described, which benefits, which months. */
final class CaseForm extends Div {

    /** The months shown before this one, so that a change in law shows. */
    private static final int BEFORE = 4;

    private final transient Services services;
    private final transient Caller caller;
    private final transient Map<String, Entitlement> held = new HashMap<>();
    private final PersonPicker picker;
    private final BirthField birth = new BirthField(text("calculator.birth"));
    private final DateField death = new DateField(text("calculator.death"));
    private final UnitPicker unit;
    private final MultiSelectComboBox<Benefit> benefits = new MultiSelectComboBox<>(text("calculator.benefits"));
    private final MonthField from = new MonthField(text("calculator.from-month"));
    private final MonthField to = new MonthField(text("calculator.to-month"));
    private final DateField asOf = new DateField(text("calculator.as-of"));
    private final FactForm facts;
    private transient Person person;
    private boolean hidden;

    CaseForm(Services services) {
        this.services = services;
        caller = services.access().require();
        WorkContext context = WorkContext.current();
        addClassNames("as-form");
        picker = new PersonPicker(
                text("calculator.person"),
                services.persons(),
                services.units(),
                context.rootUnitId(),
                NumberSight.of(caller));
        picker.addClassName("full");
        picker.setVisible(caller.may(Permissions.PERSON_READ));
        picker.setHelperText(text("calculator.person-help"));
        picker.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Problems.guard(() -> take(event.getValue()));
            }
        });
        birth.setRequired(true);
        // what is asked about the past lies in a unit of then
        unit = new UnitPicker(
                text("calculator.unit"),
                services.units(),
                0,
                () -> to.getValue() == null || !to.getValue().isBefore(YearMonth.from(context.today()))
                        ? context.today()
                        : to.getValue().atEndOfMonth());
        unit.addClassName("full");
        unit.setClearButtonVisible(true);
        unit.setHelperText(text("calculator.unit-help"));
        context.unit().ifPresent(unit::setValue);
        benefits.addClassName("full");
        benefits.setPlaceholder(text("calculator.all-benefits"));
        benefits.setItemLabelGenerator(benefit -> benefit.code() + " " + benefit.name());
        benefits.setItems(
                (benefit, typed) ->
                        Vietnamese.fold(benefit.code() + " " + benefit.name()).contains(Vietnamese.fold(typed)),
                known());
        benefits.getElement().getStyle().set("--vaadin-multi-select-combo-box-overlay-width", "560px");
        benefits.addValueChangeListener(event -> askFor(event.getValue()));
        from.setValue(context.month().minusMonths(BEFORE));
        to.setValue(context.month());
        asOf.setValue(context.today());
        asOf.addClassName("full");
        asOf.setHelperText(text("calculator.as-of-help"));
        facts = new FactForm(
                services.facts().keys().values().stream().filter(this::mayRead).toList());
        facts.addClassName("full");
        add(picker, birth, death, unit, benefits, from, to, asOf, new H2(text("calculator.facts")), facts);
    }

    private boolean mayRead(FactKey key) {
        return !key.sensitive() || caller.may(Permissions.FACT_SENSITIVE);
    }

    private List<Benefit> known() {
        List<Benefit> all = new ArrayList<>();
        Problems.guard(() -> services.packs().list().stream()
                .filter(PackState::inForce)
                .map(PackState::program)
                .distinct()
                .forEach(program -> all.addAll(services.policies().benefits(program))));
        return all;
    }

    /** Puts a person of the registry into the form. */
    void choose(Person chosen) {
        picker.setValue(chosen);
        take(chosen);
    }

    private void take(Person chosen) {
        person = chosen;
        held.clear();
        hidden = false;
        PageAddress.current().put(CalculatorView.PERSON, chosen == null ? "" : Long.toString(chosen.id()));
        if (chosen == null) {
            return;
        }
        birth.setValue(chosen.birth());
        death.setValue(chosen.deceasedOn());
        services.units().byId(chosen.unitId()).ifPresent(unit::setValue);
        List<Fact> all = services.facts().of(Subject.person(chosen.id()));
        List<Fact> readable = all.stream()
                .filter(fact ->
                        services.facts().key(fact.key()).filter(this::mayRead).isPresent())
                .toList();
        hidden = readable.size() < all.size();
        facts.show(readable);
        if (caller.may(Permissions.ENTITLEMENT_READ)) {
            services.entitlements().ofPerson(chosen.id()).forEach(one -> held.putIfAbsent(one.benefit(), one));
            benefits.setValue(benefits.getListDataView()
                    .getItems()
                    .filter(benefit -> held.containsKey(benefit.code()))
                    .toList());
        }
    }

    /** Whether the registry knows more about the person than the account may see. */
    boolean hidesSomething() {
        return person != null && hidden;
    }

    private void askFor(Set<Benefit> chosen) {
        chosen.forEach(benefit -> facts.ask(benefit.factKeys()));
    }

    /** The question, when the form is complete; otherwise what is missing is marked. */
    Optional<Question> question() {
        BirthDate born = birth.getValue();
        birth.refuse(born == null ? text("calculator.birth-missing") : null);
        YearMonth first = from.getValue();
        YearMonth last = to.getValue();
        boolean monthsWrong = first == null || last == null || last.isBefore(first);
        to.refuse(monthsWrong ? text("calculator.months-wrong") : null);
        asOf.setInvalid(asOf.getValue() == null);
        if (born == null) {
            birth.focus();
            return Optional.empty();
        }
        Subject subject = Subject.person(person == null ? 0 : person.id());
        LocalDate earliest = born.date();
        Optional<List<Fact>> given = facts.facts(subject, earliest);
        if (monthsWrong || asOf.getValue() == null || given.isEmpty()) {
            return Optional.empty();
        }
        long unitId =
                Optional.ofNullable(unit.getValue()).map(AdministrativeUnit::id).orElse(Claim.NOWHERE);
        return Optional.of(new Question(
                unitId,
                new PersonFacts(earliest, death.getValue(), given.get()),
                claims(first, unitId),
                first,
                last,
                asOf.getValue()));
    }

    /** A benefit the person holds counts from when they hold it; another as if claimed from the first month on. */
    private List<Claim> claims(YearMonth first, long unitId) {
        List<Claim> claims = new ArrayList<>();
        for (Benefit benefit : benefits.getValue()) {
            Entitlement known = held.get(benefit.code());
            claims.add(
                    known == null
                            ? new Claim(claims.size() + 1, benefit.code(), first, null, unitId)
                            : new Claim(claims.size() + 1, benefit.code(), known.from(), known.to(), unitId));
        }
        return claims;
    }
}
