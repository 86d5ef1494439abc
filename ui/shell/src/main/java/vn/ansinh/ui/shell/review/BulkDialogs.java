package vn.ansinh.ui.shell.review;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.bulk.BulkRow;
import vn.ansinh.api.bulk.BulkRow.Candidate;
import vn.ansinh.api.bulk.BulkRow.Report;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** The small forms of one decision: to mend a row, to hand it in, to sign it, to send it back. */
final class BulkDialogs {

    private static final Texts TEXTS = Texts.of(BulkDialogs.class);

    private final ReviewServices services;
    private final BulkDecision paper;
    private final Runnable changed;

    BulkDialogs(ReviewServices services, BulkDecision paper, Runnable changed) {
        this.services = services;
        this.paper = paper;
        this.changed = changed;
    }

    /** Types a reported row anew, or says whom it is about. */
    void mend(BulkRow row) {
        Report typed = row.report();
        TextField number = field("row.number", typed.number());
        TextField name = field("list.name", typed.name());
        TextField birth = field("list.birth", typed.birth());
        TextField day = field("row.day", typed.day());
        TextField unit = field("row.to", typed.unit());
        unit.setVisible(paper.kind() == Kind.MOVE);
        ComboBox<Candidate> candidate = new ComboBox<>(TEXTS.get("mend.candidate"));
        candidate.setItems(row.candidates());
        candidate.setItemLabelGenerator(
                each -> TEXTS.get("mend.person", each.name(), each.birth(), services.unit(each.unitId())));
        candidate.setVisible(!row.candidates().isEmpty());
        candidate.setClearButtonVisible(true);
        FormDialog form = new FormDialog(
                TEXTS.get("mend.title", Integer.toString(row.no())), row.message(), TEXTS.get("mend.verb"));
        form.wide(candidate)
                .fields(number, name, birth, day)
                .wide(unit)
                .does(() -> true, () -> {
                    if (candidate.getValue() != null) {
                        services.decisions()
                                .confirm(
                                        paper.id(),
                                        row.no(),
                                        candidate.getValue().personId());
                    } else {
                        services.decisions()
                                .mend(
                                        paper.id(),
                                        row.no(),
                                        new Report(
                                                number.getValue(),
                                                name.getValue(),
                                                birth.getValue(),
                                                day.getValue(),
                                                unit.getValue()));
                    }
                    changed.run();
                })
                .open();
    }

    private static TextField field(String label, String value) {
        TextField field = new TextField(TEXTS.get(label));
        field.setValue(value);
        return field;
    }

    void submit() {
        TextField number = field("bulk.number", paper.number());
        number.setPlaceholder(TEXTS.get("sign.example"));
        DateField date = new DateField(TEXTS.get("bulk.date"));
        date.setMax(services.today());
        date.setValue(paper.date());
        new FormDialog(TEXTS.get("submit.title"), TEXTS.get("submit.lead"), TEXTS.get("submit.verb"))
                .fields(number, date)
                .does(() -> !date.isInvalid(), () -> {
                    services.decisions().submit(paper.id(), number.getValue(), date.getValue());
                    Problems.done(TEXTS.get("submit.done"));
                    changed.run();
                })
                .open();
    }

    void sign() {
        TextField number = field("bulk.number", paper.number());
        number.setRequiredIndicatorVisible(true);
        number.setPlaceholder(TEXTS.get("sign.example"));
        DateField date = new DateField(TEXTS.get("bulk.date"));
        date.setRequiredIndicatorVisible(true);
        date.setMax(services.today());
        date.setValue(paper.date() == null ? services.today() : paper.date());
        Div what = new Div(TEXTS.get("sign.what", paper.kind().label(), Money.format(paper.rows())));
        new FormDialog(TEXTS.get("sign.title"), TEXTS.get("sign.lead"), TEXTS.get("sign.verb"))
                .wide(what)
                .fields(number, date)
                .does(() -> given(number, date), () -> {
                    try {
                        services.decisions().sign(paper.id(), number.getValue(), date.getValue());
                        Problems.done(TEXTS.get("sign.done"));
                    } finally {
                        changed.run();
                    }
                })
                .open();
    }

    private static boolean given(TextField number, DateField date) {
        boolean noNumber = number.getValue().isBlank();
        number.setErrorMessage(noNumber ? TEXTS.get("sign.number-missing") : null);
        number.setInvalid(noNumber);
        boolean noDate = date.getValue() == null;
        date.setErrorMessage(noDate ? TEXTS.get("sign.date-missing") : null);
        date.setInvalid(noDate);
        return !noNumber && !noDate;
    }

    void sendBack() {
        TextField reason = new TextField(TEXTS.get("back.reason"));
        reason.setRequiredIndicatorVisible(true);
        new FormDialog(TEXTS.get("back.title"), null, TEXTS.get("back.verb"))
                .wide(reason)
                .does(
                        () -> {
                            boolean missing = reason.getValue().isBlank();
                            reason.setErrorMessage(missing ? TEXTS.get("back.missing") : null);
                            reason.setInvalid(missing);
                            return !missing;
                        },
                        () -> {
                            services.decisions().sendBack(paper.id(), reason.getValue());
                            changed.run();
                        })
                .open();
    }
}
