package vn.ansinh.ui.shell.program;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.ansinh.api.program.PluginDetails;
import vn.ansinh.api.program.PluginDetails.Trust;
import vn.ansinh.api.program.PluginEvent;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.UnitPicker;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.Services;
import vn.ansinh.ui.shell.ShellTexts;
import vn.ansinh.ui.shell.layout.SidePanel;

/** What is known of a program or connector: where it comes from, what it brings, where it is off, what happened to it. */
final class PluginPanel {

    private static final Texts TEXTS = Texts.of(PluginPanel.class);

    private final Services services;
    private final ProgramStatus status;
    private final String menu;
    private final Runnable changed;

    /**
     * @param menu titles of its pages, for people
     * @param changed told when the panel has to be shown anew
     */
    PluginPanel(Services services, ProgramStatus status, String menu, Runnable changed) {
        this.services = services;
        this.status = status;
        this.menu = menu;
        this.changed = changed;
    }

    /** Everything below the actions. */
    List<Component> facts() {
        PluginDetails details = status.details();
        List<Component> content = new ArrayList<>();
        if (details.trust() == Trust.UNSIGNED) {
            content.add(MessageBar.warn(TEXTS.get("unsigned") + ".", TEXTS.get("unsigned.note")));
        }
        content.add(new FactList()
                .fact(TEXTS.get("kind"), details.kind().label())
                .fact(TEXTS.get("api"), details.api())
                .fact(
                        TEXTS.get("source"),
                        details.signer().isEmpty() ? details.trust().label() : details.signer())
                .fact(
                        TEXTS.get("installed"),
                        details.installedAt() == null
                                ? TEXTS.get("installed.shipped")
                                : TEXTS.get(
                                        "installed.by", details.installedBy(), Formats.time(details.installedAt()))));
        content.add(SidePanel.heading(ShellTexts.text("programs.brings")));
        content.add(status.state() == Programs.State.AVAILABLE ? unknown() : brings(details.brings()));
        content.add(SidePanel.heading(ShellTexts.text("programs.data")));
        content.add(new Paragraph(ShellTexts.text("programs.data.stay")));
        if (status.state() == Programs.State.RUNNING) {
            content.add(SidePanel.heading(TEXTS.get("territory")));
            content.add(territory());
        }
        List<PluginEvent> history = services.programs().history(status.id());
        if (!history.isEmpty()) {
            content.add(SidePanel.heading(TEXTS.get("history")));
            FactList events = new FactList();
            history.stream()
                    .limit(12)
                    .forEach(event -> events.fact(
                            Formats.time(event.at()),
                            (event.what() + " " + event.version()).strip() + ", " + event.account()
                                    + (event.detail().isBlank() ? "" : ": " + told(event.detail()))));
            content.add(events);
        }
        return content;
    }

    /** An event about a unit keeps its id. */
    private String told(String detail) {
        return detail.matches("\\d+") ? services.units().fullName(Long.parseLong(detail)) : detail;
    }

    private static Component unknown() {
        Div unknown = new Div(ShellTexts.text("programs.brings.unknown"));
        unknown.addClassName("as-muted");
        return unknown;
    }

    private FactList brings(Map<String, List<String>> kinds) {
        FactList facts = new FactList();
        if (!menu.isEmpty()) {
            facts.fact(TEXTS.get("menu"), menu);
        }
        if (!status.permissions().isEmpty()) {
            facts.fact(
                    TEXTS.get("remove.permissions"),
                    String.join(", ", new TreeSet<>(status.permissions().values())));
        }
        if (status.benefits() > 0) {
            facts.fact(
                    ShellTexts.text("programs.benefits"),
                    ShellTexts.text("programs.benefits.count", status.benefits()));
        }
        kinds.forEach((kind, what) -> facts.fact(kind, String.join(", ", what)));
        return facts;
    }

    /** What a removal takes away, and what it leaves. */
    Component removal() {
        Div removal = new Div(
                SidePanel.heading(TEXTS.get("remove.goes")),
                brings(status.details().leaving()),
                new Paragraph(TEXTS.get("remove.windows")),
                SidePanel.heading(TEXTS.get("remove.stays")),
                new Paragraph(TEXTS.get("remove.stays.data")));
        removal.addClassName("as-stack");
        return removal;
    }

    private Component territory() {
        Div territory = new Div();
        territory.addClassName("as-lines");
        for (long unit : status.details().unitsOff()) {
            String name = services.units().fullName(unit);
            Button on = new Button(
                    TEXTS.get("territory.on"), event -> set(unit, false, TEXTS.get("territory.done.on", name)));
            on.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            on.setAriaLabel(TEXTS.get("territory.on") + ": " + name);
            Div line = new Div(new Span(name), on);
            line.addClassName("as-row");
            territory.add(line);
        }
        if (status.details().unitsOff().isEmpty()) {
            Span none = new Span(TEXTS.get("territory.none"));
            none.addClassName("as-muted");
            territory.add(none);
        }
        territory.add(new Div(new Button(TEXTS.get("territory.add"), VaadinIcon.BAN.create(), event -> ask())));
        return territory;
    }

    private void ask() {
        WorkContext context = WorkContext.current();
        UnitPicker unit =
                new UnitPicker(TEXTS.get("territory.unit"), services.units(), context.rootUnitId(), context::today);
        unit.setRequiredIndicatorVisible(true);
        new FormDialog(
                        TEXTS.get("territory.title", status.name()),
                        TEXTS.get("territory.lead"),
                        TEXTS.get("territory.verb"))
                .wide(unit)
                .does(
                        () -> {
                            unit.setInvalid(unit.isEmpty());
                            return !unit.isEmpty();
                        },
                        () -> {
                            AdministrativeUnit chosen = unit.getValue();
                            set(chosen.id(), true, TEXTS.get("territory.done", chosen.name()));
                        })
                .open();
    }

    private void set(long unit, boolean off, String done) {
        Problems.guard(() -> {
            services.programs().setTerritory(status.id(), unit, off);
            Problems.done(done);
            changed.run();
        });
    }
}
