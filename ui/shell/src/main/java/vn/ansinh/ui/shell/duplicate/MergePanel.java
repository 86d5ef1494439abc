package vn.ansinh.ui.shell.duplicate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.identity.Duplicates.Comparison;
import vn.ansinh.api.identity.Duplicates.Difference;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.person.PeopleServices;

/** Two records side by side: the official chooses what is right, merges them, or says that they are two people. */
final class MergePanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(MergePanel.class);

    private final transient PeopleServices services;
    private final transient Runnable decided;
    private final transient Map<String, RadioButtonGroup<Long>> choices = new LinkedHashMap<>();

    /** @param decided told after something was decided */
    MergePanel(PeopleServices services, long keep, long gone, Runnable decided) {
        this.services = services;
        this.decided = decided;
        addClassName("as-stack");
        show(keep, gone);
    }

    private void show(long keep, long gone) {
        removeAll();
        choices.clear();
        Comparison comparison = services.duplicates().compare(keep, gone);
        add(records(comparison.first(), comparison.second()));
        comparison.obstacles().forEach(obstacle -> add(MessageBar.warn(TEXTS.get("obstacle"), obstacle)));
        if (comparison.differences().isEmpty()) {
            add(MessageBar.info(TEXTS.get("no-differences")));
        }
        for (Difference difference : comparison.differences()) {
            add(choice(difference, keep, gone));
        }
        add(actions(comparison));
    }

    private Component records(Person keep, Person gone) {
        DataTable table = new DataTable(
                TEXTS.get("compared"), List.of("", TEXTS.get("kept", keep.id()), TEXTS.get("gone", gone.id())));
        row(table, "name", keep.fullName(), gone.fullName());
        row(table, "birth", keep.birth().label(), gone.birth().label());
        row(table, "sex", keep.sex().label(), gone.sex().label());
        NumberSight sight = NumberSight.of(services.access());
        row(table, "number", sight.show(keep.idNumber()), sight.show(gone.idNumber()));
        row(table, "old-number", sight.show(keep.oldIdNumber()), sight.show(gone.oldIdNumber()));
        row(table, "place", place(keep), place(gone));
        return table;
    }

    private static void row(DataTable table, String label, String one, String other) {
        table.row(TEXTS.get(label), one == null ? "–" : one, other == null ? "–" : other);
    }

    private String place(Person person) {
        String unit = services.units().fullName(person.unitId());
        return person.address() == null ? unit : person.address() + ", " + unit;
    }

    private Component choice(Difference difference, long keep, long gone) {
        RadioButtonGroup<Long> choice = new RadioButtonGroup<>(TEXTS.get("which", difference.label()));
        choice.setItems(keep, gone);
        choice.setItemLabelGenerator(id -> id == keep ? difference.first() : difference.second());
        choice.setRequiredIndicatorVisible(true);
        choices.put(difference.field(), choice);
        return choice;
    }

    private Component actions(Comparison comparison) {
        long keep = comparison.first().id();
        long gone = comparison.second().id();
        Button merge =
                new Button(TEXTS.get("merge.open"), VaadinIcon.COMPRESS_SQUARE.create(), event -> merge(comparison));
        merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        merge.setEnabled(comparison.obstacles().isEmpty());
        Button turn = new Button(
                TEXTS.get("turn"), VaadinIcon.EXCHANGE.create(), event -> Problems.guard(() -> show(gone, keep)));
        Button two = new Button(TEXTS.get("two.open"), VaadinIcon.USERS.create(), event -> different(comparison));
        Div actions = new Div(merge, turn, two);
        actions.addClassNames("as-row", "wrap");
        return actions;
    }

    private static TextField why() {
        TextField why = new TextField(TEXTS.get("reason"));
        why.setRequiredIndicatorVisible(true);
        return why;
    }

    static boolean given(TextField why) {
        boolean missing = why.getValue().isBlank();
        why.setErrorMessage(missing ? TEXTS.get("reason-missing") : null);
        why.setInvalid(missing);
        return !missing;
    }

    private void merge(Comparison comparison) {
        boolean complete = true;
        for (RadioButtonGroup<Long> choice : choices.values()) {
            choice.setErrorMessage(TEXTS.get("choice-missing"));
            choice.setInvalid(choice.getValue() == null);
            complete &= choice.getValue() != null;
        }
        if (!complete) {
            return;
        }
        Map<String, Long> chosen = new HashMap<>();
        choices.forEach((field, choice) -> chosen.put(field, choice.getValue()));
        Person keep = comparison.first();
        TextField why = why();
        new FormDialog(TEXTS.get("merge.title", keep.fullName()), TEXTS.get("merge.lead"), TEXTS.get("merge.verb"))
                .wide(why)
                .does(() -> given(why), () -> {
                    services.duplicates().merge(keep.id(), comparison.second().id(), chosen, why.getValue());
                    Problems.done(TEXTS.get("merge.done", keep.fullName()));
                    decided.run();
                })
                .open();
    }

    private void different(Comparison comparison) {
        TextField why = why();
        new FormDialog(TEXTS.get("two.title"), TEXTS.get("two.lead"), TEXTS.get("two.verb"))
                .wide(why)
                .does(() -> given(why), () -> {
                    services.duplicates()
                            .different(
                                    comparison.first().id(), comparison.second().id(), why.getValue());
                    Problems.done(TEXTS.get("two.done"));
                    decided.run();
                })
                .open();
    }
}
