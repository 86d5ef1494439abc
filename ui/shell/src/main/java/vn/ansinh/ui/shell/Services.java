package vn.ansinh.ui.shell;

import java.time.Clock;
import java.util.List;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Grants;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.report.Reports;
import vn.ansinh.api.unit.Units;

/**
 * What the shell's pages work with.
 *
 * @param running the programs that run now; comes and goes under one's hands
 */
public record Services(
        Access access,
        Units units,
        PersonRegistry persons,
        Facts facts,
        Entitlements entitlements,
        Grants grants,
        Payrolls payrolls,
        PaymentOrders payments,
        Policies policies,
        Packs packs,
        CodeLists codeLists,
        Jobs jobs,
        Programs programs,
        Reports reports,
        List<Program> running,
        Clock clock) {}
