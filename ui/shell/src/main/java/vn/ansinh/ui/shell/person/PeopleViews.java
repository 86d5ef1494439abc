package vn.ansinh.ui.shell.person;

import java.time.Clock;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.identity.Duplicates;
import vn.ansinh.api.identity.Households;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.registry.Verifications;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.person.PersonPanel;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;
import vn.ansinh.ui.kit.view.ViewProvider;
import vn.ansinh.ui.shell.duplicate.DuplicatesView;
import vn.ansinh.ui.shell.household.HouseholdPanel;
import vn.ansinh.ui.shell.household.HouseholdsView;
import vn.ansinh.ui.shell.registry.RegistryPanel;
import vn.ansinh.ui.shell.registry.RegistryView;

/** The pages about people besides their list, and what they add to one person's page. */
public final class PeopleViews {

    private final PeopleServices services;

    public PeopleViews(
            Access access,
            Units units,
            PersonRegistry persons,
            CodeLists codeLists,
            Households households,
            Duplicates duplicates,
            Verifications verifications,
            Jobs jobs,
            Clock clock) {
        services = new PeopleServices(
                access, units, persons, codeLists, households, duplicates, verifications, jobs, clock);
    }

    /** Households of the unit. */
    public ViewProvider households() {
        return new View<>(
                HouseholdsView.PATH,
                HouseholdsView.TITLE,
                MenuGroup.GENERAL,
                13,
                "home",
                HouseholdsView.class,
                () -> new HouseholdsView(services));
    }

    /** Records that may speak of one person. */
    public ViewProvider duplicates() {
        return new View<>(
                DuplicatesView.PATH,
                DuplicatesView.TITLE,
                MenuGroup.GENERAL,
                14,
                "copy",
                DuplicatesView.class,
                () -> new DuplicatesView(services));
    }

    /** What the population registry tells. */
    public ViewProvider registry() {
        return new View<>(
                RegistryView.PATH,
                RegistryView.TITLE,
                MenuGroup.GENERAL,
                16,
                "connect",
                RegistryView.class,
                () -> new RegistryView(services));
    }

    /** The household on a person's page. */
    public PersonPanel householdPanel() {
        return new HouseholdPanel(services);
    }

    /** What the population registry said, on a person's page. */
    public PersonPanel registryPanel() {
        return new RegistryPanel(services);
    }

    /** What was done to the record, on a person's page. */
    public PersonPanel historyPanel() {
        return new HistoryPanel(services);
    }
}
