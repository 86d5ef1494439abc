package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.funding.Settlements;
import vn.ansinh.api.funding.Signatures;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.payment.Sql;

/** {@link Settlements} on tables {@code ansinh.funding_settlement…} and {@code ansinh.funding_agent_return}. */
public final class StoredSettlements implements Settlements {

    private static final String KIND = "funding-settlement";

    private static final String FIGURES =
            "received, returned, given, closed, cancelled, paid, undelivered, underway, unordered, agent_returned, fee,"
                    + " carried_in, carried_out, recovered, recovered_former, paid_former, fee_former";

    /** What people give back later stands in the accounts of a later year. */
    private static final String RECEIPTS = "(select coalesce(max(id), 0) from ansinh.receivable_receipt)";

    private static final String SELECT =
            "select s.id, s.program, s.unit_id, s.through_month, s.state, s.as_of, s.sent_by,"
                    + " s.drafted_by, s.drafted_name, s.drafted_at, s.decided_by, s.decided_name, s.decided_at, s.reason"
                    + " from ansinh.funding_settlement s where ";

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Offices offices;
    private final Audit audit;
    private final AgentReturns returns;

    /** @param everywhere for what is written and for sums, after it was asked who may */
    public StoredSettlements(
            Transactions transactions,
            Transactions everywhere,
            Access access,
            Units units,
            CodeLists codeLists,
            Clock clock,
            Audit audit) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.offices = new Offices(access, units, clock);
        this.audit = audit;
        this.returns = new AgentReturns(transactions, everywhere, offices, new FundingCodes(codeLists), audit);
    }

    @Override
    public List<Undelivered> undelivered(long orderId) {
        return returns.undelivered(orderId);
    }

    @Override
    public AgentReturn recordReturn(ReturnDraft draft) {
        return returns.record(draft);
    }

    @Override
    public List<AgentReturn> returns(String program, long unitId, int year) {
        return returns.list(program, unitId, year);
    }

    @Override
    public Settlement draft(String program, long unitId, YearMonth through) {
        Caller caller = access.require(Permissions.FUNDING_SETTLE, unitId, program);
        offices.requireUnit(unitId);
        if (through.isAfter(YearMonth.now(offices.clock()))) {
            throw Problem.invalid("AS-FUNDING-AHEAD", "Chưa quyết toán được tháng chưa đến.");
        }
        return everywhere.call(connection -> {
            requireOpen(connection, program, unitId, through);
            Optional<Long> before = Sql.of(
                            "select id from ansinh.funding_settlement where program = ? and unit_id = ? and through_month = ?"
                                    + " and state = 'DRAFT' for update",
                            program,
                            unitId,
                            through)
                    .first(connection, row -> row.getLong(1));
            long id = before.isPresent()
                    ? anew(connection, before.get(), caller)
                    : insert(connection, program, unitId, through, caller);
            for (Map.Entry<String, Figures> entry :
                    new Accounting(connection).figures(program, unitId, through).entrySet()) {
                insert(connection, id, entry.getKey(), entry.getValue());
            }
            return told(connection, id, "funding.settle", null);
        });
    }

    private void requireOpen(Connection connection, String program, long unitId, YearMonth through)
            throws SQLException {
        Optional<YearMonth> sent = Sql.of(
                        "select through_month from ansinh.funding_settlement where program = ? and unit_id = ? and year = ?"
                                + " and through_month >= ? and state in ('SENT', 'ACCEPTED') order by through_month desc limit 1",
                        program,
                        unitId,
                        through.getYear(),
                        through)
                .first(connection, row -> Sql.month(row, 1));
        if (sent.isPresent()) {
            throw Problem.conflict(
                    "AS-FUNDING-SETTLED",
                    "Quyết toán đến tháng " + Vietnamese.month(sent.get()) + " của " + offices.name(unitId)
                            + " đã gửi hoặc đã duyệt. Phát sinh sau đó nằm ở quyết toán của tháng sau.");
        }
    }

    private long insert(Connection connection, String program, long unitId, YearMonth through, Caller caller)
            throws SQLException {
        return Sql.of(
                        "insert into ansinh.funding_settlement (program, unit_id, year, through_month, state, as_of, drafted_by,"
                                + " drafted_name, drafted_at, receipts_through) values (?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?, "
                                + RECEIPTS + ") returning id",
                        program,
                        unitId,
                        through.getYear(),
                        through,
                        offices.clock().instant(),
                        caller.account(),
                        caller.fullName(),
                        offices.clock().instant())
                .one(connection, row -> row.getLong(1));
    }

    private long anew(Connection connection, long id, Caller caller) throws SQLException {
        Sql.of("delete from ansinh.funding_settlement_row where settlement_id = ?", id)
                .execute(connection);
        Sql.of(
                        "update ansinh.funding_settlement set as_of = ?, drafted_by = ?, drafted_name = ?, drafted_at = ?,"
                                + " receipts_through = " + RECEIPTS + " where id = ?",
                        offices.clock().instant(),
                        caller.account(),
                        caller.fullName(),
                        offices.clock().instant(),
                        id)
                .execute(connection);
        return id;
    }

    private static void insert(Connection connection, long id, String fund, Figures figures) throws SQLException {
        if (!figures.agrees()) {
            throw new IllegalStateException("Lists and payments of settlement " + id + " do not agree");
        }
        Sql.of(
                        "insert into ansinh.funding_settlement_row (settlement_id, fund, " + FIGURES
                                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        id,
                        fund,
                        figures.received(),
                        figures.returned(),
                        figures.given(),
                        figures.closed(),
                        figures.cancelled(),
                        figures.paid(),
                        figures.undelivered(),
                        figures.underway(),
                        figures.unordered(),
                        figures.agentReturned(),
                        figures.fee(),
                        figures.carriedIn(),
                        figures.carriedOut(),
                        figures.recovered(),
                        figures.recoveredFormer(),
                        figures.paidFormer(),
                        figures.feeFormer())
                .execute(connection);
    }

    @Override
    public Settlement send(long id) {
        access.require(Permissions.FUNDING_SETTLE);
        Papers.requireSeen(transactions, "ansinh.funding_settlement", id);
        return everywhere.call(connection -> {
            Settlement settlement = locked(connection, id);
            Caller caller = access.require(Permissions.FUNDING_SETTLE, settlement.unitId(), settlement.program());
            if (settlement.state() != State.DRAFT) {
                throw decided(settlement);
            }
            // nobody records that money came in between the count and the signature
            Sql.of("lock table ansinh.receivable_receipt in share mode").execute(connection);
            Map<String, Figures> kept = new TreeMap<>();
            settlement.rows().forEach(row -> kept.put(row.fund(), row.year()));
            if (!kept.equals(new Accounting(connection)
                    .figures(settlement.program(), settlement.unitId(), settlement.through()))) {
                throw Problem.conflict(
                        "AS-FUNDING-MOVED",
                        "Số liệu đã thay đổi từ khi lập quyết toán. Vui lòng lập lại, xem lại rồi gửi.");
            }
            Sql.of(
                            "update ansinh.funding_settlement set state = 'SENT', sent_by = ?, sent_at = ?, receipts_through = "
                                    + RECEIPTS + " where id = ?",
                            caller.account(),
                            offices.clock().instant(),
                            id)
                    .execute(connection);
            return told(connection, id, "funding.settle-send", null);
        });
    }

    @Override
    public Settlement accept(long id) {
        return decide(id, State.ACCEPTED, null);
    }

    @Override
    public Settlement giveBack(long id, String reason) {
        return decide(id, State.RETURNED, Papers.reason(reason));
    }

    private Settlement decide(long id, State state, String why) {
        access.require(Permissions.FUNDING_SETTLE);
        Papers.requireSeen(transactions, "ansinh.funding_settlement", id);
        return everywhere.call(connection -> {
            Settlement settlement = locked(connection, id);
            Caller caller = offices.requireDecider(
                    connection, Permissions.FUNDING_SETTLE, settlement.unitId(), settlement.program());
            if (settlement.state() != State.SENT) {
                throw decided(settlement);
            }
            if (caller.account().equals(settlement.sentBy())
                    || caller.account().equals(settlement.signatures().by())) {
                throw Problem.forbidden(
                        "AS-FUNDING-SAME-PERSON",
                        "Người lập hoặc gửi quyết toán không được tự duyệt. Vui lòng để người khác quyết định.");
            }
            Sql.of(
                            "update ansinh.funding_settlement set state = ?, decided_by = ?, decided_name = ?, decided_at = ?,"
                                    + " reason = ? where id = ?",
                            state.name(),
                            caller.account(),
                            caller.fullName(),
                            offices.clock().instant(),
                            why,
                            id)
                    .execute(connection);
            return told(
                    connection, id, state == State.ACCEPTED ? "funding.settle-accept" : "funding.settle-return", why);
        });
    }

    private static Problem decided(Settlement settlement) {
        return Problem.conflict(
                "AS-FUNDING-DECIDED",
                "Quyết toán này đang ở trạng thái «" + settlement.state().label() + "» nên không làm việc này được.");
    }

    private Settlement told(Connection connection, long id, String action, String why) throws SQLException {
        Settlement settlement = withRows(connection, read(connection, id));
        audit.changed(
                new Subject(KIND, id),
                action,
                Map.of(),
                Fields.of("unit", settlement.unitId())
                        .and("month", settlement.through())
                        .and("state", settlement.state())
                        .and(
                                "paid-amount",
                                settlement.rows().stream()
                                        .mapToLong(row -> row.year().paid())
                                        .sum())
                        .and(
                                "left",
                                settlement.rows().stream()
                                        .mapToLong(row -> row.year().left())
                                        .sum())
                        .map(),
                why);
        return settlement;
    }

    private static Settlement locked(Connection connection, long id) throws SQLException {
        Sql.of("select 1 from ansinh.funding_settlement where id = ? for update", id)
                .list(connection, row -> row.getInt(1));
        return withRows(connection, read(connection, id));
    }

    private static Settlement read(Connection connection, long id) throws SQLException {
        return Sql.of(SELECT + "s.id = ?", id)
                .first(connection, StoredSettlements::head)
                .orElseThrow(Papers::unknown);
    }

    @Override
    public List<Settlement> list(String program, long unitId, int year) {
        Caller caller = access.require(Permissions.FUNDING_READ);
        return transactions.call(connection -> Sql.of(SELECT + "s.program = ? and s.year = ? and", program, year)
                .and(PersonScope.of(caller, unitId, offices.units(), "s.unit_id", "s.program"))
                .and(" order by s.through_month desc, s.id desc")
                .list(connection, StoredSettlements::head));
    }

    @Override
    public Optional<Settlement> byId(long id) {
        access.require(Permissions.FUNDING_READ);
        // What is not in the caller's subtree the transaction does not reach.
        return transactions.call(connection -> {
            Optional<Settlement> found = Sql.of(SELECT + "s.id = ?", id).first(connection, StoredSettlements::head);
            return found.isEmpty() ? found : Optional.of(withRows(connection, found.get()));
        });
    }

    private static Settlement head(ResultSet row) throws SQLException {
        return new Settlement(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                Sql.month(row, 4),
                State.valueOf(row.getString(5)),
                Sql.instant(row, 6),
                row.getString(7),
                new Signatures(
                        row.getString(8),
                        row.getString(9),
                        Sql.instant(row, 10),
                        row.getString(11),
                        row.getString(12),
                        Sql.instant(row, 13),
                        row.getString(14)),
                List.of());
    }

    private static Settlement withRows(Connection connection, Settlement head) throws SQLException {
        Map<String, Figures> year = figures(connection, head.id());
        Optional<Long> former = Sql.of(
                        "select id from ansinh.funding_settlement where program = ? and unit_id = ? and year = ?"
                                + " and through_month < ? and state = 'ACCEPTED' order by through_month desc limit 1",
                        head.program(),
                        head.unitId(),
                        head.through().getYear(),
                        head.through())
                .first(connection, row -> row.getLong(1));
        Map<String, Figures> before = former.isPresent() ? figures(connection, former.get()) : Map.of();
        TreeSet<String> funds = new TreeSet<>(year.keySet());
        funds.addAll(before.keySet());
        List<SettlementRow> rows = new ArrayList<>();
        for (String fund : funds) {
            Figures now = year.getOrDefault(fund, Figures.NONE);
            rows.add(new SettlementRow(fund, now.since(before.getOrDefault(fund, Figures.NONE)), now));
        }
        return new Settlement(
                head.id(),
                head.program(),
                head.unitId(),
                head.through(),
                head.state(),
                head.asOf(),
                head.sentBy(),
                head.signatures(),
                rows);
    }

    private static Map<String, Figures> figures(Connection connection, long settlement) throws SQLException {
        Map<String, Figures> figures = new TreeMap<>();
        Sql.of("select fund, " + FIGURES + " from ansinh.funding_settlement_row where settlement_id = ?", settlement)
                .list(
                        connection,
                        row -> figures.put(
                                row.getString(1),
                                new Figures(
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6),
                                        row.getLong(7),
                                        row.getLong(8),
                                        row.getLong(9),
                                        row.getLong(10),
                                        row.getLong(11),
                                        row.getLong(12),
                                        row.getLong(13),
                                        row.getLong(14),
                                        row.getLong(15),
                                        row.getLong(16),
                                        row.getLong(17),
                                        row.getLong(18))));
        return figures;
    }
}
