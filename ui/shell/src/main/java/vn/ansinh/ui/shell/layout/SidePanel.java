package vn.ansinh.ui.shell.layout;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A list and, at its right, what is known of the row that was opened; on a phone one below the other. */
public class SidePanel extends Div {

    private static final long serialVersionUID = 1L;

    private final Section panel = new Section();
    private final H2 title = new H2();
    private final Div beside = new Div();
    private final Div body = new Div();

    /** @param list stays as it is while the panel opens and closes */
    public SidePanel(Component list) {
        addClassNames("as-cols", "as-fill", "as-with-side");
        panel.addClassNames("as-panel", "as-side");
        title.getElement().setAttribute("tabindex", "-1");
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(text("panel.close"));
        Span space = new Span();
        space.addClassName("as-grow");
        beside.addClassName("as-row");
        Header header = new Header(title, beside, space, close);
        body.addClassNames("as-side-body");
        panel.add(header, body);
        add(list, panel);
        panel.setVisible(false);
    }

    /**
     * Opens the panel, or fills it anew.
     *
     * @param states badges behind the title
     */
    public void open(String heading, Component[] states, Component... content) {
        title.setText(heading);
        beside.removeAll();
        beside.add(states);
        body.removeAll();
        body.add(content);
        if (!panel.isVisible()) {
            panel.setVisible(true);
            addClassName("as-side-open");
        }
        title.getElement().executeJs("setTimeout(() => this.focus())");
    }

    /** Closes the panel. */
    public final void close() {
        panel.setVisible(false);
        removeClassName("as-side-open");
        body.removeAll();
    }

    /** A heading within the panel. */
    public static Component heading(String text) {
        com.vaadin.flow.component.html.H3 heading = new com.vaadin.flow.component.html.H3(text);
        heading.addClassName("as-side-heading");
        return heading;
    }
}
