package vn.ansinh.ui.shell.job;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.ui.kit.component.Confirm;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.job.JobWatch;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;

/** The account's latest jobs. */
@Permitted(Permitted.SIGNED_IN)
public class JobsView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "viec-chay-nen";

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;
    /** Of a day with its time; the grid measures its columns before it has rows. */
    private static final String TIME_WIDTH = "136px";

    private final transient Jobs jobs;
    private final LazyGrid<Job> grid = new LazyGrid<>(text("jobs.title"));
    private final transient Map<Long, Job> shown = new TreeMap<>(Comparator.reverseOrder());
    private final transient List<Registration> watching = new ArrayList<>();

    public JobsView(Jobs jobs) {
        super(text("jobs.title"));
        this.jobs = jobs;
        addAction(new Button(text("jobs.refresh"), VaadinIcon.REFRESH.create(), event -> load()));
        grid.wrapped("title", text("jobs.what"), Job::title).setFlexGrow(3);
        grid.state(
                "state",
                text("jobs.state"),
                job -> State.of(job.state()),
                job -> job.state().label());
        grid.component("progress", text("jobs.progress"), JobsView::progress)
                .setWidth("140px")
                .setFlexGrow(0);
        grid.wrapped("message", text("jobs.message"), JobsView::note).setFlexGrow(3);
        grid.numeric("submitted", text("jobs.submitted"), job -> Formats.time(job.submittedAt()))
                .setAutoWidth(false)
                .setWidth(TIME_WIDTH);
        grid.numeric("ended", text("jobs.ended"), job -> Formats.time(job.endedAt()))
                .setAutoWidth(false)
                .setWidth(TIME_WIDTH);
        grid.component("action", text("jobs.action"), this::action)
                .setWidth("110px")
                .setFlexGrow(0);
        grid.narrow(text("jobs.what"), JobsView::narrow, job -> {});
        grid.setEmptyText(text("jobs.none"));
        add(grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopWatching();
        super.onDetach(event);
    }

    private void load() {
        stopWatching();
        shown.clear();
        Problems.guard(() -> jobs.latest(SHOWN).forEach(job -> shown.put(job.id(), job)));
        render();
        getUI().ifPresent(ui -> List.copyOf(shown.values()).stream()
                .filter(job -> !job.state().ended())
                .forEach(job -> watching.add(JobWatch.of(ui).watch(jobs, job.id(), this::changed))));
    }

    private void stopWatching() {
        watching.forEach(Registration::remove);
        watching.clear();
    }

    private void changed(Job job) {
        if (!job.equals(shown.put(job.id(), job))) {
            render();
        }
    }

    private void render() {
        grid.setRows(List.copyOf(shown.values()));
    }

    /** What it is doing or why it failed; the last step of a job that is done tells nothing any more. */
    public static String note(Job job) {
        return job.message() == null || job.state() == JobState.DONE ? "" : job.message();
    }

    private static Component progress(Job job) {
        if (job.state() == JobState.RUNNING && job.total() > 0) {
            ProgressBar bar = new ProgressBar(0, job.total(), Math.min(job.done(), job.total()));
            bar.getElement().setAttribute("aria-label", text("jobs.progress"));
            return bar;
        }
        return new Span(job.total() > 0 ? text("jobs.counts", job.done(), job.total()) : "");
    }

    private Component action(Job job) {
        if (!job.state().ended()) {
            Button cancel = new Button(text("jobs.cancel"), event -> askToCancel(job));
            cancel.addThemeVariants(
                    ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ERROR);
            return cancel;
        }
        boolean made = job.state() == JobState.DONE && Downloads.has(jobs, job.id());
        return made ? Downloads.ofJob(jobs, job.id(), text("jobs.download")) : new Div();
    }

    private void askToCancel(Job job) {
        Confirm.ask(
                text("jobs.cancel.ask", job.title()), text("jobs.cancel.what"), text("jobs.cancel.verb"), true, () -> {
                    jobs.cancel(job.id());
                    load();
                });
    }

    private static NarrowRow narrow(Job job) {
        return new NarrowRow(job.title(), Formats.time(job.submittedAt()), "", State.of(job.state()));
    }
}
