package vn.ansinh.core.unit;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.core.job.Rounds;

/** Looks now and then whether another node activated a resolution. */
public final class UnitWatch {

    private static final Logger LOG = LoggerFactory.getLogger(UnitWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final UnitsInMemory units;
    private Rounds rounds;

    /** @param units what is kept right */
    public UnitWatch(UnitsInMemory units) {
        this.units = units;
    }

    /** Called by Blueprint. */
    public void init() {
        rounds = Rounds.begin(
                "ansinh-units",
                EVERY,
                EVERY,
                units::refresh,
                e -> LOG.warn("Could not look whether administrative units changed: {}", e.toString()));
    }

    /** Called by Blueprint. */
    public void destroy() {
        rounds.end();
    }
}
