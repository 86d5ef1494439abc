package vn.ansinh.ui.shell.policy;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.policy.PackDetail;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Stage;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.ui.kit.component.Confirm;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.MonthField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.shell.Services;

/** What can be done with a version, by whom: one proposes, somebody else decides. */
final class PackActions {

    private static final int LONGEST_REASON = 500;

    private final Services services;
    private final PackState state;
    private final PackVersion version;
    private final Runnable changed;
    private final Caller caller;
    private final boolean several;

    /** @param changed told after something was done */
    PackActions(Services services, PackDetail detail, Runnable changed) {
        this.services = services;
        this.state = detail.state();
        this.version = state.pack();
        this.changed = changed;
        caller = services.access().require();
        several = version.version() > 1;
    }

    List<Component> others() {
        List<Component> all = new ArrayList<>();
        if (several) {
            all.add(new Button(
                    text("policy.compare"),
                    VaadinIcon.COPY_O.create(),
                    event -> Problems.guard(
                            () -> new DifferenceDialog(services.packs().difference(version, null)).open())));
        }
        boolean activates = caller.may(Permissions.POLICY_ACTIVATE);
        if (state.stage() == Stage.DRAFT && activates) {
            all.add(new Button(text("policy.reject"), VaadinIcon.REPLY.create(), event -> reject()));
            if (!state.isOthersThan(caller)) {
                all.add(disabled(new Button(text("policy.activate"), VaadinIcon.CHECK.create())));
            }
        }
        if (state.stage() == Stage.ACTIVE && state.ending() == null && caller.may(Permissions.POLICY_PROPOSE)) {
            all.add(new Button(text("policy.end"), VaadinIcon.STOP.create(), event -> proposeEnd()));
        }
        if (endIsProposed() && (activates || !endIsOthers())) {
            all.add(new Button(text("policy.end-withdraw"), VaadinIcon.CLOSE.create(), event -> withdrawEnd()));
        }
        return all;
    }

    Button main() {
        if (state.stage() == Stage.DRAFT && caller.may(Permissions.POLICY_ACTIVATE) && state.isOthersThan(caller)) {
            return new Button(text("policy.activate"), VaadinIcon.CHECK.create(), event -> activate());
        }
        if (endIsProposed() && endIsOthers() && caller.may(Permissions.POLICY_ACTIVATE)) {
            return new Button(text("policy.end-confirm"), VaadinIcon.STOP.create(), event -> confirmEnd());
        }
        return null;
    }

    private boolean endIsProposed() {
        return state.stage() == Stage.ACTIVE
                && state.ending() != null
                && state.ending().confirmed() == null;
    }

    private boolean endIsOthers() {
        return !state.ending().proposed().account().equals(caller.account());
    }

    private static Component disabled(Button button) {
        button.setEnabled(false);
        Span holder = new Span(button);
        Tooltip.forComponent(holder).setText(text("policy.same-person"));
        return holder;
    }

    private void activate() {
        Div what = new Div(
                new Paragraph(text("policy.activate.what")),
                new Paragraph(text(state.provisional() ? "policy.activate.provisional" : "policy.activate.sure")));
        what.addClassName("as-lines");
        Confirm.ask(
                text("policy.activate.ask", state.name(), version.version()),
                what,
                text("policy.activate.verb"),
                false,
                () -> {
                    services.packs().activate(version);
                    done("policy.activated");
                });
    }

    private void reject() {
        TextArea reason = reason();
        new FormDialog(text("policy.reject.ask", state.name()), text("policy.reject.what"), text("policy.reject.verb"))
                .wide(reason)
                .does(() -> given(reason), () -> {
                    services.packs().reject(version, reason.getValue().strip());
                    done("policy.rejected");
                })
                .open();
    }

    private void proposeEnd() {
        MonthField last = new MonthField(text("policy.end.last"));
        last.setValue(WorkContext.current().month());
        TextArea reason = reason();
        new FormDialog(text("policy.end.ask", state.name()), text("policy.end.what"), text("policy.end.verb"))
                .fields(last)
                .wide(reason)
                .does(
                        () -> {
                            YearMonth month = last.getValue();
                            last.refuse(month == null ? text("policy.end.month-missing") : null);
                            return given(reason) && month != null;
                        },
                        () -> {
                            services.packs()
                                    .proposeEnd(
                                            version.pack(),
                                            last.getValue(),
                                            reason.getValue().strip());
                            done("policy.end.proposed");
                        })
                .open();
    }

    private void confirmEnd() {
        Confirm.ask(
                text(
                        "policy.end.confirm-ask",
                        state.name(),
                        Formats.month(state.ending().lastMonth())),
                text("policy.end.confirm-what"),
                text("policy.end.confirm-verb"),
                true,
                () -> {
                    services.packs().confirmEnd(version.pack());
                    done("policy.end.confirmed");
                });
    }

    private void withdrawEnd() {
        Problems.guard(() -> {
            services.packs().withdrawEnd(version.pack());
            done("policy.end.withdrawn");
        });
    }

    private void done(String key) {
        changed.run();
        Problems.done(text(key, state.name()));
    }

    private static TextArea reason() {
        TextArea reason = new TextArea(text("policy.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST_REASON);
        reason.setMinHeight("72px");
        return reason;
    }

    private static boolean given(TextArea reason) {
        boolean blank = reason.getValue().isBlank();
        reason.setErrorMessage(blank ? text("policy.reason-missing") : null);
        reason.setInvalid(blank);
        return !blank;
    }
}
