package vn.ansinh.ui.shell.transition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Transitions.Assignment;
import vn.ansinh.api.unit.Transitions.EndedUnit;
import vn.ansinh.api.unit.Transitions.Hamlet;
import vn.ansinh.api.unit.Transitions.WaitingPage;
import vn.ansinh.api.unit.Transitions.WaitingQuery;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Says where people of a split commune belong: whole hamlets at once, or people one by one; then moves them together. */
final class AssignPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(AssignPanel.class);

    private final transient TransitionServices services;
    private final transient EndedUnit ended;
    private final transient Consumer<String> changed;
    private final transient List<Hamlet> hamlets;
    private final CheckboxGroup<Hamlet> places = new CheckboxGroup<>(TEXTS.get("assign.hamlets"));
    private final Set<Long> people = new LinkedHashSet<>();
    private final LazyGrid<Person> list = new LazyGrid<>(TEXTS.get("assign.people"));
    private final Select<AdministrativeUnit> into = new Select<>();
    private final TextField why = new TextField(TEXTS.get("settle.why"));
    private final Button move = new Button(VaadinIcon.EXCHANGE.create());
    private String searched = "";

    /**
     * @param said what orders it, as typed before
     * @param changed told what orders it when people were moved
     */
    AssignPanel(TransitionServices services, EndedUnit ended, String said, Consumer<String> changed) {
        this.services = services;
        this.ended = ended;
        this.changed = changed;
        why.setValue(said);
        addClassNames("as-assign-page", "as-fill");
        hamlets = services.transitions().hamlets(ended.unit().id());
        if (hamlets.isEmpty()) {
            add(MessageBar.ok(TEXTS.get("assign.done-lead"), TEXTS.get("assign.done")));
            return;
        }
        add(bar(), columns());
        told();
    }

    private Component bar() {
        into.setLabel(TEXTS.get("assign.into"));
        into.setItems(ended.into());
        into.setItemLabelGenerator(AdministrativeUnit::name);
        into.setPlaceholder(TEXTS.get("assign.into-placeholder"));
        into.addClassName("as-assign-into");
        if (ended.into().size() == 1) {
            into.setValue(ended.into().get(0));
        }
        why.setPlaceholder(TEXTS.get("settle.why-help"));
        why.setRequiredIndicatorVisible(true);
        why.addClassName("as-assign-why");
        move.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        move.addClickListener(event -> assign());
        Div bar = new Div(into, why, move);
        bar.addClassNames("as-row", "as-assign-bar");
        return bar;
    }

    private Component columns() {
        places.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        places.setItems(hamlets);
        places.setItemLabelGenerator(place -> TEXTS.get(
                "assign.hamlet", place.name().isEmpty() ? TEXTS.get("assign.nowhere") : place.name(), place.people()));
        places.addValueChangeListener(event -> told());
        Panel left = new Panel(TEXTS.get("assign.by-hamlet"));
        left.content(places);
        left.addClassName("as-assign-hamlets");
        list.component("chosen", TEXTS.get("assign.choose"), this::box)
                .setWidth("72px")
                .setFlexGrow(0);
        list.wrapped("name", TEXTS.get("assign.name"), Person::fullName).setFlexGrow(2);
        list.numeric(
                "birth", TEXTS.get("assign.birth"), person -> person.birth().label());
        list.wrapped(
                        "address",
                        TEXTS.get("assign.address"),
                        person -> person.address() == null ? "–" : person.address())
                .setFlexGrow(2);
        list.setEmptyText(TEXTS.get("assign.no-hit"));
        FilterBar filter = new FilterBar();
        filter.search(TEXTS.get("assign.search"), "", text -> {
            searched = text;
            load();
        });
        Div right = new Div(filter, list);
        right.addClassName("as-assign-list");
        load();
        Div columns = new Div(left, right);
        columns.addClassNames("as-cols", "as-fill", "as-assign");
        return columns;
    }

    private Checkbox box(Person person) {
        Checkbox box = new Checkbox(people.contains(person.id()));
        box.setAriaLabel(TEXTS.get("assign.choose-one", person.fullName()));
        box.addValueChangeListener(event -> {
            if (event.getValue()) {
                people.add(person.id());
            } else {
                people.remove(person.id());
            }
            told();
        });
        return box;
    }

    private void load() {
        String text = searched;
        PageSource<Person> source = (cursor, limit) -> {
            WaitingPage page =
                    services.transitions().waiting(new WaitingQuery(ended.unit().id(), null, text, cursor, limit));
            return new PageSource.Slice<>(page.people(), page.next());
        };
        // beyond what is counted the list grows as one scrolls
        list.setSource(source, limit -> text.isEmpty() ? Math.toIntExact(Math.min(limit, all())) : limit);
    }

    private long all() {
        return hamlets.stream().mapToLong(Hamlet::people).sum();
    }

    private void told() {
        long ofHamlets = places.getValue().stream().mapToLong(Hamlet::people).sum();
        move.setText(TEXTS.get("assign.verb", places.getValue().size(), ofHamlets, people.size()));
        move.setEnabled(ofHamlets + people.size() > 0);
    }

    private void assign() {
        into.setInvalid(into.isEmpty());
        into.setErrorMessage(TEXTS.get("assign.into-missing"));
        why.setInvalid(why.getValue().isBlank());
        why.setErrorMessage(TEXTS.get("settle.why-missing"));
        if (into.isInvalid() || why.isInvalid()) {
            return;
        }
        Problems.guard(() -> {
            long moved = services.transitions()
                    .assign(new Assignment(
                            ended.unit().id(),
                            places.getValue().stream().map(Hamlet::name).collect(Collectors.toSet()),
                            people,
                            into.getValue().id(),
                            Vietnamese.normalize(why.getValue())));
            Problems.done(TEXTS.get("assign.moved", moved, into.getValue().name()));
            changed.accept(why.getValue());
        });
    }
}
