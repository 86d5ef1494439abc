package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseFiles.At;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** The forms in which is said what happened to a case on its way. */
final class CaseDialogs {

    private static final Texts TEXTS = Texts.of(CaseDialogs.class);

    private final OpenCase open;

    CaseDialogs(OpenCase open) {
        this.open = open;
    }

    void forward() {
        ActDialog dialog = new ActDialog(open, "forward").day();
        TextArea note = dialog.sentences("act.note", false);
        dialog.acts(at -> open.services().cases().forward(at, note.getValue().strip()));
    }

    void giveBack() {
        ActDialog dialog = new ActDialog(open, "give-back").day();
        TextArea reason = dialog.sentences("act.reason", true);
        dialog.acts(at -> open.services().cases().giveBack(at, reason.getValue().strip()));
    }

    void sendBack() {
        ActDialog dialog = new ActDialog(open, "send-back").day();
        TextArea reason = dialog.sentences("act.reason", true);
        dialog.acts(at -> open.services().cases().sendBack(at, reason.getValue().strip()));
    }

    void withdraw() {
        ActDialog dialog = new ActDialog(open, "withdraw").day();
        dialog.dangerous();
        TextArea reason = dialog.sentences("act.reason", true);
        dialog.acts(at -> open.services().cases().withdraw(at, reason.getValue().strip()));
    }

    void supplement() {
        ActDialog dialog = new ActDialog(open, "supplement");
        DateField until = new DateField(TEXTS.get("supplement.until"));
        until.setHelperText(TEXTS.get("supplement.until-help"));
        dialog.need(until, "supplement.until-missing");
        after(dialog, until);
        dialog.dayWith(until);
        TextArea missing = dialog.sentences("supplement.missing", true);
        missing.setHelperText(TEXTS.get("supplement.missing-help"));
        missing.setValue(open.missing());
        dialog.acts(at ->
                open.services().cases().askSupplement(at, missing.getValue().strip(), until.getValue()));
    }

    void supplemented() {
        ActDialog dialog = new ActDialog(open, "supplemented").day();
        CheckboxGroup<RequiredPaper> brought = new CheckboxGroup<>(TEXTS.get("supplemented.papers"));
        brought.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        brought.setItems(open.procedure().papers().stream()
                .filter(paper -> open.file().missing().contains(paper.code()))
                .toList());
        brought.setItemLabelGenerator(RequiredPaper::name);
        brought.setVisible(
                open.detail().draft() == null && brought.getListDataView().getItemCount() > 0);
        dialog.wide(brought);
        TextArea note = dialog.sentences("supplemented.note", false);
        dialog.acts(at -> open.services()
                .cases()
                .supplemented(brought(at, brought.getValue()), note.getValue().strip()));
    }

    /** Writes down what the citizen brought. @return the case as it stands then */
    private At brought(At at, Set<RequiredPaper> papers) {
        if (papers.isEmpty()) {
            return at;
        }
        Set<String> handedIn = new LinkedHashSet<>(open.detail().application().papers());
        papers.forEach(paper -> handedIn.add(paper.code()));
        CaseFile amended = open.services()
                .cases()
                .amend(at, AmendForm.with(open.detail().application(), handedIn), "")
                .file();
        return new At(amended.id(), amended.revision(), at.day());
    }

    void apologise() {
        ActDialog dialog = new ActDialog(open, "apologise");
        DateField promised = new DateField(TEXTS.get("apologise.promised"));
        dialog.need(promised, "apologise.promised-missing");
        dialog.mends("AS-CASE-PROMISE", promised);
        after(dialog, promised);
        dialog.dayWith(promised);
        TextArea reason = dialog.sentences("apologise.reason", true);
        dialog.acts(
                at -> open.services().cases().apologise(at, reason.getValue().strip(), promised.getValue()));
    }

    /** A day that lies after what happened. */
    private static void after(ActDialog dialog, DateField field) {
        dialog.check(() -> {
            LocalDate happened = dialog.chosenDay();
            return field.getValue() == null
                    || happened == null
                    || ActDialog.given(field, field.getValue().isAfter(happened) ? null : TEXTS.get("act.not-after"));
        });
    }

    void complain() {
        ActDialog dialog = new ActDialog(open, "complain");
        TextField complainant = dialog.line("complain.who", true);
        dialog.dayWith(complainant);
        TextArea text = dialog.sentences("complain.text", true);
        dialog.acts(at -> open.services()
                .cases()
                .complain(at, complainant.getValue().strip(), text.getValue().strip()));
    }

    void conclude() {
        ActDialog dialog = new ActDialog(open, "conclude").day();
        TextArea conclusion = dialog.sentences("conclude.text", true);
        RadioButtonGroup<Boolean> upheld = new RadioButtonGroup<>(TEXTS.get("conclude.upheld"));
        upheld.setItems(false, true);
        upheld.setItemLabelGenerator(value -> TEXTS.get("conclude.upheld." + value));
        dialog.need(upheld, "conclude.upheld-missing");
        dialog.wide(upheld);
        dialog.acts(
                at -> open.services().cases().conclude(at, conclusion.getValue().strip(), upheld.getValue()));
    }

    void result() {
        ActDialog dialog = new ActDialog(open, "result");
        TextField recipient = dialog.line("result.recipient", true);
        recipient.setValue(open.detail().application().applicant().name());
        dialog.dayWith(recipient);
        dialog.acts(at ->
                open.services().cases().giveResult(at, recipient.getValue().strip()));
    }

    void changeVersion() {
        ActDialog dialog = new ActDialog(open, "version").day();
        List<Procedure> others = open
                .services()
                .procedures()
                .open(
                        open.file().procedure(),
                        open.file().receivedOn(),
                        open.services().today())
                .stream()
                .filter(each -> !each.version().equals(open.file().version()))
                .toList();
        ComboBox<Procedure> version = new ComboBox<>(TEXTS.get("version.which"));
        version.setItems(others);
        version.setItemLabelGenerator(
                each -> TEXTS.get("version.item", each.version(), Formats.date(each.from()), each.basis()));
        if (others.size() == 1) {
            version.setValue(others.get(0));
        }
        dialog.need(version, "version.which-missing");
        dialog.mends("AS-CASE-VERSION", version);
        dialog.wide(version);
        TextArea reason = dialog.sentences("act.reason", true);
        dialog.acts(at -> open.services()
                .cases()
                .changeVersion(
                        at, version.getValue().version(), reason.getValue().strip()));
    }
}
