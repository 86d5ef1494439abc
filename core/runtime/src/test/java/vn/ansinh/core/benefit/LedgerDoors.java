package vn.ansinh.core.benefit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Entitlements.BeneficiaryQuery;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.benefit.Payrolls.LineFilter;
import vn.ansinh.api.benefit.Payrolls.LineQuery;
import vn.ansinh.api.benefit.Payrolls.MovementQuery;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.benefit.Receivables;
import vn.ansinh.api.benefit.Receivables.ReceivableQuery;
import vn.ansinh.api.benefit.Receivables.Recovery;
import vn.ansinh.api.benefit.RecoveryDecision.Instalment;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.payment.PaymentOrders.ItemQuery;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.benefit.AuditDoorsTest.Door;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.fact.AuditedFacts;
import vn.ansinh.core.payment.AuditedPaymentOrders;
import vn.ansinh.core.payment.Channels;
import vn.ansinh.core.payment.StoredPaymentOrders;

/** The doors of rights, ledger and payments, for the test that looks at all doors. */
final class LedgerDoors {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final Office office;
    private final Transactions scoped;
    private final Transactions all;
    private final Audit audit;
    private final long commune;
    private final Map<String, Door> doors = new LinkedHashMap<>();

    LedgerDoors(Office office, Transactions scoped, Transactions all, Audit audit, long commune) {
        this.office = office;
        this.scoped = scoped;
        this.all = all;
        this.audit = audit;
        this.commune = commune;
    }

    /**
     * Pays from September to December and finds out in between that one has died.
     *
     * @param dead died in August
     * @param alive whose right goes on
     * @param unknown whose degree nobody told
     */
    Map<String, Door> of(long dead, long alive, long unknown) {
        Receivables receivables = new AuditedReceivables(office.receivables, all, office.access, audit);
        Payrolls payrolls = new AuditedPayrolls(office.payrolls, scoped, audit);
        Entitlements entitlements = new AuditedEntitlements(office.entitlements, scoped, office.access, audit);
        Facts facts = new AuditedFacts(office.facts, scoped, office.access, audit);
        office.month(commune, "2026-09");
        office.postOffice.collected(office.postOffice.send(commune, "2026-09"));
        office.month(commune, "2026-10");
        long order = office.postOffice.send(commune, "2026-10");
        office.died(dead, "2026-08-30");
        office.month(commune, "2026-11");
        office.postOffice.cameBack(order, "person_id = " + dead);
        office.month(commune, "2026-12");
        Receivable owed = office.asSystem(() -> receivables
                .list(new ReceivableQuery(Office.PROGRAM, commune, Receivable.State.PROPOSED, dead, null, 10))
                .rows()
                .get(0));
        long decision = office.asSystem(() -> receivables.decide(new Recovery(
                List.of(owed.id()),
                "12/QĐ-TT",
                Office.TODAY,
                owed.amount(),
                "Hà Văn Lâm (con trai)",
                List.of(new Instalment(LocalDate.of(2027, 1, 15), owed.amount())))));
        person(
                "Receivables.list",
                dead,
                () -> receivables.list(new ReceivableQuery(Office.PROGRAM, commune, null, 0, null, 100)));
        person("Receivables.byId", dead, () -> receivables.byId(owed.id()));
        person("Receivables.decision", dead, () -> receivables.decision(decision));
        person("Receivables.decisions", dead, () -> receivables.decisions(Office.PROGRAM, commune, 0, 10));
        person("Receivables.decisions of one", dead, () -> receivables.decisions(Office.PROGRAM, commune, dead, 10));
        person(
                "Receivables.cancellations",
                dead,
                () -> receivables.cancellations(Office.PROGRAM, commune, YearMonth.of(2026, 12), 10));
        person(
                "Payrolls.lines",
                alive,
                () -> payrolls.lines(new LineQuery(Office.PROGRAM, commune, NOVEMBER, "", LineFilter.ALL, null, 100)));
        person(
                "Payrolls.movements",
                dead,
                () -> payrolls.movements(new MovementQuery(Office.PROGRAM, commune, NOVEMBER, null, null, 100)));
        person(
                "Payrolls.notices",
                unknown,
                () -> payrolls.notices(Office.PROGRAM, commune, YearMonth.of(2026, 12), 10));
        person("Payrolls.noticesOf", unknown, () -> payrolls.noticesOf(unknown, 10));
        long right = office.asSystem(() -> office.entitlements.ofPerson(alive))
                .get(0)
                .id();
        person("Payrolls.history", alive, () -> payrolls.history(right, 10));
        person("Entitlements.byId", alive, () -> entitlements.byId(right));
        person("Entitlements.ofPerson", alive, () -> entitlements.ofPerson(alive));
        office.execute(
                "update ansinh.entitlement set account_number = '0123456789', bank = 'VCB' where person_id = " + alive);
        person("Entitlements.accountsOf", alive, () -> entitlements.accountsOf(alive));
        person("Entitlements.events", alive, () -> entitlements.events(right));
        office.decide(said -> office.entitlements.suspend(right, YearMonth.of(2027, 3), said), "G08");
        person("Entitlements.suspensions", alive, () -> entitlements.suspensions(right));
        person(
                "Entitlements.beneficiaries",
                alive,
                () -> entitlements.beneficiaries(
                        new BeneficiaryQuery(Office.PROGRAM, commune, "", null, NOVEMBER, null, 100)));
        person("Facts.of", alive, () -> facts.of(Subject.person(alive)));
        payments(order, alive);
        return doors;
    }

    private void payments(long order, long id) {
        PaymentOrders orders = new AuditedPaymentOrders(
                new StoredPaymentOrders(
                        scoped,
                        all,
                        office.access,
                        office.units,
                        CoreCodeLists.read(),
                        new Channels(List.of()),
                        null,
                        office.clock),
                all,
                office.access,
                audit);
        person("PaymentOrders.items", id, () -> orders.items(new ItemQuery(order, "", null, null, 100)));
        person("PaymentOrders.ofPerson", id, () -> orders.ofPerson(id, 10));
    }

    private void person(String door, long id, Callable<?> way) {
        doors.put(door, new Door("person", id, way));
    }
}
