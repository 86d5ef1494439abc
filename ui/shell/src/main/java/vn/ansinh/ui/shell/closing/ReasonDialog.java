package vn.ansinh.ui.shell.closing;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import vn.ansinh.api.report.ReportClosings;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.text.Texts;

/** Does something that needs a reason. */
final class ReasonDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ReasonDialog.class);

    /** @param action gets the reason */
    ReasonDialog(String title, String lead, String verb, Consumer<String> action) {
        super(title, lead, verb);
        TextArea reason = new TextArea(TEXTS.get("correct.reason"));
        reason.addValueChangeListener(event -> reason.setInvalid(false));
        reason.setMaxLength(ReportClosings.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        wide(reason);
        does(
                () -> {
                    reason.setInvalid(reason.getValue().isBlank());
                    reason.setErrorMessage(TEXTS.get("correct.reason-missing"));
                    return !reason.isInvalid();
                },
                () -> action.accept(reason.getValue()));
    }
}
