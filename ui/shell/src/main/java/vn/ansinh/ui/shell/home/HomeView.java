package vn.ansinh.ui.shell.home;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLink;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.program.Program;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.home.HomePanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.shell.Services;
import vn.ansinh.ui.shell.job.JobsView;
import vn.ansinh.ui.shell.program.ProgramsView;
import vn.ansinh.ui.shell.route.ViewRegistry;

/** The first page: how many, how much, what is late; in the unit and month one works in. */
@Permitted(Permitted.SIGNED_IN)
public class HomeView extends Page implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    private static final int RECENT_JOBS = 6;

    private final transient Services services;
    private final transient ViewRegistry views;
    private final Div body = new Div();

    public HomeView(Services services, ViewRegistry views) {
        super(text("home.title"));
        this.services = services;
        this.views = views;
        body.addClassName("as-home");
        add(body);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        WorkContext context = WorkContext.current();
        LocalDate today = context.today();
        setSub(text("home.day." + today.getDayOfWeek(), Formats.date(today)));
        body.removeAll();
        Caller caller = services.access().require();
        List<Program> programs = List.copyOf(services.running());
        for (HomePanel panel : HomePanels.of(caller)) {
            panel(panel);
        }
        Component jobs = part(this::recentJobs);
        if (programs.isEmpty()) {
            body.add(noProgram(caller));
        }
        for (Program program : caller.may(Permissions.PAYROLL_READ) ? programs : List.<Program>of()) {
            Component below = jobs.getParent().isEmpty() ? jobs : null;
            body.add(part(() -> new ProgramMonth(services, views, program, context, programs.size() > 1).build(below)));
        }
        if (jobs.getParent().isEmpty()) {
            body.add(jobs);
        }
    }

    private void panel(HomePanel panel) {
        try {
            panel.show().ifPresent(body::add);
        } catch (RuntimeException e) {
            body.add(Problems.bar(e));
        }
    }

    private static Component part(java.util.function.Supplier<Component> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            return Problems.bar(e);
        }
    }

    private static Component noProgram(Caller caller) {
        boolean manages = caller.may(Permissions.PROGRAM_MANAGE);
        MessageBar none = MessageBar.info(text("home.no-program"), text(manages ? "home.install" : "home.ask-it"));
        return manages ? none.action(new RouterLink(text("home.open-programs"), ProgramsView.class)) : none;
    }

    private Component recentJobs() {
        Panel panel = new Panel(text("home.jobs"));
        panel.atEnd(new RouterLink(text("home.all-jobs"), JobsView.class));
        List<Job> jobs = services.jobs().latest(RECENT_JOBS);
        if (jobs.isEmpty()) {
            Div none = new Div(text("home.jobs.none"));
            none.addClassName("as-muted");
            return panel.content(none);
        }
        DataTable table = new DataTable(
                text("home.jobs"),
                List.of(text("jobs.what"), text("jobs.state"), text("jobs.message"), ">" + text("jobs.submitted")));
        jobs.forEach(job -> table.row(
                new Span(job.title()),
                new StateBadge(State.of(job.state()), job.state().label()),
                new Span(JobsView.note(job)),
                new Span(Formats.time(job.submittedAt()))));
        return panel.content(table);
    }
}
