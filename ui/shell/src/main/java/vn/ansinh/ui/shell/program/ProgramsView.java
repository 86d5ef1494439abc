package vn.ansinh.ui.shell.program;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;
import vn.ansinh.ui.kit.component.Confirm;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.view.ViewProvider;
import vn.ansinh.ui.shell.Services;
import vn.ansinh.ui.shell.layout.SidePanel;
import vn.ansinh.ui.shell.route.ViewRegistry;

/** The programs: which run, which could; installing and removing them while officials work. */
@Permitted(Permissions.PROGRAM_MANAGE)
public class ProgramsView extends Page implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    private static final String PROGRAM = "chuong-trinh";

    private final transient Services services;
    private final transient ViewRegistry views;
    private final LazyGrid<ProgramStatus> grid = new LazyGrid<>(text("programs.title"));
    private final SidePanel side = new SidePanel(grid);

    public ProgramsView(Services services, ViewRegistry views) {
        super(text("programs.title"));
        this.services = services;
        this.views = views;
        grid.link("name", text("programs.name"), ProgramStatus::name, this::open)
                .setFlexGrow(3);
        grid.text("version", text("programs.version"), ProgramStatus::version)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.state(
                "state",
                text("programs.state"),
                ProgramsView::look,
                status -> status.state().label());
        grid.wrapped("note", text("programs.note"), ProgramStatus::detail).setFlexGrow(3);
        grid.narrow(
                text("programs.name"),
                status -> new NarrowRow(status.name(), status.detail(), status.version(), look(status)),
                this::open);
        grid.setEmptyText(text("programs.none"));
        Button refresh = new Button(text("jobs.refresh"), VaadinIcon.REFRESH.create(), event -> load());
        addAction(refresh);
        add(side);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        List<ProgramStatus> all = load();
        PageAddress.current()
                .get(PROGRAM)
                .flatMap(id ->
                        all.stream().filter(status -> status.id().equals(id)).findFirst())
                .or(() -> all.size() == 1 ? all.stream().findFirst() : java.util.Optional.empty())
                .ifPresent(this::open);
    }

    private List<ProgramStatus> load() {
        List<ProgramStatus> all = new ArrayList<>();
        Problems.guard(() -> all.addAll(services.programs().all()));
        grid.setRows(all);
        grid.footer("name", text("programs.count", all.size()));
        return all;
    }

    private static State look(ProgramStatus status) {
        return switch (status.state()) {
            case AVAILABLE -> State.AVAILABLE;
            case RUNNING -> State.INSTALLED;
            case WAITING -> State.INSTALLING;
            case FAILED -> State.FAILED;
        };
    }

    private void open(ProgramStatus status) {
        PageAddress.current().put(PROGRAM, status.id());
        List<Component> content = new ArrayList<>();
        content.add(new Paragraph(status.description()));
        if (!status.detail().isBlank()) {
            content.add(MessageBar.error(null, status.detail()));
        }
        content.add(actions(status));
        content.add(SidePanel.heading(text("programs.brings")));
        content.add(brings(status));
        content.add(SidePanel.heading(text("programs.data")));
        content.add(new Paragraph(text("programs.data.stay")));
        StateBadge state = new StateBadge(look(status), status.state().label());
        side.open(status.name() + " " + status.version(), new Component[] {state}, content.toArray(Component[]::new));
    }

    private Component actions(ProgramStatus status) {
        boolean installed = status.state() != Programs.State.AVAILABLE;
        Button button = new Button(text(installed ? "programs.remove" : "programs.install"));
        button.setIcon((installed ? VaadinIcon.TRASH : VaadinIcon.DOWNLOAD).create());
        if (installed) {
            button.addThemeVariants(ButtonVariant.LUMO_ERROR);
            button.addClickListener(event -> Confirm.ask(
                    text("programs.remove.ask", status.name()),
                    removal(status),
                    text("programs.remove.verb"),
                    true,
                    () -> work(status, false)));
        } else {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            button.addClickListener(event -> work(status, true));
        }
        Div actions = new Div(button);
        actions.addClassName("as-row");
        return actions;
    }

    private Component removal(ProgramStatus status) {
        return new Div(
                new Paragraph(text("programs.remove.goes", menuOf(status))),
                new Paragraph(text("programs.remove.stays")));
    }

    private Component brings(ProgramStatus status) {
        if (status.state() == Programs.State.AVAILABLE) {
            Div unknown = new Div(text("programs.brings.unknown"));
            unknown.addClassName("as-muted");
            return unknown;
        }
        return new FactList()
                .fact(text("programs.menu"), menuOf(status))
                .fact(
                        text("programs.permissions"),
                        String.join(", ", new TreeSet<>(status.permissions().values())))
                .fact(text("programs.benefits"), text("programs.benefits.count", status.benefits()));
    }

    private String menuOf(ProgramStatus status) {
        return views.menu().stream()
                .filter(view -> view.group().id().equals(status.id()))
                .map(ViewProvider::title)
                .collect(Collectors.joining(", "));
    }

    /** Installs or removes in the background, as the caller; each step is shown as it begins. */
    private void work(ProgramStatus status, boolean install) {
        new ProgramWork(services, status, install, this::finished)
                .start(UI.getCurrent(), panel -> side.open(status.name(), new Component[0], panel));
    }

    private void finished(ProgramStatus now) {
        if (isAttached()) {
            load();
            open(now);
        }
    }
}
