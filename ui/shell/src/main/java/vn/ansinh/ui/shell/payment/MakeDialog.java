package vn.ansinh.ui.shell.payment;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders.MethodTotal;
import vn.ansinh.api.payment.PaymentOrders.OrderDraft;
import vn.ansinh.api.payment.PaymentOrders.Payable;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.Services;

/** Makes an order for the unit and month one works in: shows what is payable, by method, before anything is made. */
final class MakeDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final int SENT_BEFORE = 25;
    private static final Texts TEXTS = Texts.of(MakeDialog.class);

    private final transient Services services;
    private final long unitId;
    private final YearMonth month;
    private final ComboBox<Program> program = new ComboBox<>(TEXTS.get("make.program"));
    private final Checkbox twoMonths;
    private final ComboBox<MethodTotal> method = new ComboBox<>(TEXTS.get("make.method"));
    private final Div found = new Div();

    /** @param made told the new order */
    MakeDialog(Services services, WorkContext context, Consumer<PaymentOrder> made) {
        super(
                TEXTS.get("make.title", Formats.month(context.month()), context.unitName()),
                TEXTS.get("make.lead"),
                TEXTS.get("make.verb"));
        this.services = services;
        unitId = context.unitId();
        month = context.month();
        twoMonths = new Checkbox(TEXTS.get("make.two-months", Formats.month(month.plusMonths(1))));
        List<Program> programs = List.copyOf(services.running());
        program.setItems(programs);
        program.setItemLabelGenerator(Program::name);
        program.setRequiredIndicatorVisible(true);
        method.setItemLabelGenerator(this::told);
        method.setRequiredIndicatorVisible(true);
        found.addClassName("as-lines");
        found.getElement().setAttribute("aria-live", "polite");
        wide(program).wide(twoMonths).wide(method).wide(found);
        does(
                this::complete,
                () -> made.accept(services.payments()
                        .create(new OrderDraft(
                                program.getValue().id(),
                                unitId,
                                method.getValue().method(),
                                months()))));
        program.addValueChangeListener(event -> look());
        twoMonths.addValueChangeListener(event -> look());
        if (!programs.isEmpty()) {
            program.setValue(programs.get(0));
        }
    }

    private List<YearMonth> months() {
        return twoMonths.getValue() ? List.of(month, month.plusMonths(1)) : List.of(month);
    }

    private boolean complete() {
        method.setInvalid(method.isEmpty());
        program.setInvalid(program.isEmpty());
        return !method.isEmpty() && !program.isEmpty();
    }

    private void look() {
        found.removeAll();
        method.setItems(List.of());
        if (program.isEmpty()) {
            return;
        }
        try {
            Payable payable = services.payments().payable(program.getValue().id(), unitId, months());
            method.setItems(payable.methods());
            if (!payable.methods().isEmpty()) {
                method.setValue(payable.methods().get(0));
            }
            if (payable.drafts() > 0) {
                found.add(MessageBar.warn(TEXTS.get("make.drafts-lead"), TEXTS.get("make.drafts", payable.drafts())));
            }
            if (payable.methods().isEmpty()) {
                found.add(MessageBar.info(TEXTS.get("make.nothing")));
            } else {
                LocalDate before = month.minusMonths(1).atDay(SENT_BEFORE);
                found.add(MessageBar.info(TEXTS.get("make.deadline", Formats.date(before))));
            }
        } catch (RuntimeException e) {
            found.add(Problems.bar(e));
        }
    }

    private String told(MethodTotal total) {
        String text =
                TEXTS.get("make.told", total.name(), total.people(), Money.format(total.fresh() + total.retried()));
        return total.retried() == 0 ? text : TEXTS.get("make.told-again", text, Money.format(total.retried()));
    }
}
