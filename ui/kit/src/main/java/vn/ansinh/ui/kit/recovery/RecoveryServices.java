package vn.ansinh.ui.kit.recovery;

import vn.ansinh.api.access.Access;
import vn.ansinh.api.benefit.Receivables;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.unit.Units;

/** What the page of receivables works on. */
public record RecoveryServices(Access access, Receivables receivables, Policies policies, Units units) {}
