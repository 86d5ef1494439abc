package vn.ansinh.ui.shell.household;

import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import vn.ansinh.api.identity.Households.HouseholdDraft;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.PersonPicker;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.person.PeopleServices;

/** Opens a household under its head; members are added afterwards. */
final class OpenDialog {

    private static final Texts TEXTS = Texts.of(OpenDialog.class);

    private final PeopleServices services;
    private final Runnable opened;
    private final PersonPicker head;
    private final TextField hamlet = new TextField(TEXTS.get("hamlet"));
    private final TextField address = new TextField(TEXTS.get("address"));
    private final DateField day = new DateField(TEXTS.get("from"));

    /** @param person the head to begin with, {@code null} for none */
    OpenDialog(PeopleServices services, Person person, Runnable opened) {
        this.services = services;
        this.opened = opened;
        head = new PersonPicker(
                TEXTS.get("head"),
                services.persons(),
                services.units(),
                WorkContext.current().rootUnitId(),
                NumberSight.of(services.access()));
        head.setRequiredIndicatorVisible(true);
        head.addValueChangeListener(event -> {
            if (event.getValue() != null && event.getValue().address() != null) {
                address.setValue(event.getValue().address());
            }
        });
        day.setValue(services.today());
        day.setMax(services.today());
        day.setRequiredIndicatorVisible(true);
        if (person != null) {
            head.setValue(person);
        }
    }

    void open() {
        new FormDialog(TEXTS.get("open.title"), TEXTS.get("open.lead"), TEXTS.get("open.verb"))
                .wide(head)
                .fields(hamlet, day)
                .wide(address)
                .does(this::complete, this::save)
                .open();
    }

    private boolean complete() {
        head.setErrorMessage(TEXTS.get("member-missing"));
        head.setInvalid(head.getValue() == null);
        boolean noDay = day.getValue() == null || day.isInvalid();
        day.setInvalid(noDay);
        return head.getValue() != null && !noDay;
    }

    private void save() {
        Person person = head.getValue();
        services.households()
                .open(new HouseholdDraft(
                        person.unitId(), hamlet.getValue(), address.getValue(), person.id(), Map.of(), day.getValue()));
        Problems.done(TEXTS.get("open.done", person.fullName()));
        opened.run();
    }
}
