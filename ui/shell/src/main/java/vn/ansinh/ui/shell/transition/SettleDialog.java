package vn.ansinh.ui.shell.transition;

import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongConsumer;
import vn.ansinh.api.unit.Transitions.EndedUnit;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Moves everything of the communes that went into one other whole: says what that is and asks what orders it. */
final class SettleDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(SettleDialog.class);

    /** @param submitted told the job */
    SettleDialog(TransitionServices services, LocalDate day, long root, List<EndedUnit> whole, LongConsumer submitted) {
        super(
                TEXTS.get("settle.title", whole.size()),
                TEXTS.get(
                        "settle.lead",
                        whole.stream().mapToLong(EndedUnit::people).sum(),
                        whole.stream().mapToLong(EndedUnit::entitlements).sum(),
                        whole.stream().mapToLong(EndedUnit::accounts).sum(),
                        Formats.date(day),
                        whole.stream().mapToLong(EndedUnit::agencies).sum()),
                TEXTS.get("settle.verb"));
        TextField why = new TextField(TEXTS.get("settle.why"));
        why.setHelperText(TEXTS.get("settle.why-help"));
        why.setRequiredIndicatorVisible(true);
        wide(why);
        does(
                () -> {
                    why.setInvalid(why.getValue().isBlank());
                    why.setErrorMessage(TEXTS.get("settle.why-missing"));
                    return !why.isInvalid();
                },
                () -> submitted.accept(services.transitions().settleWhole(day, root, why.getValue())));
    }
}
