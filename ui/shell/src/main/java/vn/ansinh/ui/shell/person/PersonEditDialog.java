package vn.ansinh.ui.shell.person;

import com.vaadin.flow.component.textfield.TextField;
import vn.ansinh.api.identity.Person;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Changes a person's record, with a reason. */
final class PersonEditDialog {

    private static final Texts TEXTS = Texts.of(PersonEditDialog.class);

    private final PeopleServices services;
    private final Person person;
    private final Runnable changed;
    private final PersonForm form;
    private final TextField why = new TextField(TEXTS.get("reason"));

    /** @param changed told after the record was written */
    PersonEditDialog(PeopleServices services, Person person, Runnable changed) {
        this.services = services;
        this.person = person;
        this.changed = changed;
        form = new PersonForm(services.access(), services.units(), services.persons(), services.codeLists(), person);
        why.setRequiredIndicatorVisible(true);
    }

    void open() {
        form.addTo(new FormDialog(TEXTS.get("edit.title", person.fullName()), null, TEXTS.get("edit.verb")))
                .wide(why)
                .wide(form.warnings())
                .does(() -> HistoryPanel.given(why) & form.complete(), this::save)
                .open();
    }

    private void save() {
        services.persons().change(person.id(), form.draft(), why.getValue());
        Problems.done(TEXTS.get("edit.done", form.name()));
        changed.run();
    }
}
