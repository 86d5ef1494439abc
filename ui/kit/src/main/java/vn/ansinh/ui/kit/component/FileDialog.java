package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/**
 * Bringing a file: what is asked for, what a look at the file found, and a button that takes it once nothing is wrong.
 * Another file may be chosen at any time; a file nobody takes is deleted with the dialog.
 */
public class FileDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(FileDialog.class);

    private final String verb;
    private final Div found = new Div();
    private final Button submit;
    private transient Function<ReceivedFile, Finding> check = FileDialog::named;
    private transient Consumer<ReceivedFile> action = file -> {};
    private transient ReceivedFile file;

    /**
     * What a look at a file found.
     *
     * @param usable whether it may be taken
     * @param verb on the button for this file; {@code null}: as the dialog says
     * @param shown to read, from top to bottom
     */
    public record Finding(boolean usable, String verb, List<Component> shown) {

        /** A file that may be taken. */
        public static Finding usable(Component... shown) {
            return new Finding(true, null, List.of(shown));
        }

        /** A file with faults. @param faults each with its place in the file and what to do */
        public static Finding faulty(MessageBar message, List<String> faults) {
            return new Finding(false, null, List.of(message, new FaultList(faults)));
        }

        /** The same, with another verb on the button. */
        public Finding withVerb(String other) {
            return new Finding(usable, other, shown);
        }
    }

    /**
     * @param title a noun phrase
     * @param lead what is asked for and what happens with it
     * @param verb on the button
     * @param largest in bytes
     * @param kinds endings of the names that are taken, with their dot
     */
    public FileDialog(String title, String lead, String verb, long largest, String... kinds) {
        this.verb = verb;
        setHeaderTitle(title);
        setWidth("720px");
        setMaxWidth("96vw");
        Paragraph paragraph = new Paragraph(lead);
        paragraph.addClassName("as-dialog-lead");
        found.addClassNames("as-lines", "as-found");
        found.getElement().setAttribute("aria-live", "polite");
        add(
                paragraph,
                new FileUpload(largest, kinds).whenReceived(this::received).whenRefused(problem -> {
                    forget();
                    found.add(Problems.bar(problem));
                }),
                found);
        submit = new Button(verb, event -> submit());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setTooltipText(TEXTS.get("page.main-action"));
        submit.setEnabled(false);
        submit.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        getFooter().add(new Button(TEXTS.get("file.close"), event -> close()), submit);
        addDetachListener(event -> forget());
    }

    /** @param look at a file before it can be taken; a problem in it is shown and the file is not taken */
    public FileDialog checks(Function<ReceivedFile, Finding> look) {
        check = look;
        return this;
    }

    /** @param taken what the button does with the file; a problem in it is shown and leaves the dialog open */
    public FileDialog does(Consumer<ReceivedFile> taken) {
        action = taken;
        return this;
    }

    private static Finding named(ReceivedFile file) {
        return Finding.usable(MessageBar.info(TEXTS.get("file.chosen"), file.name()));
    }

    private void received(ReceivedFile brought) {
        forget();
        file = brought;
        try {
            show(check.apply(brought));
        } catch (RuntimeException e) {
            forget();
            found.add(Problems.bar(e));
        }
    }

    private void show(Finding finding) {
        finding.shown().forEach(found::add);
        submit.setText(finding.verb() == null ? verb : finding.verb());
        submit.setEnabled(finding.usable());
        if (finding.usable()) {
            // a button that was disabled takes the focus only after it was drawn anew
            submit.getElement().executeJs("requestAnimationFrame(() => requestAnimationFrame(() => this.focus()))");
        }
    }

    private void submit() {
        try {
            action.accept(file);
            close();
        } catch (RuntimeException e) {
            found.removeAll();
            found.add(Problems.bar(e));
        }
    }

    private void forget() {
        found.removeAll();
        submit.setEnabled(false);
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
