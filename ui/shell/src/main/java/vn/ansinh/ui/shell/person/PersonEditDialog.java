package vn.ansinh.ui.shell.person;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.BirthField;
import vn.ansinh.ui.kit.field.UnitPicker;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Changes a person's record, with a reason; what the numbers say otherwise is told as one types, and refuses nothing. */
final class PersonEditDialog {

    private static final Texts TEXTS = Texts.of(PersonEditDialog.class);
    private static final String ETHNICITIES = "dan-toc";

    private final PeopleServices services;
    private final Person person;
    private final Runnable changed;
    private final TextField name = new TextField(TEXTS.get("edit.name"));
    private final BirthField birth = new BirthField(TEXTS.get("edit.birth"));
    private final Select<Sex> sex = new Select<>();
    private final TextField number = new TextField(TEXTS.get("edit.number"));
    private final TextField oldNumber = new TextField(TEXTS.get("edit.old-number"));
    private final ComboBox<Entry> ethnicity = new ComboBox<>(TEXTS.get("edit.ethnicity"));
    private final UnitPicker unit;
    private final TextField address = new TextField(TEXTS.get("edit.address"));
    private final TextField why = new TextField(TEXTS.get("reason"));
    private final Div warnings = new Div();

    PersonEditDialog(PeopleServices services, Person person, Runnable changed) {
        this.services = services;
        this.person = person;
        this.changed = changed;
        WorkContext context = WorkContext.current();
        unit = new UnitPicker(TEXTS.get("edit.unit"), services.units(), context.rootUnitId(), context::today);
        sex.setLabel(TEXTS.get("edit.sex"));
        sex.setItems(Sex.values());
        sex.setItemLabelGenerator(Sex::label);
        List<Entry> entries = services.codeLists().entries(ETHNICITIES);
        ethnicity.setItems(
                (one, typed) -> Vietnamese.fold(one.code() + " " + one.name()).contains(Vietnamese.fold(typed)),
                entries);
        ethnicity.setItemLabelGenerator(Entry::name);
        ethnicity.setClearButtonVisible(true);
        Keys.enterTakesFirst(ethnicity);
        name.setValue(person.fullName());
        birth.setValue(person.birth());
        sex.setValue(person.sex());
        number.setValue(orEmpty(person.idNumber()));
        oldNumber.setValue(orEmpty(person.oldIdNumber()));
        entries.stream()
                .filter(entry -> entry.code().equals(person.ethnicity()))
                .findFirst()
                .ifPresent(ethnicity::setValue);
        services.units().byId(person.unitId()).ifPresent(unit::setValue);
        address.setValue(orEmpty(person.address()));
        name.setRequiredIndicatorVisible(true);
        birth.setRequired(true);
        why.setRequiredIndicatorVisible(true);
        unit.setHelperText(TEXTS.get("edit.unit-help"));
        warnings.addClassName("as-lines");
        warnings.getElement().setAttribute("aria-live", "polite");
        number.addValueChangeListener(event -> look());
        oldNumber.addValueChangeListener(event -> look());
        birth.addValueChangeListener(event -> look());
        sex.addValueChangeListener(event -> look());
        look();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    void open() {
        new FormDialog(TEXTS.get("edit.title", person.fullName()), null, TEXTS.get("edit.verb"))
                .wide(name)
                .fields(birth, sex, number, oldNumber, ethnicity)
                .wide(unit)
                .wide(address)
                .wide(why)
                .wide(warnings)
                .does(this::complete, this::save)
                .open();
    }

    private PersonDraft draft() {
        return new PersonDraft(
                name.getValue(),
                birth.getValue(),
                sex.getValue(),
                digits(number),
                digits(oldNumber),
                ethnicity.getValue() == null ? null : ethnicity.getValue().code(),
                unit.getValue() == null ? person.unitId() : unit.getValue().id(),
                address.getValue());
    }

    private static String digits(TextField field) {
        String digits = field.getValue().replaceAll("[ .]", "");
        return digits.isEmpty() ? null : digits;
    }

    private void look() {
        warnings.removeAll();
        try {
            List<String> found = services.persons().check(draft());
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

    private boolean complete() {
        boolean noName = name.getValue().isBlank();
        name.setErrorMessage(noName ? TEXTS.get("edit.name-missing") : null);
        name.setInvalid(noName);
        boolean noBirth = birth.getValue() == null;
        if (noBirth) {
            birth.refuse(TEXTS.get("edit.birth-missing"));
        }
        return HistoryPanel.given(why) & !noName & !noBirth;
    }

    private void save() {
        services.persons().change(person.id(), draft(), why.getValue());
        Problems.done(TEXTS.get("edit.done", name.getValue()));
        changed.run();
    }
}
