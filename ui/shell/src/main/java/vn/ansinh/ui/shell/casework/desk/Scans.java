package vn.ansinh.ui.shell.casework.desk;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseFiles.At;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.api.document.Documents;
import vn.ansinh.ui.kit.component.FileUpload;
import vn.ansinh.ui.kit.component.ReceivedFile;
import vn.ansinh.ui.kit.field.Choices;
import vn.ansinh.ui.kit.text.Texts;

/** Scans that were brought before the case has a number: they wait beside the form and go to the case once it is received. */
final class Scans extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(Scans.class);

    private final transient DeskServices services;
    private final transient PaperFields papers;
    private final transient Map<ReceivedFile, ComboBox<RequiredPaper>> waiting = new LinkedHashMap<>();
    private final Div lines = new Div();

    Scans(DeskServices services, PaperFields papers) {
        this.services = services;
        this.papers = papers;
        addClassNames("as-lines", "full");
        setVisible(services.all().access().require().may(Permissions.DOCUMENT_WRITE));
        lines.addClassName("as-lines");
        if (isVisible()) {
            add(
                    new FileUpload(services.all().documents().largest(), Documents.FILE_KINDS.toArray(String[]::new))
                            .whenReceived(this::received),
                    lines);
        }
    }

    private void received(ReceivedFile file) {
        ComboBox<RequiredPaper> which = new ComboBox<>();
        which.setAriaLabel(TEXTS.get("scan.which", file.name()));
        which.setPlaceholder(TEXTS.get("scan.which-short"));
        which.setItems(papers.all());
        which.setItemLabelGenerator(RequiredPaper::name);
        which.setClearButtonVisible(true);
        which.addClassName("as-grow");
        Choices.among(which);
        which.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                papers.brought(event.getValue());
            }
        });
        Div line = new Div();
        Button away = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> {
            waiting.remove(file);
            file.close();
            lines.remove(line);
        });
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        away.setAriaLabel(TEXTS.get("scan.away", file.name()));
        line.add(new Span(file.name()), which, away);
        line.addClassNames("as-row", "wrap");
        lines.add(line);
        waiting.put(file, which);
    }

    /** Another procedure asks for other papers: what a scan was said to be stays where that one asks for it, too. */
    void ask() {
        waiting.values().forEach(which -> {
            RequiredPaper before = which.getValue();
            which.setItems(papers.all());
            which.setValue(papers.all().stream()
                    .filter(paper -> before != null && paper.code().equals(before.code()))
                    .findFirst()
                    .orElse(null));
        });
    }

    /** What there is a scan of was brought. */
    void tick() {
        waiting.values().stream()
                .map(ComboBox::getValue)
                .filter(Objects::nonNull)
                .forEach(papers::brought);
    }

    /**
     * Hands what was brought to a case. One that is not taken keeps none of the others from it.
     *
     * @param refused told why one is not taken
     * @return the case as it stands then
     */
    CaseDetail handTo(CaseDetail received, Consumer<RuntimeException> refused) {
        CaseDetail detail = received;
        for (ReceivedFile file : List.copyOf(waiting.keySet())) {
            RequiredPaper paper = waiting.get(file).getValue();
            try {
                detail = services.cases()
                        .bring(
                                new At(detail.file().id(), detail.file().revision(), null),
                                paper == null ? "" : paper.code(),
                                file.name(),
                                file.bytes());
            } catch (RuntimeException e) {
                refused.accept(e);
            }
        }
        return detail;
    }

    /** Throws away what was brought. */
    void clear() {
        waiting.keySet().forEach(ReceivedFile::close);
        waiting.clear();
        lines.removeAll();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        clear();
        super.onDetach(event);
    }
}
