package vn.ansinh.ui.shell.transition;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.ResolutionState;
import vn.ansinh.api.unit.ResolutionState.Stage;
import vn.ansinh.api.unit.Resolutions;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Brings a resolution: checked as it stands; only one without faults can be handed in, and waits for a second person. */
final class ResolutionUpload extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ResolutionUpload.class);

    private final transient Resolutions resolutions;
    private final transient Consumer<ResolutionState> brought;
    private final Div findings = new Div();
    private final Button submit = new Button(TEXTS.get("upload.submit"), VaadinIcon.PAPERPLANE.create());
    private String file;
    private String source;

    /** @param brought told the new proposal */
    ResolutionUpload(Resolutions resolutions, Consumer<ResolutionState> brought) {
        this.resolutions = resolutions;
        this.brought = brought;
        setHeaderTitle(TEXTS.get("resolution.bring"));
        setWidth("720px");
        setMaxWidth("96vw");
        Paragraph lead = new Paragraph(TEXTS.get("upload.lead"));
        lead.addClassName("as-dialog-lead");
        findings.addClassName("as-lines");
        findings.getElement().setAttribute("aria-live", "polite");
        add(lead, chooser(), findings);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setEnabled(false);
        submit.addClickListener(event -> submit());
        getFooter().add(new Button(TEXTS.get("upload.cancel"), event -> close()), submit);
    }

    private Upload chooser() {
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) ->
                // already under the lock of the session
                received(metadata.fileName(), new String(bytes, StandardCharsets.UTF_8))));
        upload.setUploadButton(new Button(TEXTS.get("upload.choose"), VaadinIcon.UPLOAD_ALT.create()));
        upload.setDropLabel(new Span(TEXTS.get("upload.drop")));
        upload.setAcceptedFileTypes(".yaml", ".yml");
        upload.setMaxFileSize(Resolutions.LARGEST);
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(TEXTS.get("upload.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(TEXTS.get("upload.choose")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(TEXTS.get("upload.one-file"))
                        .setFileIsTooBig(TEXTS.get("upload.too-large"))
                        .setIncorrectFileType(TEXTS.get("upload.not-yaml"))));
        upload.addFileRejectedListener(
                event -> Problems.show(Problem.invalid("AS-UNIT-RESOLUTION-FILE", TEXTS.get("upload.not-yaml"))));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    private void received(String name, String content) {
        file = name;
        source = content;
        findings.removeAll();
        submit.setEnabled(false);
        try {
            show(resolutions.check(name, content));
        } catch (RuntimeException e) {
            findings.add(Problems.bar(e));
        }
    }

    private void show(ResolutionState state) {
        if (state.stage() == Stage.FAULTY) {
            findings.add(MessageBar.error(TEXTS.get("upload.refused-lead"), TEXTS.get("upload.refused", file)));
            UnorderedList faults = new UnorderedList();
            state.faults().forEach(fault -> faults.add(new ListItem(fault)));
            findings.add(faults);
            return;
        }
        findings.add(MessageBar.ok(TEXTS.get("upload.good-lead"), TEXTS.get("upload.good")));
        findings.add(new FactList()
                .fact(TEXTS.get("resolution.number"), state.number())
                .fact(TEXTS.get("resolution.name"), state.name())
                .fact(TEXTS.get("resolution.in-force"), Formats.date(state.inForce()))
                .fact(TEXTS.get("upload.units"), Integer.toString(state.units().size())));
        submit.setEnabled(true);
        submit.focus();
    }

    private void submit() {
        try {
            ResolutionState state = resolutions.propose(file, source);
            close();
            brought.accept(state);
            Problems.done(TEXTS.get("upload.done", state.number()));
        } catch (RuntimeException e) {
            findings.add(Problems.bar(e));
        }
    }
}
