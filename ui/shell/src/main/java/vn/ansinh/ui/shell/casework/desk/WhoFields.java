package vn.ansinh.ui.shell.casework.desk;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.ansinh.api.casework.Application.Applicant;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry.PersonQuery;
import vn.ansinh.api.identity.PersonRegistry.Presence;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.Choices;
import vn.ansinh.ui.kit.field.PersonPicker;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.casework.CaseServices;
import vn.ansinh.ui.shell.person.PersonAddDialog;

/** Whom an application is about, and who files it. Somebody the registry does not know is written down on the way. */
final class WhoFields extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(WhoFields.class);
    private static final String SELF = "";

    private final transient CaseServices services;
    private final transient Consumer<Person> chosen;
    private final PersonPicker picker;
    private final Div known = new Div();
    private final ComboBox<Entry> relation = new ComboBox<>(TEXTS.get("applicant.relation"));
    private final TextField name = new TextField(TEXTS.get("applicant.name"));
    private final TextField phone = new TextField(TEXTS.get("applicant.phone"));
    /** Whether somebody who lives elsewhere may be named by their number. */
    private boolean byNumber;

    private transient String newcomer;

    /** @param chosen told whom it is about; {@code null} for nobody */
    WhoFields(CaseServices services, Consumer<Person> chosen) {
        this.services = services;
        this.chosen = chosen;
        addClassName("as-contents");
        picker = new PersonPicker(
                TEXTS.get("person"),
                services.persons(),
                services.units(),
                WorkContext.current().unitId(),
                NumberSight.of(services.access()));
        picker.setRequiredIndicatorVisible(true);
        picker.addClassName("full");
        picker.setHelperText(TEXTS.get("person.help"));
        picker.setAllowCustomValue(true);
        picker.addCustomValueSetListener(
                event -> Problems.guard(() -> seek(event.getDetail().strip())));
        picker.addValueChangeListener(event -> Problems.guard(() -> choose(event.getValue())));
        known.addClassName("full");
        relation.setItems(relations());
        relation.setItemLabelGenerator(Entry::name);
        Choices.among(relation);
        relation.addValueChangeListener(event -> self());
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        add(
                new H2(TEXTS.get("section.person")),
                picker,
                known,
                new H2(TEXTS.get("section.applicant")),
                relation,
                name,
                phone);
        relation.setValue(relations().get(0));
    }

    /** The person themselves first. */
    private List<Entry> relations() {
        Entry self = new Entry(SELF, TEXTS.get("applicant.self"), List.of());
        return Stream.concat(Stream.of(self), services.codeLists().entries("quan-he").stream())
                .toList();
    }

    /** A number or a name that was typed and left: one who bears it is taken, nobody is written down. */
    private void seek(String text) {
        if (text.isEmpty()) {
            return;
        }
        List<Person> found = services.persons()
                .search(new PersonQuery(text, WorkContext.current().unitId(), null, 2))
                .people();
        if (found.size() == 1) {
            picker.setValue(found.get(0));
        } else if (found.isEmpty() && byNumber) {
            name(text.replaceAll("[ .]", ""));
        } else if (found.isEmpty()) {
            picker.clear();
            new PersonAddDialog(
                            services.access(),
                            services.units(),
                            services.persons(),
                            services.codeLists(),
                            id -> services.persons().byId(id).ifPresent(person -> {
                                picker.setValue(person);
                                relation.focus();
                            }))
                    .as(text)
                    .open();
        } else {
            picker.setErrorMessage(TEXTS.get("person.several"));
            picker.setInvalid(true);
            picker.focus();
        }
    }

    /** Somebody of another commune, whose paper the desk has in hand: where they live is all that is told. */
    private void name(String number) {
        picker.clear();
        Optional<Presence> where = number.matches("[0-9]{9}|[0-9]{12}|T[0-9]{11}")
                ? services.persons().whereIs(number)
                : Optional.empty();
        newcomer = where.isEmpty() ? null : number;
        picker.setErrorMessage(where.isEmpty() ? TEXTS.get("person.nobody", number) : null);
        picker.setInvalid(where.isEmpty());
        known.removeAll();
        where.ifPresent(there -> {
            Span told = new Span(TEXTS.get("person.newcomer"));
            told.addClassNames("as-small", "as-muted");
            known.add(
                    new FactList()
                            .fact(
                                    TEXTS.get("person.number"),
                                    NumberSight.of(services.access()).show(number))
                            .fact(TEXTS.get("person.address"), services.units().fullName(there.unitId())),
                    told);
        });
        self();
        chosen.accept(null);
    }

    /** @param allowed whether somebody who lives elsewhere may be named by their number */
    void byNumber(boolean allowed) {
        byNumber = allowed;
        picker.setHelperText(TEXTS.get(allowed ? "person.help-newcomer" : "person.help"));
        if (!allowed && newcomer != null) {
            show(null);
        }
    }

    /** The number of who lives elsewhere. */
    Optional<String> newcomer() {
        return Optional.ofNullable(newcomer);
    }

    private void choose(Person person) {
        newcomer = null;
        picker.setInvalid(false);
        known.removeAll();
        if (person != null) {
            NumberSight sight = NumberSight.of(services.access());
            FactList facts = new FactList()
                    .fact(TEXTS.get("person.birth"), person.birth().label())
                    .fact(TEXTS.get("person.number"), sight.show(person.anyNumber()))
                    .fact(
                            TEXTS.get("person.address"),
                            person.address() == null
                                    ? services.units().fullName(person.unitId())
                                    : person.address() + ", " + services.units().fullName(person.unitId()));
            known.add(facts);
            if (person.deceasedOn() != null) {
                known.add(new StateBadge(State.ENDED, TEXTS.get("person.deceased", Formats.date(person.deceasedOn()))));
            }
            Div source = new Div(TEXTS.get("person.source"));
            source.addClassNames("as-small", "as-muted");
            known.add(source);
        }
        self();
        chosen.accept(person);
    }

    /** Whoever files for themselves is called as the registry calls them. */
    private void self() {
        boolean self = relation.getValue() == null || relation.getValue().code().equals(SELF);
        name.setReadOnly(self && newcomer == null);
        if (self && newcomer == null) {
            name.setValue(picker.getValue() == null ? "" : picker.getValue().fullName());
        } else if (picker.getValue() != null
                && name.getValue().equals(picker.getValue().fullName())) {
            name.clear();
        }
    }

    /** Whom it is about. */
    Optional<Person> person() {
        return Optional.ofNullable(picker.getValue());
    }

    /** Chooses somebody; {@code null} for nobody: then the applicant is nobody, too. */
    void show(Person person) {
        if (person == null) {
            phone.clear();
            relation.setValue(relations().get(0));
            if (newcomer != null) {
                newcomer = null;
                known.removeAll();
                name.clear();
                self();
            }
        }
        picker.setValue(person);
    }

    /** Ready for the next one. */
    void focus() {
        picker.focus();
    }

    Applicant applicant() {
        Entry chosenRelation = relation.getValue();
        return new Applicant(
                name.getValue().strip(),
                chosenRelation == null || chosenRelation.code().equals(SELF) ? null : chosenRelation.code(),
                phone.getValue().strip());
    }

    /** Whether everything is there; marks what is not. */
    boolean complete() {
        boolean nobody = picker.getValue() == null && newcomer == null;
        picker.setErrorMessage(nobody ? TEXTS.get("person.missing") : null);
        picker.setInvalid(nobody);
        boolean noName = !nobody && name.getValue().isBlank();
        name.setErrorMessage(noName ? TEXTS.get("applicant.name-missing") : null);
        name.setInvalid(noName);
        return !nobody && !noName;
    }
}
