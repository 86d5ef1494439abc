package vn.ansinh.ui.shell.household;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.identity.Household;
import vn.ansinh.api.identity.Person;
import vn.ansinh.ui.kit.person.PersonPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.person.PeopleServices;

/** The household that a person is in today. */
public final class HouseholdPanel implements PersonPanel {

    private static final Texts TEXTS = Texts.of(HouseholdPanel.class);

    private final PeopleServices services;

    public HouseholdPanel(PeopleServices services) {
        this.services = services;
    }

    @Override
    public String title() {
        return TEXTS.get("panel");
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return Permissions.HOUSEHOLD_READ;
    }

    @Override
    public Component of(Person person, Runnable changed) {
        Div content = new Div();
        content.addClassName("as-stack");
        boolean writes = services.access().require().may(Permissions.HOUSEHOLD_WRITE);
        Optional<Household> household = services.households().of(person.id(), services.today());
        if (household.isPresent()) {
            content.add(HouseholdTable.of(services, household.get()));
            if (writes) {
                content.add(new HouseholdActions(services, household.get(), changed));
            }
            return content;
        }
        Div none = new Div(TEXTS.get("panel.none"));
        none.addClassName("as-muted");
        content.add(none);
        if (writes) {
            Button open = new Button(
                    TEXTS.get("open.open"),
                    VaadinIcon.PLUS.create(),
                    event -> Problems.guard(() -> new OpenDialog(services, person, changed).open()));
            open.addThemeVariants(ButtonVariant.LUMO_SMALL);
            content.add(new Div(open));
        }
        return content;
    }
}
