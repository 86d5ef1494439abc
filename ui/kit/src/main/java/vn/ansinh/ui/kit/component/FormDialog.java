package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.BooleanSupplier;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/**
 * A short form over the page: what it is about, its fields, and a button with the verb. What goes wrong is told in it, and
 * nothing that was typed is lost: not by a failure, not by Esc, and not when the page is torn away under it.
 */
public class FormDialog extends Dialog {

    private static final Texts TEXTS = Texts.of(FormDialog.class);

    private final String title;
    private final Div fields = new Div();
    private final FormDraft draft = new FormDraft(fields);
    private final Div failure = new Div();
    private final Button confirm;

    /**
     * @param title a noun phrase or the question
     * @param lead what happens, {@code null} for none
     * @param verb on the button
     */
    public FormDialog(String title, String lead, String verb) {
        this.title = title;
        setHeaderTitle(title);
        setWidth("560px");
        setMaxWidth("96vw");
        if (lead != null) {
            Paragraph paragraph = new Paragraph(lead);
            paragraph.addClassName("as-dialog-lead");
            add(paragraph);
        }
        fields.addClassName("as-form");
        Keys.enterGoesOn(fields);
        failure.addClassName("as-contents");
        add(draft.place(), fields, failure);
        Button cancel = new Button(TEXTS.get("confirm.cancel"), event -> giveUp());
        confirm = new Button(verb);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setTooltipText(TEXTS.get("page.main-action"));
        confirm.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        getFooter().add(cancel, confirm);
        addDialogCloseActionListener(event -> leave());
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
                giveUp();
            } catch (RuntimeException e) {
                failure.add(Problems.bar(e));
            }
        });
        return this;
    }

    /** Opens it; what was typed into it before it was torn away can be had back. */
    @Override
    public void open() {
        super.open();
        UI ui = UI.getCurrent();
        draft.begin(ui, ui.getInternals().getActiveViewLocation().getPath() + "#" + title);
    }

    /** By Esc or a click beside it: asks before that throws away what was typed. */
    private void leave() {
        if (!draft.touched()) {
            close();
            return;
        }
        Confirm.ask(
                TEXTS.get("form.leave"),
                TEXTS.get("form.leave-text"),
                TEXTS.get("form.leave-verb"),
                true,
                this::giveUp);
    }

    /** Handed in, or not wanted any more: nothing of it is kept. */
    private void giveUp() {
        close();
        draft.forget();
    }

    /** It is torn away when it leaves the page open: the program went, the session ended, the browser was closed. */
    @Override
    protected void onDetach(DetachEvent event) {
        if (isOpened()) {
            draft.keep(event.getUI());
        }
        super.onDetach(event);
    }

    /**
     * Closes every dialog of a window whose page goes: what is behind it has gone. What was typed is kept.
     *
     * @return whether something was typed
     */
    public static boolean tearAway(UI ui) {
        boolean kept = false;
        for (Component component : ui.getChildren().toList()) {
            if (component instanceof FormDialog form && form.isOpened()) {
                kept |= form.draft.keep(ui);
            }
            if (component instanceof Dialog dialog) {
                dialog.close();
            }
        }
        return kept;
    }
}
