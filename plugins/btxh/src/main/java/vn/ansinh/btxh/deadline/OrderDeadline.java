package vn.ansinh.btxh.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.payment.PaymentOrders;

/** What has to happen to the payment orders of a month: the unit that made them answers for it. Of two months paid together the first counts. */
public final class OrderDeadline extends StatedDeadline {

    private static final int PAGE = 200;

    private final Predicate<PaymentOrder> concerned;
    private final Function<PaymentOrder, Instant> done;
    private final Access access;
    private final PaymentOrders orders;

    private OrderDeadline(
            String id,
            String name,
            String basis,
            DueRule rule,
            Predicate<PaymentOrder> concerned,
            Function<PaymentOrder, Instant> done,
            Access access,
            PaymentOrders orders) {
        super(id, name, basis, rule);
        this.concerned = concerned;
        this.done = done;
        this.access = access;
        this.orders = orders;
    }

    /** Orders leave before the 25th of the month before. */
    public static OrderDeadline sending(Access access, PaymentOrders orders) {
        return new OrderDeadline(
                "btxh.lenh-chi",
                "Gửi lệnh chi trả",
                "Nghị định 20/2021/NĐ-CP Điều 34 khoản 4",
                DueRule.onDay(Cadence.MONTH, -1, 24),
                order -> order.state() != PaymentOrderState.WITHDRAWN,
                PaymentOrder::sentAt,
                access,
                orders);
    }

    /** Results are back before the 20th. */
    public static OrderDeadline results(Access access, PaymentOrders orders) {
        return new OrderDeadline(
                "btxh.ket-qua",
                "Nhận đủ kết quả chi trả",
                "Nghị định 20/2021/NĐ-CP Điều 34 khoản 5",
                DueRule.onDay(Cadence.MONTH, 0, 19),
                order -> order.state().left(),
                order -> order.outstandingItems() == 0 ? order.resultsAt() : null,
                access,
                orders);
    }

    /** Done when all of a unit's orders are: at the last one's moment. */
    @Override
    public List<Standing> standings(long unitId, LocalDate period) {
        if (!access.require().may(Permissions.PAYMENT_READ)) {
            return List.of();
        }
        Map<Long, Standing> standings = new LinkedHashMap<>();
        for (PaymentOrder order : of(unitId, YearMonth.from(period))) {
            standings.merge(
                    order.unitId(),
                    new Standing(order.unitId(), done.apply(order)),
                    (one, other) -> new Standing(one.unitId(), last(one.doneAt(), other.doneAt())));
        }
        return List.copyOf(standings.values());
    }

    private static Instant last(Instant one, Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }

    private List<PaymentOrder> of(long unitId, YearMonth month) {
        List<PaymentOrder> found = new ArrayList<>();
        String cursor = null;
        do {
            PaymentOrders.OrderPage page =
                    orders.orders(new PaymentOrders.OrderQuery(program(), unitId, month, null, cursor, PAGE));
            page.orders().stream()
                    .filter(concerned)
                    .filter(order -> order.months().get(0).equals(month))
                    .forEach(found::add);
            cursor = page.next();
        } while (cursor != null);
        return found;
    }
}
