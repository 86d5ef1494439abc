package vn.ansinh.ui.kit.payroll;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.benefit.Payrolls.Annulled;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Takes a wrongly closed list back, with the reason; and tells of lists that were taken back. */
final class AnnulDialog {

    private static final Texts TEXTS = Texts.of(AnnulDialog.class);
    private static final int LONGEST_REASON = 500;
    private static final int TOLD = 3;

    private AnnulDialog() {}

    /** @param annulled told after it was taken back */
    static void ask(Payrolls payrolls, Units units, Payroll payroll, Runnable annulled) {
        TextArea reason = new TextArea(TEXTS.get("annul.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST_REASON);
        reason.setMinHeight("72px");
        new FormDialog(
                        TEXTS.get("annul.title", Formats.month(payroll.month()), name(units, payroll)),
                        TEXTS.get("annul.lead", payroll.people(), Money.format(payroll.total())),
                        TEXTS.get("annul.verb"))
                .dangerous()
                .wide(reason)
                .does(
                        () -> {
                            boolean blank = reason.getValue().isBlank();
                            reason.setErrorMessage(blank ? TEXTS.get("annul.reason-missing") : null);
                            reason.setInvalid(blank);
                            return !blank;
                        },
                        () -> {
                            payrolls.annul(payroll.id(), reason.getValue().strip());
                            annulled.run();
                        })
                .open();
    }

    /** One message for each of the latest lists that were taken back. */
    static List<MessageBar> told(Units units, List<Annulled> annulled) {
        return annulled.stream()
                .limit(TOLD)
                .map(one -> MessageBar.warn(
                        TEXTS.get("annul.told-lead", name(units, one.payroll())),
                        TEXTS.get(
                                "annul.told",
                                one.annulledBy(),
                                Formats.time(one.annulledAt()),
                                one.payroll().people(),
                                Money.format(one.payroll().total()),
                                one.reason())))
                .toList();
    }

    private static String name(Units units, Payroll payroll) {
        return units.byId(payroll.unitId()).map(AdministrativeUnit::name).orElse("");
    }
}
