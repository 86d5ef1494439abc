package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.YearMonth;
import java.util.Objects;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseDetail.Draft.Outcome;
import vn.ansinh.api.casework.CaseFiles.Signing;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.field.MonthField;
import vn.ansinh.ui.kit.text.Texts;

/** The forms in which a decision is proposed, and signed by somebody else. */
final class DraftDialogs {

    private static final Texts TEXTS = Texts.of(DraftDialogs.class);

    private final OpenCase open;

    DraftDialogs(OpenCase open) {
        this.open = open;
    }

    /** Proposes what law and facts say. */
    void grant() {
        ActDialog dialog = new ActDialog(open, "draft");
        Draft proposal = open.services()
                .cases()
                .proposal(open.file().id(), open.services().today());
        Div words = new Div(
                proposal.outcome() == Outcome.GRANT
                        ? MessageBar.info(proposal.words())
                        : MessageBar.warn(TEXTS.get("draft.not-due"), proposal.words()));
        words.addClassName("full");
        dialog.wide(words);
        MonthField from = new MonthField(TEXTS.get("draft.from"));
        from.setValue(proposal.from());
        from.setHelperText(TEXTS.get("draft.from-help"));
        dialog.dayWith(from);
        Checkbox seen = new Checkbox(TEXTS.get("draft.conflicts"));
        seen.setVisible(false);
        dialog.wide(seen);
        dialog.mends("AS-ENTITLEMENT-CONFLICTS", seen);
        dialog.acts(at -> open.services()
                .cases()
                .draft(at, Outcome.GRANT, chosen(from.getValue(), proposal.from()), "", seen.getValue()));
    }

    /** The month, when it is another than law's: only then an official chose it. */
    private static YearMonth chosen(YearMonth month, YearMonth lawful) {
        return Objects.equals(month, lawful) ? null : month;
    }

    /** Proposes to reject, with the clause: whoever applied is told both. */
    void reject() {
        ActDialog dialog = new ActDialog(open, "reject");
        dialog.dangerous();
        TextField clause = dialog.line("reject.clause", true);
        clause.setPlaceholder(TEXTS.get("reject.clause-example"));
        dialog.dayWith(clause);
        TextArea reason = dialog.sentences("reject.reason", true);
        reason.setHelperText(TEXTS.get("reject.reason-help"));
        dialog.acts(at -> open.services()
                .cases()
                .draft(
                        at,
                        Outcome.REJECT,
                        null,
                        TEXTS.get(
                                "reject.both",
                                reason.getValue().strip(),
                                clause.getValue().strip()),
                        false));
    }

    /** Signs what somebody else drafted. */
    void sign() {
        ActDialog dialog = new ActDialog(open, "sign");
        Draft draft = open.detail().draft();
        if (draft != null) {
            dialog.wide(about(draft));
        }
        TextField signer = dialog.line("sign.signer", true);
        signer.setValue(open.services().access().require().fullName());
        TextField title = dialog.line("sign.title-field", true);
        title.setValue(TEXTS.get("sign.title-usual"));
        TextField number = dialog.line("sign.number", false);
        dialog.mends("AS-CASE-NUMBER", number);
        dialog.mends("AS-CASE-SIGNER", signer);
        number.setHelperText(TEXTS.get("sign.number-help"));
        dialog.fields(signer, title);
        dialog.dayWith(number);
        ScanField scan = new ScanField(open, "quyet-dinh-da-ky", TEXTS.get("sign.scan"));
        dialog.wide(scan);
        dialog.acts(at -> open.services()
                .cases()
                .sign(
                        at,
                        new Signing(
                                signer.getValue().strip(),
                                title.getValue().strip(),
                                number.getValue().isBlank()
                                        ? null
                                        : number.getValue().strip(),
                                scan.documentId())));
    }

    private Div about(Draft draft) {
        FactList facts = new FactList()
                .fact(TEXTS.get("sign.outcome"), TEXTS.get("outcome." + draft.outcome()))
                .fact(TEXTS.get("sign.content"), draft.outcome() == Outcome.GRANT ? draft.words() : draft.reason());
        Div about = new Div(facts);
        if (draft.drafter().equals(open.services().access().require().account())) {
            about.add(MessageBar.warn(null, TEXTS.get("sign.own")));
        }
        return about;
    }
}
