package vn.ansinh.ui.shell.policy;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import vn.ansinh.api.policy.PackDetail;
import vn.ansinh.api.policy.PackDetail.Example;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;

/** The pack's own worked examples: what should come out, and what does. */
final class ExamplesPanel extends Panel {

    ExamplesPanel(PackDetail detail) {
        super(text("policy.examples"));
        List<Example> examples = detail.examples();
        if (examples.isEmpty()) {
            Div none = new Div(text("policy.examples.none"));
            none.addClassName("as-muted");
            content(none);
            return;
        }
        long passed = examples.stream().filter(Example::passed).count();
        beside(new StateBadge(
                passed == examples.size() ? State.DONE : State.FAILED,
                text("policy.examples.passed", passed, examples.size())));
        DataTable table = new DataTable(
                text("policy.examples"),
                List.of(
                        text("policy.example"),
                        ">" + text("policy.month"),
                        ">" + text("policy.expected"),
                        ">" + text("policy.computed")));
        examples.forEach(example -> table.row(
                name(example),
                new Span(example.month()),
                new Span(Money.format(example.expected())),
                new Span(Money.format(example.computed()))));
        content(table);
    }

    private static Component name(Example example) {
        Icon icon = (example.passed() ? VaadinIcon.CHECK : VaadinIcon.CLOSE).create();
        icon.addClassName(example.passed() ? "as-green" : "as-red");
        icon.getElement().setAttribute("role", "img");
        icon.getElement().setAttribute("aria-label", text(example.passed() ? "policy.passed" : "policy.failed"));
        Div name = new Div(icon, new Span(example.name()));
        name.addClassNames("as-row", "as-top-row");
        return name;
    }
}
