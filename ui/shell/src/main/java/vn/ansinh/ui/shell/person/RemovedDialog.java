package vn.ansinh.ui.shell.person;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.PersonRegistry.Removed;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Records that were removed from the unit's lists, and the way back. */
final class RemovedDialog {

    private static final Texts TEXTS = Texts.of(RemovedDialog.class);
    private static final int LATEST = 100;

    private final PersonRegistry persons;
    private final long unitId;
    private final Runnable restored;
    private final Dialog dialog = new Dialog();

    /** @param restored told after a record came back */
    RemovedDialog(PersonRegistry persons, long unitId, Runnable restored) {
        this.persons = persons;
        this.unitId = unitId;
        this.restored = restored;
    }

    void open() {
        dialog.setHeaderTitle(TEXTS.get("removed.title"));
        dialog.setWidth("860px");
        dialog.setMaxWidth("96vw");
        dialog.getFooter().add(new Button(TEXTS.get("removed.close"), event -> dialog.close()));
        dialog.add(content());
        dialog.open();
    }

    private Component content() {
        List<Removed> removed = persons.removed(unitId, LATEST);
        if (removed.isEmpty()) {
            return new Div(TEXTS.get("removed.none"));
        }
        DataTable table = new DataTable(
                TEXTS.get("removed.title"),
                List.of(
                        TEXTS.get("edit.name"),
                        ">" + TEXTS.get("edit.birth"),
                        TEXTS.get("removed.column"),
                        TEXTS.get("restore.open")));
        for (Removed record : removed) {
            Button restore = new Button(TEXTS.get("restore.open"), event -> restore(record.person()));
            restore.addThemeVariants(ButtonVariant.LUMO_SMALL);
            table.row(
                    new Span(record.person().fullName()),
                    new Span(record.person().birth().label()),
                    new Span(TEXTS.get("removed.when", Formats.time(record.at()), record.by(), record.reason())),
                    restore);
        }
        return table;
    }

    private void restore(Person person) {
        TextField why = new TextField(TEXTS.get("reason"));
        why.setRequiredIndicatorVisible(true);
        new FormDialog(TEXTS.get("restore.title", person.fullName()), null, TEXTS.get("restore.open"))
                .wide(why)
                .does(() -> HistoryPanel.given(why), () -> {
                    persons.restore(person.id(), why.getValue());
                    Problems.done(TEXTS.get("restore.done", person.fullName()));
                    dialog.close();
                    restored.run();
                })
                .open();
    }
}
