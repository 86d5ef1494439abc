package vn.ansinh.ui.shell.codelist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.codelist.CodeFile;
import vn.ansinh.api.codelist.CodeList;
import vn.ansinh.api.codelist.CodeListEditing;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Brings a list as a file: every fault is told by its row; only a file without faults can be handed in, as one proposal. */
final class FileDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(FileDialog.class);
    private static final int SHOWN = 100;

    private final transient CodeListServices services;
    private final transient CodeList list;
    private final transient Runnable handedIn;
    private final Select<Long> scope = new Select<>();
    private final TextField why = new TextField(TEXTS.get("why"));
    private final Div findings = new Div();
    private final Button submit = new Button(TEXTS.get("propose"), VaadinIcon.PAPERPLANE.create());
    private String fileName;
    private byte[] content;

    /** @param handedIn told when a proposal was made */
    FileDialog(CodeListServices services, CodeList list, Runnable handedIn) {
        this.services = services;
        this.list = list;
        this.handedIn = handedIn;
        setHeaderTitle(TEXTS.get("import.title", list.name()));
        setWidth("720px");
        setMaxWidth("96vw");
        Paragraph lead = new Paragraph(TEXTS.get("import.lead"));
        lead.addClassName("as-dialog-lead");
        scope.setLabel(TEXTS.get("whose"));
        scope.setItems(scopes());
        scope.setItemLabelGenerator(services::whose);
        scope.setValue(scopes().get(0));
        scope.setReadOnly(scopes().size() == 1);
        scope.addValueChangeListener(event -> look());
        why.setRequiredIndicatorVisible(true);
        why.setHelperText(TEXTS.get("why.help"));
        Div fields = new Div(scope, why);
        fields.addClassName("as-form");
        findings.addClassName("as-lines");
        findings.getElement().setAttribute("aria-live", "polite");
        add(lead, chooser(), findings, fields);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setEnabled(false);
        submit.addClickListener(event -> submit());
        getFooter().add(new Button(TEXTS.get("cancel"), event -> close()), submit);
    }

    private List<Long> scopes() {
        List<Long> scopes = new ArrayList<>();
        if (services.may(Permissions.CODELIST_PROPOSE, 0)) {
            scopes.add(0L);
        }
        if (list.local()) {
            services.ownProvince().map(AdministrativeUnit::id).ifPresent(scopes::add);
        }
        return scopes;
    }

    private Upload chooser() {
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> {
            // already under the lock of the session
            fileName = metadata.fileName();
            content = bytes;
            look();
        }));
        upload.setUploadButton(new Button(TEXTS.get("import.choose"), VaadinIcon.UPLOAD_ALT.create()));
        upload.setDropLabel(new Span(TEXTS.get("import.drop")));
        upload.setAcceptedFileTypes(".xlsx", ".csv");
        upload.setMaxFileSize(CodeListEditing.LARGEST);
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(TEXTS.get("import.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(TEXTS.get("import.choose")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(TEXTS.get("import.one-file"))
                        .setFileIsTooBig(TEXTS.get("import.refused"))
                        .setIncorrectFileType(TEXTS.get("import.refused"))));
        upload.addFileRejectedListener(
                event -> Problems.show(Problem.invalid("AS-CODELIST-FILE-KIND", TEXTS.get("import.refused"))));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    private void look() {
        if (content == null) {
            return;
        }
        findings.removeAll();
        submit.setEnabled(false);
        try {
            show(services.editing().check(list.code(), scope.getValue(), fileName, new ByteArrayInputStream(content)));
        } catch (IOException | RuntimeException e) {
            findings.add(Problems.bar(e));
        }
    }

    private void show(CodeFile file) {
        if (!file.faults().isEmpty()) {
            findings.add(MessageBar.error(
                    TEXTS.get("import.faults-lead", file.faults().size()), TEXTS.get("import.faults", fileName)));
            UnorderedList faults = new UnorderedList();
            file.faults().stream().limit(SHOWN).forEach(fault -> faults.add(new ListItem(fault.words())));
            if (file.faults().size() > SHOWN) {
                faults.add(new ListItem(TEXTS.get("import.more", file.faults().size() - SHOWN)));
            }
            faults.addClassName("as-faults");
            findings.add(faults);
            return;
        }
        if (file.items().isEmpty()) {
            findings.add(MessageBar.info(TEXTS.get("import.same", fileName)));
            return;
        }
        findings.add(MessageBar.ok(
                TEXTS.get("import.good-lead"),
                TEXTS.get("import.good", file.items().size(), file.unchanged())));
        Div changes = new Div();
        changes.addClassName("as-faults");
        file.items().stream().limit(SHOWN).map(ChangeWords::inFull).forEach(changes::add);
        if (file.items().size() > SHOWN) {
            changes.add(new Paragraph(TEXTS.get("proposal.more", file.items().size() - SHOWN)));
        }
        findings.add(changes);
        submit.setEnabled(true);
        why.focus();
    }

    private void submit() {
        why.setInvalid(why.getValue().isBlank());
        why.setErrorMessage(TEXTS.get("why.missing"));
        if (why.isInvalid()) {
            return;
        }
        try {
            long number = services.editing()
                    .proposeFile(
                            list.code(), scope.getValue(), fileName, new ByteArrayInputStream(content), why.getValue())
                    .id();
            close();
            Problems.done(TEXTS.get("proposed", number));
            handedIn.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            findings.add(Problems.bar(e));
        }
    }
}
