package vn.ansinh.ui.shell.transition;

import java.time.Clock;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Agencies;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.unit.Resolutions;
import vn.ansinh.api.unit.Transitions;
import vn.ansinh.api.unit.Units;

/** What these pages work with. */
public record TransitionServices(
        Access access,
        Accounts accounts,
        Agencies agencies,
        Units units,
        Transitions transitions,
        Resolutions resolutions,
        Jobs jobs,
        Clock clock) {}
