package vn.ansinh.core.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.payment.PaymentChannel;
import vn.ansinh.api.payment.PaymentChannel.Acceptance;
import vn.ansinh.api.payment.PaymentChannel.Result;
import vn.ansinh.api.payment.PaymentChannel.ResultPage;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.payment.ResultRecording.Written;

/**
 * What goes to a channel and comes back. Nothing here is one transaction with the other side: an order is asked for by its
 * number before it is sent, and results are written together with how far they were read.
 */
public final class ChannelTraffic {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelTraffic.class);
    private static final int PAGE = 2_000;
    private static final String OTHER_REASON = "C99";

    private final Transactions transactions;
    private final Access access;
    private final Units units;
    private final CodeLists codeLists;
    private final Channels channels;
    private final Clock clock;
    private final Audit audit;
    private final OrderRows rows;

    /** @param audit told in the transaction that writes what a channel answered */
    public ChannelTraffic(
            Transactions transactions,
            Access access,
            Units units,
            CodeLists codeLists,
            Channels channels,
            Clock clock,
            Audit audit) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.codeLists = codeLists;
        this.channels = channels;
        this.clock = clock;
        this.audit = audit;
        this.rows = new OrderRows(clock);
    }

    /** An order for a job of the thread's account. @throws Problem NOT_FOUND also outside its subtree */
    PaymentOrder order(long id, String permission) {
        access.require(permission);
        return transactions
                .call(connection ->
                        Sql.of(OrderRows.SELECT + " where o.id = ?", id).first(connection, rows::read))
                .filter(order -> units.isWithin(order.unitId(), access.require().unitId()))
                .orElseThrow(() -> OrderRows.unknown(id));
    }

    /** Orders that wait for a channel: to be taken, or to tell results. */
    List<PaymentOrder> open() {
        access.require(Permissions.PAYMENT_SEND);
        return transactions.call(connection -> Sql.of(OrderRows.SELECT
                        + " where o.state in ('SENDING', 'SENT') and o.channel is not null"
                        + " and (o.state = 'SENDING' or o.paid_items + o.unpaid_items < o.items) order by o.id")
                .list(connection, rows::read));
    }

    /** Sends an order that is on its way; does nothing when it has arrived. */
    void send(PaymentOrder order, JobContext job) {
        if (order.state() != PaymentOrderState.SENDING) {
            return;
        }
        PaymentChannel channel = channels.require(order.channel());
        try {
            Optional<Acceptance> arrived = channel.find(order.number());
            Acceptance acceptance = arrived.isPresent()
                    ? arrived.get()
                    : channel.send(outside(order), new Instructions(this, order, job));
            if (acceptance.items() != order.items() || acceptance.total() != order.total()) {
                throw new Problem(
                        Problem.Kind.UNAVAILABLE,
                        "AS-PAYMENT-MISMATCH",
                        "Kênh chi trả nhận lệnh " + order.number()
                                + " với số khoản hoặc số tiền khác. Vui lòng báo bộ phận kỹ thuật và tổ chức chi trả.");
            }
            mark(
                    order,
                    PaymentOrderState.SENT,
                    "update ansinh.payment_order set state = 'SENT', note = null where id = ? and state = 'SENDING'");
        } catch (Problem problem) {
            note(order, problem.getMessage());
            if (problem.kind() != Problem.Kind.UNAVAILABLE
                    && channel.find(order.number()).isEmpty()) {
                mark(
                        order,
                        PaymentOrderState.DRAFT,
                        "update ansinh.payment_order set state = 'DRAFT', channel = null, sent_by = null, sent_at = null"
                                + " where id = ? and state = 'SENDING'");
            }
            throw problem;
        }
    }

    private PaymentChannel.Order outside(PaymentOrder order) {
        AdministrativeUnit unit = unit(order.unitId());
        return new PaymentChannel.Order(
                order.number(),
                unit.code(),
                unit.name(),
                order.months(),
                order.resultsBy(),
                order.items(),
                order.total());
    }

    AdministrativeUnit unit(long id) {
        return units.byId(id).orElseThrow();
    }

    /** A page of what leaves. The items of an order that is on its way do not change. */
    List<PaymentChannel.Instruction> page(PaymentOrder order, int after) {
        return transactions.call(connection -> Sql.of(
                        "select t.item, t.name, t.id_number, t.payee_name, t.payee_number, t.address, t.unit_id,"
                                + " t.account_number, t.bank, t.amount from ansinh.payment_item t"
                                + " where t.month = ? and t.order_id = ? and t.item > ? order by t.item limit ?",
                        order.months().get(0),
                        order.id(),
                        after,
                        PAGE)
                .list(connection, row -> {
                    AdministrativeUnit commune = unit(row.getLong(7));
                    return new PaymentChannel.Instruction(
                            order.number() + "/" + row.getInt(1),
                            order.method(),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            commune.code(),
                            commune.name(),
                            row.getString(8),
                            row.getString(9),
                            row.getLong(10));
                }));
    }

    private void mark(PaymentOrder order, PaymentOrderState after, String sql) {
        transactions.run(connection -> {
            Sql.of(sql, order.id()).execute(connection);
            audit.changed(
                    subject(order),
                    after == PaymentOrderState.SENT ? "payment.sent" : "payment.refused",
                    Map.of("state", order.state().name()),
                    Fields.of("state", after)
                            .and("number", order.number())
                            .and("channel", order.channel())
                            .and("items", order.items())
                            .and("total", order.total())
                            .map(),
                    null);
        });
    }

    private static Subject subject(PaymentOrder order) {
        return new Subject(Subject.PAYMENT_ORDER, order.id());
    }

    private void note(PaymentOrder order, String text) {
        transactions.run(connection -> Sql.of("update ansinh.payment_order set note = ? where id = ?", text, order.id())
                .execute(connection));
    }

    /** Fetches what the channel has to tell of a sent order. */
    Collected collect(PaymentOrder order) {
        if (order.state() != PaymentOrderState.SENT || order.channel() == null) {
            return new Collected(0, 0, 0);
        }
        PaymentChannel channel = channels.require(order.channel());
        Collected all = new Collected(0, 0, 0);
        boolean more = true;
        while (more) {
            ResultPage page = channel.results(order.number(), cursor(order), PAGE);
            all = all.plus(take(order, page));
            more = page.more();
        }
        return all;
    }

    private String cursor(PaymentOrder order) {
        return transactions.call(
                connection -> Sql.of("select channel_cursor from ansinh.payment_order where id = ?", order.id())
                        .one(connection, row -> row.getString(1)));
    }

    /** Writes a page of results; those that cannot be are left out and counted: the others must not wait for them. */
    private Collected take(PaymentOrder order, ResultPage page) {
        return transactions.call(connection -> {
            PaymentOrder locked = rows.locked(connection, order.id());
            ResultRecording recording = new ResultRecording(connection, locked, clock);
            recording.requireSent();
            List<ReadResult> read = read(locked, page.results());
            Map<Integer, List<String>> faults = recording.stage(read);
            recording.leaveOut(faults);
            Written written = recording.write(locked.channel(), access.require().account());
            int refused = page.results().size() - read.size() + faults.size();
            if (refused > 0) {
                LOG.warn("Order {}: {} results of channel {} do not fit it", locked.id(), refused, locked.channel());
                Sql.of(
                                "update ansinh.payment_order set note = ? where id = ?",
                                refused + " kết quả của kênh chi trả không khớp với lệnh nên chưa được ghi.",
                                locked.id())
                        .execute(connection);
            }
            keepCursor(connection, locked, page.cursor());
            if (written.items() > 0 || refused > 0) {
                audit.changed(
                        subject(locked),
                        "payment.collect",
                        Map.of(),
                        Fields.of("number", locked.number())
                                .and("channel", locked.channel())
                                .and("paid", written.paid())
                                .and("unpaid", written.unpaid())
                                .and("rejected", refused)
                                .map(),
                        null);
            }
            return new Collected(written.paid(), written.unpaid(), refused);
        });
    }

    private static void keepCursor(Connection connection, PaymentOrder order, String cursor) throws SQLException {
        Sql.of("update ansinh.payment_order set channel_cursor = ? where id = ?", cursor, order.id())
                .execute(connection);
    }

    /** What names a payment of this order; of several results of one payment the last counts. */
    private List<ReadResult> read(PaymentOrder order, List<Result> results) {
        Map<Integer, ReadResult> byItem = new LinkedHashMap<>();
        List<ReadResult> unreadable = new ArrayList<>();
        String prefix = order.number() + "/";
        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            int item = 0;
            if (result.reference().startsWith(prefix)) {
                try {
                    item = Integer.parseInt(result.reference().substring(prefix.length()));
                } catch (NumberFormatException e) {
                    LOG.debug("No item in a reference of order {}", order.id());
                }
            }
            ReadResult read = new ReadResult(
                    i + 1, item, result.paid(), reason(result), result.day(), result.collectedBy(), result.amount());
            if (item == 0) {
                unreadable.add(read);
            } else {
                byItem.put(item, read);
            }
        }
        unreadable.addAll(byItem.values());
        return unreadable;
    }

    private String reason(Result result) {
        if (result.paid()) {
            return null;
        }
        return result.reason() == null
                        || codeLists
                                .byCode(StoredPaymentOrders.REASONS, result.reason())
                                .isEmpty()
                ? OTHER_REASON
                : result.reason();
    }

    /** @param refused results that do not fit the order */
    record Collected(int paid, int unpaid, int refused) {
        Collected plus(Collected other) {
            return new Collected(paid + other.paid, unpaid + other.unpaid, refused + other.refused);
        }
    }
}
