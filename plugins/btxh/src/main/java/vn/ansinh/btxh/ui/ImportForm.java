package vn.ansinh.btxh.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.function.Consumer;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.btxh.imports.ExcelImports;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.MonthField;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Choosing the file. How far people were paid has to be said first: arrears hang on it. */
final class ImportForm extends Panel {

    private static final Texts TEXTS = Texts.of(ImportForm.class);

    private final transient ExcelImports imports;
    private final transient Consumer<ExcelImports.Submitted> submitted;
    private final long unitId = WorkContext.current().unitId();
    private final MonthField paidThrough = new MonthField(TEXTS.get("form.paid-through"));
    private final Checkbox nothingPaid = new Checkbox(TEXTS.get("form.nothing-paid"));
    private final Upload upload = new Upload(this::receive);
    private volatile YearMonth chosen;
    private transient volatile ExcelImports.Submitted done;
    private transient volatile RuntimeException failed;

    /** @param submitted told once the file was handed in */
    ImportForm(ExcelImports imports, Consumer<ExcelImports.Submitted> submitted) {
        super(TEXTS.get("form.title"));
        this.imports = imports;
        this.submitted = submitted;
        atEnd(Downloads.of(TEXTS.get("form.template"), "mau-danh-sach-btxh.xlsx", ExcelImports.XLSX, this::template));
        chosen = YearMonth.from(WorkContext.current().today()).minusMonths(1);
        paidThrough.setValue(chosen);
        paidThrough.addValueChangeListener(event -> paidChanged());
        nothingPaid.addValueChangeListener(event -> {
            paidThrough.getElement().setEnabled(!event.getValue());
            paidChanged();
        });
        Paragraph hint = new Paragraph(TEXTS.get("form.paid-hint"));
        hint.addClassNames("as-muted", "as-small");
        Div paid = new Div(paidThrough, nothingPaid);
        paid.addClassNames("as-row", "as-baseline");
        setUpUpload();
        Div lines = new Div(paid, hint, upload);
        lines.addClassName("as-lines");
        content(lines);
    }

    private void setUpUpload() {
        Button choose = new Button(TEXTS.get("form.choose"), VaadinIcon.UPLOAD_ALT.create());
        choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(TEXTS.get("form.drop")));
        upload.setAcceptedFileTypes(".xlsx", ExcelImports.XLSX);
        upload.setMaxFiles(1);
        upload.setI18n(words());
        upload.addFileRejectedListener(
                event -> Problems.show(Problem.invalid("AS-BTXH-IMPORT-FILE", TEXTS.get("form.not-xlsx"))));
        upload.addAllFinishedListener(event -> {
            upload.clearFileList();
            RuntimeException failure = failed;
            failed = null;
            if (failure != null) {
                Problems.show(failure);
            } else if (done != null) {
                submitted.accept(done);
            }
        });
    }

    private void paidChanged() {
        chosen = nothingPaid.getValue() ? null : paidThrough.getValue();
        // Neither a month nor "nothing": no file is taken until one is said.
        boolean said = nothingPaid.getValue() || (chosen != null && !paidThrough.isInvalid());
        upload.getElement().setProperty("nodrop", !said);
        upload.getUploadButton().getElement().setEnabled(said);
    }

    /** Runs in the request that brings the file, not under the lock of the session. */
    private void receive(UploadEvent event) {
        try (InputStream content = event.getInputStream()) {
            done = imports.submit(unitId, event.getFileName(), chosen, content);
        } catch (RuntimeException e) {
            failed = e;
        } catch (IOException e) {
            failed = new UncheckedIOException(e);
        }
    }

    private InputStream template() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        imports.template(file);
        return new ByteArrayInputStream(file.toByteArray());
    }

    private static UploadI18N words() {
        UploadI18N words = new UploadI18N();
        words.setDropFiles(new UploadI18N.DropFiles().setOne(TEXTS.get("form.drop")));
        words.setAddFiles(new UploadI18N.AddFiles().setOne(TEXTS.get("form.choose")));
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(TEXTS.get("form.one-file"))
                .setFileIsTooBig(TEXTS.get("form.too-large"))
                .setIncorrectFileType(TEXTS.get("form.not-xlsx")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(TEXTS.get("form.connecting"))
                        .setStalled(TEXTS.get("form.stalled"))
                        .setProcessing(TEXTS.get("form.processing")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(TEXTS.get("form.failed"))
                        .setUnexpectedServerError(TEXTS.get("form.failed"))
                        .setForbidden(TEXTS.get("form.failed"))));
        return words;
    }
}
