package vn.ansinh.ui.shell.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Map;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.person.PersonPanel;
import vn.ansinh.ui.kit.text.Texts;

/** On the page of a person: who looked at this record, on the screen and as the office's paper. */
public final class AccessLogPanel implements PersonPanel {

    private static final int ORDER = 40;
    private static final Texts TEXTS = Texts.of(AccessLogPanel.class);

    private final Jobs jobs;

    public AccessLogPanel(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String title() {
        return TEXTS.get("audit.title");
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String permission() {
        return Permissions.AUDIT_READ;
    }

    @Override
    public Component of(Person person, Runnable changed) {
        JobPanel printing = new JobPanel(jobs);
        Button print = new Button(
                TEXTS.get("audit.print"),
                VaadinIcon.PRINT.create(),
                event -> printing.submit(
                        Audit.ACCESS_LOG,
                        TEXTS.get("audit.print.job"),
                        Map.of("person", Long.toString(person.id())),
                        null,
                        ended -> {}));
        print.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Anchor open =
                new Anchor(AuditView.PATH + "?" + AuditFilters.PERSON + "=" + person.id(), TEXTS.get("audit.open"));
        Div row = new Div(open, print);
        row.addClassNames("as-row", "wrap");
        Div content = new Div(row, printing);
        content.addClassName("as-stack");
        return content;
    }
}
