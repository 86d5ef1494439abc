package vn.ansinh.core.benefit;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.benefit.Movement;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.audit.Asked;
import vn.ansinh.core.audit.Fields;

/** Reports to the audit who reads and changes payrolls; a change and its row are one transaction. */
public final class AuditedPayrolls implements Payrolls {

    private final Payrolls payrolls;
    private final Transactions transactions;
    private final Audit audit;

    public AuditedPayrolls(Payrolls payrolls, Transactions transactions, Audit audit) {
        this.payrolls = payrolls;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public List<Payroll> payrolls(String program, long unitId, YearMonth month) {
        return payrolls.payrolls(program, unitId, month);
    }

    @Override
    public Optional<Payroll> byId(long id) {
        return payrolls.byId(id);
    }

    @Override
    public List<MonthTotal> months(String program, long unitId, int limit) {
        return payrolls.months(program, unitId, limit);
    }

    @Override
    public LinePage lines(LineQuery query) {
        LinePage page = payrolls.lines(query);
        listed(
                Asked.of("Danh sách chi trả")
                        .and("program", query.program())
                        .unit(query.unitId())
                        .month(query.month())
                        .text(query.text())
                        .and("filter", query.filter()),
                page.lines(),
                PayrollLine::personId);
        return page;
    }

    @Override
    public List<ClosedLine> history(long entitlementId, int limit) {
        List<ClosedLine> lines = payrolls.history(entitlementId, limit);
        lines.stream()
                .findFirst()
                .ifPresent(first -> audit.read(Subject.person(first.line().personId()), "Các kỳ đã chi"));
        return lines;
    }

    @Override
    public Totals totals(LineQuery query) {
        return payrolls.totals(query);
    }

    @Override
    public List<BenefitTotal> byBenefit(String program, long unitId, YearMonth month) {
        return payrolls.byBenefit(program, unitId, month);
    }

    @Override
    public List<Notice> notices(String program, long unitId, YearMonth month, int limit) {
        List<Notice> notices = payrolls.notices(program, unitId, month, limit);
        listed(
                Asked.of("Người chưa tính được mức hưởng")
                        .and("program", program)
                        .unit(unitId)
                        .month(month),
                notices,
                Notice::personId);
        return notices;
    }

    @Override
    public List<Notice> noticesOf(long personId, int limit) {
        List<Notice> notices = payrolls.noticesOf(personId, limit);
        if (!notices.isEmpty()) {
            audit.read(Subject.person(personId), "Các kỳ không chi hoặc chi ít hơn");
        }
        return notices;
    }

    @Override
    public Closing close(List<Reviewed> reviewed, boolean shortfallSeen) {
        return transactions.call(connection -> {
            Closing closing = payrolls.close(reviewed, shortfallSeen);
            audit.changedAll(
                    Subject.PAYROLL,
                    reviewed.stream().map(Reviewed::payrollId).toList(),
                    "payroll.close",
                    Fields.of("payrolls", closing.payrolls())
                            .and("lines", closing.lines())
                            .and("total", closing.total())
                            .and("taken-out", closing.takenOut().size())
                            .and("shortfall-seen", shortfallSeen ? "true" : null)
                            .map(),
                    null);
            return closing;
        });
    }

    @Override
    public void annul(long payrollId, String reason) {
        transactions.run(connection -> {
            payrolls.annul(payrollId, reason);
            audit.changed(
                    new Subject(Subject.PAYROLL, payrollId),
                    "payroll.annul",
                    Map.of("state", "CLOSED"),
                    Map.of("state", "ANNULLED"),
                    reason);
        });
    }

    @Override
    public List<Annulled> annulled(String program, long unitId, YearMonth month) {
        return payrolls.annulled(program, unitId, month);
    }

    @Override
    public MovementPage movements(MovementQuery query) {
        MovementPage page = payrolls.movements(query);
        listed(
                Asked.of("Biến động so với kỳ trước")
                        .and("program", query.program())
                        .unit(query.unitId())
                        .month(query.month())
                        .and("filter", query.kind()),
                page.rows(),
                Movement::personId);
        return page;
    }

    @Override
    public List<MovementTotal> movementTotals(String program, long unitId, YearMonth month) {
        return payrolls.movementTotals(program, unitId, month);
    }

    private <T> void listed(Asked query, List<T> rows, Function<T, Long> person) {
        audit.listed(
                Subject.PERSON,
                query.toString(),
                rows.stream().map(person).distinct().toList());
    }
}
