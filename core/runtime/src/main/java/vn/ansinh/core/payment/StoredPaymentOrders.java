package vn.ansinh.core.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.payment.PaymentChannel;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.identity.PersonScope;

/** {@link PaymentOrders} on tables {@code ansinh.payment_…}. */
public final class StoredPaymentOrders implements PaymentOrders {

    static final String METHODS = "hinh-thuc-chi-tra";
    static final String REASONS = "ly-do-chua-nhan";
    private static final String IN_KIND = "HV";
    private static final String SCREEN = "screen";

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final CodeLists codeLists;
    private final Channels channels;
    private final Jobs jobs;
    private final Clock clock;
    private final OrderRows rows;
    private final OrderPages pages;

    /** For tests without row-level security. */
    public StoredPaymentOrders(
            Transactions transactions,
            Access access,
            Units units,
            CodeLists codeLists,
            Channels channels,
            Jobs jobs,
            Clock clock) {
        this(transactions, transactions, access, units, codeLists, channels, jobs, clock);
    }

    /** @param everywhere for all that moves money, and for sums; what is shown is read with {@code transactions} */
    public StoredPaymentOrders(
            Transactions transactions,
            Transactions everywhere,
            Access access,
            Units units,
            CodeLists codeLists,
            Channels channels,
            Jobs jobs,
            Clock clock) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.codeLists = codeLists;
        this.channels = channels;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = new OrderRows(clock);
        this.pages = new OrderPages(transactions, units, rows);
    }

    @Override
    public Payable payable(String program, long unitId, List<YearMonth> months) {
        Caller caller = access.require(Permissions.PAYMENT_READ);
        List<YearMonth> paid = inARow(months);
        PersonScope scope = PersonScope.of(caller, unitId, units, "y.unit_id", "y.program");
        return everywhere.call(connection -> {
            List<MethodTotal> methods = making(connection, caller, unitId).payable(program, paid).stream()
                    .map(total -> new MethodTotal(
                            total.method(),
                            name(METHODS, total.method()),
                            total.people(),
                            total.fresh(),
                            total.retried()))
                    .toList();
            return Sql.of(
                            "select count(distinct y.unit_id) filter (where y.state = 'CLOSED'),"
                                    + " count(distinct y.unit_id) filter (where y.state = 'DRAFT') from ansinh.payroll y"
                                    + " where y.program = ? and y.month = any(?) and",
                            program,
                            paid)
                    .and(scope)
                    .one(connection, row -> new Payable(row.getInt(1), row.getInt(2), methods));
        });
    }

    private OrderMaking making(Connection connection, Caller caller, long unitId) {
        return new OrderMaking(
                connection,
                PersonScope.of(caller, unitId, units, "y.unit_id", "y.program"),
                PersonScope.of(caller, unitId, units, "t.unit_id"));
    }

    private String name(String list, String code) {
        return codeLists.byCode(list, code).map(CodeLists.Entry::name).orElse(code);
    }

    private static List<YearMonth> inARow(List<YearMonth> months) {
        List<YearMonth> sorted = months.stream().distinct().sorted().toList();
        boolean one = sorted.size() == 1;
        boolean two = sorted.size() == 2 && sorted.get(1).equals(sorted.get(0).plusMonths(1));
        if (!one && !two) {
            throw Problem.invalid(
                    "AS-PAYMENT-MONTHS", "Mỗi lệnh chi trả một kỳ, hoặc hai kỳ liền nhau (chi gộp trước Tết).");
        }
        return sorted;
    }

    /** Making a partition locks the whole table: it must not wait for the end of a large order. */
    void makeRoom(OrderDraft asked) {
        access.require(Permissions.PAYMENT_ORDER, asked.unitId(), asked.program());
        List<YearMonth> months = inARow(asked.months());
        everywhere.run(connection -> {
            for (YearMonth month : months) {
                Sql.of("select ansinh.payment_partition(?)", month).execute(connection);
            }
        });
    }

    @Override
    public PaymentOrder create(OrderDraft asked) {
        Caller caller = access.require(Permissions.PAYMENT_ORDER, asked.unitId(), asked.program());
        OrderDraft draft = new OrderDraft(asked.program(), asked.unitId(), asked.method(), inARow(asked.months()));
        AdministrativeUnit unit = units.byId(draft.unitId())
                .orElseThrow(() -> Problem.invalid(
                        "AS-PAYMENT-UNIT", "Lệnh chi trả phải của một đơn vị. Vui lòng chọn tỉnh hoặc xã, phường."));
        if (IN_KIND.equals(draft.method())
                || codeLists.byCode(METHODS, draft.method()).isEmpty()) {
            throw Problem.invalid(
                    "AS-PAYMENT-METHOD",
                    "Hình thức chi trả «" + draft.method()
                            + "» không có trong danh mục, hoặc không phải chi bằng tiền.");
        }
        makeRoom(draft);
        return everywhere.call(connection -> {
            OrderMaking making = making(connection, caller, draft.unitId());
            making.lockCommunes(draft.program());
            long id = making.make(
                    draft,
                    unit.code(),
                    caller.account(),
                    clock.instant(),
                    LocalDate.now(clock).getYear());
            PaymentOrder made = rows.locked(connection, id);
            if (made.items() == 0) {
                throw Problem.conflict(
                        "AS-PAYMENT-NOTHING",
                        "Không còn khoản nào để chi theo hình thức này: danh sách chưa chốt, hoặc đã vào lệnh khác.");
            }
            return made;
        });
    }

    @Override
    public void withdraw(long id, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("AS-PAYMENT-REASON", "Vui lòng ghi lý do hủy lệnh.");
        }
        everywhere.run(connection -> {
            PaymentOrder order = locked(connection, id, Permissions.PAYMENT_ORDER);
            if (order.state() != PaymentOrderState.DRAFT) {
                throw Problem.conflict(
                        "AS-PAYMENT-LEFT",
                        "Lệnh " + order.number() + " đang ở trạng thái «"
                                + order.state().label() + "» nên không hủy được nữa.");
            }
            making(connection, access.require(), order.unitId())
                    .empty(id, order.months().get(0));
            Sql.of(
                            "update ansinh.payment_order set state = 'WITHDRAWN', withdrawn_by = ?, withdrawn_at = ?,"
                                    + " note = ?, items = 0, closed = 0, retried = 0 where id = ?",
                            access.require().account(),
                            clock.instant(),
                            reason.strip(),
                            id)
                    .execute(connection);
        });
    }

    /** Reads and locks an order that the caller may do {@code permission} to. */
    private PaymentOrder locked(Connection connection, long id, String permission) throws SQLException {
        access.require(permission);
        PaymentOrder order = rows.locked(connection, id);
        Caller caller = access.require();
        if (!units.isWithin(order.unitId(), caller.unitId()) || !caller.works(order.program())) {
            throw OrderRows.unknown(id);
        }
        return order;
    }

    @Override
    public PaymentOrder send(long id, String channel) {
        return everywhere.call(connection -> {
            PaymentOrder order = locked(connection, id, Permissions.PAYMENT_SEND);
            boolean again = order.state() == PaymentOrderState.SENDING;
            if (!again) {
                approve(connection, order, channel);
            }
            if (again || channel != null) {
                // In this transaction: approved and queued, or neither.
                jobs.submit(SEND, "Gửi lệnh chi trả " + order.number(), Map.of("order", Long.toString(id)), null);
            }
            return rows.locked(connection, id);
        });
    }

    private void approve(Connection connection, PaymentOrder order, String channel) throws SQLException {
        Caller caller = access.require();
        if (order.state() != PaymentOrderState.DRAFT) {
            throw Problem.conflict(
                    "AS-PAYMENT-LEFT",
                    "Lệnh " + order.number() + " đang ở trạng thái «"
                            + order.state().label() + "» nên không gửi lại.");
        }
        if (order.createdBy().equals(caller.account())) {
            throw Problem.forbidden(
                    "AS-PAYMENT-SAME-PERSON", "Người lập lệnh không được duyệt gửi. Vui lòng để người khác duyệt gửi.");
        }
        if (channel != null) {
            PaymentChannel chosen = channels.require(channel);
            if (!chosen.methods().contains(order.method())) {
                throw Problem.invalid(
                        "AS-PAYMENT-CHANNEL-METHOD",
                        chosen.name() + " không chi trả theo hình thức «" + name(METHODS, order.method()) + "».");
            }
        }
        OrderMaking making = making(connection, caller, order.unitId());
        making.lockCommunes(order.program());
        if (making.isStale(order.id())) {
            throw Problem.conflict(
                    "AS-PAYMENT-STALE",
                    "Từ khi lập lệnh " + order.number()
                            + " đã có khoản bị hủy vì không còn được hưởng. Vui lòng hủy lệnh và lập lại.");
        }
        Sql.of(
                        "update ansinh.payment_order set state = ?, channel = ?, sent_by = ?, sent_at = ?, asked_at = null,"
                                + " note = null where id = ?",
                        (channel == null ? PaymentOrderState.SENT : PaymentOrderState.SENDING).name(),
                        channel,
                        caller.account(),
                        clock.instant(),
                        order.id())
                .execute(connection);
    }

    @Override
    public OrderPage orders(OrderQuery query) {
        return pages.orders(access.require(Permissions.PAYMENT_READ), query);
    }

    @Override
    public Optional<PaymentOrder> byId(long id) {
        Caller caller = access.require(Permissions.PAYMENT_READ);
        return transactions.call(connection -> Sql.of(OrderRows.SELECT + " where o.id = ? and", id)
                .and(PersonScope.of(caller, 0, units, "o.unit_id", "o.program"))
                .first(connection, rows::read));
    }

    private PaymentOrder required(long id) {
        return byId(id).orElseThrow(() -> OrderRows.unknown(id));
    }

    @Override
    public ItemPage items(ItemQuery query) {
        return pages.items(required(query.orderId()), query);
    }

    @Override
    public List<PaymentItem> ofPerson(long personId, int limit) {
        return pages.ofPerson(access.require(Permissions.PAYMENT_READ), personId, limit);
    }

    @Override
    public int record(long id, List<ItemResult> results) {
        List<ReadResult> read = IntStream.range(0, results.size())
                .mapToObj(i -> read(i + 1, results.get(i)))
                .toList();
        return everywhere.call(connection -> {
            PaymentOrder order = locked(connection, id, Permissions.PAYMENT_RESULT);
            ResultRecording recording = new ResultRecording(connection, order, clock);
            recording.requireSent();
            Map<Integer, List<String>> faults = recording.stage(read);
            if (!faults.isEmpty()) {
                throw Problem.conflict("AS-PAYMENT-RESULT", told(faults, read));
            }
            return recording.write(SCREEN, access.require().account()).items();
        });
    }

    private ReadResult read(int row, ItemResult result) {
        if (result.day() == null) {
            throw Problem.invalid("AS-PAYMENT-RESULT-DAY", "Khoản số " + result.item() + " thiếu ngày.");
        }
        if (!result.paid()
                && (result.reason() == null || !codeLists.isOpen(REASONS, result.reason(), result.day(), 0))) {
            throw Problem.invalid(
                    "AS-PAYMENT-RESULT-REASON",
                    "Khoản số " + result.item() + " chưa nhận thì phải có lý do trong danh mục.");
        }
        return new ReadResult(
                row, result.item(), result.paid(), result.reason(), result.day(), result.collectedBy(), null);
    }

    private static String told(Map<Integer, List<String>> faults, List<ReadResult> results) {
        StringBuilder text = new StringBuilder("Chưa ghi kết quả nào:");
        faults.entrySet().stream()
                .limit(5)
                .forEach(fault -> text.append(" Khoản số ")
                        .append(results.get(fault.getKey() - 1).item())
                        .append(": ")
                        .append(String.join(" ", fault.getValue())));
        return text.toString();
    }

    @Override
    public Reconciliation reconciliation(long id) {
        PaymentOrder order = required(id);
        return everywhere.call(
                connection -> new Reconciling(connection, order, reason -> name(REASONS, reason)).count());
    }

    @Override
    public PaymentOrder settle(long id) {
        return everywhere.call(connection -> {
            PaymentOrder order = locked(connection, id, Permissions.PAYMENT_RESULT);
            new ResultRecording(connection, order, clock).requireSent();
            Reconciliation sums = new Reconciling(connection, order, reason -> name(REASONS, reason)).count();
            if (sums.outstanding() > 0) {
                throw Problem.conflict(
                        "AS-PAYMENT-OUTSTANDING",
                        "Lệnh " + order.number() + " còn " + order.outstandingItems()
                                + " khoản chưa có kết quả nên chưa quyết toán được.");
            }
            if (!sums.agrees()) {
                throw Problem.conflict(
                        "AS-PAYMENT-SUMS",
                        "Số liệu của lệnh " + order.number() + " không khớp. Vui lòng báo bộ phận kỹ thuật.");
            }
            Sql.of(
                            "update ansinh.payment_order set state = 'SETTLED', settled_by = ?, settled_at = ? where id = ?",
                            access.require().account(),
                            clock.instant(),
                            id)
                    .execute(connection);
            return rows.locked(connection, id);
        });
    }

    @Override
    public List<Channel> channels() {
        access.require(Permissions.PAYMENT_READ);
        return channels.all();
    }
}
