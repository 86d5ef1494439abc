package vn.ansinh.ui.kit.job;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/**
 * A job as it runs: how far it is, cancel, go on in the background; then what came of it. Hidden until it watches a job.
 */
public class JobPanel extends Div {

    private static final Texts TEXTS = Texts.of(JobPanel.class);
    /** Before this share of the work is done an estimate would be a guess. */
    private static final double ESTIMATE_FROM = 0.05;

    private final transient Jobs jobs;
    private final Div head = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Span message = new Span();
    private final Span remaining = new Span();
    private final Button cancel = new Button(TEXTS.get("job.cancel"));
    private final Button background = new Button(TEXTS.get("job.background"));
    private final Div outcome = new Div();
    private final Div running = new Div();

    private transient Job job;
    private transient Consumer<Job> whenEnded = ended -> {};
    private transient Registration watching;

    public JobPanel(Jobs jobs) {
        this.jobs = jobs;
        addClassNames("as-panel", "as-job");
        head.addClassNames("as-row");
        message.addClassName("as-grow");
        remaining.addClassNames("as-muted", "as-small");
        message.getElement().setAttribute("role", "status");
        Div line = new Div(message, remaining);
        line.addClassName("as-row");
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
        cancel.addClickListener(event -> Problems.guard(() -> jobs.cancel(job.id())));
        background.addThemeVariants(ButtonVariant.LUMO_SMALL);
        background.addClickListener(event -> goOnInBackground());
        Div buttons = new Div(background, cancel);
        buttons.addClassName("as-row");
        bar.getElement().setAttribute("aria-label", TEXTS.get("job.progress"));
        running.add(bar, line, buttons);
        add(head, running, outcome);
        setVisible(false);
    }

    /**
     * Starts a job and shows it. What goes wrong is told; while another one runs here, only that is told.
     *
     * @param type a registered job handler's
     * @param input what it works on, {@code null} for none
     * @param ended told once, when the job has ended in whatever state and the panel still shows it
     * @see Jobs#submit
     */
    public void submit(
            String type, String title, Map<String, String> parameters, InputStream input, Consumer<Job> ended) {
        if (busy()) {
            Problems.done(TEXTS.get("job.busy"));
            return;
        }
        Problems.guard(() -> watch(jobs.submit(type, title, parameters, input), ended));
    }

    /**
     * Shows a job from now on.
     *
     * @param ended told once, when the job has ended in whatever state and the panel still shows it
     */
    public void watch(long jobId, Consumer<Job> ended) {
        stop();
        whenEnded = ended;
        Problems.guard(() -> jobs.byId(jobId).ifPresent(this::show));
        if (job != null && job.state().ended()) {
            // faster than the look at it
            whenEnded.accept(job);
            return;
        }
        getUI().ifPresent(this::follow);
    }

    /** Whether a job runs in it. */
    public boolean busy() {
        return job != null && !job.state().ended();
    }

    /** Hides the panel. */
    public void clear() {
        stop();
        job = null;
        setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        follow(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
        super.onDetach(event);
    }

    private void follow(UI ui) {
        if (job != null && watching == null && !job.state().ended()) {
            watching = JobWatch.of(ui).watch(jobs, job.id(), this::changed);
        }
    }

    private void stop() {
        if (watching != null) {
            watching.remove();
            watching = null;
        }
    }

    private void changed(Job now) {
        boolean wasBusy = busy();
        show(now);
        if (wasBusy && now.state().ended()) {
            stop();
            whenEnded.accept(now);
        }
    }

    private void show(Job now) {
        job = now;
        setVisible(true);
        head.removeAll();
        Span title = new Span(now.title());
        title.addClassName("as-b");
        head.add(title, new StateBadge(State.of(now.state()), now.state().label()));
        running.setVisible(!now.state().ended());
        outcome.removeAll();
        if (now.state().ended()) {
            outcome.add(outcomeOf(now));
        } else {
            progress(now);
        }
    }

    private void progress(Job now) {
        bar.setIndeterminate(now.total() <= 0);
        if (now.total() > 0) {
            bar.setValue(Math.min(1.0, (double) now.done() / now.total()));
        }
        String text = now.message() == null ? "" : now.message();
        message.setText(
                now.total() > 0
                        ? TEXTS.get("job.counts", text, now.done(), now.total()).strip()
                        : text);
        remaining.setText(estimate(now));
    }

    private static String estimate(Job now) {
        double share = now.total() <= 0 ? 0 : (double) now.done() / now.total();
        if (share < ESTIMATE_FROM || now.startedAt() == null) {
            return "";
        }
        long elapsed = Duration.between(now.startedAt(), Instant.now()).toSeconds();
        long seconds = Math.round(elapsed * (1 - share) / share);
        if (seconds < 5) {
            return TEXTS.get("job.remaining.soon");
        }
        return seconds < 90
                ? TEXTS.get("job.remaining.seconds", seconds)
                : TEXTS.get("job.remaining.minutes", Math.round(seconds / 60.0));
    }

    private MessageBar outcomeOf(Job now) {
        String text = now.message() == null ? "" : now.message();
        if (now.state() == JobState.DONE) {
            MessageBar done = MessageBar.ok(TEXTS.get("job.done"), text);
            if (Downloads.has(jobs, now.id())) {
                done.action(Downloads.ofJob(jobs, now.id(), TEXTS.get("job.download")));
            }
            return done.action(closeButton());
        }
        if (now.state() == JobState.CANCELLED) {
            return MessageBar.info(TEXTS.get("job.cancelled"), TEXTS.get("job.nothing-done"))
                    .action(closeButton());
        }
        return MessageBar.error(TEXTS.get("job.failed"), text).action(closeButton());
    }

    private Button closeButton() {
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> clear());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(TEXTS.get("job.close"));
        return close;
    }

    private void goOnInBackground() {
        BackgroundJobs.follow(UI.getCurrent(), jobs, job.id());
        clear();
    }
}
