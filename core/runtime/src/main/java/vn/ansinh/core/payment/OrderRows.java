package vn.ansinh.core.payment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.payment.PaymentResult;
import vn.ansinh.api.problem.Problem;

/** How orders and their items are read. Columns are found by position. */
final class OrderRows {

    static final String SELECT =
            "select o.id, o.number, o.program, o.unit_id, o.method, o.month, o.last_month, o.state,"
                    + " o.channel, o.items, o.closed, o.retried, o.paid_items, o.paid, o.unpaid_items, o.unpaid, o.send_by,"
                    + " o.results_by, o.note, o.created_by, o.created_at, o.sent_by, o.sent_at, o.settled_by, o.settled_at,"
                    + " o.results_at from ansinh.payment_order o";

    /** Of {@code payment_item t}, for an order that is known. */
    static final String ITEM_COLUMNS = "t.order_id, o.number, t.item, t.person_id, t.unit_id, t.name, t.id_number,"
            + " t.address, t.account_number, t.bank, t.payee_name, t.payee_number, t.amount, t.retried, t.state, t.reason,"
            + " t.day, t.collected_by, t.source, t.recorded_by, t.recorded_at, o.month, o.last_month";

    private final Clock clock;

    OrderRows(Clock clock) {
        this.clock = clock;
    }

    /** Reads and locks an order for the rest of the transaction. @throws Problem NOT_FOUND */
    PaymentOrder locked(Connection connection, long id) throws SQLException {
        return Sql.of(SELECT + " where o.id = ? for update", id)
                .first(connection, this::read)
                .orElseThrow(() -> unknown(id));
    }

    static Problem unknown(long id) {
        return Problem.notFound(
                "AS-PAYMENT-UNKNOWN", "Không có lệnh chi trả số " + id + ", hoặc không thuộc địa bàn được giao.");
    }

    PaymentOrder read(ResultSet row) throws SQLException {
        YearMonth first = Sql.month(row, 6);
        YearMonth last = Sql.month(row, 7);
        PaymentOrderState state = PaymentOrderState.valueOf(row.getString(8));
        LocalDate sendBy = row.getObject(17, LocalDate.class);
        LocalDate resultsBy = row.getObject(18, LocalDate.class);
        Instant sentAt = Sql.instant(row, 23);
        Instant resultsAt = Sql.instant(row, 26);
        boolean complete = row.getInt(13) + row.getInt(15) == row.getInt(10);
        return new PaymentOrder(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                months(first, last),
                state,
                row.getString(9),
                row.getInt(10),
                row.getLong(11) + row.getLong(12),
                row.getLong(11),
                row.getLong(12),
                row.getInt(13),
                row.getLong(14),
                row.getInt(15),
                row.getLong(16),
                sendBy,
                resultsBy,
                state != PaymentOrderState.WITHDRAWN && dayOr(sentAt).isAfter(sendBy),
                state.left() && dayOr(complete ? resultsAt : null).isAfter(resultsBy),
                resultsAt,
                row.getString(19),
                row.getString(20),
                Sql.instant(row, 21),
                row.getString(22),
                sentAt,
                row.getString(24),
                Sql.instant(row, 25));
    }

    /** The day of what happened; today when it has not. */
    private LocalDate dayOr(Instant happened) {
        return LocalDate.ofInstant(happened == null ? clock.instant() : happened, clock.getZone());
    }

    private static List<YearMonth> months(YearMonth first, YearMonth last) {
        return first.equals(last) ? List.of(first) : List.of(first, last);
    }

    static PaymentItem readItem(ResultSet row) throws SQLException {
        return new PaymentItem(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getLong(13),
                row.getLong(14),
                new PaymentResult(
                        PaymentResult.State.valueOf(row.getString(15)),
                        row.getString(16),
                        row.getObject(17, LocalDate.class),
                        row.getString(18),
                        row.getString(19),
                        row.getString(20),
                        Sql.instant(row, 21)),
                months(Sql.month(row, 22), Sql.month(row, 23)));
    }
}
