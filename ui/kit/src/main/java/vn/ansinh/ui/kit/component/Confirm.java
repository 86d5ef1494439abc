package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** The question before something that cannot be taken back: title asks, text says what happens, the button says the verb. */
public final class Confirm {

    private static final Texts TEXTS = Texts.of(Confirm.class);

    private Confirm() {}

    /**
     * Asks.
     *
     * @param title the question, for instance {@code Gỡ chương trình Bảo trợ xã hội?}
     * @param text what goes and what stays
     * @param verb on the button, for instance {@code Gỡ}
     * @param danger whether the button is red
     * @param action what to do on yes; a problem in it is shown
     */
    public static void ask(String title, String text, String verb, boolean danger, Runnable action) {
        ask(title, new Div(new Paragraph(text)), verb, danger, action);
    }

    /** As above, with content of one's own. */
    public static void ask(String title, Component content, String verb, boolean danger, Runnable action) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(content);
        dialog.setCancelable(true);
        dialog.setCancelText(TEXTS.get("confirm.cancel"));
        dialog.setConfirmText(verb);
        if (danger) {
            dialog.setConfirmButtonTheme("error primary");
        }
        dialog.addConfirmListener(event -> Problems.guard(action));
        dialog.open();
    }
}
