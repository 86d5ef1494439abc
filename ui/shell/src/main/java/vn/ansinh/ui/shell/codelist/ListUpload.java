package vn.ansinh.ui.shell.codelist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.codelist.CodeFile;
import vn.ansinh.api.codelist.CodeList;
import vn.ansinh.api.codelist.CodeListEditing;
import vn.ansinh.api.codelist.CodeProposal;
import vn.ansinh.ui.kit.component.FileDialog;
import vn.ansinh.ui.kit.component.FileDialog.Finding;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.ReceivedFile;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Brings a list as a file: every fault is told by its row; only a file without faults can be handed in, as one proposal. */
final class ListUpload {

    private static final Texts TEXTS = Texts.of(ListUpload.class);
    private static final int SHOWN = 100;

    private final CodeListServices services;
    private final CodeList list;
    private final Runnable handedIn;
    private final Select<Long> scope = new Select<>();
    private final TextField why = new TextField(TEXTS.get("why"));

    /** @param handedIn told when a proposal was made */
    ListUpload(CodeListServices services, CodeList list, Runnable handedIn) {
        this.services = services;
        this.list = list;
        this.handedIn = handedIn;
    }

    void open() {
        List<Long> scopes = services.scopes(list);
        scope.setLabel(TEXTS.get("whose"));
        scope.setItems(scopes);
        scope.setItemLabelGenerator(services::whose);
        scope.setValue(scopes.get(0));
        scope.setReadOnly(scopes.size() == 1);
        scope.setHelperText(scopes.size() == 1 ? null : TEXTS.get("import.scope-first"));
        why.setRequiredIndicatorVisible(true);
        why.setHelperText(TEXTS.get("why.help"));
        Div fields = new Div(scope, why);
        fields.addClassNames("as-form", "as-above");
        FileDialog dialog = new FileDialog(
                        TEXTS.get("import.title", list.name()),
                        TEXTS.get("import.lead"),
                        TEXTS.get("propose"),
                        CodeListEditing.LARGEST,
                        ".xlsx",
                        ".csv")
                .checks(this::look)
                .does(this::propose);
        // above the file: what is found in it may be long
        dialog.addComponentAtIndex(1, fields);
        dialog.open();
    }

    private Finding look(ReceivedFile file) {
        CodeFile read = read(file);
        if (!read.faults().isEmpty()) {
            List<String> faults = new ArrayList<>(read.faults().stream()
                    .limit(SHOWN)
                    .map(CodeFile.Fault::words)
                    .toList());
            if (read.faults().size() > SHOWN) {
                faults.add(TEXTS.get("import.more", read.faults().size() - SHOWN));
            }
            return Finding.faulty(
                    MessageBar.error(
                            TEXTS.get("import.faults-lead", read.faults().size()),
                            TEXTS.get("import.faults", file.name())),
                    faults);
        }
        if (read.items().isEmpty()) {
            return new Finding(false, null, List.of(MessageBar.info(TEXTS.get("import.same", file.name()))));
        }
        // what was looked at is what is handed in
        scope.setReadOnly(true);
        return Finding.usable(
                MessageBar.ok(
                        TEXTS.get("import.good-lead"),
                        TEXTS.get("import.good", read.items().size(), read.unchanged())),
                changes(read.items()));
    }

    private CodeFile read(ReceivedFile file) {
        try (InputStream content = file.open()) {
            return services.editing().check(list.code(), scope.getValue(), file.name(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Component changes(List<CodeProposal.Item> items) {
        Div changes = new Div();
        changes.addClassName("as-changes");
        items.stream().limit(SHOWN).map(ChangeWords::inFull).forEach(changes::add);
        if (items.size() > SHOWN) {
            changes.add(new Paragraph(TEXTS.get("proposal.more", items.size() - SHOWN)));
        }
        return changes;
    }

    private void propose(ReceivedFile file) {
        try (InputStream content = file.open()) {
            long number = services.editing()
                    .proposeFile(list.code(), scope.getValue(), file.name(), content, why.getValue())
                    .id();
            Problems.done(TEXTS.get("proposed", number));
            handedIn.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
