package vn.ansinh.core.benefit;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.audit.Asked;
import vn.ansinh.core.audit.Fields;

/** Reports to the audit who reads and changes entitlements; a change and its row are one transaction. */
public final class AuditedEntitlements implements Entitlements {

    private static final String WHY = "Chế độ đang hưởng";

    private final Entitlements entitlements;
    private final Transactions transactions;
    private final Access access;
    private final Audit audit;

    public AuditedEntitlements(Entitlements entitlements, Transactions transactions, Access access, Audit audit) {
        this.entitlements = entitlements;
        this.transactions = transactions;
        this.access = access;
        this.audit = audit;
    }

    @Override
    public Optional<Entitlement> byId(long id) {
        Optional<Entitlement> found = entitlements.byId(id);
        found.ifPresent(entitlement -> audit.read(Subject.person(entitlement.personId()), WHY));
        return found;
    }

    @Override
    public List<Entitlement> ofPerson(long personId) {
        List<Entitlement> found = entitlements.ofPerson(personId);
        if (!found.isEmpty()) {
            audit.read(Subject.person(personId), WHY);
        }
        return found;
    }

    @Override
    public List<PaidAccount> accountsOf(long personId) {
        List<PaidAccount> accounts = entitlements.accountsOf(personId);
        if (!accounts.isEmpty()) {
            audit.read(Subject.person(personId), "Tài khoản nhận tiền");
        }
        return accounts;
    }

    @Override
    public List<Opened> openAll(List<EntitlementDraft> drafts) {
        return transactions.call(connection -> {
            List<Opened> opened = entitlements.openAll(drafts);
            Map<Long, EntitlementDraft> fresh = new TreeMap<>();
            for (int i = 0; i < opened.size(); i++) {
                if (opened.get(i).outcome() == Opened.Outcome.OPENED) {
                    fresh.put(opened.get(i).entitlementId(), drafts.get(i));
                }
            }
            report(fresh);
            return opened;
        });
    }

    private void report(Map<Long, EntitlementDraft> fresh) {
        if (fresh.size() == 1) {
            long id = fresh.keySet().iterator().next();
            EntitlementDraft draft = fresh.get(id);
            audit.changed(
                    Subject.person(draft.personId()),
                    "entitlement.open",
                    Map.of(),
                    Fields.of("entitlement", id)
                            .and("benefit", draft.benefit())
                            .and("unit", draft.unitId())
                            .and("from", draft.from())
                            .and("payment-method", draft.payment().method())
                            .and("account-number", draft.payment().accountNumber())
                            .and("bank", draft.payment().bank())
                            .and("payee-name", draft.payment().payeeName())
                            .map(),
                    draft.decisionNumber());
        } else if (!fresh.isEmpty()) {
            audit.changedAll(
                    Subject.PERSON,
                    fresh.values().stream()
                            .map(EntitlementDraft::personId)
                            .distinct()
                            .toList(),
                    "entitlement.open",
                    Fields.of("entitlements", fresh.size()).map(),
                    null);
        }
    }

    @Override
    public void suspend(long id, YearMonth from, Decision decision) {
        change(
                id,
                "entitlement.suspend",
                decision,
                Fields.of("suspended-from", from),
                () -> entitlements.suspend(id, from, decision));
    }

    @Override
    public void resume(long id, YearMonth from, boolean payBack, Decision decision) {
        change(
                id,
                "entitlement.resume",
                decision,
                Fields.of("resumed-from", from).and("paid-back", payBack),
                () -> entitlements.resume(id, from, payBack, decision));
    }

    @Override
    public void end(long id, YearMonth last, Decision decision) {
        change(
                id,
                "entitlement.end",
                decision,
                Fields.of("last-month", last),
                () -> entitlements.end(id, last, decision));
    }

    @Override
    public void changePayment(long id, PaymentDetails payment, Decision decision) {
        change(
                id,
                "entitlement.payment",
                decision,
                Fields.of("entitlement", id),
                () -> entitlements.changePayment(id, payment, decision));
    }

    @Override
    public void move(long id, long unitId, YearMonth from, Decision decision) {
        change(
                id,
                "entitlement.move",
                decision,
                Fields.of("moved-from", from),
                () -> entitlements.move(id, unitId, from, decision));
    }

    private void change(long id, String action, Decision decision, Fields said, Runnable work) {
        transactions.run(connection -> {
            Optional<Entitlement> before = known(id);
            work.run();
            Entitlement after = known(id).orElseThrow();
            Map<String, String> is = fields(after);
            is.putAll(said.map());
            audit.changed(
                    Subject.person(after.personId()),
                    action,
                    before.map(AuditedEntitlements::fields).orElse(Map.of()),
                    is,
                    why(decision));
        });
    }

    /** As the platform: who may change an entitlement need not be allowed to look at it, and it may move out of their sight. */
    private Optional<Entitlement> known(long id) {
        try (Access.Binding ignored = access.bind(Caller.SYSTEM)) {
            return entitlements.byId(id);
        }
    }

    private static Map<String, String> fields(Entitlement entitlement) {
        PaymentDetails payment = entitlement.payment();
        return Fields.of("benefit", entitlement.benefit())
                .and("unit", entitlement.unitId())
                .and("from", entitlement.from())
                .and("to", entitlement.to())
                .and("payment-method", payment.method())
                .and("account-number", payment.accountNumber())
                .and("bank", payment.bank())
                .and("payee-role", payment.payeeRole())
                .and("payee-name", payment.payeeName())
                .and("payee-number", payment.payeeNumber())
                .map();
    }

    private static String why(Decision decision) {
        if (decision == null) {
            return null;
        }
        String number = decision.number() == null ? "" : "Quyết định số " + decision.number();
        String reason = decision.reason() == null ? "" : " (" + decision.reason() + ")";
        return (number + reason).strip();
    }

    @Override
    public List<EntitlementEvent> events(long id) {
        List<EntitlementEvent> found = entitlements.events(id);
        readOf(id, !found.isEmpty());
        return found;
    }

    @Override
    public List<Suspension> suspensions(long id) {
        List<Suspension> found = entitlements.suspensions(id);
        readOf(id, !found.isEmpty());
        return found;
    }

    private void readOf(long id, boolean anything) {
        if (anything) {
            known(id).ifPresent(entitlement -> audit.read(Subject.person(entitlement.personId()), WHY));
        }
    }

    @Override
    public List<Entry> reasons(EntitlementEvent.Kind kind) {
        return entitlements.reasons(kind);
    }

    @Override
    public BeneficiaryPage beneficiaries(BeneficiaryQuery query) {
        BeneficiaryPage page = entitlements.beneficiaries(query);
        audit.listed(
                Subject.PERSON,
                Asked.of("Đối tượng đang hưởng")
                        .and("program", query.program())
                        .unit(query.unitId())
                        .month(query.month())
                        .and("benefit", query.benefit())
                        .text(query.text())
                        .toString(),
                page.rows().stream().map(row -> row.person().id()).distinct().toList());
        return page;
    }

    @Override
    public int count(BeneficiaryQuery query, int limit) {
        return entitlements.count(query, limit);
    }
}
