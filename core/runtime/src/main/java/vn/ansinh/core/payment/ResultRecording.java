package vn.ansinh.core.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.sql.CopyIn;

/** Checks the results of one order as a whole, and writes them. The order's row is locked meanwhile. */
final class ResultRecording {

    /** How the staged results differ from what is recorded; {@code final} results stay as they are. */
    private static final String DIFFERS = " from pg_temp.payment_result s"
            + " join ansinh.payment_item t on t.month = ? and t.order_id = ? and t.item = s.item"
            + " where (t.state, t.reason, t.day, t.collected_by)"
            + " is distinct from (s.state, s.reason, s.day, s.collected_by)";

    private final Connection connection;
    private final PaymentOrder order;
    private final Clock clock;

    /** @param order locked by this transaction */
    ResultRecording(Connection connection, PaymentOrder order, Clock clock) {
        this.connection = connection;
        this.order = order;
        this.clock = clock;
    }

    /** @throws Problem CONFLICT unless the order waits for results */
    void requireSent() {
        if (order.state() == PaymentOrderState.SETTLED) {
            throw Problem.conflict(
                    "AS-PAYMENT-SETTLED", "Lệnh " + order.number() + " đã quyết toán nên kết quả không sửa được nữa.");
        }
        if (order.state() != PaymentOrderState.SENT) {
            throw Problem.conflict(
                    "AS-PAYMENT-NOT-SENT",
                    "Lệnh " + order.number() + " chưa được gửi nên chưa có kết quả chi trả để ghi.");
        }
    }

    /**
     * Puts results beside the order.
     *
     * @return what is wrong with them, by row; empty when all may be written
     */
    Map<Integer, List<String>> stage(List<ReadResult> results) throws SQLException {
        Sql.of(
                        "create temporary table if not exists payment_result (ord integer, item integer, state text, reason text,"
                                + " day date, collected_by text, amount bigint) on commit drop")
                .execute(connection);
        Sql.of("truncate pg_temp.payment_result").execute(connection);
        try (CopyIn copy = CopyIn.into(connection, "pg_temp.payment_result")) {
            for (ReadResult result : results) {
                copy.row(
                        result.row(),
                        result.item(),
                        result.paid() ? "PAID" : "UNPAID",
                        result.paid() ? null : result.reason(),
                        result.day(),
                        result.paid() ? Vietnamese.normalize(result.collectedBy()) : null,
                        result.amount());
            }
            copy.finish();
        }
        lockCorrected();
        Map<Integer, List<String>> faults = new TreeMap<>();
        checkDays(results, faults);
        checkItems(faults);
        return faults;
    }

    /** Closings cancel what is unpaid, and lock the lists of what they cancel: a correction comes before or after. */
    private void lockCorrected() throws SQLException {
        Sql.of(
                        "select from ansinh.payroll y where y.id in (select l.payroll_id from pg_temp.payment_result s"
                                + " join ansinh.payment_item t on t.month = ? and t.order_id = ? and t.item = s.item"
                                + " join ansinh.payment_item_line i on i.order_id = t.order_id and i.item = t.item"
                                + " join ansinh.payroll_line l on l.month = i.month and l.id = i.line_id"
                                + " where t.state = 'UNPAID' and s.state = 'PAID') order by y.id for key share",
                        first(),
                        order.id())
                .execute(connection);
    }

    private YearMonth first() {
        return order.months().get(0);
    }

    private void checkDays(List<ReadResult> results, Map<Integer, List<String>> faults) {
        LocalDate today = LocalDate.now(clock);
        LocalDate sent = LocalDate.ofInstant(order.sentAt(), clock.getZone());
        for (ReadResult result : results) {
            if (result.day().isAfter(today)) {
                fault(faults, result.row(), "Ngày " + Vietnamese.day(result.day()) + " ở sau hôm nay.");
            } else if (result.day().isBefore(sent)) {
                fault(
                        faults,
                        result.row(),
                        "Ngày " + Vietnamese.day(result.day()) + " ở trước ngày gửi lệnh " + Vietnamese.day(sent)
                                + ".");
            }
        }
    }

    private void checkItems(Map<Integer, List<String>> faults) throws SQLException {
        Sql.of(
                        "select s.ord, s.item, s.amount, t.amount, t.item is null,"
                                + " count(*) over (partition by s.item) > 1"
                                + " from pg_temp.payment_result s left join ansinh.payment_item t"
                                + " on t.month = ? and t.order_id = ? and t.item = s.item order by s.ord",
                        first(),
                        order.id())
                .list(connection, row -> {
                    int ord = row.getInt(1);
                    if (row.getBoolean(5)) {
                        fault(faults, ord, "Lệnh " + order.number() + " không có khoản số " + row.getInt(2) + ".");
                    } else if (row.getBoolean(6)) {
                        fault(faults, ord, "Khoản số " + row.getInt(2) + " có hơn một dòng.");
                    }
                    Long told = row.getObject(3, Long.class);
                    if (told != null && !row.getBoolean(5) && told != row.getLong(4)) {
                        fault(
                                faults,
                                ord,
                                "Số tiền " + Money.format(told) + " khác số tiền trong lệnh "
                                        + Money.format(row.getLong(4)) + ".");
                    }
                    return null;
                });
        Sql.of(
                        "select s.ord, t.retaken" + DIFFERS + " and t.state = 'UNPAID' and (t.retaken or exists ("
                                + "select from ansinh.payment_item_line i"
                                + " join ansinh.payroll_line l on l.month = i.month and l.id = i.line_id"
                                + " where i.order_id = t.order_id and i.item = t.item and i.amount > l.amount -"
                                + " (select coalesce(sum(c.amount), 0) from ansinh.payroll_cancellation c"
                                + " where c.month = l.month and c.line_id = l.id and not c.annulled)))",
                        first(),
                        order.id())
                .list(connection, row -> {
                    fault(
                            faults,
                            row.getInt(1),
                            row.getBoolean(2)
                                    ? "Khoản này đã được đưa vào lệnh sau nên kết quả của lệnh này không sửa được nữa."
                                    : "Khoản này đã hủy một phần hoặc toàn bộ vì không còn được hưởng; không ghi kết quả"
                                            + " khác được.");
                    return null;
                });
    }

    private static void fault(Map<Integer, List<String>> faults, int row, String text) {
        faults.computeIfAbsent(row, key -> new ArrayList<>()).add(text);
    }

    /** Leaves staged rows out, so that the others may be written. */
    void leaveOut(Map<Integer, List<String>> faults) throws SQLException {
        Sql.of("delete from pg_temp.payment_result where ord = any(?)", faults.keySet())
                .execute(connection);
    }

    /**
     * Writes what is staged and differs from what is recorded; a result that is corrected is kept as it stood.
     *
     * @param source as {@link vn.ansinh.api.payment.PaymentResult#source()}
     * @return how many items changed
     */
    Written write(String source, String account) throws SQLException {
        Instant now = clock.instant();
        int differing = Sql.of("select count(*)" + DIFFERS, first(), order.id()).one(connection, row -> row.getInt(1));
        Sql.of(
                        "insert into ansinh.payment_result_former (order_id, item, state, reason, day, collected_by, source,"
                                + " recorded_by, recorded_at, replaced_by, replaced_at)"
                                + " select t.order_id, t.item, t.state, t.reason, t.day, t.collected_by, t.source,"
                                + " t.recorded_by, t.recorded_at, ?, ?" + DIFFERS + " and t.state <> 'WAITING'",
                        account,
                        now,
                        first(),
                        order.id())
                .execute(connection);
        Written written = Sql.of(
                        "with former as (select t.item, t.state, t.amount" + DIFFERS + "),"
                                + " changed as (update ansinh.payment_item t set state = s.state, reason = s.reason,"
                                + " day = s.day, collected_by = s.collected_by, source = ?, recorded_by = ?, recorded_at = ?"
                                + " from pg_temp.payment_result s, former f where t.month = ? and t.order_id = ?"
                                + " and t.item = s.item and f.item = s.item and not t.retaken"
                                + " returning t.item, t.state, f.state as former, t.amount),"
                                + " sums as (select count(*) as items,"
                                + " count(*) filter (where state = 'PAID') as paid_now,"
                                + " count(*) filter (where state = 'UNPAID') as unpaid_now,"
                                + " count(*) filter (where state = 'PAID') - count(*) filter (where former = 'PAID') as paid_items,"
                                + " count(*) filter (where state = 'UNPAID') - count(*) filter (where former = 'UNPAID')"
                                + " as unpaid_items,"
                                + " coalesce(sum(amount) filter (where state = 'PAID'), 0)"
                                + " - coalesce(sum(amount) filter (where former = 'PAID'), 0) as paid,"
                                + " coalesce(sum(amount) filter (where state = 'UNPAID'), 0)"
                                + " - coalesce(sum(amount) filter (where former = 'UNPAID'), 0) as unpaid from changed)"
                                + " update ansinh.payment_order o set paid_items = o.paid_items + s.paid_items,"
                                + " paid = o.paid + s.paid, unpaid_items = o.unpaid_items + s.unpaid_items,"
                                + " unpaid = o.unpaid + s.unpaid,"
                                + " results_at = case when s.items > 0 then ? else o.results_at end"
                                + " from sums s where o.id = ? returning s.items, s.paid_now, s.unpaid_now",
                        first(),
                        order.id(),
                        source,
                        account,
                        now,
                        first(),
                        order.id(),
                        now,
                        order.id())
                .one(connection, row -> new Written(row.getInt(1), row.getInt(2), row.getInt(3)));
        if (written.items() != differing) {
            throw Problem.conflict(
                    "AS-PAYMENT-RETAKEN",
                    "Một khoản chưa nhận vừa được đưa vào lệnh khác. Vui lòng mở lại lệnh và ghi lại kết quả.");
        }
        return written;
    }

    /**
     * @param items that changed
     * @param paid of these
     * @param unpaid of these
     */
    record Written(int items, int paid, int unpaid) {}
}
