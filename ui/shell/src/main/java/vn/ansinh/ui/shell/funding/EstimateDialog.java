package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import vn.ansinh.api.funding.Estimates.EstimateDraft;
import vn.ansinh.api.funding.Estimates.EstimateLine;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.field.MoneyField;
import vn.ansinh.ui.kit.text.Texts;

/** Sends an estimate of one source up; another source is another estimate, and so is a supplement. */
final class EstimateDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = FundingView.TEXTS;

    EstimateDialog(FundingServices services, Asked asked) {
        super(
                TEXTS.get("estimate.new", Integer.toString(asked.year()), services.unit(asked.unitId())),
                TEXTS.get("estimate.lead"),
                TEXTS.get("estimate.send"));
        TextField about = new TextField(TEXTS.get("estimate.about"));
        CodeBox fund = new CodeBox(TEXTS.get("fund"), services.shell().codeLists(), FundingServices.FUNDS, "");
        fund.setRequiredIndicatorVisible(true);
        MoneyField amount = new MoneyField(TEXTS.get("estimate.asked"));
        TextField basis = new TextField(TEXTS.get("estimate.basis"));
        IndexFields index = new IndexFields(services.shell().codeLists());
        wide(about).wide(fund).fields(amount, basis);
        index.into(this);
        does(
                () -> {
                    if (amount.getValue() == null) {
                        amount.refuse(TEXTS.get("amount.missing"));
                    }
                    return fund.complete() & amount.getValue() != null;
                },
                () -> {
                    services.estimates()
                            .propose(new EstimateDraft(
                                    asked.program(),
                                    asked.unitId(),
                                    asked.year(),
                                    about.getValue(),
                                    List.of(new EstimateLine(
                                            fund.code(), index.codes(), amount.getValue(), null, basis.getValue()))));
                    asked.again().run();
                });
    }
}
