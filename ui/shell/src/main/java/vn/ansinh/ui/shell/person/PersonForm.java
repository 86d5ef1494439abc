package vn.ansinh.ui.shell.person;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.BirthField;
import vn.ansinh.ui.kit.field.NumberField;
import vn.ansinh.ui.kit.field.UnitPicker;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Who somebody is, to write down; what the numbers say otherwise is told as one types, and refuses nothing. */
final class PersonForm {

    private static final Texts TEXTS = Texts.of(PersonForm.class);
    private static final String ETHNICITIES = "dan-toc";
    private static final int CMND_DIGITS = 9;

    private final PersonRegistry persons;
    private final TextField name = new TextField(TEXTS.get("edit.name"));
    private final BirthField birth = new BirthField(TEXTS.get("edit.birth"));
    private final ComboBox<Sex> sex = new ComboBox<>(TEXTS.get("edit.sex"));
    private final NumberField number;
    private final NumberField oldNumber;
    private final ComboBox<Entry> ethnicity = new ComboBox<>(TEXTS.get("edit.ethnicity"));
    private final TextField origin = new TextField(TEXTS.get("edit.origin"));
    private final UnitPicker unit;
    private final TextField address = new TextField(TEXTS.get("edit.address"));
    private final Div warnings = new Div();

    /** @param person whose record it is, {@code null} for somebody new */
    PersonForm(Access access, Units units, PersonRegistry persons, CodeLists codeLists, Person person) {
        this.persons = persons;
        WorkContext context = WorkContext.current();
        NumberSight sight = NumberSight.of(access);
        number = new NumberField(TEXTS.get("edit.number"), person == null ? null : person.idNumber(), sight);
        oldNumber = new NumberField(TEXTS.get("edit.old-number"), person == null ? null : person.oldIdNumber(), sight);
        unit = new UnitPicker(TEXTS.get("edit.unit"), units, context.rootUnitId(), context::today);
        sex.setItems(
                (one, typed) -> Vietnamese.fold(one.label()).contains(Vietnamese.fold(typed)), List.of(Sex.values()));
        sex.setItemLabelGenerator(Sex::label);
        Keys.enterTakesFirst(sex);
        List<Entry> entries = ethnicities(codeLists, person);
        ethnicity.setItems(Entry::isLike, entries);
        ethnicity.setItemLabelGenerator(Entry::name);
        ethnicity.setClearButtonVisible(true);
        Keys.enterTakesFirst(ethnicity);
        if (person != null) {
            fill(person, entries);
        }
        units.byId(person == null ? context.unitId() : person.unitId()).ifPresent(unit::setValue);
        name.setRequiredIndicatorVisible(true);
        birth.setRequired(true);
        sex.setRequiredIndicatorVisible(true);
        unit.setRequiredIndicatorVisible(true);
        unit.setHelperText(person == null ? null : TEXTS.get("edit.unit-help"));
        origin.setHelperText(TEXTS.get("edit.origin-help"));
        warnings.addClassName("as-lines");
        warnings.getElement().setAttribute("aria-live", "polite");
        number.addValueChangeListener(event -> look());
        oldNumber.addValueChangeListener(event -> look());
        birth.addValueChangeListener(event -> look());
        sex.addValueChangeListener(event -> look());
        look();
    }

    /** What may be chosen today, and what the person has, also where that may no longer be chosen. */
    private static List<Entry> ethnicities(CodeLists lists, Person person) {
        if (person == null) {
            return lists.entries(ETHNICITIES);
        }
        LocalDate today = WorkContext.current().today();
        List<Entry> entries = new ArrayList<>(lists.entries(ETHNICITIES, today, person.unitId()));
        if (person.ethnicity() != null
                && entries.stream().noneMatch(entry -> entry.code().equals(person.ethnicity()))) {
            lists.byCode(ETHNICITIES, person.ethnicity()).ifPresent(entries::add);
        }
        return entries;
    }

    private void fill(Person person, List<Entry> ethnicities) {
        name.setValue(person.fullName());
        birth.setValue(person.birth());
        sex.setValue(person.sex());
        ethnicities.stream()
                .filter(entry -> entry.code().equals(person.ethnicity()))
                .findFirst()
                .ifPresent(ethnicity::setValue);
        address.setValue(person.address() == null ? "" : person.address());
        origin.setValue(person.origin() == null ? "" : person.origin());
    }

    /** Puts the fields into a dialog; what the numbers say comes after what the caller adds, see {@link #warnings}. */
    FormDialog addTo(FormDialog dialog) {
        return dialog.wide(name)
                .fields(birth, sex, number, oldNumber, ethnicity, origin)
                .wide(unit)
                .wide(address);
    }

    /** Begins with what was looked for: digits are a number, anything else a name. */
    void begin(String soughtFor) {
        if (!soughtFor.matches("[\\d .]+")) {
            name.setValue(Vietnamese.normalize(soughtFor));
        } else if (soughtFor.replaceAll("\\D", "").length() > CMND_DIGITS) {
            number.setValue(soughtFor);
        } else {
            oldNumber.setValue(soughtFor);
        }
        name.focus();
    }

    /** What deserves a second look. */
    Div warnings() {
        return warnings;
    }

    /** Its name as typed. */
    String name() {
        return Vietnamese.normalize(name.getValue());
    }

    /** What is written. */
    PersonDraft draft() {
        return new PersonDraft(
                name.getValue(),
                birth.getValue(),
                sex.getValue(),
                number.number(),
                oldNumber.number(),
                ethnicity.getValue() == null ? null : ethnicity.getValue().code(),
                unit.getValue() == null ? 0 : unit.getValue().id(),
                address.getValue(),
                origin.getValue());
    }

    private void look() {
        warnings.removeAll();
        try {
            List<String> found = persons.check(draft());
            if (!found.isEmpty()) {
                UnorderedList list = new UnorderedList();
                list.addClassName("as-faults");
                found.forEach(warning -> list.add(new ListItem(warning)));
                warnings.add(MessageBar.warn(TEXTS.get("edit.odd"), TEXTS.get("edit.odd-more")), list);
            }
        } catch (RuntimeException e) {
            warnings.add(Problems.bar(e));
        }
    }

    /** Whether what must be there is; marks what is not. */
    boolean complete() {
        boolean noName = name.getValue().isBlank();
        name.setErrorMessage(noName ? TEXTS.get("edit.name-missing") : null);
        name.setInvalid(noName);
        boolean noBirth = birth.getValue() == null;
        if (noBirth) {
            birth.refuse(TEXTS.get("edit.birth-missing"));
        }
        boolean noSex = sex.getValue() == null;
        sex.setErrorMessage(noSex ? TEXTS.get("edit.sex-missing") : null);
        sex.setInvalid(noSex);
        boolean noUnit = unit.getValue() == null;
        unit.setErrorMessage(noUnit ? TEXTS.get("edit.unit-missing") : null);
        unit.setInvalid(noUnit);
        return !noName && !noBirth && !noSex && !noUnit;
    }
}
