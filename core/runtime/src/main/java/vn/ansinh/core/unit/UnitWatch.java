package vn.ansinh.core.unit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then whether another node activated a resolution. */
public final class UnitWatch {

    private static final Logger LOG = LoggerFactory.getLogger(UnitWatch.class);
    private static final int SECONDS = 30;

    private final UnitsInMemory units;
    private ScheduledExecutorService timer;

    /** @param units what is kept right */
    public UnitWatch(UnitsInMemory units) {
        this.units = units;
    }

    /** Called by Blueprint. */
    public void init() {
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "ansinh-units");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Called by Blueprint. */
    public void destroy() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            units.refresh();
        } catch (RuntimeException e) {
            LOG.warn("Could not look whether administrative units changed: {}", e.toString());
        }
    }
}
