package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.BooleanSupplier;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/**
 * A short form over the page: what it is about, its fields, and a button with the verb. What goes wrong is told in it, and
 * nothing that was typed is lost.
 */
public class FormDialog extends Dialog {

    private static final Texts TEXTS = Texts.of(FormDialog.class);

    private final Div fields = new Div();
    private final Div failure = new Div();
    private final Button confirm;

    /**
     * @param title a noun phrase or the question
     * @param lead what happens, {@code null} for none
     * @param verb on the button
     */
    public FormDialog(String title, String lead, String verb) {
        setHeaderTitle(title);
        setWidth("560px");
        setMaxWidth("96vw");
        if (lead != null) {
            Paragraph paragraph = new Paragraph(lead);
            paragraph.addClassName("as-dialog-lead");
            add(paragraph);
        }
        fields.addClassName("as-form");
        failure.addClassName("as-contents");
        add(fields, failure);
        Button cancel = new Button(TEXTS.get("confirm.cancel"), event -> close());
        confirm = new Button(verb);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setTooltipText(TEXTS.get("page.main-action"));
        confirm.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        getFooter().add(cancel, confirm);
    }

    /** Makes the button red: what it does cannot be taken back. */
    public FormDialog dangerous() {
        confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }

    /** Adds fields, two a row. */
    public FormDialog fields(Component... components) {
        fields.add(components);
        return this;
    }

    /** Adds something as wide as the form. */
    public FormDialog wide(Component component) {
        component.addClassName("full");
        fields.add(component);
        return this;
    }

    /**
     * What the button does.
     *
     * @param complete whether the fields are; marks those that are not
     * @param action a problem in it is shown and leaves the form open
     */
    public FormDialog does(BooleanSupplier complete, Runnable action) {
        confirm.addClickListener(event -> {
            failure.removeAll();
            if (!complete.getAsBoolean()) {
                return;
            }
            try {
                action.run();
                close();
            } catch (RuntimeException e) {
                failure.add(Problems.bar(e));
            }
        });
        return this;
    }
}
