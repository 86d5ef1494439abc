package vn.ansinh.ui.kit.field;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.PersonRegistry.PersonQuery;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** A person of the registry, found by name with or without diacritics, birth year or number. */
public class PersonPicker extends ComboBox<Person> {

    private static final Texts TEXTS = Texts.of(PersonPicker.class);
    private static final int HITS = 30;
    /** One letter would list half the commune. */
    private static final int SHORTEST = 2;

    private final transient PersonRegistry persons;
    private final transient NumberSight sight;

    /**
     * @param within subtree to choose from, 0 for the country
     * @param sight how much of their numbers is shown
     */
    public PersonPicker(String label, PersonRegistry persons, Units units, long within, NumberSight sight) {
        super(label);
        this.persons = persons;
        this.sight = sight;
        setPlaceholder(TEXTS.get("person.placeholder"));
        setClearButtonVisible(true);
        setItemLabelGenerator(Person::fullName);
        setRenderer(LitRenderer.<Person>of("<div class=\"as-option\"><div>${item.name}</div>"
                        + "<div class=\"as-small as-muted\">${item.more}</div></div>")
                .withProperty("name", Person::fullName)
                .withProperty("more", person -> more(person, units)));
        setItems(query -> {
            List<Person> found = find(query.getFilter().orElse("").strip(), within);
            return found.stream().skip(query.getOffset()).limit(query.getLimit());
        });
        getElement().getStyle().set("--vaadin-combo-box-overlay-width", "420px");
        Keys.enterTakesFirst(this);
    }

    private List<Person> find(String text, long within) {
        if (text.length() < SHORTEST) {
            return List.of();
        }
        try {
            return persons.search(new PersonQuery(text, within, null, HITS)).people();
        } catch (RuntimeException e) {
            Problems.show(e);
            return List.of();
        }
    }

    private String more(Person person, Units units) {
        return Stream.of(
                        person.birth().label(),
                        person.idNumber() == null ? "" : sight.show(person.idNumber()),
                        person.address() == null ? "" : person.address(),
                        units.fullName(person.unitId()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
