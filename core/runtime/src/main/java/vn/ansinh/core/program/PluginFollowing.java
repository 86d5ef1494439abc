package vn.ansinh.core.program;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;

/** Looks now and then whether another server installed or removed something, and does the same here. */
public final class PluginFollowing {

    private static final Logger LOG = LoggerFactory.getLogger(PluginFollowing.class);
    private static final long LOOK_SECONDS = 10;

    private final Access access;
    private final InstalledPrograms programs;
    private ScheduledExecutorService timer;
    private boolean failing;

    public PluginFollowing(Access access, InstalledPrograms programs) {
        this.access = access;
        this.programs = programs;
    }

    /** Begins to look. */
    public void init() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "ansinh-plugin-following");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::look, 1, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** Stops looking. */
    public void destroy() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            access.callAs(Caller.SYSTEM, () -> {
                programs.follow();
                return null;
            });
            failing = false;
        } catch (Exception e) { // an exception would end the timer
            if (!failing) {
                LOG.warn("What is installed cannot be read; trying again every {} seconds", LOOK_SECONDS, e);
            }
            failing = true;
        }
    }
}
