package vn.ansinh.core.benefit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Movement;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.text.VietnameseOrder;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/** {@link Payrolls} on tables {@code ansinh.payroll…}. */
public final class StoredPayrolls implements Payrolls {

    private static final int LONGEST_PAGE = 500;
    private static final int CURSOR_BASE = 36;

    /** A person's lines stand together, the current month first. */
    private static final String ORDER = "p.sort_key, l.person_id, l.month - l.period, l.id";

    private static final String AFTER =
            " and (" + ORDER + ") > (select a.sort_key, b.person_id, b.month - b.period, b.id"
                    + " from ansinh.payroll_line b join ansinh.person a on a.id = b.person_id where b.month = ? and b.id = ?)";

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final PolicyRegistry policies;
    private final InTime inTime;
    private final ClosingFunds funds;
    private final EventReasons reasons;
    private final Clock clock;

    /** For tests without row-level security. */
    public StoredPayrolls(
            Transactions transactions,
            Access access,
            Units units,
            PolicyRegistry policies,
            CodeLists codeLists,
            Clock clock) {
        this(
                transactions,
                transactions,
                access,
                units,
                policies,
                codeLists,
                clock,
                InTime.ALWAYS,
                ClosingFunds.UNASKED);
    }

    /** Without deadlines. @param everywhere for closing and taking back, which look at what others pay and write the ledger */
    public StoredPayrolls(
            Transactions transactions,
            Transactions everywhere,
            Access access,
            Units units,
            PolicyRegistry policies,
            CodeLists codeLists,
            Clock clock) {
        this(transactions, everywhere, access, units, policies, codeLists, clock, InTime.ALWAYS, ClosingFunds.UNASKED);
    }

    /**
     * @param everywhere for closing and taking back, which look at what others pay and write the ledger
     * @param inTime asked whether a list may still be closed
     * @param funds asked whether the money is there
     */
    public StoredPayrolls(
            Transactions transactions,
            Transactions everywhere,
            Access access,
            Units units,
            PolicyRegistry policies,
            CodeLists codeLists,
            Clock clock,
            InTime inTime,
            ClosingFunds funds) {
        this.inTime = inTime;
        this.funds = funds;
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.policies = policies;
        this.reasons = new EventReasons(codeLists);
        this.clock = clock;
    }

    @Override
    public List<Payroll> payrolls(String program, long unitId, YearMonth month) {
        PersonScope scope = scope(unitId);
        String sql = "select " + PayrollRows.COLUMNS + PayrollRows.FROM + " where " + scope.sql()
                + " and y.program = ? and y.month = ? and y.state <> 'ANNULLED'";
        List<Payroll> payrolls = list(
                sql,
                statement -> {
                    int position = scope.bind(statement, 1);
                    statement.setString(position, program);
                    statement.setDate(position + 1, EntitlementRows.date(month));
                },
                PayrollRows::read);
        payrolls.sort(Comparator.comparing(payroll -> VietnameseOrder.key(name(payroll.unitId()))));
        return payrolls;
    }

    private String name(long unitId) {
        return units.byId(unitId).map(AdministrativeUnit::name).orElse("");
    }

    @Override
    public Optional<Payroll> byId(long id) {
        PersonScope scope = scope(0);
        String sql = "select " + PayrollRows.COLUMNS + PayrollRows.FROM + " where y.id = ? and " + scope.sql();
        return list(
                        sql,
                        statement -> {
                            statement.setLong(1, id);
                            scope.bind(statement, 2);
                        },
                        PayrollRows::read)
                .stream()
                .findFirst();
    }

    @Override
    public List<MonthTotal> months(String program, long unitId, int limit) {
        PersonScope scope = scope(unitId);
        String sql = "select y.month, sum(y.people), sum(y.total), sum(y.arrears), bool_and(y.state = 'CLOSED')"
                + " from ansinh.payroll y where " + scope.sql()
                + " and y.program = ? and y.state <> 'ANNULLED' group by y.month order by y.month desc limit ?";
        return list(
                sql,
                statement -> {
                    int position = scope.bind(statement, 1);
                    statement.setString(position, program);
                    statement.setInt(position + 1, limit);
                },
                row -> new MonthTotal(
                        EntitlementRows.month(row, 1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getBoolean(5)));
    }

    @Override
    public LinePage lines(LineQuery query) {
        if (query.limit() < 1 || query.limit() > LONGEST_PAGE) {
            throw Problem.invalid("AS-PAYROLL-LIMIT", "Mỗi trang có từ 1 đến 500 dòng.");
        }
        LineFilterSql filter = new LineFilterSql(query, scope(query.unitId()));
        boolean first = query.cursor() == null;
        String sql = "select " + PayrollRows.LINE_COLUMNS + filter.sql() + (first ? "" : AFTER) + " order by " + ORDER
                + " limit ?";
        List<PayrollLine> lines = list(
                sql,
                statement -> {
                    int position = filter.bind(statement, 1);
                    if (!first) {
                        statement.setDate(position++, EntitlementRows.date(query.month()));
                        statement.setLong(position++, lineAt(query.cursor()));
                    }
                    statement.setInt(position, query.limit() + 1);
                },
                PayrollRows::readLine);
        Slice<PayrollLine> page = Slice.of(lines, query.limit());
        return new LinePage(page.rows(), page.next(last -> Long.toString(last.id(), CURSOR_BASE)));
    }

    @Override
    public List<ClosedLine> history(long entitlementId, int limit) {
        PersonScope scope = scope(0);
        String sql = "select " + PayrollRows.LINE_COLUMNS + ", l.month" + PayrollRows.LINES_FROM
                + " where l.entitlement_id = ? and y.state = 'CLOSED' and " + scope.sql()
                + " order by l.month desc, l.period limit ?";
        return list(
                sql,
                statement -> {
                    statement.setLong(1, entitlementId);
                    int position = scope.bind(statement, 2);
                    statement.setInt(position, limit);
                },
                row -> new ClosedLine(
                        EntitlementRows.month(row, PayrollRows.LINE_WIDTH + 1), PayrollRows.readLine(row)));
    }

    private static long lineAt(String cursor) {
        try {
            return Long.parseLong(cursor, CURSOR_BASE);
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "AS-PAYROLL-CURSOR",
                    "Vị trí trang trong danh sách không còn dùng được. Hãy mở lại danh sách từ đầu.");
        }
    }

    @Override
    public Totals totals(LineQuery query) {
        LineFilterSql filter = new LineFilterSql(query, scope(query.unitId()));
        String sql = "select count(distinct l.person_id), count(*),"
                + " coalesce(sum(l.amount) filter (where l.period = l.month), 0),"
                + " coalesce(sum(l.amount) filter (where l.period < l.month), 0), coalesce(sum(l.amount), 0)"
                + filter.sql();
        return list(
                        sql,
                        statement -> filter.bind(statement, 1),
                        row -> new Totals(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .get(0);
    }

    @Override
    public List<BenefitTotal> byBenefit(String program, long unitId, YearMonth month) {
        LineFilterSql filter =
                new LineFilterSql(new LineQuery(program, unitId, month, "", null, null, 1), scope(unitId));
        String sql = "select r.benefit, count(distinct l.person_id), sum(l.amount)" + filter.sql()
                + " group by r.benefit order by 3 desc, 1";
        return list(
                sql,
                statement -> filter.bind(statement, 1),
                row -> new BenefitTotal(
                        row.getString(1),
                        policies.benefit(row.getString(1)).map(Benefit::name).orElse(row.getString(1)),
                        row.getInt(2),
                        row.getLong(3)));
    }

    @Override
    public List<Notice> noticesOf(long personId, int limit) {
        PersonScope scope = scope(0);
        String sql = "select n.person_id, p.full_name, n.benefit, n.period, n.reason from ansinh.payroll_notice n"
                + " join ansinh.payroll y on y.id = n.payroll_id join ansinh.person p on p.id = n.person_id"
                + " where n.person_id = ? and y.state <> 'ANNULLED' and " + scope.sql()
                + " order by y.month desc, n.period desc, n.id limit ?";
        return list(
                sql,
                statement -> {
                    statement.setLong(1, personId);
                    statement.setInt(scope.bind(statement, 2), limit);
                },
                StoredPayrolls::notice);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong(1), row.getString(2), row.getString(3), EntitlementRows.month(row, 4), row.getString(5));
    }

    @Override
    public List<Notice> notices(String program, long unitId, YearMonth month, int limit) {
        PersonScope scope = scope(unitId);
        String sql = "select n.person_id, p.full_name, n.benefit, n.period, n.reason from ansinh.payroll y"
                + " join ansinh.payroll_notice n on n.payroll_id = y.id join ansinh.person p on p.id = n.person_id where "
                + scope.sql() + " and y.program = ? and y.month = ? and y.state <> 'ANNULLED'"
                + " order by p.sort_key, p.id, n.period desc, n.id limit ?";
        return list(
                sql,
                statement -> {
                    int position = scope.bind(statement, 1);
                    statement.setString(position, program);
                    statement.setDate(position + 1, EntitlementRows.date(month));
                    statement.setInt(position + 2, limit);
                },
                StoredPayrolls::notice);
    }

    @Override
    public Closing close(List<Reviewed> reviewed, boolean shortfallSeen) {
        Caller caller = access.require(Permissions.PAYROLL_CLOSE);
        if (reviewed.isEmpty()) {
            throw Problem.invalid("AS-PAYROLL-NOTHING", "Chưa chọn danh sách nào để chốt.");
        }
        return everywhere.call(connection -> {
            policies.hold(connection);
            return new PayrollClosing(connection, access, units, policies, caller.account(), clock, inTime, funds)
                    .close(reviewed, shortfallSeen);
        });
    }

    @Override
    public void annul(long payrollId, String reason) {
        access.require(Permissions.PAYROLL_ANNUL);
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("AS-PAYROLL-ANNUL-REASON", "Vui lòng ghi rõ lý do hủy chốt danh sách.");
        }
        everywhere.run(connection ->
                new PayrollAnnulment(connection, access, units).annul(payrollId, Vietnamese.normalize(reason)));
    }

    @Override
    public List<Annulled> annulled(String program, long unitId, YearMonth month) {
        PersonScope scope = scope(unitId);
        String sql =
                "select " + PayrollRows.COLUMNS + ", y.annul_reason, y.annulled_by, y.annulled_at" + PayrollRows.FROM
                        + " where " + scope.sql() + " and y.program = ? and y.month = ? and y.state = 'ANNULLED'"
                        + " order by y.annulled_at desc, y.id desc";
        return list(
                sql,
                statement -> {
                    int position = scope.bind(statement, 1);
                    statement.setString(position, program);
                    statement.setDate(position + 1, EntitlementRows.date(month));
                },
                row -> {
                    Payroll payroll = PayrollRows.read(row);
                    return new Annulled(
                            payroll,
                            row.getString(PayrollRows.WIDTH + 1),
                            row.getString(PayrollRows.WIDTH + 2),
                            PayrollRows.instant(row, PayrollRows.WIDTH + 3));
                });
    }

    @Override
    public MovementPage movements(MovementQuery query) {
        if (query.limit() < 1 || query.limit() > LONGEST_PAGE) {
            throw Problem.invalid("AS-PAYROLL-LIMIT", "Mỗi trang có từ 1 đến 500 dòng.");
        }
        Movements movements = new Movements(scope(query.unitId()), query.program(), query.month(), reasons);
        Long after = query.cursor() == null ? null : lineAt(query.cursor());
        List<Movement> rows = list(
                movements.pageSql(query.kind(), after),
                statement -> movements.bindPage(statement, query.kind(), after, query.limit() + 1),
                movements::read);
        Slice<Movement> page = Slice.of(rows, query.limit());
        return new MovementPage(page.rows(), page.next(last -> Long.toString(last.entitlementId(), CURSOR_BASE)));
    }

    @Override
    public List<MovementTotal> movementTotals(String program, long unitId, YearMonth month) {
        Movements movements = new Movements(scope(unitId), program, month, reasons);
        return list(movements.totalsSql(), movements::bindTotals, Movements::readTotal);
    }

    private PersonScope scope(long asked) {
        return PersonScope.of(access.require(Permissions.PAYROLL_READ), asked, units, "y.unit_id", "y.program");
    }

    private <T> List<T> list(String sql, Rows.Binding binding, Rows.Reading<T> reading) {
        return transactions.call(connection -> Rows.list(connection, sql, binding, reading));
    }
}
