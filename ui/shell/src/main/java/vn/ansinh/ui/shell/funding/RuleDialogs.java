package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.funding.FundingRules.FeeDraft;
import vn.ansinh.api.funding.FundingRules.Setting;
import vn.ansinh.api.funding.FundingRules.SettingDraft;
import vn.ansinh.api.funding.FundingRules.SourceDraft;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.field.MoneyField;
import vn.ansinh.ui.kit.field.MonthField;
import vn.ansinh.ui.kit.text.Texts;

/** Forms by which is set how money is kept. */
final class RuleDialogs {

    private static final Texts TEXTS = FundingView.TEXTS;
    private static final String RATE = "\\d{1,3}([,.]\\d{1,4})?";

    private RuleDialogs() {}

    private static MonthField from(YearMonth month) {
        MonthField from = new MonthField(TEXTS.get("rule.from"));
        from.setValue(month);
        return from;
    }

    private static boolean there(MonthField from) {
        if (from.getValue() == null) {
            from.refuse(TEXTS.get("rule.from-missing"));
        }
        return from.getValue() != null;
    }

    private static boolean there(TextField field) {
        field.setInvalid(field.getValue().isBlank());
        return !field.isInvalid();
    }

    private static TextField basis() {
        TextField basis = new TextField(TEXTS.get("rule.basis"));
        basis.setRequiredIndicatorVisible(true);
        return basis;
    }

    /** Begins with what holds now. */
    static FormDialog rule(FundingServices services, Asked asked, YearMonth month) {
        FormDialog form = new FormDialog(
                TEXTS.get("rule.dialog", services.unit(asked.unitId())),
                TEXTS.get("rule.lead"),
                TEXTS.get("rule.verb"));
        SettingDraft now = services.rules().settings(asked.program(), asked.unitId()).stream()
                .map(Setting::draft)
                .findFirst()
                .orElse(new SettingDraft(asked.program(), asked.unitId(), month, false, false, false, false, ""));
        MonthField from = from(month);
        TextField basis = basis();
        Checkbox ownBudget = new Checkbox(TEXTS.get("rule.own-budget"), now.ownBudget());
        Checkbox pooled = new Checkbox(TEXTS.get("rule.pooled"), now.pooled());
        Checkbox approval = new Checkbox(TEXTS.get("rule.approval"), now.approval());
        Checkbox blocks = new Checkbox(TEXTS.get("rule.blocks"), now.blocks());
        form.fields(from, basis).wide(ownBudget).wide(pooled).wide(approval).wide(blocks);
        return form.does(() -> there(from) & there(basis), () -> {
            services.rules()
                    .set(new SettingDraft(
                            asked.program(),
                            asked.unitId(),
                            from.getValue(),
                            ownBudget.getValue(),
                            pooled.getValue(),
                            approval.getValue(),
                            blocks.getValue(),
                            basis.getValue()));
            asked.again().run();
        });
    }

    static FormDialog source(FundingServices services, Asked asked, YearMonth month) {
        FormDialog form = new FormDialog(TEXTS.get("source.set"), TEXTS.get("source.lead"), TEXTS.get("rule.verb"));
        MonthField from = from(month);
        ComboBox<Benefit> benefit = new ComboBox<>(TEXTS.get("source.benefit"));
        benefit.setItems(services.shell().policies().benefits(asked.program()));
        benefit.setItemLabelGenerator(Benefit::name);
        benefit.setPlaceholder(TEXTS.get("source.all"));
        benefit.setClearButtonVisible(true);
        CodeBox fund = new CodeBox(TEXTS.get("fund"), services.shell().codeLists(), FundingServices.FUNDS, "");
        fund.setRequiredIndicatorVisible(true);
        form.fields(from, fund).wide(benefit);
        return form.does(() -> there(from) & fund.complete(), () -> {
            services.rules()
                    .setSource(new SourceDraft(
                            asked.program(),
                            asked.unitId(),
                            benefit.getValue() == null ? "" : benefit.getValue().code(),
                            fund.code(),
                            from.getValue()));
            asked.again().run();
        });
    }

    static FormDialog fee(FundingServices services, Asked asked, YearMonth month) {
        FormDialog form = new FormDialog(TEXTS.get("fee.set"), TEXTS.get("fee.lead"), TEXTS.get("rule.verb"));
        MonthField from = from(month);
        TextField basis = basis();
        TextField rate = new TextField(TEXTS.get("fee.percent"));
        MoneyField fixed = new MoneyField(TEXTS.get("fee.fixed"));
        ComboBox<Integer> step = new ComboBox<>(TEXTS.get("fee.step"), List.of(1, 10, 100, 1000));
        step.setItemLabelGenerator(value -> TEXTS.get("fee.step-of", Money.format(value)));
        step.setValue(1);
        CodeBox method =
                new CodeBox(TEXTS.get("fee.method"), services.shell().codeLists(), FundingServices.METHODS, "");
        method.setPlaceholder(TEXTS.get("fee.all"));
        CodeBox fund = new CodeBox(TEXTS.get("fund"), services.shell().codeLists(), FundingServices.FUNDS, "");
        fund.setRequiredIndicatorVisible(true);
        form.fields(from, basis, rate, fixed, step, method).wide(fund);
        return form.does(
                () -> {
                    boolean percent = !rate.getValue().isBlank();
                    rate.setErrorMessage(TEXTS.get("fee.either"));
                    rate.setInvalid(percent == (fixed.getValue() != null)
                            || percent && !rate.getValue().strip().matches(RATE));
                    step.setInvalid(step.isEmpty());
                    return there(from) & there(basis) & fund.complete() & !rate.isInvalid() & !step.isEmpty();
                },
                () -> {
                    services.rules()
                            .setFee(new FeeDraft(
                                    asked.program(),
                                    asked.unitId(),
                                    method.code() == null ? "" : method.code(),
                                    rate.getValue().isBlank()
                                            ? null
                                            : new BigDecimal(
                                                    rate.getValue().strip().replace(',', '.')),
                                    fixed.getValue(),
                                    step.getValue(),
                                    fund.code(),
                                    from.getValue(),
                                    basis.getValue()));
                    asked.again().run();
                });
    }
}
