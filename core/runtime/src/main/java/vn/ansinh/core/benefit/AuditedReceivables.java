package vn.ansinh.core.benefit;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.benefit.Cancellation;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.benefit.Receivables;
import vn.ansinh.api.benefit.RecoveryDecision;
import vn.ansinh.api.benefit.RecoveryDecision.Receipt;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.audit.Asked;
import vn.ansinh.core.audit.Fields;

/** Reports to the audit who reads and changes what is owed back; a change and its row are one transaction. */
public final class AuditedReceivables implements Receivables {

    private static final String WHY = "Khoản truy thu";

    private final Receivables receivables;
    private final Transactions transactions;
    private final Access access;
    private final Audit audit;

    public AuditedReceivables(Receivables receivables, Transactions transactions, Access access, Audit audit) {
        this.receivables = receivables;
        this.transactions = transactions;
        this.access = access;
        this.audit = audit;
    }

    @Override
    public ReceivablePage list(ReceivableQuery query) {
        ReceivablePage page = receivables.list(query);
        listed(
                Asked.of("Khoản truy thu")
                        .and("program", query.program())
                        .unit(query.unitId())
                        .and("state", query.state()),
                page.rows(),
                Receivable::personId);
        return page;
    }

    @Override
    public Optional<Receivable> byId(long id) {
        Optional<Receivable> found = receivables.byId(id);
        found.ifPresent(receivable -> audit.read(Subject.person(receivable.personId()), WHY));
        return found;
    }

    @Override
    public Totals totals(String program, long unitId) {
        return receivables.totals(program, unitId);
    }

    @Override
    public long decide(Recovery recovery) {
        return transactions.call(connection -> {
            long id = receivables.decide(recovery);
            changed(
                    id,
                    "receivable.decide",
                    Fields.of("decision", recovery.number())
                            .and("date", recovery.date())
                            .and("amount", recovery.amount())
                            .and("debtor", recovery.debtor())
                            .and("receivables", recovery.receivableIds()),
                    null);
            return id;
        });
    }

    @Override
    public void waive(List<Long> receivableIds, Decision decision, String reason) {
        transactions.run(connection -> {
            receivables.waive(receivableIds, decision, reason);
            audit.changedAll(
                    Subject.RECEIVABLE,
                    receivableIds,
                    "receivable.waive",
                    Fields.of("state", Receivable.State.WAIVED)
                            .and("decision", decision.number())
                            .map(),
                    reason);
        });
    }

    @Override
    public void withdraw(long decisionId, String reason) {
        transactions.run(connection -> {
            receivables.withdraw(decisionId, reason);
            changed(decisionId, "receivable.withdraw", Fields.of("withdrawn", true), reason);
        });
    }

    @Override
    public void receive(long decisionId, Receipt receipt) {
        transactions.run(connection -> {
            receivables.receive(decisionId, receipt);
            changed(
                    decisionId,
                    "receivable.receive",
                    Fields.of("day", receipt.day())
                            .and("amount", receipt.amount())
                            .and("document", receipt.document()),
                    null);
        });
    }

    /** The person is looked up as the platform: who may decide need not be allowed to look. */
    private void changed(long decisionId, String action, Fields after, String why) {
        Optional<RecoveryDecision> decision;
        try (Access.Binding ignored = access.bind(Caller.SYSTEM)) {
            decision = receivables.decision(decisionId);
        }
        audit.changed(
                Subject.person(decision.orElseThrow().personId()),
                action,
                Map.of(),
                after.and("recovery", decisionId).map(),
                why);
    }

    @Override
    public Optional<RecoveryDecision> decision(long id) {
        Optional<RecoveryDecision> found = receivables.decision(id);
        found.ifPresent(decision -> audit.read(Subject.person(decision.personId()), WHY));
        return found;
    }

    @Override
    public List<RecoveryDecision> decisions(String program, long unitId, long personId, int limit) {
        List<RecoveryDecision> found = receivables.decisions(program, unitId, personId, limit);
        if (personId != 0) {
            audit.read(Subject.person(personId), WHY);
        } else {
            listed(
                    Asked.of("Quyết định truy thu").and("program", program).unit(unitId),
                    found,
                    RecoveryDecision::personId);
        }
        return found;
    }

    @Override
    public List<Cancellation> cancellations(String program, long unitId, YearMonth month, int limit) {
        List<Cancellation> found = receivables.cancellations(program, unitId, month, limit);
        listed(
                Asked.of("Khoản hủy chi").and("program", program).unit(unitId).month(month),
                found,
                Cancellation::personId);
        return found;
    }

    private <T> void listed(Asked query, List<T> rows, Function<T, Long> person) {
        audit.listed(
                Subject.PERSON,
                query.toString(),
                rows.stream().map(person).distinct().toList());
    }
}
