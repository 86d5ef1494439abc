package vn.ansinh.core.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.NGHE_AN;
import static vn.ansinh.core.benefit.ClosedLists.MONTHLY;
import static vn.ansinh.core.payment.PaymentDesk.HUNG;
import static vn.ansinh.core.payment.PaymentDesk.LAN;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.payment.PaymentChannel.Instruction;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.payment.PaymentOrders.OrderQuery;
import vn.ansinh.api.payment.PaymentOrders.Payable;
import vn.ansinh.api.payment.PaymentOrders.Reconciliation;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.benefit.ClosedLists;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** Money on its way from the closed list to people's hands and back, to the đồng. */
class PaymentStoryTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static PaymentDesk desk;
    private long commune;

    @BeforeAll
    static void open() {
        desk = new PaymentDesk(DATABASE);
    }

    @BeforeEach
    void aCommuneOfItsOwn() {
        desk.turnTo("2026-11-22");
        commune = desk.lists.commune();
    }

    @Test
    void twoMonthsGoOutTogetherThroughThePostAndWhatCameBackGoesOutAgainOnce() {
        desk.lists.person("Nguyễn Thị An", commune, "BD", "2026-10");
        desk.lists.person("Trần Văn Bình", commune, "TM-DCT", "2026-10");
        desk.lists.person("Lê Thị Chi", commune, "BD", "2026-10");
        desk.lists.close(commune, "2026-11");
        assertEquals("AS-PAYMENT-MONTHS", refusal(() -> desk.order(commune, "BD", "2026-11", "2027-01")));
        desk.lists.close(commune, "2026-12");

        PaymentOrder order = desk.order(commune, "BD", "2026-11", "2026-12");
        assertEquals(List.of(YearMonth.of(2026, 11), YearMonth.of(2026, 12)), order.months());
        assertEquals(2, order.items());
        assertEquals(4 * MONTHLY, order.total());
        assertTrue(order.sentLate(), "the list for November was due before 25 October");
        assertEquals("AS-PAYMENT-NOTHING", refusal(() -> desk.order(commune, "BD", "2026-11", "2026-12")));
        assertEquals(
                "AS-PAYMENT-SAME-PERSON",
                refusal(() -> desk.lists.as(LAN, () -> desk.orders.send(order.id(), desk.post.code()))));

        // The server dies after the post office took the order and before we knew.
        desk.lists.as(HUNG, () -> desk.orders.send(order.id(), desk.post.code()));
        assertEquals(PaymentOrderState.SENDING, desk.look(order).state());
        desk.post.sent = 0;
        desk.post.lineBreaks = true;
        assertThrows(IllegalStateException.class, () -> desk.work(desk.sending, order));
        desk.work(desk.sending, order);
        assertEquals(PaymentOrderState.SENT, desk.look(order).state());
        assertEquals(2, desk.post.taken.get(order.number()).size());
        assertEquals(1, desk.post.sent, "asked first, so not sent a second time");

        desk.turnTo("2026-12-05");
        List<Instruction> left = desk.post.taken.get(order.number());
        desk.post.tell(left.get(0), true, null, LocalDate.of(2026, 12, 4));
        desk.post.tell(left.get(1), false, "C03", LocalDate.of(2026, 12, 4));
        desk.submitted.clear();
        assertTrue(desk.lists.as(Caller.SYSTEM, desk.rounds::begin), "nobody typed anything");
        assertFalse(desk.lists.as(Caller.SYSTEM, desk.rounds::begin), "another node does not ask as well");
        desk.lists.as(Caller.SYSTEM, () -> {
            desk.collecting.run(new TriedJob(desk.submitted.get(0).parameters()));
            return null;
        });
        assertEquals(
                List.of("Nguyễn Thị An " + 2 * MONTHLY + " PAID", "Lê Thị Chi " + 2 * MONTHLY + " UNPAID"),
                desk.told(order));

        desk.lists.close(commune, "2027-01");
        PaymentOrder january = desk.order(commune, "BD", "2027-01");
        assertEquals(
                List.of("Nguyễn Thị An " + MONTHLY + " WAITING", "Lê Thị Chi " + 3 * MONTHLY + " WAITING"),
                desk.told(january));
        assertEquals(2 * MONTHLY, january.retried());
        assertFalse(january.sentLate());
        assertEquals(
                "AS-PAYMENT-RESULT",
                refusal(() -> desk.paid(order, 2)),
                "what a later order pays is not paid by the former as well");
        assertAgrees(order, 2 * MONTHLY, 2 * MONTHLY, 0);
        PaymentOrder settled = desk.lists.as(LAN, () -> desk.orders.settle(order.id()));
        assertEquals(PaymentOrderState.SETTLED, settled.state());

        // Given up, the draft lets everything go, and it goes out once all the same.
        desk.lists.as(LAN, () -> {
            desk.orders.withdraw(january.id(), "Chọn nhầm hình thức");
            return null;
        });
        PaymentOrder again = desk.handOver(desk.order(commune, "BD", "2027-01"));
        assertEquals(4 * MONTHLY, again.total());
        desk.paid(again, 1);
        desk.paid(again, 2);
        assertAgrees(again, 4 * MONTHLY, 0, 0);
    }

    @Test
    void whatIsNotDueAnyMoreDoesNotGoOutAgainAndAWrongAccountIsCorrected() {
        long an = desk.lists.person("Nguyễn Thị An", commune, "TKNH", "2026-10");
        long binh = desk.lists.person("Trần Văn Bình", commune, "TKNH", "2026-10");
        desk.lists.person("Lê Thị Chi", commune, "TKNH", "2026-10");
        desk.lists.close(commune, "2026-11");
        PaymentOrder november = desk.handOver(desk.order(commune, "TKNH", "2026-11"));
        assertEquals(
                List.of("Nguyễn Thị An 540000 WAITING", "Trần Văn Bình 540000 WAITING", "Lê Thị Chi 540000 WAITING"),
                desk.told(november));
        desk.unpaid(november, 1, "C09");
        desk.unpaid(november, 2, "C06");
        desk.paid(november, 3);

        // She died before November; his account was wrong, and he wants cash now.
        desk.lists.died(an, "2026-10-15");
        desk.lists.paidBy(binh, "TM-DCT", null);
        assertEquals(
                "AS-PAYMENT-NOTHING",
                refusal(() -> desk.order(commune, "TM-DCT", "2026-12")),
                "what came back waits for the closing, which knows of the death");
        desk.lists.close(commune, "2026-12");

        PaymentOrder byAccount = desk.order(commune, "TKNH", "2026-12");
        assertEquals(List.of("Lê Thị Chi " + MONTHLY + " WAITING"), desk.told(byAccount));
        PaymentOrder cash = desk.order(commune, "TM-DCT", "2026-12");
        assertEquals(List.of("Trần Văn Bình " + 2 * MONTHLY + " WAITING"), desk.told(cash));
        assertAgrees(november, MONTHLY, MONTHLY, MONTHLY);
        assertEquals("AS-PAYMENT-RESULT", refusal(() -> desk.paid(november, 1)), "the money was cancelled");
        assertEquals("AS-PAYMENT-RESULT", refusal(() -> desk.paid(november, 2)), "the money goes out in cash");
    }

    @Test
    void aLineGoesIntoOneOrderHoweverManyPressTheButton() throws Exception {
        for (String name : List.of("An", "Bình", "Chi", "Dung")) {
            desk.lists.person("Nguyễn Thị " + name, commune, "TM-DCT", "2026-10");
        }
        desk.lists.close(commune, "2026-11");
        ExecutorService officials = Executors.newFixedThreadPool(3);
        try {
            Callable<String> press = () -> refusal(() -> desk.order(commune, "TM-DCT", "2026-11"));
            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : officials.invokeAll(List.of(press, press, press))) {
                outcomes.add(outcome.get());
            }
            assertEquals(1, outcomes.stream().filter("none"::equals).count(), outcomes.toString());
        } finally {
            officials.shutdown();
        }
        PaymentOrder order = desk.lists
                .as(LAN, () -> desk.orders.orders(new OrderQuery(null, commune, null, null, null, 10)))
                .orders()
                .get(0);
        assertEquals(4 * MONTHLY, order.total());
        assertThrows(
                RuntimeException.class,
                () -> desk.lists.execute(
                        "insert into ansinh.payment_item_line (month, line_id, attempt, order_id, item, amount)"
                                + " select month, line_id, 2, order_id, item, amount from ansinh.payment_item_line where order_id = "
                                + order.id()),
                "the database itself refuses to pay a line again that has not come back");
    }

    @Test
    void aRefusedOrderIsADraftAgainAndNobodyElsewhereSeesIt() {
        desk.lists.person("Nguyễn Thị An", commune, "BD", "2026-10");
        desk.lists.person("Trần Văn Bình", commune, "TM-DCT", "2026-10");
        desk.lists.close(commune, "2026-11");
        Payable payable = desk.lists.as(
                LAN, () -> desk.orders.payable(ClosedLists.program(), commune, List.of(YearMonth.of(2026, 11))));
        assertEquals(
                List.of("BD " + MONTHLY, "TM-DCT " + MONTHLY),
                payable.methods().stream()
                        .map(total -> total.method() + " " + total.fresh())
                        .toList());
        PaymentOrder order = desk.order(commune, "BD", "2026-11");
        desk.lists.as(HUNG, () -> desk.orders.send(order.id(), desk.post.code()));
        desk.post.refuses = true;
        assertEquals("THU", refusal(() -> desk.work(desk.sending, order)));
        desk.post.refuses = false;
        PaymentOrder refused = desk.look(order);
        assertEquals(PaymentOrderState.DRAFT, refused.state());
        assertEquals("Địa bàn chưa có hợp đồng chi trả.", refused.note());

        Caller elsewhere = ClosedLists.official("elsewhere", NGHE_AN);
        assertTrue(desk.lists.as(elsewhere, () -> desk.orders.byId(order.id())).isEmpty());
        assertEquals(
                "AS-PAYMENT-UNKNOWN",
                refusal(() -> desk.lists.as(elsewhere, () -> desk.orders.send(order.id(), null))));
        Caller reader = new Caller("reader", "Người xem", HA_TINH, Set.of("payment.read"));
        assertEquals(
                "AS-ACCESS-PERMISSION", refusal(() -> desk.lists.as(reader, () -> desk.orders.send(order.id(), null))));
    }

    private void assertAgrees(PaymentOrder order, long paid, long retried, long cancelled) {
        Reconciliation sums = desk.lists.as(LAN, () -> desk.orders.reconciliation(order.id()));
        assertTrue(sums.agrees(), sums.toString());
        assertEquals(paid, sums.paid());
        assertEquals(retried, sums.unpaidRetried());
        assertEquals(cancelled, sums.unpaidCancelled());
        assertEquals(0, sums.outstanding());
        assertEquals(sums.ordered(), sums.closed() + sums.retried());
    }

    private static String refusal(Callable<?> work) {
        try {
            work.call();
            return "none";
        } catch (Problem problem) {
            return problem.code();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
