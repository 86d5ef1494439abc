package vn.ansinh.ui.kit.payroll;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.policy.Policies.ProvisionalValue;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/**
 * Confirms values of law that nobody has read in the Công báo: the official ticks each one they have compared, and says in which
 * issue.
 */
final class GazetteDialog extends Dialog {

    private static final Texts TEXTS = Texts.of(GazetteDialog.class);

    private final transient Policies policies;
    private final transient Runnable confirmed;
    private final transient Map<Checkbox, ProvisionalValue> choices = new LinkedHashMap<>();
    private final TextField reference = new TextField(TEXTS.get("gazette.reference"));
    private final Button confirm = new Button(TEXTS.get("gazette.confirm", 0));

    /** @param confirmed told after something was confirmed */
    GazetteDialog(Policies policies, List<ProvisionalValue> values, Runnable confirmed) {
        this.policies = policies;
        this.confirmed = confirmed;
        setHeaderTitle(TEXTS.get("gazette.title"));
        setWidth("860px");
        setMaxWidth("96vw");
        Paragraph lead = new Paragraph(TEXTS.get("gazette.lead"));
        lead.addClassName("as-muted");
        reference.setPlaceholder(TEXTS.get("gazette.reference-example"));
        reference.setWidthFull();
        reference.setRequiredIndicatorVisible(true);
        add(lead, reference, all(values), table(values));
        Button cancel = new Button(TEXTS.get("gazette.cancel"), event -> close());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.addClickListener(event -> confirm());
        getFooter().add(cancel, confirm);
        count();
    }

    private Checkbox all(List<ProvisionalValue> values) {
        Checkbox all = new Checkbox(TEXTS.get("gazette.all", values.size()));
        all.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choices.keySet().forEach(choice -> choice.setValue(event.getValue()));
            }
        });
        return all;
    }

    private DataTable table(List<ProvisionalValue> values) {
        DataTable table = new DataTable(
                TEXTS.get("gazette.title"),
                List.of(
                        TEXTS.get("gazette.compared"),
                        TEXTS.get("gazette.value"),
                        ">" + TEXTS.get("gazette.amount"),
                        TEXTS.get("gazette.from"),
                        TEXTS.get("gazette.clause")));
        for (ProvisionalValue value : values) {
            Checkbox choice = new Checkbox();
            choice.setAriaLabel(value.value().label());
            choice.addValueChangeListener(event -> count());
            choices.put(choice, value);
            table.row(
                    choice,
                    new Span(value.value().label()),
                    new Span(value.amount()),
                    new Span(Formats.month(value.value().countedFrom())),
                    new Span(value.value().clause()));
        }
        return table;
    }

    private void count() {
        long ticked = choices.keySet().stream().filter(Checkbox::getValue).count();
        confirm.setText(TEXTS.get("gazette.confirm", ticked));
        confirm.setEnabled(ticked > 0);
    }

    private void confirm() {
        String issue = reference.getValue().strip();
        if (issue.isEmpty()) {
            reference.setInvalid(true);
            reference.setErrorMessage(TEXTS.get("gazette.reference-missing"));
            reference.focus();
            return;
        }
        boolean done = Problems.guard(() -> choices.forEach((choice, value) -> {
            if (choice.getValue()) {
                policies.confirm(value.pack(), value.value().id(), issue);
            }
        }));
        if (done) {
            close();
        }
        confirmed.run();
    }
}
