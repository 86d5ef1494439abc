package vn.ansinh.ui.shell.calculator;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.Viewport;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.shell.Services;

/**
 * Tells what somebody would receive, and why, and why not something else: for who asks at the counter, and for who checks a
 * pack. Nothing is written. A person of the registry stays in the address; what was typed does not.
 */
@Permitted(Permissions.POLICY_READ)
public class CalculatorView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "tinh-thu";
    /** Query parameter with a person of the registry. */
    public static final String PERSON = "nguoi";

    private static final long serialVersionUID = 1L;

    private final transient Services services;
    private final CaseForm form;
    private final Div result = new Div();

    public CalculatorView(Services services) {
        super(text("calculator.title"));
        this.services = services;
        setSub(text("calculator.nothing-written"));
        form = new CaseForm(services);
        Panel described = new Panel(text("calculator.case")).content(form);
        described.addClassName("as-scroll");
        result.addClassNames("as-stack", "as-scroll");
        result.getElement().setAttribute("role", "region");
        result.getElement().setAttribute("aria-label", text("calculator.answer"));
        result.getElement().setAttribute("aria-live", "polite");
        // it scrolls, and nothing in it takes the focus
        result.getElement().setAttribute("tabindex", "0");
        Div columns = new Div(described, result);
        columns.addClassNames("as-cols", "as-fill", "as-calculator");
        add(columns);
        setMainAction(new Button(text("calculator.compute"), VaadinIcon.CALC.create(), event -> compute()));
        result.add(MessageBar.info(text("calculator.lead")));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        PageAddress.current()
                .get(PERSON)
                .filter(id -> id.matches("\\d{1,18}"))
                .ifPresent(id -> Problems.guard(
                        () -> services.persons().byId(Long.parseLong(id)).ifPresent(person -> {
                            form.choose(person);
                            compute();
                        })));
    }

    private void compute() {
        form.question().ifPresent(question -> {
            result.removeAll();
            try {
                result.add(new EvaluationResult(services.policies().evaluate(question), question));
                if (form.hidesSomething()) {
                    result.addComponentAsFirst(
                            MessageBar.warn(text("calculator.hidden-lead"), text("calculator.hidden")));
                }
            } catch (RuntimeException e) {
                result.add(Problems.bar(e));
            }
            if (Viewport.of(UI.getCurrent()).narrow()) {
                result.scrollIntoView();
            }
        });
    }
}
