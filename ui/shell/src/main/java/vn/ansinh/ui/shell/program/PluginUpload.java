package vn.ansinh.ui.shell.program;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.program.PluginFile;
import vn.ansinh.api.program.Programs;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Brings a program as a file: looked over at once; only one that may be installed can be. */
final class PluginUpload extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PluginUpload.class);
    private static final Texts TEXTS = Texts.of(PluginUpload.class);

    /** Installs a file; deletes it afterwards. */
    interface Install {
        void start(Path file, String fileName, PluginFile plugin);
    }

    private final transient Programs programs;
    private final transient Install install;
    private final Div findings = new Div();
    private final Button submit = new Button(TEXTS.get("upload.install"), VaadinIcon.DOWNLOAD.create());
    private transient Path file;
    private String fileName;
    private transient PluginFile plugin;

    PluginUpload(Programs programs, Install install) {
        this.programs = programs;
        this.install = install;
        setHeaderTitle(TEXTS.get("upload.title"));
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
        addDetachListener(event -> forget());
    }

    private Upload chooser() {
        Upload upload = new Upload(UploadHandler.toTempFile(
                // already under the lock of the session
                (metadata, received) -> received(metadata.fileName(), received.toPath())));
        upload.setUploadButton(new Button(TEXTS.get("upload.choose"), VaadinIcon.UPLOAD_ALT.create()));
        upload.setDropLabel(new Span(TEXTS.get("upload.drop")));
        upload.setAcceptedFileTypes(".jar", ".kar");
        upload.setMaxFileSize((int) Programs.LARGEST);
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(TEXTS.get("upload.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(TEXTS.get("upload.choose")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(TEXTS.get("upload.one-file"))
                        .setFileIsTooBig(TEXTS.get("upload.too-large"))
                        .setIncorrectFileType(TEXTS.get("upload.kind"))));
        upload.addFileRejectedListener(
                event -> Problems.show(Problem.invalid("AS-PLUGIN-KIND", TEXTS.get("upload.kind"))));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    private void received(String name, Path received) {
        forget();
        findings.removeAll();
        submit.setEnabled(false);
        file = received;
        fileName = name;
        try {
            plugin = programs.inspect(received, name);
            show();
        } catch (RuntimeException e) {
            forget();
            findings.add(Problems.bar(e));
        }
    }

    private void show() {
        boolean update = !plugin.replaces().isEmpty();
        findings.add(MessageBar.ok(TEXTS.get("upload.good-lead"), TEXTS.get("upload.good")));
        FactList facts = new FactList()
                .fact(TEXTS.get("upload.name"), plugin.name())
                .fact(TEXTS.get("upload.version"), plugin.version())
                .fact(TEXTS.get("api"), plugin.api())
                .fact(TEXTS.get("upload.signer"), plugin.signer());
        if (update) {
            facts.fact(TEXTS.get("upload.replaces"), plugin.replaces());
        }
        findings.add(facts);
        submit.setText(TEXTS.get(update ? "upload.update" : "upload.install"));
        submit.setEnabled(true);
        submit.focus();
    }

    private void submit() {
        Path taken = file;
        file = null;
        close();
        install.start(taken, fileName, plugin);
    }

    private void forget() {
        if (file != null) {
            delete(file);
            file = null;
        }
    }

    /** Deletes an uploaded file that is no longer needed. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("An uploaded file cannot be deleted", e);
        }
    }
}
