package vn.ansinh.ui.shell.policy;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.policy.PackDetail;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Stage;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.shell.Services;

/** One version of a pack: its text, what it means in time, its examples, what it would cost; and what can be done with it. */
final class PackPage extends Div {

    private final transient Services services;
    private final transient PackDetail detail;
    private final transient PackActions actions;

    /** @param changed told after something was done to the pack */
    PackPage(Services services, PackVersion version, Runnable changed) {
        this.services = services;
        detail = services.packs().detail(version);
        actions = new PackActions(services, detail, changed);
        addClassName("as-contents");
        Div right = new Div(new MeaningPanel(services, detail), below(), record());
        right.addClassNames("as-stack", "as-scroll");
        Div columns = new Div(source(), right);
        columns.addClassNames("as-cols", "as-fill", "as-pack");
        message(services.access().require());
        add(columns);
    }

    PackState state() {
        return detail.state();
    }

    Component[] badges() {
        return state().provisional()
                ? new Component[] {PackGrid.badge(state()), new StateBadge(State.PROVISIONAL)}
                : new Component[] {PackGrid.badge(state())};
    }

    /** Side actions, from left to right. */
    List<Component> actions() {
        return actions.others();
    }

    /** What one came for, {@code null} when nothing is to be done. */
    Button mainAction() {
        return actions.main();
    }

    /** Who brought it and whose turn it is. */
    private void message(Caller caller) {
        PackState state = state();
        if (state.stage() == Stage.DRAFT) {
            String brought = text(
                    "policy.brought",
                    state.proposed().fullName(),
                    Formats.time(state.proposed().at()));
            if (!caller.may(Permissions.POLICY_ACTIVATE)) {
                add(MessageBar.info(brought, text("policy.waits")));
            } else if (state.isOthersThan(caller)) {
                add(MessageBar.info(brought, text("policy.second-person")));
            } else {
                add(MessageBar.warn(brought, text("policy.same-person")));
            }
        } else if (state.stage() == Stage.REJECTED) {
            add(MessageBar.warn(text("policy.rejected-lead", PackGrid.said(state.decided())), state.reason()));
        } else if (state.ending() != null) {
            PackState.Ending ending = state.ending();
            String who = PackGrid.said(ending.confirmed() == null ? ending.proposed() : ending.confirmed());
            add(MessageBar.warn(
                    text(
                            ending.confirmed() == null ? "policy.end-proposed" : "policy.end-confirmed",
                            Formats.month(ending.lastMonth()),
                            who),
                    ending.reason()));
        } else if (state.stage() == Stage.REPLACED) {
            add(MessageBar.info(text("policy.replaced")));
        }
    }

    private Component source() {
        Panel panel = new Panel(text("policy.source"));
        Span checked = new Span(VaadinIcon.CHECK.create(), new Span(text("policy.well-formed")));
        checked.addClassNames("as-row", "as-green", "as-small");
        byte[] bytes = detail.source().getBytes(StandardCharsets.UTF_8);
        panel.atEnd(
                checked,
                Downloads.of(
                        text("policy.download"),
                        state().pack().pack() + ".policy.yaml",
                        "application/yaml",
                        () -> new ByteArrayInputStream(bytes)));
        panel.addClassName("as-source");
        panel.content(YamlSource.of(text("policy.source"), detail.source()));
        return panel;
    }

    private Component below() {
        Div below = new Div(
                new ExamplesPanel(detail),
                new SimulationPanel(services, detail.state().pack()));
        below.addClassNames("as-cols", "as-pack-below");
        return below;
    }

    /** What it defines, and what was done to it. */
    private Component record() {
        List<Component> parts = new ArrayList<>();
        if (!detail.benefits().isEmpty()) {
            DataTable benefits = new DataTable(
                    text("policy.benefits"),
                    List.of(
                            text("policy.code"),
                            text("policy.benefit"),
                            text("policy.clause"),
                            text("policy.cadence")));
            detail.benefits()
                    .forEach(benefit -> benefits.row(
                            benefit.code(),
                            benefit.name(),
                            benefit.clause() == null ? "" : benefit.clause(),
                            benefit.cadence().word()));
            parts.add(new Panel(text("policy.benefits")).content(benefits));
        }
        DataTable history = new DataTable(
                text("policy.history"),
                List.of(text("policy.when"), text("policy.what"), text("policy.who"), text("policy.remark")));
        detail.history()
                .forEach(event -> history.row(
                        Formats.time(event.by().at()),
                        text("policy.event", event.what(), event.version()),
                        event.by().fullName(),
                        event.remark() == null ? "" : event.remark()));
        parts.add(new Panel(text("policy.history")).content(history));
        Div record = new Div(parts.toArray(Component[]::new));
        record.addClassName("as-contents");
        return record;
    }
}
