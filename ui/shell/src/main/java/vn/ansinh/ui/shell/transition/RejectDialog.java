package vn.ansinh.ui.shell.transition;

import com.vaadin.flow.component.textfield.TextField;
import vn.ansinh.api.unit.ResolutionState;
import vn.ansinh.api.unit.Resolutions;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.text.Texts;

/** Refuses a resolution for good and asks why. */
final class RejectDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(RejectDialog.class);

    /** @param rejected told when it was */
    RejectDialog(Resolutions resolutions, ResolutionState resolution, Runnable rejected) {
        super(TEXTS.get("reject.title", resolution.number()), TEXTS.get("reject.lead"), TEXTS.get("resolution.reject"));
        TextField reason = new TextField(TEXTS.get("reject.reason"));
        reason.setRequiredIndicatorVisible(true);
        wide(reason);
        does(
                () -> {
                    reason.setInvalid(reason.getValue().isBlank());
                    reason.setErrorMessage(TEXTS.get("reject.reason-missing"));
                    return !reason.isInvalid();
                },
                () -> {
                    resolutions.reject(resolution.id(), reason.getValue());
                    rejected.run();
                });
    }
}
