package vn.ansinh.ui.shell.policy;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Stage;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.problem.Problems;

/** Brings a pack: the file is checked as it stands; only one without faults can be handed in, and waits for a second person. */
final class PackUpload extends Dialog {

    private final transient Packs packs;
    private final transient Consumer<PackState> brought;
    private final Div findings = new Div();
    private final Button submit = new Button(text("upload.submit"), VaadinIcon.PAPERPLANE.create());
    private String file;
    private String source;

    /** @param brought told the state of the new draft */
    PackUpload(Packs packs, Consumer<PackState> brought) {
        this.packs = packs;
        this.brought = brought;
        setHeaderTitle(text("upload.title"));
        setWidth("720px");
        setMaxWidth("96vw");
        Paragraph lead = new Paragraph(text("upload.lead"));
        lead.addClassName("as-dialog-lead");
        findings.addClassName("as-lines");
        findings.getElement().setAttribute("aria-live", "polite");
        add(lead, chooser(), findings);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setEnabled(false);
        submit.addClickListener(event -> submit());
        getFooter().add(new Button(text("dialog.cancel"), event -> close()), submit);
    }

    private Upload chooser() {
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) ->
                // already under the lock of the session
                received(metadata.fileName(), new String(bytes, StandardCharsets.UTF_8))));
        upload.setUploadButton(new Button(text("upload.choose"), VaadinIcon.UPLOAD_ALT.create()));
        upload.setDropLabel(new Span(text("upload.drop")));
        upload.setAcceptedFileTypes(".yaml", ".yml");
        upload.setMaxFileSize(Packs.LARGEST);
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(text("upload.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(text("upload.choose")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(text("upload.one-file"))
                        .setFileIsTooBig(text("upload.too-large"))
                        .setIncorrectFileType(text("upload.not-yaml"))));
        upload.addFileRejectedListener(
                event -> Problems.show(Problem.invalid("AS-POLICY-FILE", text("upload.not-yaml"))));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    private void received(String name, String content) {
        file = name;
        source = content;
        findings.removeAll();
        submit.setEnabled(false);
        try {
            show(packs.check(name, content));
        } catch (RuntimeException e) {
            findings.add(Problems.bar(e));
        }
    }

    private void show(PackState state) {
        if (state.stage() == Stage.REFUSED) {
            findings.add(MessageBar.error(text("upload.refused-lead"), text("upload.refused", file)));
            findings.add(Faults.of(state.faults()));
            return;
        }
        findings.add(MessageBar.ok(text("upload.good-lead"), text("upload.good")));
        findings.add(new FactList()
                .fact(text("policy.name"), state.name())
                .fact(text("policy.pack"), String.valueOf(state.pack()))
                .fact(text("upload.amends"), String.join(", ", state.amends())));
        submit.setEnabled(true);
        submit.focus();
    }

    private void submit() {
        try {
            PackState state = packs.upload(file, source);
            if (state.stage() == Stage.REFUSED) {
                findings.removeAll();
                show(state);
                return;
            }
            close();
            brought.accept(state);
            Problems.done(text("upload.done", state.name()));
        } catch (RuntimeException e) {
            findings.add(Problems.bar(e));
        }
    }
}
