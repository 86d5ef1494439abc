package vn.ansinh.ui.kit.payment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.util.Map;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Reads results from a file: the exported list with its empty columns filled in. */
final class ResultsUpload extends Dialog {

    private static final Texts TEXTS = Texts.of(ResultsUpload.class);
    private static final int LARGEST = 50 * 1024 * 1024;

    ResultsUpload(OrderServices services, PaymentOrder order, JobPanel job, Runnable changed) {
        setHeaderTitle(TEXTS.get("upload.title", order.number()));
        setWidth("560px");
        setMaxWidth("96vw");
        Paragraph lead = new Paragraph(TEXTS.get("upload.lead"));
        lead.addClassName("as-dialog-lead");
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> Problems.guard(() -> {
            long id = services.jobs()
                    .submit(
                            PaymentOrders.RESULTS,
                            TEXTS.get("job.results", order.number()),
                            Map.of("order", Long.toString(order.id())),
                            new ByteArrayInputStream(bytes));
            close();
            job.watch(id, ended -> {
                if (ended.state() == JobState.DONE
                        && ended.result().getOrDefault("rejected", "0").equals("0")) {
                    changed.run();
                }
            });
        })));
        Button choose = new Button(TEXTS.get("upload.choose"), VaadinIcon.UPLOAD_ALT.create());
        choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(TEXTS.get("upload.drop")));
        upload.setAcceptedFileTypes(".xlsx", ".csv");
        upload.setMaxFileSize(LARGEST);
        upload.setMaxFiles(1);
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(TEXTS.get("upload.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(TEXTS.get("upload.choose")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(TEXTS.get("upload.one-file"))
                        .setFileIsTooBig(TEXTS.get("upload.too-large"))
                        .setIncorrectFileType(TEXTS.get("upload.wrong-type"))));
        upload.addFileRejectedListener(
                event -> Problems.show(Problem.invalid("AS-PAYMENT-FILE", TEXTS.get("upload.wrong-type"))));
        add(lead, upload);
        getFooter().add(new Button(TEXTS.get("reconcile.close"), event -> close()));
    }
}
