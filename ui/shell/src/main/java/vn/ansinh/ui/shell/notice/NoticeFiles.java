package vn.ansinh.ui.shell.notice;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.notice.Notice;
import vn.ansinh.api.notice.Notices;
import vn.ansinh.api.notice.Notices.NewFile;
import vn.ansinh.ui.kit.component.FileUpload;
import vn.ansinh.ui.kit.component.ReceivedFile;
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
        add(
                label,
                list,
                new FileUpload(Notices.LARGEST_FILE, Notices.FILE_KINDS.toArray(String[]::new))
                        .whenReceived(this::received));
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

    private void received(ReceivedFile file) {
        try (file) {
            byte[] content = file.bytes();
            added.removeIf(before -> before.name().equals(file.name()));
            added.add(new NewFile(file.name(), content));
            show();
        }
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
