package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.text.Texts;

/** Does something that needs a reason. */
final class ReasonDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = FundingView.TEXTS;

    ReasonDialog(String verb, Consumer<String> action) {
        super(verb, null, verb);
        TextArea reason = new TextArea(TEXTS.get("reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.addValueChangeListener(event -> reason.setInvalid(false));
        wide(reason);
        does(
                () -> {
                    reason.setInvalid(reason.getValue().isBlank());
                    reason.setErrorMessage(TEXTS.get("reason.missing"));
                    return !reason.isInvalid();
                },
                () -> action.accept(reason.getValue()));
    }
}
