package vn.ansinh.ui.shell.person;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonEvent;
import vn.ansinh.api.identity.Residence;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.person.PersonPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Where the person lived and what was done to the record; and what an official may do to it now. */
final class HistoryPanel implements PersonPanel {

    private static final Texts TEXTS = Texts.of(HistoryPanel.class);

    private final PeopleServices services;

    HistoryPanel(PeopleServices services) {
        this.services = services;
    }

    @Override
    public String title() {
        return TEXTS.get("history.title");
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String permission() {
        return Permissions.PERSON_READ;
    }

    @Override
    public Component of(Person person, Runnable changed) {
        Div content = new Div();
        content.addClassName("as-stack");
        Caller caller = services.access().require();
        if (caller.may(Permissions.PERSON_WRITE)) {
            content.add(actions(person, changed));
        }
        content.add(residences(person), events(person));
        return content;
    }

    private Component actions(Person person, Runnable changed) {
        Div actions = new Div();
        actions.addClassNames("as-row", "wrap");
        actions.add(small("edit.open", VaadinIcon.EDIT, () -> new PersonEditDialog(services, person, changed).open()));
        if (person.anyNumber() == null) {
            actions.add(small("temporary.open", VaadinIcon.HASH, () -> {
                String number = services.persons().temporaryNumber(person.id());
                Problems.done(TEXTS.get("temporary.done", number));
                changed.run();
            }));
        }
        actions.add(small("remove.open", VaadinIcon.TRASH, () -> remove(person, changed)));
        return actions;
    }

    private static Button small(String text, VaadinIcon icon, Runnable action) {
        Button button = new Button(TEXTS.get(text), icon.create(), event -> Problems.guard(action));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private void remove(Person person, Runnable changed) {
        TextField why = new TextField(TEXTS.get("reason"));
        why.setRequiredIndicatorVisible(true);
        new FormDialog(TEXTS.get("remove.title", person.fullName()), TEXTS.get("remove.lead"), TEXTS.get("remove.verb"))
                .dangerous()
                .wide(why)
                .does(() -> given(why), () -> {
                    services.persons().remove(person.id(), why.getValue());
                    Problems.done(TEXTS.get("remove.done", person.fullName()));
                    changed.run();
                })
                .open();
    }

    /** Whether a reason was written; marks the field otherwise. */
    static boolean given(TextField why) {
        boolean missing = why.getValue().isBlank();
        why.setErrorMessage(missing ? TEXTS.get("reason.missing") : null);
        why.setInvalid(missing);
        return !missing;
    }

    private Component residences(Person person) {
        List<Residence> residences = services.persons().residences(person.id());
        DataTable table = new DataTable(
                TEXTS.get("residences.title"),
                List.of(
                        TEXTS.get("residences.place"),
                        ">" + TEXTS.get("residences.from"),
                        ">" + TEXTS.get("residences.to")));
        for (Residence residence : residences) {
            String unit = services.units().fullName(residence.unitId());
            table.row(
                    residence.address() == null ? unit : residence.address() + ", " + unit,
                    Formats.date(residence.from()),
                    residence.to() == null ? "" : Formats.date(residence.to()));
        }
        return table;
    }

    private Component events(Person person) {
        List<PersonEvent> events = services.persons().history(person.id());
        if (events.isEmpty()) {
            Div none = new Div(TEXTS.get("history.none"));
            none.addClassName("as-muted");
            return none;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("as-timeline");
        for (PersonEvent event : events) {
            Span head = new Span(event.kind().label());
            head.addClassName("as-b");
            Div what = new Div(event.detail());
            Div who = new Div(TEXTS.get("history.who", Formats.time(event.at()), event.by(), event.reason()));
            who.addClassNames("as-muted", "as-small");
            list.add(new ListItem(head, what, who));
        }
        return list;
    }
}
