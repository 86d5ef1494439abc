package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.funding.FundingRules.Fee;
import vn.ansinh.api.funding.FundingRules.FeeDraft;
import vn.ansinh.api.funding.FundingRules.FundingSource;
import vn.ansinh.api.funding.FundingRules.Setting;
import vn.ansinh.api.funding.FundingRules.SettingDraft;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** How the unit and those below it keep their money: what was set, from which month on, and by what. */
final class RulePanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = FundingView.TEXTS;

    private final transient FundingServices services;

    RulePanel(FundingServices services, Asked asked, FundingView page, YearMonth month) {
        this.services = services;
        addClassName("as-stack");
        if (asked.unitId() == 0) {
            add(MessageBar.info(TEXTS.get("rule.choose-unit")));
            return;
        }
        if (services.may(Permissions.FUNDING_APPROVE)) {
            page.addAction(new Button(
                    TEXTS.get("fee.set"),
                    VaadinIcon.COIN_PILES.create(),
                    event -> RuleDialogs.fee(services, asked, month).open()));
            page.addAction(new Button(
                    TEXTS.get("source.set"),
                    VaadinIcon.SPLIT.create(),
                    event -> RuleDialogs.source(services, asked, month).open()));
            page.setMainAction(new Button(
                    TEXTS.get("rule.set"),
                    VaadinIcon.COG.create(),
                    event -> RuleDialogs.rule(services, asked, month).open()));
        }
        add(
                settings(services.rules().settings(asked.program(), asked.unitId())),
                sources(services.rules().sources(asked.program(), asked.unitId())),
                fees(services.rules().fees(asked.program(), asked.unitId())));
    }

    private static Component titled(String title, DataTable table, boolean empty) {
        table.addClassName("as-cards");
        return new Panel(title).content(empty ? MessageBar.info(TEXTS.get("rule.none")) : table);
    }

    private Component settings(List<Setting> settings) {
        DataTable table = new DataTable(
                TEXTS.get("rule.title"),
                List.of(
                        ">" + TEXTS.get("rule.from"),
                        TEXTS.get("rule.what"),
                        TEXTS.get("rule.basis"),
                        TEXTS.get("rule.by")));
        for (Setting setting : settings) {
            table.row(
                    Formats.month(setting.draft().from()),
                    told(setting.draft()),
                    setting.draft().basis(),
                    setting.setName() + ", " + Formats.time(setting.setAt()));
        }
        return titled(TEXTS.get("rule.title"), table, settings.isEmpty());
    }

    private static String told(SettingDraft draft) {
        List<String> parts = new ArrayList<>();
        parts.add(TEXTS.get(draft.ownBudget() ? "rule.own-budget" : "rule.no-budget"));
        parts.add(TEXTS.get(draft.pooled() ? "rule.pooled" : "rule.not-pooled"));
        parts.add(TEXTS.get(draft.approval() ? "rule.approval" : "rule.no-approval"));
        parts.add(TEXTS.get(draft.blocks() ? "rule.blocks" : "rule.warns"));
        return String.join("; ", parts);
    }

    private Component sources(List<FundingSource> sources) {
        DataTable table = new DataTable(
                TEXTS.get("source.title"),
                List.of(
                        ">" + TEXTS.get("rule.from"),
                        TEXTS.get("source.benefit"),
                        TEXTS.get("fund"),
                        TEXTS.get("rule.by")));
        for (FundingSource source : sources) {
            table.row(
                    Formats.month(source.draft().from()),
                    source.draft().benefit().isEmpty()
                            ? TEXTS.get("source.all")
                            : source.draft().benefit(),
                    services.fund(source.draft().fund()),
                    source.setName() + ", " + Formats.time(source.setAt()));
        }
        return titled(TEXTS.get("source.title"), table, sources.isEmpty());
    }

    private Component fees(List<Fee> fees) {
        DataTable table = new DataTable(
                TEXTS.get("fee.title"),
                List.of(
                        ">" + TEXTS.get("rule.from"),
                        TEXTS.get("fee.method"),
                        ">" + TEXTS.get("fee.rate"),
                        TEXTS.get("fund"),
                        TEXTS.get("rule.basis"),
                        TEXTS.get("rule.by")));
        for (Fee fee : fees) {
            table.row(
                    Formats.month(fee.draft().from()),
                    fee.draft().method().isEmpty()
                            ? TEXTS.get("fee.all")
                            : services.name(FundingServices.METHODS, fee.draft().method()),
                    rate(fee.draft()),
                    services.fund(fee.draft().fund()),
                    fee.draft().basis(),
                    fee.setName() + ", " + Formats.time(fee.setAt()));
        }
        return titled(TEXTS.get("fee.title"), table, fees.isEmpty());
    }

    private static String rate(FeeDraft fee) {
        String step = Money.format(fee.step());
        return fee.rate() == null
                ? TEXTS.get("fee.fixed-of", Money.format(fee.fixed()), step)
                : TEXTS.get("fee.rate-of", Formats.coefficient(fee.rate().stripTrailingZeros()), step);
    }
}
