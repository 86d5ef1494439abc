package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.TemporaryFileUploadHandler;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Choosing one file, by button or by dropping it. Kind and size are looked at before it is taken. */
public class FileUpload extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(FileUpload.class);

    private final long largest;
    private final Upload upload;
    private final Button choose;
    private transient Consumer<ReceivedFile> received = ReceivedFile::close;
    private transient Consumer<Problem> refused = Problems::show;

    /**
     * @param largest in bytes
     * @param kinds endings of the names that are taken, with their dot
     */
    public FileUpload(long largest, String... kinds) {
        this.largest = largest;
        String named = String.join(", ", kinds);
        upload = new Upload(handler());
        choose = new Button(TEXTS.get("upload.choose", named), VaadinIcon.UPLOAD_ALT.create());
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(TEXTS.get("upload.drop")));
        upload.setAcceptedFileTypes(kinds);
        upload.setMaxFileSize((int) Math.min(Integer.MAX_VALUE, largest));
        upload.setI18n(words(named, size(largest)));
        upload.addFileRejectedListener(event -> refuse(event.getErrorMessage()));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        add(upload);
    }

    /** To a temporary file, in the request that brings it; what follows is under the lock of the session. */
    private UploadHandler handler() {
        TemporaryFileUploadHandler handler =
                new TemporaryFileUploadHandler((metadata, file) -> arrived(metadata.fileName(), file.toPath())) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public long getFileSizeMax() {
                        return largest;
                    }
                };
        return handler.whenComplete(came -> {
            if (!came) {
                refuse(TEXTS.get("upload.failed"));
            }
        });
    }

    /** @param listener told each file that came; closes it, or hands it on to who does. What goes wrong in it is shown */
    public FileUpload whenReceived(Consumer<ReceivedFile> listener) {
        received = listener;
        return this;
    }

    /** @param listener told why a file was not taken; without one it is shown above the page */
    public FileUpload whenRefused(Consumer<Problem> listener) {
        refused = listener;
        return this;
    }

    /** Shows choosing a file as what one came for. */
    public FileUpload primary() {
        choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return this;
    }

    /** Whether a file is taken now; without it, something else has to be said first. */
    public void setReady(boolean ready) {
        upload.getElement().setProperty("nodrop", !ready);
        choose.setEnabled(ready);
    }

    private void arrived(String name, Path path) throws IOException {
        ReceivedFile file = new ReceivedFile(name, path);
        if (!isAttached()) {
            file.close();
        } else if (Files.size(path) > largest) {
            file.close();
            refuse(TEXTS.get("upload.too-large", size(largest)));
        } else {
            Problems.guard(() -> received.accept(file));
        }
    }

    private void refuse(String why) {
        refused.accept(Problem.invalid("AS-FILE", why));
    }

    static String size(long bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : (bytes >> 10) + " KB";
    }

    private static UploadI18N words(String kinds, String largest) {
        String failed = TEXTS.get("upload.failed");
        UploadI18N words = new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(TEXTS.get("upload.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(TEXTS.get("upload.choose", kinds)))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(TEXTS.get("upload.one-file"))
                        .setFileIsTooBig(TEXTS.get("upload.too-large", largest))
                        .setIncorrectFileType(TEXTS.get("upload.kind", kinds)))
                .setFile(new UploadI18N.File()
                        .setRetry(TEXTS.get("upload.retry"))
                        .setStart(TEXTS.get("upload.start"))
                        .setRemove(TEXTS.get("upload.remove")));
        return words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(TEXTS.get("upload.connecting"))
                        .setStalled(TEXTS.get("upload.stalled"))
                        .setProcessing(TEXTS.get("upload.processing"))
                        .setHeld(TEXTS.get("upload.connecting")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(TEXTS.get("upload.remaining"))
                        .setUnknown(""))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(failed)
                        .setUnexpectedServerError(failed)
                        .setForbidden(failed)));
    }
}
