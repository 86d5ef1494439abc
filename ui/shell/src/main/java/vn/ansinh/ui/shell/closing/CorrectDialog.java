package vn.ansinh.ui.shell.closing;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.ansinh.api.report.ReportClosings;
import vn.ansinh.api.report.ReportClosings.Closing;
import vn.ansinh.api.report.ReportClosings.Correction;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Corrects a figure of one row, or takes a correction back. */
final class CorrectDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(CorrectDialog.class);
    private static final String TYPED = "-?(\\d{1,3}([.\\s]\\d{3})+|\\d{1,15})";

    private final transient Closing closing;
    private final int row;
    private final ComboBox<ReportColumn> column = new ComboBox<>(TEXTS.get("correct.column"));
    private final TextField value = new TextField(TEXTS.get("correct.value"));
    private final TextArea reason = new TextArea(TEXTS.get("correct.reason"));

    /** @param corrected told the report afterwards */
    CorrectDialog(ReportClosings closings, Closing closing, int row, Consumer<Closing> corrected) {
        super(TEXTS.get("correct.title"), name(closing, row), TEXTS.get("correct.verb"));
        this.closing = closing;
        this.row = row;
        List<ReportColumn> numbers = numbers();
        column.setItems(numbers);
        column.setItemLabelGenerator(each -> each.band() == null ? each.title() : each.band() + " – " + each.title());
        column.addValueChangeListener(event -> fill());
        if (!numbers.isEmpty()) {
            column.setValue(numbers.get(0));
        }
        reason.addValueChangeListener(event -> reason.setInvalid(false));
        reason.setMaxLength(ReportClosings.LONGEST_REASON);
        reason.setHelperText(TEXTS.get("correct.reason-help"));
        fields(column, value).wide(reason);
        does(this::complete, () -> {
            Long number = value.getValue().isBlank() ? null : number().orElseThrow();
            corrected.accept(closings.correct(
                    closing.id(), row, column.getValue().name(), number, number == null ? null : reason.getValue()));
            Problems.done(TEXTS.get(number == null ? "correct.taken-back" : "correct.done"));
        });
    }

    private static String name(Closing closing, int row) {
        return closing.rows().get(row).values().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining(", "));
    }

    private List<ReportColumn> numbers() {
        List<ReportColumn> columns = closing.definition().columns();
        ReportRow computed = closing.computed().get(row);
        return IntStream.range(0, columns.size())
                .filter(i ->
                        columns.get(i).type() == Type.MONEY || columns.get(i).type() == Type.NUMBER)
                .filter(i ->
                        computed.values().get(i) == null || computed.values().get(i) instanceof Long)
                .mapToObj(columns::get)
                .toList();
    }

    private void fill() {
        if (column.getValue() == null) {
            return;
        }
        Optional<Correction> former = closing.corrections().stream()
                .filter(each -> each.row() == row
                        && each.column().equals(column.getValue().name()))
                .findFirst();
        int index = closing.definition().columns().indexOf(column.getValue());
        Object computed = closing.computed().get(row).values().get(index);
        value.setHelperText(TEXTS.get(
                former.isPresent() ? "correct.computed-back" : "correct.computed",
                computed == null ? TEXTS.get("figures.empty") : Money.format((Long) computed)));
        value.setValue(former.map(each -> Money.format(each.corrected()))
                .orElse(computed == null ? "" : Money.format((Long) computed)));
        reason.setValue(former.map(Correction::reason).orElse(""));
    }

    private Optional<Long> number() {
        String typed = value.getValue().strip();
        return typed.matches(TYPED) ? Optional.of(Long.parseLong(typed.replaceAll("[.\\s]", ""))) : Optional.empty();
    }

    private boolean complete() {
        column.setInvalid(column.getValue() == null);
        column.setErrorMessage(TEXTS.get("correct.column-missing"));
        boolean takesBack = value.getValue().isBlank();
        value.setInvalid(!takesBack && number().isEmpty());
        value.setErrorMessage(TEXTS.get("correct.value-wrong"));
        reason.setInvalid(!takesBack && reason.getValue().isBlank());
        reason.setErrorMessage(TEXTS.get("correct.reason-missing"));
        return !column.isInvalid() && !value.isInvalid() && !reason.isInvalid();
    }
}
