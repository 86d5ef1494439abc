package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.funding.Allocations.AllocationDraft;
import vn.ansinh.api.funding.Allocations.AllocationLine;
import vn.ansinh.api.funding.Allocations.Kind;
import vn.ansinh.api.funding.Allocations.Voucher;
import vn.ansinh.api.funding.BudgetCodes;
import vn.ansinh.api.funding.Submissions.ListStanding;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/**
 * Writes a decision about money of one source. To whom how much is one line each, a unit's code and an amount, typed or pasted from
 * Excel, or what the month's lists lack.
 */
final class AllocationDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = FundingView.TEXTS;

    private final transient FundingServices services;
    private final transient Asked asked;
    private final transient AdministrativeUnit unit;
    private final ComboBox<Kind> kind = new ComboBox<>(TEXTS.get("allocation.kind"));
    private final TextField number = new TextField(TEXTS.get("number"));
    private final DateField day = new DateField(TEXTS.get("allocation.day"));
    private final TextField voucherNumber = new TextField(TEXTS.get("voucher.number"));
    private final TextField about = new TextField(TEXTS.get("estimate.about"));
    private final TextArea lines = new TextArea(TEXTS.get("allocation.lines"));
    private final CodeBox voucher;
    private final CodeBox fund;
    private final IndexFields index;

    AllocationDialog(FundingServices services, Asked asked, YearMonth month) {
        super(
                TEXTS.get("allocation.new", services.unit(asked.unitId())),
                TEXTS.get("allocation.lead"),
                TEXTS.get("allocation.write"));
        this.services = services;
        this.asked = asked;
        this.unit = services.shell().units().byId(asked.unitId()).orElseThrow();
        voucher = new CodeBox(TEXTS.get("voucher"), services.shell().codeLists(), FundingServices.VOUCHERS, "");
        fund = new CodeBox(TEXTS.get("fund"), services.shell().codeLists(), FundingServices.FUNDS, "");
        index = new IndexFields(services.shell().codeLists());
        boolean commune = unit.level() == Level.COMMUNE;
        kind.setItems(
                commune
                        ? List.of(Kind.RETURN, Kind.CARRY_OVER)
                        : List.of(Kind.GIVE, Kind.BUDGET, Kind.TAKE_BACK, Kind.CARRY_OVER));
        kind.setItemLabelGenerator(Kind::label);
        kind.setValue(commune ? Kind.RETURN : Kind.GIVE);
        kind.addValueChangeListener(event -> explain());
        day.setValue(LocalDate.now(services.shell().clock()));
        number.setRequiredIndicatorVisible(true);
        fund.setRequiredIndicatorVisible(true);
        lines.setRequiredIndicatorVisible(true);
        lines.setMinHeight("6em");
        lines.setMaxHeight("14em");
        lines.addValueChangeListener(event -> lines.setInvalid(false));
        fields(kind, number, day, fund);
        wide(lines);
        if (!commune) {
            wide(new Button(
                    TEXTS.get("allocation.lacking", Formats.month(month)), event -> Problems.guard(() -> lack(month))));
        }
        fields(voucher, voucherNumber);
        wide(about);
        index.into(this);
        explain();
        does(this::complete, this::write);
    }

    private boolean toItself() {
        return kind.getValue() != Kind.GIVE && kind.getValue() != Kind.TAKE_BACK;
    }

    private void explain() {
        about.setHelperText(kind.getValue() == Kind.CARRY_OVER ? TEXTS.get("allocation.carry-clause") : null);
        lines.setHelperText(TEXTS.get(toItself() ? "allocation.lines-own" : "allocation.lines-help"));
    }

    /** A line for each unit below whose list of the month costs more than it has. */
    private void lack(YearMonth month) {
        StringBuilder text = new StringBuilder();
        for (ListStanding standing : services.submissions().standings(asked.program(), asked.unitId(), month)) {
            if (standing.missing() > 0) {
                text.append(AllocationLines.write(
                        services.shell().units().byId(standing.unitId()).orElseThrow(), standing.missing()));
            }
        }
        if (text.isEmpty()) {
            Problems.done(TEXTS.get("allocation.nothing-lacks"));
        } else {
            lines.setValue(text.toString());
        }
    }

    private AllocationLines read() {
        return new AllocationLines(
                services.shell().units(), unit, day.getValue(), toItself() ? unit : null, lines.getValue());
    }

    private boolean complete() {
        number.setInvalid(number.getValue().isBlank());
        day.setInvalid(day.isEmpty());
        kind.setInvalid(kind.isEmpty());
        boolean there = fund.complete() & !number.isInvalid() & !day.isEmpty() & !kind.isEmpty();
        if (!there) {
            return false;
        }
        String wrong = read().wrong();
        lines.setErrorMessage(wrong);
        lines.setInvalid(wrong != null);
        return wrong == null;
    }

    private void write() {
        BudgetCodes codes = index.codes();
        String source = fund.code();
        List<AllocationLine> to = read().amounts().stream()
                .map(amount -> new AllocationLine(amount.unitId(), source, codes, amount.amount()))
                .toList();
        long owner = kind.getValue() == Kind.RETURN ? unit.parentId() : unit.id();
        services.allocations()
                .propose(new AllocationDraft(
                        asked.program(),
                        kind.getValue(),
                        owner,
                        asked.year(),
                        number.getValue(),
                        day.getValue(),
                        new Voucher(voucher.code(), voucherNumber.getValue()),
                        about.getValue(),
                        to));
        asked.again().run();
    }
}
