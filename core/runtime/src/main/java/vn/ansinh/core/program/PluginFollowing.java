package vn.ansinh.core.program;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.core.job.Rounds;

/** Looks now and then whether another server installed or removed something, and does the same here. */
public final class PluginFollowing {

    private static final Logger LOG = LoggerFactory.getLogger(PluginFollowing.class);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Access access;
    private final InstalledPrograms programs;
    private Rounds rounds;

    public PluginFollowing(Access access, InstalledPrograms programs) {
        this.access = access;
        this.programs = programs;
    }

    /** Begins to look. */
    public void init() {
        rounds = Rounds.begin(
                "ansinh-plugin-following",
                Duration.ofSeconds(1),
                LOOK,
                () -> access.callAs(Caller.SYSTEM, () -> {
                    programs.follow();
                    return null;
                }),
                e -> LOG.warn("What is installed cannot be read; trying again every {} seconds", LOOK.toSeconds(), e));
    }

    /** Stops looking. */
    public void destroy() {
        rounds.end();
    }
}
