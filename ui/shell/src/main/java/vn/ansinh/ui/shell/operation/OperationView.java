package vn.ansinh.ui.shell.operation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.time.Clock;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Check.Level;
import vn.ansinh.api.operation.Operation;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** How this server is: what is wrong first, each with one sentence of what to do. Shows nothing about people. */
@Permitted(Permissions.OPERATION_READ)
public class OperationView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "van-hanh";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(OperationView.class).get("operation.title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(OperationView.class);

    private final transient Operation operation;
    private final transient Clock clock;
    private final Div body = new Div();

    public OperationView(Operation operation, Clock clock) {
        super(TITLE);
        this.operation = operation;
        this.clock = clock;
        Button again = new Button(TEXTS.get("operation.again"), VaadinIcon.REFRESH.create(), event -> show());
        addAction(again);
        body.addClassName("as-stack");
        add(body);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        body.removeAll();
        Problems.guard(() -> {
            List<Check> checks = operation.checks();
            setSub(TEXTS.get("operation.sub", Formats.time(clock.instant())));
            body.add(summary(checks), list(checks));
        });
    }

    private static MessageBar summary(List<Check> checks) {
        long wrong = checks.stream()
                .filter(check -> check.level().compareTo(Level.ERROR) >= 0)
                .count();
        long warnings =
                checks.stream().filter(check -> check.level() == Level.WARNING).count();
        if (wrong > 0) {
            return MessageBar.error(TEXTS.get("operation.wrong", wrong), TEXTS.get("operation.wrong.what"));
        }
        return warnings > 0
                ? MessageBar.warn(TEXTS.get("operation.warnings", warnings), TEXTS.get("operation.warnings.what"))
                : MessageBar.ok(TEXTS.get("operation.good"), TEXTS.get("operation.good.what"));
    }

    private static UnorderedList list(List<Check> checks) {
        UnorderedList list = new UnorderedList();
        list.addClassName("as-checks");
        list.getElement().setAttribute("aria-label", TITLE);
        for (Check check : checks) {
            Span name = new Span(check.name());
            name.addClassName("as-b");
            Paragraph state = new Paragraph(check.state());
            Div text = new Div(name, state);
            if (!check.advice().isBlank()) {
                Span lead = new Span(TEXTS.get("operation.do") + " ");
                lead.addClassName("as-b");
                text.add(new Paragraph(lead, new Span(check.advice())));
            }
            list.add(new ListItem(badge(check.level()), text));
        }
        return list;
    }

    private static StateBadge badge(Level level) {
        return new StateBadge(
                switch (level) {
                    case GOOD -> State.DONE;
                    case WARNING -> State.PROVISIONAL;
                    case ERROR, DOWN -> State.FAILED;
                },
                level.label());
    }
}
