package vn.ansinh.ui.kit.payroll;

import vn.ansinh.api.access.Access;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.unit.Units;

/** What the payment list works on. */
public record PayrollServices(
        Access access, Payrolls payrolls, Entitlements entitlements, Policies policies, Jobs jobs, Units units) {

    /** Which benefits the caller is not told of. */
    public Discretion discretion() {
        return new Discretion(access, policies);
    }
}
