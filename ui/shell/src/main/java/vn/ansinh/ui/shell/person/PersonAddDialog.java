package vn.ansinh.ui.shell.person;

import java.util.List;
import java.util.function.LongConsumer;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.PersonRegistry.Registered;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Writes somebody down for the first time; who is known already is opened instead. */
public final class PersonAddDialog {

    private static final Texts TEXTS = Texts.of(PersonAddDialog.class);

    private final PersonRegistry persons;
    private final LongConsumer added;
    private final PersonForm form;

    /** @param added given the id of who was written down, or was known already */
    public PersonAddDialog(
            Access access, Units units, PersonRegistry persons, CodeLists codeLists, LongConsumer added) {
        this.persons = persons;
        this.added = added;
        form = new PersonForm(access, units, persons, codeLists, null);
    }

    /** Fills in what was looked for in vain: a number, or a name. */
    public PersonAddDialog as(String soughtFor) {
        form.begin(soughtFor);
        return this;
    }

    /** Opens it. */
    public void open() {
        form.addTo(new FormDialog(TEXTS.get("add.title"), TEXTS.get("add.lead"), TEXTS.get("add.verb")))
                .wide(form.warnings())
                .does(form::complete, this::save)
                .open();
    }

    private void save() {
        Registered registered = persons.registerAll(List.of(form.draft())).get(0);
        if (registered.elsewhere()) {
            throw Problem.conflict("AS-PERSON-ELSEWHERE", TEXTS.get("add.elsewhere"));
        }
        if (registered.differs()) {
            throw Problem.conflict("AS-PERSON-DIFFERS", TEXTS.get("add.differs"));
        }
        Problems.done(TEXTS.get(registered.created() ? "add.done" : "add.known", form.name()));
        added.accept(registered.personId());
    }
}
