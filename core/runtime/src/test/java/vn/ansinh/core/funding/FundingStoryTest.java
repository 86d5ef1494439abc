package vn.ansinh.core.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.NGHE_AN;
import static vn.ansinh.core.SmallCountry.VINH_HUNG;
import static vn.ansinh.core.benefit.ClosedLists.MONTHLY;
import static vn.ansinh.core.payment.PaymentDesk.HUNG;
import static vn.ansinh.core.payment.PaymentDesk.LAN;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.Payrolls.Closing;
import vn.ansinh.api.benefit.Payrolls.Reviewed;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.funding.Allocations;
import vn.ansinh.api.funding.Allocations.Kind;
import vn.ansinh.api.funding.Allocations.Voucher;
import vn.ansinh.api.funding.Balances.Balance;
import vn.ansinh.api.funding.Balances.Need;
import vn.ansinh.api.funding.BudgetCodes;
import vn.ansinh.api.funding.Estimates;
import vn.ansinh.api.funding.FundingRules.Fee;
import vn.ansinh.api.funding.FundingRules.FeeDraft;
import vn.ansinh.api.funding.FundingRules.SettingDraft;
import vn.ansinh.api.funding.FundingRules.SourceDraft;
import vn.ansinh.api.funding.FundingState;
import vn.ansinh.api.funding.Settlements.Figures;
import vn.ansinh.api.funding.Settlements.ReturnDraft;
import vn.ansinh.api.funding.Settlements.Settlement;
import vn.ansinh.api.funding.Settlements.State;
import vn.ansinh.api.funding.Settlements.Undelivered;
import vn.ansinh.api.funding.Submissions.PayrollSubmission;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.benefit.ClosedLists;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.payment.PaymentDesk;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;

/** The money of a year: asked for, given, lacking, used, brought back and accounted for, to the đồng, two people at every step. */
class FundingStoryTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String PROGRAM = ClosedLists.program();
    private static final String FUND = "NSDP-BTXH";
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final Caller COUNTRY = ClosedLists.official("bo", 0);

    private static PaymentDesk desk;
    private static LocalDate today = LocalDate.of(2026, 11, 22);
    private static StoredFundingRules rules;
    private static StoredEstimates estimates;
    private static StoredAllocations allocations;
    private static StoredBalances balances;
    private static StoredSubmissions submissions;
    private static StoredSettlements settlements;
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
        estimates = new StoredEstimates(scoped, all, access, units, codes, clock, Audit.NONE);
        allocations = new StoredAllocations(scoped, all, access, units, codes, clock, Audit.NONE);
        balances = new StoredBalances(all, access, units);
        submissions = new StoredSubmissions(scoped, all, access, units, clock, Audit.NONE);
        settlements = new StoredSettlements(scoped, all, access, units, codes, clock, Audit.NONE);
    }

    @Test
    void moneyIsAskedForGivenUsedBroughtBackAndAccountedForToTheDong() {
        long commune = desk.lists.commune();
        Caller clerk = ClosedLists.official("thao", commune);
        Caller chair = ClosedLists.official("lan", commune);

        // Nobody keeps accounts: nothing is asked, nothing warned of.
        assertFalse(
                as(clerk, () -> balances.outlook(PROGRAM, commune, NOVEMBER)).kept());
        SettingDraft setting =
                new SettingDraft(PROGRAM, HA_TINH, YearMonth.of(2026, 1), true, false, true, false, "Quyết định 1");
        assertEquals("AS-FUNDING-OWN-BUDGET", refusal(HUNG, () -> rules.set(setting)));
        as(COUNTRY, () -> rules.set(setting));
        as(HUNG, () -> rules.setSource(new SourceDraft(PROGRAM, HA_TINH, "", FUND, YearMonth.of(2026, 1))));
        FeeDraft feeDraft = new FeeDraft(
                PROGRAM, HA_TINH, "", new BigDecimal("0.3333"), null, 10, FUND, YearMonth.of(2026, 1), "QĐ 40/UBND");
        assertEquals(
                "AS-FUNDING-ABOVE",
                refusal(clerk, () -> estimates.approve(estimate(clerk, commune), List.of(1L), "x")));

        // The estimate, granted for less.
        long estimate = estimate(clerk, commune);
        Caller beside = ClosedLists.official("ben", desk.lists.commune());
        for (long id : new long[] {estimate, 900_000}) {
            assertEquals("AS-FUNDING", refusal(beside, () -> estimates.withdraw(id, "Không của mình")));
        }
        as(HUNG, () -> estimates.approve(estimate, List.of(8_000_000L), "12/QĐ-STC"));
        assertEquals("AS-FUNDING-DECIDED", refusal(HUNG, () -> estimates.giveBack(estimate, "Nhầm")));

        // Money down the tree.
        give(Kind.BUDGET, HA_TINH, HA_TINH, 5_000_000);
        give(Kind.GIVE, HA_TINH, commune, 1_000_000);
        Balance balance = balance(commune);
        assertEquals(8_000_000, balance.estimated());
        assertEquals(1_000_000, balance.available());
        assertEquals(4_000_000, balance(HA_TINH).available());

        // A list that costs more than is there.
        desk.lists.person("Nguyễn Thị An", commune, "BD", "2026-10");
        long binh = desk.lists.person("Trần Văn Bình", commune, "BD", "2026-10");
        Payroll list = desk.lists.draft(commune, "2026-11");
        Need need = as(clerk, () -> balances.outlook(PROGRAM, commune, NOVEMBER))
                .tooLittle()
                .get(0);
        assertEquals(new Need(commune, FUND, 1_000_000, 2 * MONTHLY), need);
        assertEquals(2 * MONTHLY - 1_000_000, need.missing());

        // Up, back, up again drafted anew, and approved.
        assertEquals("AS-FUNDING-UNAPPROVED", refusal(chair, () -> close(list, true)));
        PayrollSubmission first = as(clerk, () -> submissions.submit(list.id(), list.runId(), ""));
        assertEquals("AS-FUNDING-ABOVE", refusal(chair, () -> submissions.approve(first.id())));
        as(HUNG, () -> submissions.giveBack(first.id(), "Thiếu người mới"));
        Payroll anew = desk.lists.draft(commune, "2026-11");
        PayrollSubmission second = as(clerk, () -> submissions.submit(anew.id(), anew.runId(), "Đã sửa"));
        assertEquals("AS-FUNDING-SUBMITTED", refusal(clerk, () -> submissions.submit(anew.id(), anew.runId(), "")));
        var standing = as(HUNG, () -> submissions.standings(PROGRAM, commune, NOVEMBER))
                .get(0);
        assertEquals(second.id(), standing.submission().id());
        assertEquals(need.missing(), standing.missing());
        as(HUNG, () -> submissions.approve(second.id()));

        // The shortfall is told before closing; with more money there is none.
        assertEquals("AS-FUNDING-SHORTFALL", refusal(chair, () -> close(anew, false)));
        give(Kind.GIVE, HA_TINH, commune, 500_000);
        assertEquals(
                List.of(),
                as(chair, () -> balances.outlook(PROGRAM, commune, NOVEMBER)).tooLittle());
        assertEquals(2 * MONTHLY, as(chair, () -> close(anew, false)).total());
        assertEquals(1_500_000 - 2 * MONTHLY, balance(commune).available());

        // One is paid, one is not there; the post gives the money back, and gets its fee for what it paid.
        PaymentOrder order = desk.handOver(desk.order(commune, "BD", "2026-11"));
        desk.paid(order, 1);
        desk.unpaid(order, 2, "C03");
        assertEquals(
                List.of(new Undelivered(commune, 2026, FUND, 2 * MONTHLY, MONTHLY, MONTHLY, 0, MONTHLY)),
                as(LAN, () -> settlements.undelivered(order.id())));
        assertEquals("AS-FUNDING-RETURN", refusal(LAN, () -> settlements.recordReturn(back(order, MONTHLY + 1))));
        as(LAN, () -> settlements.recordReturn(back(order, MONTHLY)));
        assertEquals("AS-FUNDING-RETURN", refusal(LAN, () -> settlements.recordReturn(back(order, 1))));
        Fee fee = as(HUNG, () -> rules.setFee(feeDraft));
        as(LAN, () -> desk.orders.settle(order.id()));
        assertEquals(1_800, fee.of(MONTHLY, 1), "540.000 × 0,3333 % = 1.799,82");
        assertEquals(1_800, balance(commune).fee());
        assertEquals("AS-FUNDING-CHARGED", refusal(HUNG, () -> rules.setFee(feeDraft)));

        // The accounts of the month.
        Settlement drafted = as(clerk, () -> settlements.draft(PROGRAM, commune, NOVEMBER));
        Figures november =
                new Figures(1_500_000, 0, 0, 2 * MONTHLY, 0, MONTHLY, MONTHLY, 0, 0, MONTHLY, 1_800, 0, 0, 0, 0, 0, 0);
        assertEquals(november, figures(drafted));
        assertEquals(1_500_000 - MONTHLY - 1_800, november.left());
        give(Kind.GIVE, HA_TINH, commune, 1_000);
        assertEquals("AS-FUNDING-MOVED", refusal(clerk, () -> settlements.send(drafted.id())));
        as(clerk, () -> settlements.draft(PROGRAM, commune, NOVEMBER));
        as(clerk, () -> settlements.send(drafted.id()));
        assertEquals("AS-FUNDING-ABOVE", refusal(chair, () -> settlements.accept(drafted.id())));
        assertEquals(
                State.ACCEPTED, as(HUNG, () -> settlements.accept(drafted.id())).state());
        assertEquals("AS-FUNDING-SETTLED", refusal(clerk, () -> settlements.draft(PROGRAM, commune, NOVEMBER)));
        assertEquals("AS-FUNDING-SETTLED", refusal(COUNTRY, () -> rules.set(setting)));

        // Bình had died: his November is cancelled by December's list, and stands in December's accounts.
        desk.lists.died(binh, "2026-10-30");
        turnTo("2026-12-20");
        Payroll december = desk.lists.draft(commune, "2026-12");
        PayrollSubmission third = as(clerk, () -> submissions.submit(december.id(), december.runId(), ""));
        as(HUNG, () -> submissions.approve(third.id()));
        assertEquals(MONTHLY, as(chair, () -> close(december, false)).total(), "what was cancelled pays for it");
        Settlement last = as(clerk, () -> settlements.draft(PROGRAM, commune, DECEMBER));
        Figures since = last.rows().get(0).period();
        assertEquals(new Figures(0, 0, 0, MONTHLY, MONTHLY, 0, -MONTHLY, 0, MONTHLY, 0, 0, 0, 0, 0, 0, 0, 0), since);
        Figures year = figures(last);
        assertTrue(year.agrees());
        assertEquals(ledger(commune), year.closed() - year.cancelled());
        assertEquals(year.left() - year.owed(), balance(commune).available());
        turnTo("2026-11-22");
        nothingThatWasDecidedChanges(commune);
    }

    @Test
    void ofTwoWhoGiveAwayTheLastMoneyAtOnceOneIsRefused() throws Exception {
        YearMonth january = YearMonth.of(2026, 1);
        Caller mai = ClosedLists.official("mai", NGHE_AN);
        Caller nga = ClosedLists.official("nga", NGHE_AN);
        as(COUNTRY, () -> rules.set(new SettingDraft(PROGRAM, NGHE_AN, january, true, false, false, true, "QĐ 2")));
        as(nga, () -> allocations.approve(propose(mai, Kind.BUDGET, NGHE_AN, NGHE_AN, 1_000_000)));
        as(COUNTRY, () -> rules.set(new SettingDraft(PROGRAM, NGHE_AN, january, false, false, false, true, "QĐ 3")));
        long one = propose(mai, Kind.GIVE, NGHE_AN, VINH_HUNG, 600_000);
        long other = propose(mai, Kind.GIVE, NGHE_AN, VINH_HUNG, 600_000);
        assertEquals(List.of("", "AS-FUNDING-UNSPENT"), atOnce(nga, one, other));
        assertEquals(600_000, balance(VINH_HUNG).available());

        // No more comes back than is unspent, whoever asks.
        assertEquals(
                "AS-FUNDING-UNSPENT",
                refusal(nga, () -> allocations.approve(propose(mai, Kind.TAKE_BACK, NGHE_AN, VINH_HUNG, 600_001))));
        Caller commune = ClosedLists.official("xa", VINH_HUNG);
        long returned = propose(commune, Kind.RETURN, NGHE_AN, VINH_HUNG, 100_000);
        as(nga, () -> allocations.approve(returned));
        assertEquals(500_000, balance(VINH_HUNG).available());
        assertEquals(500_000, balance(NGHE_AN).available());

        // Here too little money stops the closing, whatever was seen.
        as(nga, () -> rules.setSource(new SourceDraft(PROGRAM, NGHE_AN, "", FUND, january)));
        desk.lists.person("Hồ Thị Yên", VINH_HUNG, "BD", "2026-10");
        Payroll list = desk.lists.draft(VINH_HUNG, "2026-11");
        assertEquals("AS-FUNDING-LACKING", refusal(commune, () -> close(list, true)));
        var seen =
                as(commune, () -> allocations.list(new Allocations.AllocationQuery(PROGRAM, 0, 2026, null, null, 50)));
        assertTrue(seen.rows().stream()
                .flatMap(decision -> decision.draft().lines().stream())
                .allMatch(line -> line.unitId() == VINH_HUNG));
        assertTrue(as(HUNG, () -> allocations.byId(one)).isEmpty(), "another province's decision");
    }

    private static void nothingThatWasDecidedChanges(long commune) {
        long decision = give(Kind.GIVE, HA_TINH, commune, 7);
        for (String statement : List.of(
                "update ansinh.funding_decision set about = 'x' where id = " + decision,
                "update ansinh.funding_line set amount = 8 where decision_id = " + decision,
                "delete from ansinh.funding_line where decision_id = " + decision,
                "insert into ansinh.funding_line (decision_id, no, program, giver_id, unit_id, fund, amount) values ("
                        + decision + ", 2, '" + PROGRAM + "', 1, 2, 'x', 5)")) {
            assertThrows(RuntimeException.class, () -> desk.lists.execute(statement), statement);
        }
        long open = propose(LAN, Kind.GIVE, HA_TINH, commune, 5);
        assertThrows(
                RuntimeException.class,
                () -> desk.lists.execute("update ansinh.funding_decision set state = 'APPROVED', decided_by = 'lan',"
                        + " decided_name = 'Lan', decided_at = now() where id = " + open),
                "who wrote a decision does not approve it, whoever writes the statement");
        assertEquals("AS-FUNDING-NUMBER-USED", refusal(LAN, () -> allocations.propose(number(commune, "Q" + papers))));
        assertEquals(
                FundingState.WITHDRAWN,
                as(LAN, () -> allocations.withdraw(open, "Nhầm xã")).state());
    }

    private static Allocations.AllocationDraft number(long commune, String number) {
        return new Allocations.AllocationDraft(
                PROGRAM,
                Kind.GIVE,
                HA_TINH,
                2026,
                number,
                today,
                Voucher.NONE,
                "",
                List.of(new Allocations.AllocationLine(commune, FUND, BudgetCodes.NONE, 5)));
    }

    private static long estimate(Caller clerk, long commune) {
        return as(
                        clerk,
                        () -> estimates.propose(new Estimates.EstimateDraft(
                                PROGRAM,
                                commune,
                                2026,
                                "Dự toán năm",
                                List.of(new Estimates.EstimateLine(
                                        FUND,
                                        new BudgetCodes(null, "L370", "K398", null, null),
                                        10_000_000,
                                        null,
                                        "")))))
                .id();
    }

    private static long propose(Caller writer, Kind kind, long unit, long to, long amount) {
        return as(
                        writer,
                        () -> allocations.propose(new Allocations.AllocationDraft(
                                PROGRAM,
                                kind,
                                unit,
                                2026,
                                "Q" + ++papers,
                                today,
                                new Voucher("UNC", "7"),
                                "",
                                List.of(new Allocations.AllocationLine(
                                        to, FUND, new BudgetCodes(null, "L370", "K398", null, null), amount)))))
                .id();
    }

    /** Written by Lan, approved by Hùng. */
    private static long give(Kind kind, long unit, long to, long amount) {
        long id = propose(LAN, kind, unit, to, amount);
        assertEquals("AS-FUNDING-SAME-PERSON", refusal(LAN, () -> allocations.approve(id)));
        as(HUNG, () -> allocations.approve(id));
        return id;
    }

    private static ReturnDraft back(PaymentOrder order, long amount) {
        return new ReturnDraft(order.id(), order.unitId(), 2026, FUND, today, new Voucher("BBDC", "3"), amount, "");
    }

    private static Closing close(Payroll list, boolean seen) {
        return desk.lists.payrolls().close(List.of(new Reviewed(list.id(), list.runId())), seen);
    }

    private static Balance balance(long unit) {
        return as(COUNTRY, () -> balances.balances(PROGRAM, unit, 2026)).get(0);
    }

    private static Figures figures(Settlement settlement) {
        assertEquals(1, settlement.rows().size());
        return settlement.rows().get(0).year();
    }

    /** What closed lists owe a commune's people, counted from the lines. */
    private static long ledger(long commune) {
        return DATABASE.transactions().call(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select sum(l.amount - coalesce((select sum(c.amount)"
                            + " from ansinh.payroll_cancellation c where c.month = l.month and c.line_id = l.id"
                            + " and not c.annulled), 0)) from ansinh.payroll_line l join ansinh.payroll y"
                            + " on y.id = l.payroll_id and y.state = 'CLOSED' where y.unit_id = " + commune)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static List<String> atOnce(Caller caller, long... decisions) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(decisions.length);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (long decision : decisions) {
                answers.add(threads.submit(() -> {
                    try {
                        as(caller, () -> allocations.approve(decision));
                        return "";
                    } catch (Problem problem) {
                        return problem.code();
                    }
                }));
            }
            List<String> told = new ArrayList<>();
            for (Future<String> answer : answers) {
                told.add(answer.get());
            }
            return told.stream().sorted().toList();
        } finally {
            threads.shutdownNow();
        }
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
