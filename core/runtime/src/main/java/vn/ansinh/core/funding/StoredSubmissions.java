package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.funding.FundingState;
import vn.ansinh.api.funding.Submissions;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.VietnameseOrder;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.payment.Sql;

/** {@link Submissions} on table {@code ansinh.funding_submission}. */
public final class StoredSubmissions implements Submissions {

    private static final String COLUMNS =
            "x.id, x.payroll_id, x.run_id, x.program, x.unit_id, x.month, x.people, x.lines,"
                    + " x.total, x.note, x.state, y.run_id <> x.run_id or y.state = 'ANNULLED', " + Papers.SIGNATURES;

    private static final String SELECT = "select " + COLUMNS
            + " from ansinh.funding_submission x join ansinh.payroll y on y.id = x.payroll_id where ";

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Offices offices;
    private final Audit audit;
    private final Papers papers;

    /** @param everywhere for what is written and for sums, after it was asked who may */
    public StoredSubmissions(
            Transactions transactions, Transactions everywhere, Access access, Units units, Clock clock, Audit audit) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.offices = new Offices(access, units, clock);
        this.audit = audit;
        this.papers = new Papers("ansinh.funding_submission", transactions, clock);
    }

    private record ListHead(String program, long unitId, String state, long runId) {}

    @Override
    public PayrollSubmission submit(long payrollId, long runId, String note) {
        access.require(Permissions.FUNDING_PROPOSE);
        requireSeen(payrollId);
        return everywhere.call(connection -> {
            ListHead list = Sql.of(
                            "select program, unit_id, state, run_id from ansinh.payroll where id = ? for update",
                            payrollId)
                    .first(
                            connection,
                            row -> new ListHead(row.getString(1), row.getLong(2), row.getString(3), row.getLong(4)))
                    .orElseThrow(StoredSubmissions::unknownList);
            Caller caller = access.require(Permissions.FUNDING_PROPOSE, list.unitId(), list.program());
            if (!list.state().equals("DRAFT")) {
                throw Problem.conflict(
                        "AS-FUNDING-LIST-CLOSED", "Danh sách đã chốt hoặc đã hủy chốt nên không cần trình nữa.");
            }
            if (list.runId() != runId) {
                throw Problem.conflict(
                        "AS-FUNDING-LIST-STALE",
                        "Danh sách đã được lập lại sau khi bạn xem. Vui lòng mở lại trang, xem lại rồi trình.");
            }
            for (PayrollSubmission earlier : history(connection, payrollId)) {
                if (earlier.runId() == runId
                        && (earlier.state() == FundingState.PROPOSED || earlier.state() == FundingState.APPROVED)) {
                    throw Problem.conflict(
                            "AS-FUNDING-SUBMITTED",
                            "Danh sách này đã trình và đang «" + earlier.state().label() + "».");
                }
                if (earlier.state() == FundingState.PROPOSED) {
                    papers.decide(
                            connection, earlier.id(), FundingState.WITHDRAWN, caller, "Danh sách đã được lập lại.");
                }
            }
            long id = Sql.of(
                            "insert into ansinh.funding_submission (payroll_id, run_id, program, unit_id, month, people, lines,"
                                    + " total, note, state, proposed_by, proposed_name, proposed_at)"
                                    + " select y.id, y.run_id, y.program, y.unit_id, y.month, y.people, y.lines, y.total, ?,"
                                    + " 'PROPOSED', ?, ?, ? from ansinh.payroll y where y.id = ? returning id",
                            Papers.text(note),
                            caller.account(),
                            caller.fullName(),
                            offices.clock().instant(),
                            payrollId)
                    .one(connection, row -> row.getLong(1));
            return told(connection, id, "funding.submit", null);
        });
    }

    private void requireSeen(long payrollId) {
        transactions.call(seen -> Sql.of("select 1 from ansinh.payroll where id = ?", payrollId)
                .first(seen, row -> true)
                .orElseThrow(StoredSubmissions::unknownList));
    }

    private static Problem unknownList() {
        return Problem.notFound(
                "AS-PAYROLL", "Không tìm thấy danh sách chi trả này, hoặc không thuộc địa bàn được giao.");
    }

    @Override
    public PayrollSubmission approve(long id) {
        access.require(Permissions.FUNDING_APPROVE);
        papers.requireSeen(id);
        return everywhere.call(connection -> {
            PayrollSubmission submission = decidable(connection, id);
            if (submission.stale()) {
                throw Problem.conflict(
                        "AS-FUNDING-LIST-STALE",
                        "Danh sách của " + offices.name(submission.unitId())
                                + " đã được lập lại sau khi trình. Vui lòng trả lại để đơn vị trình danh sách mới.");
            }
            Caller caller = access.require();
            boolean drafted = Sql.of(
                            "select exists (select from ansinh.payroll_run where id = ? and account = ?)",
                            submission.runId(),
                            caller.account())
                    .one(connection, row -> row.getBoolean(1));
            if (drafted) {
                throw Problem.forbidden(
                        "AS-FUNDING-SAME-PERSON",
                        "Người lập danh sách không được tự duyệt. Vui lòng để người khác duyệt.");
            }
            papers.decide(connection, id, FundingState.APPROVED, caller, null);
            return told(connection, id, "funding.submit-approve", null);
        });
    }

    @Override
    public PayrollSubmission giveBack(long id, String reason) {
        access.require(Permissions.FUNDING_APPROVE);
        String why = Papers.reason(reason);
        papers.requireSeen(id);
        return everywhere.call(connection -> {
            decidable(connection, id);
            papers.decide(connection, id, FundingState.RETURNED, access.require(), why);
            return told(connection, id, "funding.submit-return", why);
        });
    }

    /** Held with its list, so that it is not closed or drafted anew meanwhile. */
    private PayrollSubmission decidable(Connection connection, long id) throws SQLException {
        PayrollSubmission seen = read(connection, id);
        Caller caller = offices.requireAbove(Permissions.FUNDING_APPROVE, seen.unitId(), seen.program());
        Sql.of("select 1 from ansinh.payroll where id = ? for update", seen.payrollId())
                .list(connection, row -> row.getInt(1));
        papers.lock(connection, id);
        PayrollSubmission submission = read(connection, id);
        Papers.requireDecidable(submission.state(), submission.signatures(), caller);
        return submission;
    }

    @Override
    public PayrollSubmission withdraw(long id, String reason) {
        access.require(Permissions.FUNDING_PROPOSE);
        String why = Papers.reason(reason);
        papers.requireSeen(id);
        return everywhere.call(connection -> {
            papers.lock(connection, id);
            PayrollSubmission submission = read(connection, id);
            Caller caller = access.require(Permissions.FUNDING_PROPOSE, submission.unitId(), submission.program());
            Papers.requireWithdrawable(submission.state(), submission.signatures(), caller);
            papers.decide(connection, id, FundingState.WITHDRAWN, caller, why);
            return told(connection, id, "funding.submit-withdraw", why);
        });
    }

    private PayrollSubmission told(Connection connection, long id, String action, String why) throws SQLException {
        PayrollSubmission submission = read(connection, id);
        audit.changed(
                new Subject(Subject.PAYROLL, submission.payrollId()),
                action,
                Map.of(),
                Fields.of("unit", submission.unitId())
                        .and("month", submission.month())
                        .and("state", submission.state())
                        .and("people", submission.people())
                        .and("lines", submission.lines())
                        .and("total", submission.total())
                        .map(),
                why);
        return submission;
    }

    @Override
    public Optional<PayrollSubmission> ofPayroll(long payrollId) {
        Caller caller = access.require();
        access.require(caller.may(Permissions.FUNDING_READ) ? Permissions.FUNDING_READ : Permissions.PAYROLL_READ);
        return transactions.call(
                connection -> history(connection, payrollId).stream().findFirst());
    }

    @Override
    public List<PayrollSubmission> history(long payrollId) {
        access.require(Permissions.FUNDING_READ);
        return transactions.call(connection -> history(connection, payrollId));
    }

    private static List<PayrollSubmission> history(Connection connection, long payrollId) throws SQLException {
        return Sql.of(SELECT + "x.payroll_id = ? order by x.id desc", payrollId)
                .list(connection, StoredSubmissions::submission);
    }

    @Override
    public List<ListStanding> standings(String program, long unitId, YearMonth month) {
        Caller caller = access.require(Permissions.FUNDING_READ);
        PersonScope scope = PersonScope.of(caller, unitId, offices.units(), "y.unit_id", "y.program");
        return everywhere.call(connection -> {
            List<ListStanding> standings = new ArrayList<>(Sql.of(
                            "select y.id, y.run_id, y.unit_id, y.people, y.total, y.state = 'CLOSED', " + COLUMNS
                                    + " from ansinh.payroll y left join lateral (select s.* from ansinh.funding_submission s"
                                    + " where s.payroll_id = y.id order by s.id desc limit 1) x on true"
                                    + " where y.program = ? and y.month = ? and y.state <> 'ANNULLED' and",
                            program,
                            month)
                    .and(scope)
                    .list(connection, this::standing));
            standings.sort(Comparator.comparing(standing -> VietnameseOrder.key(standing.unitName())));
            return lacking(connection, program, month, standings);
        });
    }

    private ListStanding standing(ResultSet row) throws SQLException {
        return new ListStanding(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                offices.name(row.getLong(3)),
                row.getInt(4),
                row.getLong(5),
                row.getBoolean(6),
                row.getObject(7) == null ? null : submission(row, 7),
                0);
    }

    /** What each open list lacks on its unit's own account; lists paid from an account above share what is there. */
    private static List<ListStanding> lacking(
            Connection connection, String program, YearMonth month, List<ListStanding> standings) throws SQLException {
        List<Long> drafts = standings.stream()
                .filter(standing -> !standing.closed())
                .map(ListStanding::payrollId)
                .toList();
        Map<Long, Long> missing = new HashMap<>();
        StoredBalances.needs(connection, program, month, drafts)
                .forEach(need -> missing.merge(need.unitId(), need.missing(), Long::sum));
        return standings.stream()
                .map(standing -> standing.closed() || missing.getOrDefault(standing.unitId(), 0L) == 0
                        ? standing
                        : new ListStanding(
                                standing.payrollId(),
                                standing.runId(),
                                standing.unitId(),
                                standing.unitName(),
                                standing.people(),
                                standing.total(),
                                false,
                                standing.submission(),
                                missing.get(standing.unitId())))
                .toList();
    }

    private static PayrollSubmission read(Connection connection, long id) throws SQLException {
        return Sql.of(SELECT + "x.id = ?", id)
                .first(connection, StoredSubmissions::submission)
                .orElseThrow(Papers::unknown);
    }

    private static PayrollSubmission submission(ResultSet row) throws SQLException {
        return submission(row, 1);
    }

    private static PayrollSubmission submission(ResultSet row, int at) throws SQLException {
        return new PayrollSubmission(
                row.getLong(at),
                row.getLong(at + 1),
                row.getLong(at + 2),
                row.getString(at + 3),
                row.getLong(at + 4),
                Sql.month(row, at + 5),
                row.getInt(at + 6),
                row.getInt(at + 7),
                row.getLong(at + 8),
                row.getString(at + 9),
                FundingState.valueOf(row.getString(at + 10)),
                row.getBoolean(at + 11),
                Papers.signatures(row, at + 12));
    }
}
