package vn.ansinh.ui.shell.calculator;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.kit.context.Keys;

/** Facts about a person as a form that grows: one chooses what one knows, from whatever programs declare. */
final class FactForm extends Div {

    private final transient List<FactKey> keys;
    private final Div rows = new Div();
    private final ComboBox<FactKey> more = new ComboBox<>();

    /** @param keys that may be asked, for instance without the sensitive ones */
    FactForm(Collection<FactKey> keys) {
        this.keys = keys.stream()
                .sorted(Comparator.comparing(key -> Vietnamese.fold(key.label())))
                .toList();
        addClassName("as-stack");
        rows.addClassName("as-contents");
        more.setAriaLabel(text("calculator.add-fact"));
        more.setPlaceholder(text("calculator.add-fact"));
        more.setItemLabelGenerator(FactKey::label);
        more.setItems(
                (key, typed) -> Vietnamese.fold(key.label()).contains(Vietnamese.fold(typed.toLowerCase(Locale.ROOT))),
                this.keys);
        Keys.enterTakesFirst(more);
        more.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                add(event.getValue()).scrollIntoView();
                more.clear();
            }
        });
        add(rows, more);
    }

    /** Shows what the registry knows in place of what was there. */
    void show(List<Fact> known) {
        rows.removeAll();
        known.forEach(fact -> keyOf(fact.key()).ifPresent(key -> add(key).show(fact)));
    }

    /** Asks for facts that are not in the form yet. */
    void ask(Collection<String> wanted) {
        for (String key : wanted) {
            if (all().stream().noneMatch(row -> row.key().key().equals(key))) {
                keyOf(key).ifPresent(this::add);
            }
        }
    }

    /**
     * What was given; a row that was left blank counts as not known.
     *
     * @return empty when something is wrong, which is then marked
     */
    Optional<List<Fact>> facts(Subject subject, LocalDate earliest) {
        List<Fact> facts = new ArrayList<>();
        boolean wrong = false;
        for (FactRow row : all()) {
            if (!row.isBlank()) {
                Optional<Fact> fact = row.fact(subject, earliest);
                fact.ifPresent(facts::add);
                wrong |= fact.isEmpty();
            }
        }
        return wrong ? Optional.empty() : Optional.of(facts);
    }

    private FactRow add(FactKey key) {
        FactRow row = new FactRow(key, rows::remove);
        rows.add(row);
        return row;
    }

    private List<FactRow> all() {
        return rows.getChildren().map(FactRow.class::cast).toList();
    }

    private Optional<FactKey> keyOf(String key) {
        return keys.stream().filter(one -> one.key().equals(key)).findFirst();
    }
}
