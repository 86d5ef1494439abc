package vn.ansinh.ui.kit.recovery;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.benefit.Receivables.Recovery;
import vn.ansinh.api.benefit.RecoveryDecision.Instalment;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.MoneyField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Decides what one person was paid too much: to be given back, in one or several parts, or given up. */
final class RecoveryDialog {

    private static final Texts TEXTS = Texts.of(RecoveryDialog.class);
    /** Code of list {@code ly-do-tang-giam}: truy thu. */
    private static final String RECOVERY = "D01";

    private static final int MOST_PARTS = 60;

    private final RecoveryServices services;
    private final List<Receivable> proposals;
    private final Runnable changed;
    private final LocalDate today = WorkContext.current().today();
    private final RadioButtonGroup<Boolean> choice = new RadioButtonGroup<>(TEXTS.get("decide.choice"));
    private final TextField number = new TextField(TEXTS.get("decisions.number"));
    private final DateField date = new DateField(TEXTS.get("decisions.date"));
    private final TextField debtor = new TextField(TEXTS.get("decisions.debtor"));
    private final MoneyField amount = new MoneyField(TEXTS.get("receivables.amount"));
    private final IntegerField parts = new IntegerField(TEXTS.get("decide.parts"));
    private final DateField first = new DateField(TEXTS.get("decide.first"));
    private final TextArea reason = new TextArea(TEXTS.get("decide.reason"));

    /**
     * @param proposals all of one person's; not empty
     * @param changed told after it was decided
     */
    RecoveryDialog(RecoveryServices services, List<Receivable> proposals, Runnable changed) {
        this.services = services;
        this.proposals = proposals;
        this.changed = changed;
        number.setRequiredIndicatorVisible(true);
        date.setRequiredIndicatorVisible(true);
        date.setValue(today);
        debtor.setRequiredIndicatorVisible(true);
        debtor.setValue(
                proposals.get(0).collectedBy() == null ? "" : proposals.get(0).collectedBy());
        amount.setValue(payable());
        parts.setValue(1);
        parts.setMin(1);
        parts.setMax(MOST_PARTS);
        parts.setStepButtonsVisible(true);
        first.setValue(today.plusMonths(1));
        choice.setItems(true, false);
        choice.setItemLabelGenerator(back -> TEXTS.get(back ? "decide.recover" : "decide.waive"));
        choice.addValueChangeListener(event -> show());
        choice.setValue(true);
        show();
    }

    /** What has a result: the rest may still come back by itself. */
    private long payable() {
        return proposals.stream().mapToLong(one -> one.amount() - one.waiting()).sum();
    }

    private void show() {
        boolean back = Boolean.TRUE.equals(choice.getValue());
        debtor.setVisible(back);
        amount.setVisible(back);
        parts.setVisible(back);
        first.setVisible(back);
        reason.setVisible(!back);
    }

    void open() {
        new FormDialog(
                        TEXTS.get("decide.title", proposals.get(0).personName()),
                        TEXTS.get("decide.lead"),
                        TEXTS.get("decide.verb"))
                .wide(new Div(table()))
                .wide(choice)
                .fields(number, date, debtor, amount, parts, first)
                .wide(reason)
                .does(this::complete, this::decide)
                .open();
    }

    private DataTable table() {
        DataTable table = new DataTable(
                TEXTS.get("receivables.label"),
                List.of(
                        TEXTS.get("receivables.benefit"),
                        TEXTS.get("receivables.period"),
                        ">" + TEXTS.get("receivables.amount"),
                        TEXTS.get("receivables.reason")));
        table.addClassName("tight");
        proposals.forEach(one -> table.row(
                RecoveryGrids.benefit(services, one.benefit()),
                Formats.month(one.period()),
                Money.format(one.amount()),
                one.waiting() == 0 ? one.reason() : TEXTS.get("decide.waits", one.reason())));
        return table;
    }

    private boolean complete() {
        boolean back = choice.getValue();
        boolean good = given(number, "decide.number-missing");
        boolean noDate = date.getValue() == null;
        date.setErrorMessage(noDate ? TEXTS.get("decide.date-missing") : null);
        date.setInvalid(noDate);
        if (!back) {
            boolean blank = reason.getValue().isBlank();
            reason.setErrorMessage(blank ? TEXTS.get("decide.reason-missing") : null);
            reason.setInvalid(blank);
            return good && !noDate && !blank;
        }
        boolean noAmount = amount.getValue() == null || amount.getValue() <= 0;
        amount.refuse(noAmount ? TEXTS.get("decide.amount-missing") : null);
        boolean noParts = parts.getValue() == null || parts.isInvalid();
        boolean noDay = first.getValue() == null;
        first.setErrorMessage(noDay ? TEXTS.get("decide.date-missing") : null);
        first.setInvalid(noDay);
        return given(debtor, "decide.debtor-missing") & good && !noDate && !noAmount && !noParts && !noDay;
    }

    private static boolean given(TextField field, String why) {
        boolean blank = field.getValue().isBlank();
        field.setErrorMessage(blank ? TEXTS.get(why) : null);
        field.setInvalid(blank);
        return !blank;
    }

    private void decide() {
        List<Long> ids = proposals.stream().map(Receivable::id).toList();
        if (choice.getValue()) {
            services.receivables()
                    .decide(new Recovery(
                            ids,
                            number.getValue().strip(),
                            date.getValue(),
                            amount.getValue(),
                            debtor.getValue().strip(),
                            instalments(amount.getValue(), parts.getValue(), first.getValue())));
        } else {
            services.receivables()
                    .waive(
                            ids,
                            new Decision(number.getValue().strip(), date.getValue(), RECOVERY),
                            reason.getValue().strip());
        }
        changed.run();
        Problems.done(TEXTS.get("decide.done"));
    }

    /** Equal parts a month apart; what does not divide goes into the first. */
    static List<Instalment> instalments(long amount, int parts, LocalDate first) {
        if (parts <= 1) {
            return List.of();
        }
        long each = amount / parts;
        List<Instalment> instalments = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            instalments.add(new Instalment(first.plusMonths(i), i == 0 ? amount - each * (parts - 1) : each));
        }
        return instalments;
    }
}
