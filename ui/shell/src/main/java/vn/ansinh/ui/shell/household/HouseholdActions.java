package vn.ansinh.ui.shell.household;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.identity.Household;
import vn.ansinh.api.identity.Household.Member;
import vn.ansinh.api.identity.Households;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.PersonPicker;
import vn.ansinh.ui.kit.field.UnitPicker;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.person.PeopleServices;

/** What officials do to a household; every change holds from a day on. */
final class HouseholdActions extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(HouseholdActions.class);

    private final transient PeopleServices services;
    private final transient Household household;
    private final transient Runnable changed;

    /** @param changed told after something was done */
    HouseholdActions(PeopleServices services, Household household, Runnable changed) {
        this.services = services;
        this.household = household;
        this.changed = changed;
        addClassNames("as-row", "wrap");
        add(button("join", VaadinIcon.PLUS, this::join));
        add(button("relation", VaadinIcon.EDIT, this::relation));
        if (household.members().size() > 1) {
            add(button("head", VaadinIcon.USER_STAR, this::head));
            add(button("split", VaadinIcon.SPLIT, this::split));
        }
        add(button("leave", VaadinIcon.MINUS, this::leave));
        add(button("move", VaadinIcon.TRUCK, this::move));
        add(button("merge", VaadinIcon.COMPRESS_SQUARE, this::merge));
    }

    private static Button button(String key, VaadinIcon icon, Runnable action) {
        Button button = new Button(TEXTS.get(key + ".open"), icon.create(), event -> Problems.guard(action));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private FormDialog dialog(String key) {
        return new FormDialog(TEXTS.get(key + ".title"), TEXTS.get(key + ".lead"), TEXTS.get(key + ".verb"));
    }

    private void done(String key) {
        Problems.done(TEXTS.get(key + ".done"));
        changed.run();
    }

    private DateField day() {
        DateField day = new DateField(TEXTS.get("from"));
        day.setValue(services.today());
        day.setMax(services.today());
        day.setRequiredIndicatorVisible(true);
        return day;
    }

    private static boolean given(DateField day) {
        boolean missing = day.getValue() == null || day.isInvalid();
        day.setInvalid(missing);
        return !missing;
    }

    private ComboBox<Entry> relations() {
        List<Entry> entries =
                services.codeLists().entries(Households.RELATIONS, services.today(), household.unitId()).stream()
                        .filter(entry -> !entry.code().equals(Households.HEAD))
                        .toList();
        ComboBox<Entry> box = new ComboBox<>(TEXTS.get("relation"));
        box.setItems(Entry::isLike, entries);
        box.setItemLabelGenerator(Entry::name);
        box.setClearButtonVisible(true);
        Keys.enterTakesFirst(box);
        return box;
    }

    private ComboBox<Member> members(boolean withHead) {
        ComboBox<Member> members = new ComboBox<>(TEXTS.get("member"));
        members.setItems(
                (member, typed) -> Vietnamese.fold(member.fullName()).contains(Vietnamese.fold(typed)),
                household.members().stream()
                        .filter(member -> withHead || member.personId() != household.headId())
                        .toList());
        members.setItemLabelGenerator(Member::fullName);
        Keys.enterTakesFirst(members);
        members.setRequiredIndicatorVisible(true);
        return members;
    }

    private static boolean chosen(ComboBox<Member> members) {
        members.setErrorMessage(TEXTS.get("member-missing"));
        members.setInvalid(members.getValue() == null);
        return members.getValue() != null;
    }

    private void join() {
        PersonPicker person = new PersonPicker(
                TEXTS.get("member"),
                services.persons(),
                services.units(),
                household.unitId(),
                NumberSight.of(services.access()));
        person.setRequiredIndicatorVisible(true);
        ComboBox<Entry> relation = relations();
        DateField day = day();
        dialog("join")
                .wide(person)
                .fields(relation, day)
                .does(
                        () -> {
                            person.setErrorMessage(TEXTS.get("member-missing"));
                            person.setInvalid(person.getValue() == null);
                            return given(day) & person.getValue() != null;
                        },
                        () -> {
                            services.households()
                                    .join(household.id(), person.getValue().id(), code(relation), day.getValue());
                            done("join");
                        })
                .open();
    }

    private static String code(ComboBox<Entry> relation) {
        return relation.getValue() == null ? null : relation.getValue().code();
    }

    private void relation() {
        ComboBox<Member> member = members(false);
        ComboBox<Entry> relation = relations();
        dialog("relation")
                .fields(member, relation)
                .does(() -> chosen(member), () -> {
                    services.households()
                            .relation(household.id(), member.getValue().personId(), code(relation));
                    done("relation");
                })
                .open();
    }

    private void head() {
        ComboBox<Member> member = members(false);
        DateField day = day();
        dialog("head")
                .fields(member, day)
                .does(() -> chosen(member) & given(day), () -> {
                    services.households().head(household.id(), member.getValue().personId(), day.getValue());
                    done("head");
                })
                .open();
    }

    private void leave() {
        ComboBox<Member> member = members(true);
        DateField day = day();
        dialog("leave")
                .fields(member, day)
                .does(() -> chosen(member) & given(day), () -> {
                    services.households()
                            .leave(household.id(), member.getValue().personId(), day.getValue());
                    done("leave");
                })
                .open();
    }

    private void move() {
        WorkContext context = WorkContext.current();
        UnitPicker unit = new UnitPicker(TEXTS.get("unit"), services.units(), context.rootUnitId(), context::today);
        services.units().byId(household.unitId()).ifPresent(unit::setValue);
        TextField hamlet = new TextField(TEXTS.get("hamlet"));
        TextField address = new TextField(TEXTS.get("address"));
        DateField day = day();
        dialog("move")
                .wide(unit)
                .fields(hamlet, day)
                .wide(address)
                .does(
                        () -> {
                            unit.setInvalid(unit.getValue() == null);
                            return given(day) & unit.getValue() != null;
                        },
                        () -> {
                            services.households()
                                    .move(
                                            household.id(),
                                            unit.getValue().id(),
                                            hamlet.getValue(),
                                            address.getValue(),
                                            day.getValue());
                            done("move");
                        })
                .open();
    }

    private void split() {
        CheckboxGroup<Member> leaving = new CheckboxGroup<>(TEXTS.get("split.members"));
        leaving.setItems(household.members().stream()
                .filter(member -> member.personId() != household.headId())
                .toList());
        leaving.setItemLabelGenerator(Member::fullName);
        ComboBox<Member> head = members(false);
        head.setLabel(TEXTS.get("split.head"));
        DateField day = day();
        dialog("split")
                .wide(leaving)
                .fields(head, day)
                .does(
                        () -> {
                            leaving.setErrorMessage(TEXTS.get("member-missing"));
                            leaving.setInvalid(leaving.getValue().isEmpty());
                            return chosen(head)
                                    & given(day)
                                    & !leaving.getValue().isEmpty();
                        },
                        () -> {
                            Set<Long> ids = leaving.getValue().stream()
                                    .map(Member::personId)
                                    .collect(Collectors.toSet());
                            services.households()
                                    .split(household.id(), ids, head.getValue().personId(), day.getValue());
                            done("split");
                        })
                .open();
    }

    private void merge() {
        IntegerField other = new IntegerField(TEXTS.get("merge.other"));
        other.setMin(1);
        other.setRequiredIndicatorVisible(true);
        DateField day = day();
        dialog("merge")
                .dangerous()
                .fields(other, day)
                .does(
                        () -> {
                            other.setInvalid(other.getValue() == null);
                            return given(day) & other.getValue() != null;
                        },
                        () -> {
                            services.households().merge(household.id(), other.getValue(), day.getValue());
                            done("merge");
                        })
                .open();
    }
}
