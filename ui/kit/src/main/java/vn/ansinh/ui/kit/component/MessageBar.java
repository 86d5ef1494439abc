package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A message in the page: what is the matter and, at its end, what can be done. Errors are read out at once. */
public class MessageBar extends Div {

    private MessageBar(String cssClass, VaadinIcon icon, String role, String lead, String text) {
        addClassName("as-msg");
        if (!cssClass.isEmpty()) {
            addClassName(cssClass);
        }
        getElement().setAttribute("role", role);
        Span body = new Span();
        body.addClassName("as-grow");
        if (lead != null) {
            Span strong = new Span(lead + " ");
            strong.addClassName("as-b");
            body.add(strong);
        }
        body.add(new Span(text));
        add(icon.create(), body);
    }

    /** Something to know. */
    public static MessageBar info(String text) {
        return new MessageBar("", VaadinIcon.INFO_CIRCLE, "status", null, text);
    }

    /** @param lead first words, in bold; {@code null} for none */
    public static MessageBar info(String lead, String text) {
        return new MessageBar("", VaadinIcon.INFO_CIRCLE, "status", lead, text);
    }

    /** Something to mind before going on. */
    public static MessageBar warn(String lead, String text) {
        return new MessageBar("warn", VaadinIcon.WARNING, "status", lead, text);
    }

    /** Something that went wrong. */
    public static MessageBar error(String lead, String text) {
        return new MessageBar("error", VaadinIcon.WARNING, "alert", lead, text);
    }

    /** Something that went well. */
    public static MessageBar ok(String lead, String text) {
        return new MessageBar("ok", VaadinIcon.CHECK, "status", lead, text);
    }

    /** Puts a button or link at the end. */
    public MessageBar action(Component action) {
        add(action);
        return this;
    }
}
