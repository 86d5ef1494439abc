package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.funding.Estimates.Estimate;
import vn.ansinh.api.funding.Estimates.EstimateLine;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.field.MoneyField;
import vn.ansinh.ui.kit.text.Texts;

/** Grants an estimate, line by line; at first as much as was asked. */
final class GrantDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = FundingView.TEXTS;

    GrantDialog(FundingServices services, Estimate estimate, Runnable done) {
        super(
                TEXTS.get("grant.title", services.unit(estimate.draft().unitId())),
                TEXTS.get("grant.lead", Money.format(estimate.asked())),
                TEXTS.get("paper.approve"));
        TextField number = new TextField(TEXTS.get("number"));
        number.setRequiredIndicatorVisible(true);
        wide(number);
        List<MoneyField> fields = new ArrayList<>();
        for (EstimateLine line : estimate.draft().lines()) {
            MoneyField granted = new MoneyField(
                    TEXTS.get("grant.line", services.fund(line.fund()), line.codes(), Money.format(line.asked())));
            granted.setValue(line.asked());
            fields.add(granted);
            wide(granted);
        }
        does(
                () -> {
                    number.setInvalid(number.getValue().isBlank());
                    boolean amounts = true;
                    for (MoneyField field : fields) {
                        if (field.getValue() == null) {
                            field.refuse(TEXTS.get("amount.missing"));
                            amounts = false;
                        }
                    }
                    return amounts && !number.isInvalid();
                },
                () -> {
                    services.estimates()
                            .approve(
                                    estimate.id(),
                                    fields.stream().map(MoneyField::getValue).toList(),
                                    number.getValue());
                    done.run();
                });
    }
}
