package vn.ansinh.ui.shell.casework.desk;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.function.Supplier;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.FormDraft;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.casework.CasesView;

/**
 * The one-stop desk: applications taken one after the other, by keyboard alone. What is the same for the next one stays; what the
 * registry and the facts know is not asked.
 */
@Permitted(CasePermissions.RECEIVE)
public class ReceptionView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = CasesView.RECEPTION;

    /** In the address: id of the procedure to begin with. */
    public static final String PROCEDURE = "thu-tuc";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(ReceptionView.class).get("title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ReceptionView.class);

    private final transient DeskServices services;
    private final Div messages = new Div();
    private final Div content = new Div();
    private ApplicationForm form;
    private transient FormDraft draft;

    ReceptionView(DeskServices services) {
        super(TITLE);
        this.services = services;
        messages.addClassName("as-lines");
        messages.getElement().setAttribute("aria-live", "polite");
        content.addClassName("as-contents");
        add(messages, content);
        Button refuse = new Button(TEXTS.get("refuse.open"), VaadinIcon.BAN.create(), event -> refuse());
        Button incomplete = new Button(
                TEXTS.get("incomplete"),
                VaadinIcon.REPLY.create(),
                event -> hand(form.completeEnough(), () -> services.cases().receive(form.application(), true)));
        incomplete.setTooltipText(TEXTS.get("incomplete.key"));
        incomplete.addClickShortcut(Key.KEY_B, KeyModifier.ALT).resetFocusOnActiveElement();
        addAction(refuse);
        addAction(incomplete);
        Button receive = new Button(
                TEXTS.get("receive"),
                VaadinIcon.CHECK.create(),
                event -> hand(form.complete(), () -> services.cases().receive(form.application(), false)));
        receive.setTooltipText(TEXTS.get("receive.key"));
        setMainAction(receive);
        receive.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL).resetFocusOnActiveElement();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        setSub(WorkContext.current().unitName());
        Problems.guard(() -> {
            form = new ApplicationForm(
                    services,
                    PageAddress.current().get(PROCEDURE).orElse(null),
                    id -> PageAddress.current().put(PROCEDURE, id));
            draft = new FormDraft(form.fields()).besides(form::besides, form::besides);
            content.removeAll();
            content.add(draft.place(), form);
            draft.begin(UI.getCurrent(), PATH);
            form.next();
        });
    }

    /** Hands the application in; what goes wrong leaves everything as it was typed. */
    private void hand(boolean complete, Supplier<CaseDetail> act) {
        messages.removeAll();
        if (form == null || !complete) {
            return;
        }
        CaseDetail detail;
        try {
            detail = act.get();
        } catch (RuntimeException e) {
            messages.add(Problems.bar(e));
            return;
        }
        detail = form.scans().handTo(detail, e -> messages.add(Problems.bar(e)));
        messages.add(new ReceivedBar(services, detail));
        form.clear();
        draft.forget();
        draft.unchanged();
        form.next();
    }

    private void refuse() {
        messages.removeAll();
        if (form == null || !form.completeEnough()) {
            return;
        }
        TextArea reason = new TextArea(TEXTS.get("refuse.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText(TEXTS.get("refuse.help"));
        new FormDialog(TEXTS.get("refuse.title"), TEXTS.get("refuse.lead"), TEXTS.get("refuse.verb"))
                .dangerous()
                .wide(reason)
                .does(
                        () -> {
                            boolean blank = reason.getValue().isBlank();
                            reason.setErrorMessage(blank ? TEXTS.get("refuse.reason-missing") : null);
                            reason.setInvalid(blank);
                            return !blank;
                        },
                        () -> refused(reason.getValue().strip()))
                .open();
        reason.focus();
    }

    private void refused(String reason) {
        CaseDetail detail = services.cases().refuse(form.application(), reason);
        hand(true, () -> detail);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (draft != null) {
            draft.keep(event.getUI());
        }
        super.onDetach(event);
    }
}
