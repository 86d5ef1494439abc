package vn.ansinh.ui.shell.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.registry.Answer;
import vn.ansinh.api.registry.Answer.Outcome;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.person.PersonPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.person.PeopleServices;

/** What the population registry last said about a person. */
public final class RegistryPanel implements PersonPanel {

    private static final Texts TEXTS = Texts.of(RegistryPanel.class);

    private final PeopleServices services;

    public RegistryPanel(PeopleServices services) {
        this.services = services;
    }

    @Override
    public String title() {
        return TEXTS.get("panel");
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String permission() {
        return Permissions.REGISTRY_READ;
    }

    @Override
    public Component of(Person person, Runnable changed) {
        Div content = new Div();
        content.addClassName("as-stack");
        Div answer = new Div();
        show(answer, services.verifications().last(person.id()));
        content.add(answer);
        if (services.access().require().may(Permissions.REGISTRY_VERIFY)
                && person.idNumber() != null
                && services.verifications().line().name() != null) {
            Button ask = new Button(
                    TEXTS.get("ask"),
                    VaadinIcon.CONNECT.create(),
                    event -> Problems.guard(() ->
                            show(answer, Optional.of(services.verifications().ask(person.id())))));
            ask.addThemeVariants(ButtonVariant.LUMO_SMALL);
            ask.setDisableOnClick(true);
            ask.addClickListener(event -> ask.setEnabled(true));
            content.add(new Div(ask));
        }
        return content;
    }

    private static void show(Div where, Optional<Answer> answer) {
        where.removeAll();
        if (answer.isEmpty()) {
            Div none = new Div(TEXTS.get("panel.none"));
            none.addClassName("as-muted");
            where.add(none);
            return;
        }
        Answer told = answer.get();
        String when = TEXTS.get("told", Formats.time(told.at()));
        where.add(
                switch (told.outcome()) {
                    case MATCH -> MessageBar.ok(told.outcome().label(), when);
                    case MISMATCH, NOT_FOUND -> MessageBar.warn(told.outcome().label(), when);
                    case DOWN -> MessageBar.info(told.outcome().label(), TEXTS.get("down"));
                });
        if (told.outcome() == Outcome.MISMATCH) {
            DataTable table = new DataTable(
                    TEXTS.get("differences"), List.of(TEXTS.get("field"), TEXTS.get("ours"), TEXTS.get("theirs")));
            told.fields().forEach((label, difference) -> table.row(label, difference.ours(), difference.theirs()));
            where.add(table);
        }
    }
}
