package vn.ansinh.core.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.benefit.ClosedLists.MONTHLY;
import static vn.ansinh.core.payment.PaymentDesk.HUNG;
import static vn.ansinh.core.payment.PaymentDesk.LAN;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.benefit.Receivables.ReceivableQuery;
import vn.ansinh.api.benefit.Receivables.Recovery;
import vn.ansinh.api.benefit.RecoveryDecision.Receipt;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.funding.Allocations;
import vn.ansinh.api.funding.Allocations.Kind;
import vn.ansinh.api.funding.Allocations.Voucher;
import vn.ansinh.api.funding.BudgetCodes;
import vn.ansinh.api.funding.FundingRules.FeeDraft;
import vn.ansinh.api.funding.FundingRules.SettingDraft;
import vn.ansinh.api.funding.FundingRules.SourceDraft;
import vn.ansinh.api.funding.Settlements.Figures;
import vn.ansinh.api.funding.Settlements.Settlement;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.benefit.ClosedLists;
import vn.ansinh.core.benefit.StoredReceivables;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.payment.PaymentDesk;
import vn.ansinh.core.payment.Sql;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;

/** A year ends: what people gave back is accounted for by source, to the đồng and once; what is left goes on or goes back. */
class FundingYearEndTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String PROGRAM = ClosedLists.program();
    private static final String LOCAL = "NSDP-BTXH";
    private static final String CENTRAL = "NSTW-BTXH";
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final Caller COUNTRY = ClosedLists.official("bo", 0);

    private static PaymentDesk desk;
    private static LocalDate today = LocalDate.of(2026, 11, 22);
    private static StoredFundingRules rules;
    private static StoredAllocations allocations;
    private static StoredBalances balances;
    private static StoredSettlements settlements;
    private static StoredReceivables receivables;
    private static int papers;

    @BeforeAll
    static void open() {
        desk = new PaymentDesk(DATABASE);
        Clock clock = new DeskClock(() -> today);
        Transactions scoped = DATABASE.scopedBy(desk.lists.access());
        Transactions all = DATABASE.transactions();
        CodeLists codes = CoreCodeLists.read();
        var access = desk.lists.access();
        var units = desk.lists.units();
        rules = new StoredFundingRules(all, access, units, codes, clock, Audit.NONE);
        allocations = new StoredAllocations(scoped, all, access, units, codes, clock, Audit.NONE);
        balances = new StoredBalances(all, access, units);
        settlements = new StoredSettlements(scoped, all, access, units, codes, clock, Audit.NONE);
        receivables = new StoredReceivables(all, access, units);
        as(COUNTRY, () -> rules.set(new SettingDraft(PROGRAM, HA_TINH, JANUARY, true, false, false, false, "QĐ 1")));
        as(HUNG, () -> rules.setSource(new SourceDraft(PROGRAM, HA_TINH, "", LOCAL, JANUARY)));
        as(HUNG, () -> rules.setSource(new SourceDraft(PROGRAM, HA_TINH, "", CENTRAL, YearMonth.of(2026, 11))));
        give(Kind.BUDGET, HA_TINH, LOCAL, 10_000_000);
        give(Kind.BUDGET, HA_TINH, CENTRAL, 10_000_000);
    }

    @Test
    void whatWasPaidTooMuchStandsInTheAccountsOfTheSourceThatPaidIt() {
        turnTo("2026-11-22");
        long commune = desk.lists.commune();
        give(Kind.GIVE, commune, LOCAL, 2_000_000);
        give(Kind.GIVE, commune, CENTRAL, 3_000_000);
        desk.lists.person("Lê Thị Còn", commune, "BD", "2026-09");
        long dead = desk.lists.person("Lê Văn Mất", commune, "BD", "2026-09");
        desk.lists.close(commune, "2026-10", "2026-11");
        PaymentOrder order = desk.handOver(desk.order(commune, "BD", "2026-10", "2026-11"));
        desk.paid(order, 1);
        desk.paid(order, 2);
        as(LAN, () -> desk.orders.settle(order.id()));

        // He had died in September: two months from two sources, asked back by one decision, given back in three parts.
        desk.lists.died(dead, "2026-09-20");
        turnTo("2026-12-20");
        desk.lists.close(commune, "2026-12");
        List<Long> proposed = as(
                        LAN,
                        () -> receivables.list(
                                new ReceivableQuery(PROGRAM, commune, Receivable.State.PROPOSED, dead, null, 10)))
                .rows()
                .stream()
                .map(Receivable::id)
                .toList();
        long debt = as(
                LAN,
                () -> receivables.decide(new Recovery(proposed, "7/QĐ", today, 2 * MONTHLY, "Lê Thị Con", List.of())));
        received(debt, "2026-12-21", 600_001, "PT1");
        assertEquals(
                Map.of(LOCAL, MONTHLY, CENTRAL, 600_001 - MONTHLY),
                recovered(as(LAN, () -> settlements.draft(PROGRAM, commune, YearMonth.of(2026, 12)))));

        // A part of January counts for December's accounts; once they are accepted, what comes to light is of the next
        // year.
        turnTo("2027-01-25");
        received(debt, "2027-01-20", 99_999, "PT2");
        Settlement year = accepted(commune, YearMonth.of(2026, 12));
        assertEquals(Map.of(LOCAL, MONTHLY, CENTRAL, 160_000L), recovered(year));
        Figures central = figures(year, CENTRAL);
        assertEquals(2 * MONTHLY - 160_000, central.spent());
        assertEquals(3_000_000 - 2 * MONTHLY, central.left() - central.owed() + MONTHLY, "it goes to the budget");
        received(debt, "2026-12-30", 80_000, "PT3");
        received(debt, "2027-02-01", 300_000, "PT4");
        turnTo("2027-03-15");
        Settlement february = accepted(commune, YearMonth.of(2027, 2));
        assertEquals(380_000, figures(february, CENTRAL).recoveredFormer());
        assertEquals(0, figures(february, CENTRAL).recovered());
        assertEquals(
                ledger(debt),
                recovered(year).values().stream().mapToLong(Long::longValue).sum()
                        + figures(february, CENTRAL).recoveredFormer(),
                "every đồng once");
    }

    @Test
    void whatReachesPeopleAfterTheAccountsStandsInTheNextOnesAndOnce() {
        turnTo("2026-11-22");
        long commune = desk.lists.commune();
        give(Kind.GIVE, commune, CENTRAL, 3_000_000);
        as(
                HUNG,
                () -> rules.setFee(new FeeDraft(
                        PROGRAM, commune, "", BigDecimal.ONE, null, 1, CENTRAL, YearMonth.of(2026, 11), "QĐ 3")));
        desk.lists.person("Lê Thị Có", commune, "BD", "2026-10");
        desk.lists.person("Lê Thị Vắng", commune, "BD", "2026-10");
        desk.lists.close(commune, "2026-11");
        PaymentOrder order = desk.handOver(desk.order(commune, "BD", "2026-11"));
        desk.paid(order, 1);
        desk.unpaid(order, 2, "C03");
        as(LAN, () -> desk.orders.settle(order.id()));
        turnTo("2027-02-10");
        Figures year = figures(accepted(commune, YearMonth.of(2026, 12)), CENTRAL);
        assertEquals(List.of(MONTHLY, MONTHLY, MONTHLY / 100), List.of(year.paid(), year.owed(), year.fee()));

        // she comes in March, and is paid from what the old year has left
        turnTo("2027-03-10");
        PaymentOrder again = desk.handOver(desk.order(commune, "BD", "2026-11"));
        desk.paid(again, 1);
        as(LAN, () -> desk.orders.settle(again.id()));
        Figures march = figures(accepted(commune, YearMonth.of(2027, 3)), CENTRAL);
        assertEquals(
                List.of(MONTHLY, MONTHLY / 100, 0L, 0L),
                List.of(march.paidFormer(), march.feeFormer(), march.paid(), march.left()));
        turnTo("2028-01-10");
        Settlement december = accepted(commune, YearMonth.of(2027, 12));
        assertEquals(0, december.rows().get(0).period().paidFormer());
        assertEquals(MONTHLY, december.rows().get(0).year().paidFormer());
        turnTo("2028-02-10");
        assertEquals(
                List.of(),
                as(LAN, () -> settlements.draft(PROGRAM, commune, YearMonth.of(2028, 2)))
                        .rows());
    }

    @Test
    void whatIsLeftIsCarriedOverByItsClauseOrGoesBack() {
        turnTo("2026-11-22");
        long commune = desk.lists.commune();
        give(Kind.GIVE, commune, LOCAL, 1_000_000);
        assertEquals(
                "AS-FUNDING-CARRY-EARLY", refusal(LAN, () -> allocations.propose(carry(commune, LOCAL, 1, "Điều 43"))));
        turnTo("2027-01-10");
        assertEquals("AS-FUNDING-CARRY-CLAUSE", refusal(LAN, () -> allocations.propose(carry(commune, LOCAL, 1, " "))));
        Caller chair = ClosedLists.official("chu-tich", commune);
        Caller clerk = ClosedLists.official("ke-toan", commune);
        long kept = as(clerk, () -> allocations.propose(carry(commune, LOCAL, 700_000, "Nghị quyết 5, Điều 2")))
                .id();
        assertEquals("AS-FUNDING-ABOVE", refusal(chair, () -> allocations.approve(kept)));
        as(HUNG, () -> allocations.approve(kept));
        long more = as(clerk, () -> allocations.propose(carry(commune, LOCAL, 300_001, "Nghị quyết 5, Điều 2")))
                .id();
        assertEquals("AS-FUNDING-UNSPENT", refusal(HUNG, () -> allocations.approve(more)));
        give(Kind.RETURN, commune, LOCAL, 300_000);
        assertEquals(0, available(commune, 2026));
        assertEquals(700_000, available(commune, 2027));

        Figures before = figures(as(LAN, () -> settlements.draft(PROGRAM, commune, YearMonth.of(2026, 12))), LOCAL);
        assertEquals(
                List.of(1_000_000L, 300_000L, 700_000L, 0L),
                List.of(before.received(), before.returned(), before.carriedOut(), before.left()));
        Figures after = figures(as(LAN, () -> settlements.draft(PROGRAM, commune, YearMonth.of(2027, 1))), LOCAL);
        assertEquals(List.of(700_000L, 0L, 700_000L), List.of(after.carriedIn(), after.received(), after.left()));
    }

    private static Settlement accepted(long commune, YearMonth through) {
        Settlement drafted = as(LAN, () -> settlements.draft(PROGRAM, commune, through));
        as(LAN, () -> settlements.send(drafted.id()));
        return as(HUNG, () -> settlements.accept(drafted.id()));
    }

    private static Map<String, Long> recovered(Settlement settlement) {
        Map<String, Long> sums = new TreeMap<>();
        settlement.rows().forEach(row -> sums.put(row.fund(), row.year().recovered()));
        return sums;
    }

    private static Figures figures(Settlement settlement, String fund) {
        return settlement.rows().stream()
                .filter(row -> row.fund().equals(fund))
                .findFirst()
                .orElseThrow()
                .year();
    }

    private static void received(long debt, String day, long amount, String document) {
        as(LAN, () -> {
            receivables.receive(debt, new Receipt(LocalDate.parse(day), amount, document));
            return null;
        });
    }

    /** What came in on a decision, counted from the receipts. */
    private static long ledger(long debt) {
        return DATABASE.transactions()
                .call(connection -> Sql.of(
                                "select sum(amount)::bigint from ansinh.receivable_receipt where decision_id = ?", debt)
                        .one(connection, row -> row.getLong(1)));
    }

    private static long available(long unit, int year) {
        return as(COUNTRY, () -> balances.balances(PROGRAM, unit, year)).get(0).available();
    }

    private static Allocations.AllocationDraft carry(long unit, String fund, long amount, String clause) {
        return paper(Kind.CARRY_OVER, unit, unit, fund, amount, clause);
    }

    private static Allocations.AllocationDraft paper(
            Kind kind, long owner, long unit, String fund, long amount, String about) {
        return new Allocations.AllocationDraft(
                PROGRAM,
                kind,
                owner,
                2026,
                "N" + ++papers,
                today,
                Voucher.NONE,
                about,
                List.of(new Allocations.AllocationLine(unit, fund, BudgetCodes.NONE, amount)));
    }

    /** Written by Lan, approved by Hùng. */
    private static void give(Kind kind, long unit, String fund, long amount) {
        long id = as(LAN, () -> allocations.propose(paper(kind, HA_TINH, unit, fund, amount, "")))
                .id();
        as(HUNG, () -> allocations.approve(id));
    }

    private static void turnTo(String day) {
        today = LocalDate.parse(day);
        desk.turnTo(day);
    }

    private static <T> T as(Caller caller, Callable<T> work) {
        return desk.lists.as(caller, work);
    }

    private static String refusal(Caller caller, Callable<?> work) {
        return assertThrows(Problem.class, () -> as(caller, work)).code();
    }
}
