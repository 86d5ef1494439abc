package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import vn.ansinh.ui.kit.text.Texts;

/**
 * A page: one job, its title a noun phrase, its state beside it, its main action at the top right, always at the same place.
 */
public class Page extends Main implements HasDynamicTitle {

    private static final Texts TEXTS = Texts.of(Page.class);

    private final H1 heading = new H1();
    private final Div states = new Div();
    private final Span sub = new Span();
    private final Div actions = new Div();
    private final Div others = new Div();
    private Button mainAction;

    public Page(String title) {
        addClassName("as-page");
        heading.setText(title);
        heading.setId("tieu-de");
        states.addClassNames("as-row");
        sub.addClassName("as-sub");
        others.addClassName("as-others");
        actions.addClassName("as-actions");
        actions.add(others);
        Div head = new Div(heading, states, sub, actions);
        head.addClassName("as-head");
        add(head);
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " – An Sinh";
    }

    /** Changes the heading. */
    public void setTitle(String title) {
        heading.setText(title);
    }

    /** What stands behind the heading: state badges; none to clear. */
    public void setStates(Component... badges) {
        states.removeAll();
        states.add(badges);
    }

    /** The grey line behind the heading; {@code null} for none. */
    public void setSub(String text) {
        sub.setText(text == null ? "" : text);
    }

    /** Adds a side action to the left of the main one. */
    public void addAction(Component action) {
        others.add(action);
    }

    /** Takes all side actions away. */
    public void clearActions() {
        others.removeAll();
    }

    /** The one primary button, last on the right; also on Ctrl+Enter. {@code null} for none. */
    public void setMainAction(Button button) {
        if (mainAction != null) {
            actions.remove(mainAction);
        }
        mainAction = button;
        if (button != null) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            if (button.getTooltip().getText() == null) {
                button.setTooltipText(TEXTS.get("page.main-action"));
            }
            button.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).resetFocusOnActiveElement();
            actions.add(button);
        }
    }
}
