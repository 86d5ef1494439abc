package vn.ansinh.ui.shell.account;

import static vn.ansinh.ui.shell.account.AccessServices.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;

/** A secret that is kept nowhere, to be copied now. */
final class ShownOnce {

    private ShownOnce() {}

    /** Shows it until somebody says that it was noted. */
    static void open(String title, String what, String secret) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(title);
        dialog.setWidth("480px");
        dialog.setMaxWidth("96vw");
        dialog.setCloseOnEsc(false);
        dialog.setCloseOnOutsideClick(false);
        Paragraph lead = new Paragraph(what);
        lead.addClassName("as-dialog-lead");
        TextField field = new TextField(text("once.secret"));
        field.setValue(secret);
        field.setReadOnly(true);
        field.setWidthFull();
        field.addClassName("as-mono");
        Button copy = new Button(text("once.copy"), VaadinIcon.COPY_O.create());
        copy.addClickListener(event ->
                copy.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", secret));
        Button noted = new Button(text("once.noted"), event -> dialog.close());
        noted.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(lead, field);
        dialog.getFooter().add(copy, noted);
        dialog.open();
    }
}
