package vn.ansinh.ui.kit.job;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.ui.kit.text.Texts;

/** Jobs that go on while the user does something else; the end is told wherever they are. */
public final class BackgroundJobs {

    private static final Texts TEXTS = Texts.of(BackgroundJobs.class);

    private BackgroundJobs() {}

    /** Tells in {@code ui} when the job has ended, with a link to its file when it made one. */
    public static void follow(UI ui, Jobs jobs, long jobId) {
        JobWatch.of(ui).watch(jobs, jobId, job -> {
            if (job.state().ended()) {
                tell(jobs, job);
            }
        });
    }

    private static void tell(Jobs jobs, Job job) {
        boolean done = job.state() == JobState.DONE;
        Notification notification = new Notification();
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.setDuration(0);
        notification.addThemeVariants(done ? NotificationVariant.LUMO_SUCCESS : NotificationVariant.LUMO_CONTRAST);
        Span text = new Span(
                job.title() + ": " + (done ? TEXTS.get("job.done") : job.state().label()));
        Component what = done && Downloads.has(jobs, job.id())
                ? Downloads.ofJob(jobs, job.id(), TEXTS.get("job.download"))
                : new Span(job.message() == null ? "" : job.message());
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> notification.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(TEXTS.get("job.close"));
        Div line = new Div(text, what, close);
        line.addClassName("as-notice");
        notification.add(line);
        notification.open();
    }
}
