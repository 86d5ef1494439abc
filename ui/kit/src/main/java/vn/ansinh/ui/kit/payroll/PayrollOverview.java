package vn.ansinh.ui.kit.payroll;

import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.PayrollState;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.policy.Policies.ProvisionalValue;

/** How one month stands below one unit: one payroll in a commune, those of all communes in a province. */
record PayrollOverview(List<Payroll> payrolls, List<ProvisionalValue> unconfirmed, Payrolls.Totals totals) {

    static PayrollOverview read(PayrollServices services, String program, long unitId, YearMonth month) {
        return new PayrollOverview(
                services.payrolls().payrolls(program, unitId, month),
                services.policies().provisionalValues(program).stream()
                        .filter(value -> value.gazetteReference() == null)
                        .toList(),
                services.payrolls()
                        .totals(new Payrolls.LineQuery(program, unitId, month, "", Payrolls.LineFilter.ALL, null, 1)));
    }

    List<Payroll> drafts() {
        return payrolls.stream()
                .filter(payroll -> payroll.state() == PayrollState.DRAFT)
                .toList();
    }

    boolean nothingDrafted() {
        return payrolls.isEmpty();
    }

    boolean allClosed() {
        return !payrolls.isEmpty() && drafts().isEmpty();
    }

    /** Whether a draft stands on values of law that nobody has confirmed yet. */
    boolean provisional() {
        return !unconfirmed.isEmpty() && drafts().stream().anyMatch(Payroll::provisional);
    }
}
