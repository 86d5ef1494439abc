package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import vn.ansinh.api.document.StoredDocument;
import vn.ansinh.ui.kit.component.FileUpload;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.ReceivedFile;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** A scan that goes with what is said in a form. Kept as soon as it is brought. */
final class ScanField extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ScanField.class);

    private final transient CaseScans scans;
    private final String paper;
    private final Div told = new Div();
    private long documentId;

    /** @param paper code of the paper that it is */
    ScanField(OpenCase open, String paper, String label) {
        scans = new CaseScans(open);
        this.paper = paper;
        addClassName("as-lines");
        Span name = new Span(label);
        name.addClassName("as-fact-label");
        told.getElement().setAttribute("aria-live", "polite");
        setVisible(scans.taken());
        if (isVisible()) {
            add(
                    name,
                    new FileUpload(scans.largest(), CaseScans.kinds())
                            .whenReceived(this::received)
                            .whenRefused(problem -> tell(Problems.bar(problem))),
                    told);
        }
    }

    private void received(ReceivedFile file) {
        try {
            StoredDocument stored = scans.keep(file, paper);
            documentId = stored.id();
            tell(MessageBar.ok(TEXTS.get("scan.kept"), stored.name()));
        } catch (RuntimeException e) {
            tell(Problems.bar(e));
        }
    }

    private void tell(MessageBar message) {
        told.removeAll();
        told.add(message);
    }

    /** What was brought, 0 for nothing. */
    long documentId() {
        return documentId;
    }
}
