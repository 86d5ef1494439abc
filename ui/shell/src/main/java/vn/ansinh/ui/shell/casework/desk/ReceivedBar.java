package vn.ansinh.ui.shell.casework.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.io.ByteArrayInputStream;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Paper;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.document.StoredDocument;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.casework.CasePageView;

/** What became of an application: its number, its slip to print, its page. */
final class ReceivedBar extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ReceivedBar.class);

    ReceivedBar(DeskServices services, CaseDetail detail) {
        addClassName("as-contents");
        CaseFile file = detail.file();
        boolean refused = file.state() == CaseState.REJECTED;
        String words = refused
                ? TEXTS.get("received.refused-text", file.personName())
                : file.promisedOn() == null
                        ? TEXTS.get("received.text", file.personName())
                        : TEXTS.get("received.promised", file.personName(), Formats.date(file.promisedOn()));
        MessageBar bar = refused
                ? MessageBar.info(TEXTS.get("received.refused", file.number()), words)
                : file.state() == CaseState.WAITING
                        ? MessageBar.warn(TEXTS.get("received.waiting", file.number()), words)
                        : MessageBar.ok(TEXTS.get("received.lead", file.number()), words);
        if (services.all().access().require().may(Permissions.DOCUMENT_READ)) {
            detail.papers().stream().filter(Paper::produced).forEach(paper -> {
                StoredDocument stored = services.all().documents().byId(paper.documentId());
                bar.action(Downloads.of(
                        paper.name(),
                        stored.name(),
                        stored.mediaType(),
                        () -> new ByteArrayInputStream(
                                services.all().documents().open(stored.id()).bytes())));
            });
        }
        Button open = new Button(TEXTS.get("received.open"), event -> CasePageView.open(file.id()));
        open.addThemeVariants(ButtonVariant.LUMO_SMALL);
        bar.action(open);
        add(bar);
    }
}
