package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.funding.Allocations.Voucher;
import vn.ansinh.api.funding.Settlements.AgentReturn;
import vn.ansinh.api.funding.Settlements.ReturnDraft;
import vn.ansinh.api.funding.Settlements.Undelivered;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.funding.Accounts.Account;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.payment.Sql;

/** Money that nobody collected and who pays out gave back. */
final class AgentReturns {

    private static final String UNDELIVERED = """
            select n.bearer_id, n.year, n.fund, n.ordered, n.paid, n.undelivered, coalesce(a.amount, 0),
                n.free - coalesce(a.amount, 0)
            from (select u.bearer_id, u.year, u.fund, sum(i.amount) as ordered,
                    coalesce(sum(i.amount) filter (where t.state = 'PAID'), 0) as paid,
                    coalesce(sum(i.amount) filter (where t.state = 'UNPAID'), 0) as undelivered,
                    coalesce(sum(i.amount) filter (where t.state = 'UNPAID' and f.line_id is null), 0) as free
                from ansinh.payment_order o
                    join ansinh.payment_item t on t.month = o.month and t.order_id = o.id
                    join ansinh.payment_item_line i on i.order_id = o.id and i.item = t.item
                    join ansinh.payroll_line l on l.month = i.month and l.id = i.line_id
                    join ansinh.payroll_rule r on r.id = l.rule_id
                    join ansinh.funding_use u on u.payroll_id = l.payroll_id and u.amount > 0 and u.benefit = r.benefit
                        and u.pack_fund is not distinct from r.fund
                    left join ansinh.payment_item_line f on f.month = i.month and f.line_id = i.line_id
                        and f.attempt = i.attempt + 1
                where o.id = ? group by u.bearer_id, u.year, u.fund) n
                left join lateral (select sum(b.amount) as amount from ansinh.funding_agent_return b
                    where b.order_id = ? and (b.bearer_id, b.year, b.fund) = (n.bearer_id, n.year, n.fund)) a on true
            order by n.bearer_id, n.year, n.fund""";

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Offices offices;
    private final FundingCodes codes;
    private final Audit audit;

    AgentReturns(Transactions transactions, Transactions everywhere, Offices offices, FundingCodes codes, Audit audit) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.offices = offices;
        this.codes = codes;
        this.audit = audit;
    }

    private record Order(String program, long unitId, String state) {}

    private static Order order(Connection connection, long id) throws SQLException {
        return Sql.of("select program, unit_id, state from ansinh.payment_order where id = ?", id)
                .first(connection, row -> new Order(row.getString(1), row.getLong(2), row.getString(3)))
                .orElseThrow(Papers::unknown);
    }

    List<Undelivered> undelivered(long orderId) {
        offices.access().require(Permissions.FUNDING_READ);
        Papers.requireSeen(transactions, "ansinh.payment_order", orderId);
        return everywhere.call(connection -> {
            Order order = order(connection, orderId);
            offices.access().require(Permissions.FUNDING_READ, order.unitId(), order.program());
            return count(connection, orderId);
        });
    }

    private static List<Undelivered> count(Connection connection, long orderId) throws SQLException {
        return Sql.of(UNDELIVERED, orderId, orderId)
                .list(
                        connection,
                        row -> new Undelivered(
                                row.getLong(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8)));
    }

    AgentReturn record(ReturnDraft draft) {
        offices.access().require(Permissions.FUNDING_SETTLE);
        Papers.requireSeen(transactions, "ansinh.payment_order", draft.orderId());
        return everywhere.call(connection -> {
            Order order = order(connection, draft.orderId());
            Caller caller = offices.access().require(Permissions.FUNDING_SETTLE, order.unitId(), order.program());
            if (draft.day() == null || draft.day().isAfter(LocalDate.now(offices.clock()))) {
                throw Problem.invalid("AS-FUNDING-DAY", "Ngày nộp trả phải có và không ở tương lai.");
            }
            if (draft.voucher().kind() == null || draft.voucher().kind().isBlank()) {
                throw Problem.invalid("AS-FUNDING-VOUCHER", "Vui lòng ghi loại và số chứng từ nộp trả.");
            }
            codes.requireVoucher(draft.voucher(), draft.day(), order.unitId());
            Accounts.requireAmount(draft.amount());
            Accounts.lock(
                    connection, List.of(new Account(order.program(), draft.unitId(), draft.year(), draft.fund())));
            long open = count(connection, draft.orderId()).stream()
                    .filter(one -> one.unitId() == draft.unitId()
                            && one.year() == draft.year()
                            && one.fund().equals(draft.fund()))
                    .mapToLong(Undelivered::open)
                    .sum();
            if (draft.amount() > open) {
                throw Problem.conflict(
                        "AS-FUNDING-RETURN",
                        "Lệnh này còn " + Money.format(Math.max(0, open))
                                + " đồng chưa nhận của nguồn này, chưa vào lệnh sau và chưa nộp trả; không ghi nộp trả "
                                + Money.format(draft.amount()) + " đồng được.");
            }
            long id = insert(connection, draft, order, caller);
            audit.changed(
                    new Subject(Subject.PAYMENT_ORDER, draft.orderId()),
                    "funding.agent-return",
                    Map.of(),
                    Fields.of("unit", draft.unitId())
                            .and("fund", draft.fund())
                            .and("amount", draft.amount())
                            .and("number", draft.voucher().number())
                            .map(),
                    draft.note());
            return Sql.of(SELECT + "a.id = ?", id).one(connection, AgentReturns::read);
        });
    }

    private long insert(Connection connection, ReturnDraft draft, Order order, Caller caller) throws SQLException {
        return Sql.of(
                        "insert into ansinh.funding_agent_return (order_id, program, unit_id, year, fund, bearer_id, day,"
                                + " voucher_kind, voucher_number, amount, note, recorded_by, recorded_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                        draft.orderId(),
                        order.program(),
                        order.unitId(),
                        draft.year(),
                        draft.fund(),
                        draft.unitId(),
                        draft.day(),
                        draft.voucher().kind(),
                        Papers.text(draft.voucher().number()),
                        draft.amount(),
                        Papers.text(draft.note()),
                        caller.account(),
                        offices.clock().instant())
                .one(connection, row -> row.getLong(1));
    }

    private static final String SELECT =
            "select a.id, o.number, a.order_id, a.bearer_id, a.year, a.fund, a.day, a.voucher_kind,"
                    + " a.voucher_number, a.amount, a.note, a.recorded_by, a.recorded_at from ansinh.funding_agent_return a"
                    + " join ansinh.payment_order o on o.id = a.order_id where ";

    private static AgentReturn read(ResultSet row) throws SQLException {
        return new AgentReturn(
                row.getLong(1),
                row.getString(2),
                new ReturnDraft(
                        row.getLong(3),
                        row.getLong(4),
                        row.getInt(5),
                        row.getString(6),
                        Accounts.day(row, 7),
                        new Voucher(row.getString(8), row.getString(9)),
                        row.getLong(10),
                        row.getString(11)),
                row.getString(12),
                Sql.instant(row, 13));
    }

    List<AgentReturn> list(String program, long unitId, int year) {
        Caller caller = offices.access().require(Permissions.FUNDING_READ);
        return transactions.call(connection -> Sql.of(SELECT + "a.program = ? and a.year = ? and", program, year)
                .and(PersonScope.of(caller, unitId, offices.units(), "a.bearer_id", "a.program"))
                .and(" order by a.day desc, a.id desc")
                .list(connection, AgentReturns::read));
    }
}
