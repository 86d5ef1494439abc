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
import com.vaadin.flow.router.QueryParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.program.PluginFile;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;
import vn.ansinh.ui.kit.component.Confirm;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.ReceivedFile;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.kit.view.ViewProvider;
import vn.ansinh.ui.shell.Services;
import vn.ansinh.ui.shell.layout.SidePanel;
import vn.ansinh.ui.shell.policy.PoliciesView;
import vn.ansinh.ui.shell.report.ReportNews;
import vn.ansinh.ui.shell.route.ViewRegistry;

/** Programs, connectors and policies: which run, which could; installing, updating and removing them while officials work. */
@Permitted(Permissions.PROGRAM_MANAGE)
public class ProgramsView extends Page implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ProgramsView.class);
    private static final String PROGRAM = "chuong-trinh";

    private final transient Services services;
    private final transient ViewRegistry views;
    private final LazyGrid<PluginEntry> grid = new LazyGrid<>(text("programs.title"));
    private final SidePanel side = new SidePanel(grid);

    public ProgramsView(Services services, ViewRegistry views) {
        super(text("programs.title"));
        this.services = services;
        this.views = views;
        // what matters first: beside the open panel, which tells the rest, a commune's monitor has room for three or
        // four
        grid.link("name", text("programs.name"), PluginEntry::name, this::open)
                .setWidth("230px")
                .setFlexGrow(3);
        grid.text("version", text("programs.version"), PluginEntry::version)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.state("state", text("programs.state"), PluginEntry::state, PluginEntry::stateWord);
        grid.text("kind", TEXTS.get("kind"), entry -> entry.kind().label())
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.text("api", TEXTS.get("api"), PluginEntry::api).setAutoWidth(true).setFlexGrow(0);
        grid.wrapped("since", TEXTS.get("since"), PluginEntry::since).setWidth("170px");
        grid.wrapped("note", text("programs.note"), PluginEntry::note)
                .setWidth("170px")
                .setFlexGrow(3);
        grid.narrow(
                text("programs.name"),
                entry -> new NarrowRow(
                        entry.name(),
                        entry.note().isBlank() ? entry.kind().label() : entry.note(),
                        entry.version(),
                        entry.state(),
                        entry.stateWord()),
                this::open);
        grid.setEmptyText(text("programs.none"));
        addAction(new Button(text("jobs.refresh"), VaadinIcon.REFRESH.create(), event -> load()));
        setMainAction(new Button(
                TEXTS.get("upload"),
                VaadinIcon.UPLOAD_ALT.create(),
                event -> new PluginUpload(services.programs(), this::installFile).open()));
        add(side);
        ReportNews.follow(this, services.reports(), this::load);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        List<PluginEntry> all = load();
        PageAddress.current()
                .get(PROGRAM)
                .ifPresent(id -> all.stream()
                        .filter(entry ->
                                entry.program() != null && entry.program().id().equals(id))
                        .findFirst()
                        .ifPresent(this::open));
    }

    private List<PluginEntry> load() {
        List<PluginEntry> all = new ArrayList<>();
        Problems.guard(() -> all.addAll(PluginEntry.all(services)));
        grid.setRows(all);
        grid.footer("name", TEXTS.get("count", all.size()));
        return all;
    }

    private void open(PluginEntry entry) {
        if (entry.report() != null) {
            side.open(
                    entry.name(),
                    new Component[] {new StateBadge(entry.state(), entry.stateWord())},
                    ReportFilePanel.of(entry.report()));
            return;
        }
        if (entry.program() == null) {
            UI.getCurrent()
                    .navigate(
                            PoliciesView.PATH,
                            QueryParameters.simple(Map.of(
                                    PoliciesView.PACK, entry.pack().pack().pack(),
                                    PoliciesView.VERSION,
                                            Integer.toString(entry.pack().pack().version()))));
            return;
        }
        open(entry.program());
    }

    private void open(ProgramStatus status) {
        PageAddress.current().put(PROGRAM, status.id());
        List<Component> content = new ArrayList<>();
        content.add(new Paragraph(status.description()));
        if (!status.detail().isBlank()) {
            content.add(MessageBar.error(null, status.detail()));
        }
        PluginPanel panel = panel(status);
        content.add(actions(status, panel));
        Problems.guard(() -> content.addAll(panel.facts()));
        StateBadge state =
                new StateBadge(PluginEntry.look(status), status.state().label());
        side.open(status.name() + " " + status.version(), new Component[] {state}, content.toArray(Component[]::new));
    }

    private PluginPanel panel(ProgramStatus status) {
        return new PluginPanel(services, status, menuOf(status), () -> show(status.id()));
    }

    private Component actions(ProgramStatus status, PluginPanel panel) {
        Div actions = new Div();
        actions.addClassName("as-row");
        if (status.state() == Programs.State.AVAILABLE) {
            Button install = new Button(text("programs.install"), VaadinIcon.DOWNLOAD.create());
            install.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            install.addClickListener(event -> work(
                    status.name(),
                    ProgramWork.Kind.INSTALL,
                    (programs, steps) -> programs.install(status.id(), steps)));
            actions.add(install);
            return actions;
        }
        if (!status.details().newer().isEmpty()) {
            actions.add(new Button(
                    TEXTS.get("update", status.details().newer()),
                    VaadinIcon.REFRESH.create(),
                    event -> work(
                            status.name(),
                            ProgramWork.Kind.UPDATE,
                            (programs, steps) -> programs.update(status.id(), steps))));
        }
        Button remove = new Button(text("programs.remove"), VaadinIcon.TRASH.create());
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR);
        remove.addClickListener(event -> Confirm.ask(
                text("programs.remove.ask", status.name()),
                panel.removal(),
                text("programs.remove.verb"),
                true,
                () -> work(
                        status.name(),
                        ProgramWork.Kind.REMOVE,
                        (programs, steps) -> programs.uninstall(status.id(), steps))));
        actions.add(remove);
        return actions;
    }

    private String menuOf(ProgramStatus status) {
        return views.menu().stream()
                .filter(view -> view.group().id().equals(status.id()))
                .map(ViewProvider::title)
                .collect(Collectors.joining(", "));
    }

    private void installFile(Path file, String fileName, PluginFile plugin) {
        work(
                plugin.name(),
                plugin.replaces().isEmpty() ? ProgramWork.Kind.INSTALL : ProgramWork.Kind.UPDATE,
                (programs, steps) -> {
                    try {
                        return programs.installFile(file, fileName, steps);
                    } finally {
                        ReceivedFile.delete(file);
                    }
                });
    }

    /** Works in the background, as the caller; each step is shown as it begins. */
    private void work(
            String name, ProgramWork.Kind kind, BiFunction<Programs, Consumer<String>, ProgramStatus> operation) {
        new ProgramWork(services, name, kind, operation, this::finished)
                .start(UI.getCurrent(), panel -> side.open(name, new Component[0], panel));
    }

    private void finished(ProgramStatus now) {
        if (!isAttached()) {
            return;
        }
        load();
        if (now == null) {
            side.close();
        } else {
            open(now);
        }
    }

    private void show(String id) {
        load();
        services.programs().all().stream()
                .filter(status -> status.id().equals(id))
                .findFirst()
                .ifPresent(this::open);
    }
}
