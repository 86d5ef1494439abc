package vn.ansinh.ui.kit.payroll;

import vn.ansinh.api.access.Access;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.funding.Balances;
import vn.ansinh.api.funding.Submissions;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.unit.Units;

/** What the payment list works on. */
public record PayrollServices(
        Access access,
        Payrolls payrolls,
        Entitlements entitlements,
        Policies policies,
        Jobs jobs,
        Units units,
        Balances balances,
        Submissions submissions,
        CodeLists codeLists) {

    /** Which benefits the caller is not told of. */
    public Discretion discretion() {
        return new Discretion(access, policies);
    }
}
