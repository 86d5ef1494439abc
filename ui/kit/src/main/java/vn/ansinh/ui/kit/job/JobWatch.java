package vn.ansinh.ui.kit.job;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.Jobs;

/**
 * Looks after the jobs a window is interested in. The browser asks every half second while one of them runs, and not at all
 * otherwise: nothing on the server waits or holds the window.
 */
public final class JobWatch {

    private static final int INTERVAL = 500;
    private static final int NO_POLLING = -1;

    private final UI ui;
    private final List<Watched> watched = new ArrayList<>();

    private record Watched(Jobs jobs, long id, Consumer<Job> changed) {}

    private JobWatch(UI ui) {
        this.ui = ui;
        ui.addPollListener(event -> look());
    }

    /** The watch of {@code ui}. */
    public static JobWatch of(UI ui) {
        JobWatch watch = ComponentUtil.getData(ui, JobWatch.class);
        if (watch == null) {
            watch = new JobWatch(ui);
            ComponentUtil.setData(ui, JobWatch.class, watch);
        }
        return watch;
    }

    /**
     * Watches a job until it ends.
     *
     * @param changed told at once, at each look, and a last time when the job has ended
     * @return stops watching
     */
    public Registration watch(Jobs jobs, long id, Consumer<Job> changed) {
        Watched one = new Watched(jobs, id, changed);
        watched.add(one);
        look(one);
        poll();
        return () -> {
            watched.remove(one);
            poll();
        };
    }

    private void look() {
        List.copyOf(watched).forEach(this::look);
        poll();
    }

    private void look(Watched one) {
        Optional<Job> job = one.jobs().byId(one.id());
        if (job.isEmpty() || job.get().state().ended()) {
            watched.remove(one);
        }
        job.ifPresent(one.changed());
    }

    private void poll() {
        ui.setPollInterval(watched.isEmpty() ? NO_POLLING : INTERVAL);
    }
}
