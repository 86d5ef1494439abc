package vn.ansinh.core.benefit;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Cancellation;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.benefit.Receivables;
import vn.ansinh.api.benefit.RecoveryDecision;
import vn.ansinh.api.benefit.RecoveryDecision.Instalment;
import vn.ansinh.api.benefit.RecoveryDecision.Receipt;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/** {@link Receivables} on tables {@code ansinh.receivable…} and {@code ansinh.payroll_cancellation}. */
public final class StoredReceivables implements Receivables {

    private static final int LONGEST_PAGE = 500;
    private static final int CURSOR_BASE = 36;

    private static final String ORDER = "p.sort_key, r.person_id, r.period, r.id";
    private static final String AFTER = " and (" + ORDER + ") > (select a.sort_key, b.person_id, b.period, b.id"
            + " from ansinh.receivable b join ansinh.person a on a.id = b.person_id where b.id = ?)";

    private static final String TOTALS = "select count(distinct r.person_id) filter (where r.state in ('PROPOSED',"
            + " 'DECIDED')), coalesce(sum(r.amount) filter (where r.state = 'PROPOSED'), 0), coalesce(sum("
            + ReceivableRows.WAITING + "), 0), coalesce(sum(r.amount) filter (where r.state = 'DECIDED'), 0)"
            + " from ansinh.receivable r where r.program = ? and ";

    private final Transactions transactions;
    private final Access access;
    private final Units units;

    public StoredReceivables(Transactions transactions, Access access, Units units) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
    }

    @Override
    public ReceivablePage list(ReceivableQuery query) {
        checkLimit(query.limit());
        PersonScope scope = scope(query.unitId(), "r");
        String sql = "select " + ReceivableRows.COLUMNS + ReceivableRows.FROM + " where " + scope.sql()
                + " and r.program = ?" + (query.state() == null ? "" : " and r.state = ?")
                + (query.personId() == 0 ? "" : " and r.person_id = ?") + (query.cursor() == null ? "" : AFTER)
                + " order by " + ORDER + " limit ?";
        List<Receivable> rows = select(
                sql,
                statement -> {
                    int position = scope.bind(statement, 1);
                    statement.setString(position++, query.program());
                    if (query.state() != null) {
                        statement.setString(position++, query.state().name());
                    }
                    if (query.personId() != 0) {
                        statement.setLong(position++, query.personId());
                    }
                    if (query.cursor() != null) {
                        statement.setLong(position++, cursor(query.cursor()));
                    }
                    statement.setInt(position, query.limit() + 1);
                },
                ReceivableRows::read);
        Slice<Receivable> page = Slice.of(rows, query.limit());
        return new ReceivablePage(page.rows(), page.next(last -> Long.toString(last.id(), CURSOR_BASE)));
    }

    @Override
    public Optional<Receivable> byId(long id) {
        PersonScope scope = scope(0, "r");
        return select(
                        "select " + ReceivableRows.COLUMNS + ReceivableRows.FROM + " where r.id = ? and " + scope.sql(),
                        statement -> {
                            statement.setLong(1, id);
                            scope.bind(statement, 2);
                        },
                        ReceivableRows::read)
                .stream()
                .findFirst();
    }

    @Override
    public Totals totals(String program, long unitId) {
        PersonScope scope = scope(unitId, "r");
        long received = select(
                        "select coalesce(sum(r.received), 0) from ansinh.receivable_decision r where r.program = ?"
                                + " and r.withdrawn_reason is null and " + scope.sql(),
                        statement -> {
                            statement.setString(1, program);
                            scope.bind(statement, 2);
                        },
                        row -> row.getLong(1))
                .get(0);
        return select(
                        TOTALS + scope.sql(),
                        statement -> {
                            statement.setString(1, program);
                            scope.bind(statement, 2);
                        },
                        row -> new Totals(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4), received))
                .get(0);
    }

    @Override
    public long decide(Recovery recovery) {
        Caller caller = access.require(Permissions.RECEIVABLE_DECIDE);
        checkPaper(recovery.number(), recovery.date() != null);
        if (recovery.receivableIds().isEmpty()
                || recovery.amount() <= 0
                || recovery.debtor() == null
                || recovery.debtor().isBlank()) {
            throw Problem.invalid(
                    "AS-RECEIVABLE-INCOMPLETE",
                    "Thiếu khoản truy thu, số tiền hoặc người phải nộp lại. Vui lòng ghi đủ.");
        }
        long sum = recovery.instalments().stream().mapToLong(Instalment::amount).sum();
        if (!recovery.instalments().isEmpty()
                && (sum != recovery.amount()
                        || recovery.instalments().stream()
                                .anyMatch(part -> part.amount() <= 0 || part.due() == null))) {
            throw Problem.invalid(
                    "AS-RECEIVABLE-INSTALMENTS",
                    "Các kỳ nộp cộng lại là " + Money.format(sum) + " đồng, không bằng số phải thu "
                            + Money.format(recovery.amount()) + " đồng. Vui lòng sửa lại.");
        }
        return transactions.call(connection -> new Recovering(connection, access, caller.account()).decide(recovery));
    }

    @Override
    public void waive(List<Long> receivableIds, Decision decision, String reason) {
        Caller caller = access.require(Permissions.RECEIVABLE_DECIDE);
        checkPaper(decision == null ? null : decision.number(), decision != null && decision.date() != null);
        transactions.run(connection ->
                new Recovering(connection, access, caller.account()).waive(receivableIds, decision, reason(reason)));
    }

    @Override
    public void withdraw(long decisionId, String reason) {
        Caller caller = access.require(Permissions.RECEIVABLE_DECIDE);
        transactions.run(connection ->
                new Recovering(connection, access, caller.account()).withdraw(decisionId, reason(reason)));
    }

    @Override
    public void receive(long decisionId, Receipt receipt) {
        Caller caller = access.require(Permissions.RECEIVABLE_DECIDE);
        if (receipt.day() == null
                || receipt.amount() <= 0
                || receipt.document() == null
                || receipt.document().isBlank()) {
            throw Problem.invalid(
                    "AS-RECEIVABLE-RECEIPT-INCOMPLETE", "Thiếu ngày thu, số tiền hoặc số chứng từ. Vui lòng ghi đủ.");
        }
        transactions.run(
                connection -> new Recovering(connection, access, caller.account()).receive(decisionId, receipt));
    }

    @Override
    public Optional<RecoveryDecision> decision(long id) {
        PersonScope scope = scope(0, "r");
        return select(
                        "select " + ReceivableRows.DECISION_COLUMNS + ReceivableRows.DECISION_FROM
                                + " where r.id = ? and " + scope.sql(),
                        statement -> {
                            statement.setLong(1, id);
                            scope.bind(statement, 2);
                        },
                        ReceivableRows::readDecision)
                .stream()
                .findFirst();
    }

    @Override
    public List<RecoveryDecision> decisions(String program, long unitId, long personId, int limit) {
        checkLimit(limit);
        PersonScope scope = scope(unitId, "r");
        return select(
                "select " + ReceivableRows.DECISION_COLUMNS + ReceivableRows.DECISION_FROM + " where r.program = ?"
                        + (personId == 0 ? "" : " and r.person_id = ?") + " and " + scope.sql()
                        + " order by r.date desc, r.id desc limit ?",
                statement -> {
                    statement.setString(1, program);
                    int position = 2;
                    if (personId != 0) {
                        statement.setLong(position++, personId);
                    }
                    statement.setInt(scope.bind(statement, position), limit);
                },
                ReceivableRows::readDecision);
    }

    @Override
    public List<Cancellation> cancellations(String program, long unitId, YearMonth month, int limit) {
        checkLimit(limit);
        PersonScope scope = scope(unitId, "y");
        return select(
                ReceivableRows.CANCELLATIONS + " where " + scope.sql()
                        + " and y.program = ? and y.month = ? and not c.annulled"
                        + " order by p.sort_key, p.id, c.period, c.id limit ?",
                statement -> {
                    int position = scope.bind(statement, 1);
                    statement.setString(position, program);
                    statement.setDate(position + 1, EntitlementRows.date(month));
                    statement.setInt(position + 2, limit);
                },
                ReceivableRows::readCancellation);
    }

    private static void checkPaper(String number, boolean dated) {
        if (number == null || number.isBlank() || !dated) {
            throw Problem.invalid(
                    "AS-RECEIVABLE-PAPER", "Thiếu số hoặc ngày quyết định. Vui lòng ghi theo quyết định đã ký.");
        }
    }

    private static String reason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("AS-RECEIVABLE-REASON", "Vui lòng ghi rõ lý do.");
        }
        return Vietnamese.normalize(reason);
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid("AS-RECEIVABLE-LIMIT", "Mỗi trang có từ 1 đến 500 dòng.");
        }
    }

    private static long cursor(String cursor) {
        try {
            return Long.parseLong(cursor, CURSOR_BASE);
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "AS-RECEIVABLE-CURSOR",
                    "Vị trí trang trong danh sách không còn dùng được. Hãy mở lại danh sách từ đầu.");
        }
    }

    private PersonScope scope(long asked, String alias) {
        return PersonScope.of(
                access.require(Permissions.RECEIVABLE_READ), asked, units, alias + ".unit_id", alias + ".program");
    }

    private <T> List<T> select(String sql, Rows.Binding binding, Rows.Reading<T> reading) {
        return transactions.call(connection -> Rows.list(connection, sql, binding, reading));
    }
}
