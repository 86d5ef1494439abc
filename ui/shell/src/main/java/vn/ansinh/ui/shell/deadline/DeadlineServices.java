package vn.ansinh.ui.shell.deadline;

import java.time.Clock;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.deadline.Deadlines;
import vn.ansinh.api.unit.Units;

/** What the pages of deadlines use. */
public record DeadlineServices(Deadlines deadlines, Access access, Units units, Clock clock) {}
