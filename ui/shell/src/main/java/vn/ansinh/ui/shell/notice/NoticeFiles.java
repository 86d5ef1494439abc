package vn.ansinh.ui.shell.notice;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.notice.Notice;
import vn.ansinh.api.notice.Notices;
import vn.ansinh.api.notice.Notices.NewFile;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Files that are attached and those chosen to be; what is chosen is kept when the form is saved. */
final class NoticeFiles extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(NoticeFiles.class);

    private final transient List<Notice.File> there;
    private final transient List<NewFile> added = new ArrayList<>();
    private final Set<Long> removed = new HashSet<>();
    private final UnorderedList list = new UnorderedList();

    NoticeFiles(List<Notice.File> there) {
        this.there = there;
        addClassName("as-lines");
        list.addClassName("as-attached");
        list.getElement().setAttribute("aria-live", "polite");
        Span label = new Span(TEXTS.get("files.label"));
        label.addClassNames("as-small", "as-b");
        add(label, list, chooser());
        show();
    }

    /** Files to attach. */
    List<NewFile> added() {
        return List.copyOf(added);
    }

    /** Ids of the files to take away. */
    Set<Long> removed() {
        return Set.copyOf(removed);
    }

    private Upload chooser() {
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> {
            // already under the lock of the session
            added.removeIf(file -> file.name().equals(metadata.fileName()));
            added.add(new NewFile(metadata.fileName(), bytes));
            show();
        }));
        upload.setUploadButton(new Button(TEXTS.get("files.choose"), VaadinIcon.UPLOAD_ALT.create()));
        upload.setDropLabel(new Span(TEXTS.get("files.drop")));
        upload.setAcceptedFileTypes(Notices.FILE_KINDS.toArray(String[]::new));
        upload.setMaxFileSize(Notices.LARGEST_FILE);
        upload.setMaxFiles(Notices.MOST_FILES);
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setMany(TEXTS.get("files.drop")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(TEXTS.get("files.too-many"))
                        .setFileIsTooBig(TEXTS.get("files.too-large"))
                        .setIncorrectFileType(TEXTS.get("files.kind"))));
        upload.addFileRejectedListener(
                event -> Problems.show(Problem.invalid("AS-NOTICE-FILE-KIND", event.getErrorMessage())));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    private void show() {
        list.removeAll();
        for (Notice.File file : there) {
            if (!removed.contains(file.id())) {
                list.add(item(file.name(), file.size(), () -> removed.add(file.id())));
            }
        }
        for (NewFile file : List.copyOf(added)) {
            list.add(item(file.name(), file.content().length, () -> added.remove(file)));
        }
        list.setVisible(list.getChildren().findAny().isPresent());
    }

    private ListItem item(String name, int size, Runnable removal) {
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> {
            removal.run();
            show();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel(TEXTS.get("files.remove", name));
        ListItem item = new ListItem(new Span(TEXTS.get("panel.file", name, NoticePanel.size(size))), remove);
        item.addClassName("as-row");
        return item;
    }
}
