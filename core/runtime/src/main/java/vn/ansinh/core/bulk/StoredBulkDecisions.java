package vn.ansinh.core.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.bulk.BulkDecision.State;
import vn.ansinh.api.bulk.BulkDecisions;
import vn.ansinh.api.bulk.BulkRow;
import vn.ansinh.api.bulk.BulkRow.Report;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.transaction.Transactions.SqlWork;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Asked;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.casework.procedure.ProcedureLibrary;
import vn.ansinh.core.review.ReviewMarks;

/** {@link BulkDecisions} on tables {@code ansinh.bulk_decision} and {@code ansinh.bulk_row}. */
public final class StoredBulkDecisions implements BulkDecisions {

    private static final String REASONS = "ly-do-tang-giam";
    private static final int LONGEST_PAGE = 2000;

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final Policies policies;
    private final CodeLists codeLists;
    private final ProcedureLibrary procedures;
    private final Drafting drafting;
    private final Audit audit;
    private final Clock clock;

    /**
     * @param everywhere for writing, after a look at whose rights and people they are
     * @param procedures say whose decision it is
     */
    public StoredBulkDecisions(
            Transactions transactions,
            Transactions everywhere,
            Access access,
            Units units,
            Policies policies,
            CodeLists codeLists,
            Entitlements entitlements,
            ProcedureLibrary procedures,
            Audit audit,
            Clock clock) {
        this.procedures = procedures;
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.policies = policies;
        this.codeLists = codeLists;
        this.drafting = new Drafting(everywhere, units, policies, entitlements, audit, clock);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public BulkDecision draft(Draft draft) {
        Caller caller = access.require(Permissions.BULK_DRAFT, draft.unitId(), draft.program());
        BulkDecision made = drafting.draft(draft, caller);
        return transactions.call(connection -> sight(connection).told(made.id()));
    }

    @Override
    public BulkDecision report(Kind kind, String program, long unitId, String note, List<Report> reports) {
        Caller caller = access.require(Permissions.BULK_DRAFT, unitId, program);
        return drafting.report(kind, program, unitId, note, reports, caller);
    }

    private Checking checking(Connection connection, Caller caller, BulkDecision paper) {
        return new Checking(connection, units, policies, caller, paper, LocalDate.now(clock));
    }

    private void told(String action, List<Line> lines, Fields fields, String why) {
        audit.changedAll(
                Subject.PERSON,
                lines.stream()
                        .map(Line::personId)
                        .filter(id -> id != 0)
                        .distinct()
                        .toList(),
                action,
                fields.map(),
                why);
    }

    @Override
    public BulkRow mend(long id, int no, Report report) {
        return change(
                id,
                no,
                (checking, line) -> checking.matched(List.of(new Line(
                                no,
                                whole(report, line.report()),
                                BulkRow.State.WRONG,
                                0,
                                0,
                                0,
                                null,
                                List.of(),
                                false,
                                null)))
                        .get(0));
    }

    /** Who sees numbers in part only and leaves one as it is shown, means the whole one. */
    private Report whole(Report typed, Report before) {
        return typed.number().equals(NumberSight.of(access).show(before.number()))
                ? new Report(before.number(), typed.name(), typed.birth(), typed.day(), typed.unit())
                : typed;
    }

    @Override
    public BulkRow confirm(long id, int no, long personId) {
        return change(id, no, (checking, line) -> {
            if (!line.candidates().contains(personId)) {
                throw Problem.invalid("AS-BULK-CANDIDATE", "Người được chọn không nằm trong những người tìm thấy.");
            }
            return line.of(personId, true);
        });
    }

    /** What an official does to one row of a draft. */
    private interface RowChange {
        Line of(Checking checking, Line line) throws SQLException;
    }

    private BulkRow change(long id, int no, RowChange change) {
        Caller caller = access.require(Permissions.BULK_DRAFT);
        return onSeen(id, connection -> {
            BulkDecision paper = locked(connection, id, State.DRAFT, Permissions.BULK_DRAFT);
            Lines rows = new Lines(connection);
            List<Line> lines = new ArrayList<>(rows.of(id));
            int at = IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).no() == no)
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("AS-BULK-ROW", "Quyết định không có dòng này."));
            if (lines.get(at).report() == null) {
                throw Problem.conflict(
                        "AS-BULK-ROW", "Dòng này lấy từ chế độ đang hưởng nên không sửa được; hãy bỏ ra.");
            }
            Checking checking = checking(connection, caller, paper);
            Line changed = change.of(checking, lines.get(at));
            lines.set(at, changed);
            rows.update(id, checking.judged(lines));
            new Papers(connection).changedBy(id, caller.account());
            rows.confirmed(id, no, changed.confirmed() ? caller.account() : null);
            told("bulk.mend", List.of(changed), Fields.of("decision", id).and("row", no), null);
            return new ShownRows(connection, sight(connection), NumberSight.of(access))
                    .page(paper, false, no - 1, 1)
                    .get(0);
        });
    }

    @Override
    public BulkDecision drop(long id, Collection<Integer> nos) {
        Caller caller = access.require(Permissions.BULK_DRAFT);
        return onSeen(id, connection -> {
            BulkDecision paper = locked(connection, id, State.DRAFT, Permissions.BULK_DRAFT);
            Lines rows = new Lines(connection);
            List<Line> gone = rows.of(id, nos);
            new ReviewMarks(connection, caller.account())
                    .release(id, gone.stream().map(Line::entitlementId).toList());
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from ansinh.bulk_row where decision_id = ? and no = any(?)")) {
                delete.setLong(1, id);
                delete.setArray(2, connection.createArrayOf("integer", nos.toArray()));
                delete.executeUpdate();
            }
            rows.update(id, checking(connection, caller, paper).judged(rows.of(id)));
            new Papers(connection).changedBy(id, caller.account());
            told("bulk.mend", gone, Fields.of("decision", id).and("dropped", gone.size()), null);
            return sight(connection).told(id);
        });
    }

    @Override
    public BulkDecision submit(long id, String number, LocalDate date) {
        Caller caller = access.require(Permissions.BULK_DRAFT);
        return onSeen(id, connection -> {
            BulkDecision paper = locked(connection, id, State.DRAFT, Permissions.BULK_DRAFT);
            Lines rows = new Lines(connection);
            Checking checking = checking(connection, caller, paper);
            List<Line> lines = checking.judged(rows.of(id));
            rows.update(id, lines);
            long open = lines.stream().filter(Line::open).count();
            if (open > 0 || lines.isEmpty()) {
                throw Problem.conflict(
                        "AS-BULK-OPEN",
                        lines.isEmpty()
                                ? "Quyết định không còn dòng nào."
                                : "Còn " + open + " dòng cần sửa hoặc xác nhận. Hãy xử lý hoặc bỏ ra rồi trình lại.");
            }
            LocalDate today = LocalDate.now(clock);
            new Deciders(procedures, units, today, paper, date == null ? today : date)
                    .requireOne(checking.asked(lines));
            new Papers(connection).turn(id, State.SUBMITTED, trimmed(number), date, null);
            told("bulk.submit", lines, Fields.of("decision", id), null);
            return sight(connection).told(id);
        });
    }

    private static String trimmed(String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public BulkDecision sign(long id, String number, LocalDate date) {
        Caller caller = access.require(Permissions.BULK_SIGN);
        if (trimmed(number).isEmpty() || date == null || date.isAfter(LocalDate.now(clock))) {
            throw Problem.invalid("AS-BULK-PAPER", "Vui lòng ghi số và ngày quyết định; ngày không được sau hôm nay.");
        }
        Signed signed = onSeen(id, connection -> {
            BulkDecision paper = locked(connection, id, State.SUBMITTED, Permissions.BULK_SIGN);
            if (new Papers(connection).isOf(id, caller.account())) {
                throw Problem.forbidden(
                        "AS-BULK-OWN",
                        "Người soạn hoặc sửa quyết định không ký quyết định ấy. Hãy chuyển người khác ký.");
            }
            return sign(connection, caller, paper, new Decision(trimmed(number), date, paper.reason()));
        });
        if (signed.faulty() > 0) {
            throw Problem.conflict(
                    "AS-BULK-CHANGED",
                    "Có " + signed.faulty() + " dòng đã thay đổi sau khi trình nên chưa ký được và chưa có gì thay đổi."
                            + " Quyết định đã trả lại người soạn, lý do ghi ở từng dòng.");
        }
        return signed.paper();
    }

    /** @param faulty how many rows could not be done; then nothing was */
    private record Signed(BulkDecision paper, long faulty) {}

    private Signed sign(Connection connection, Caller caller, BulkDecision paper, Decision decision)
            throws SQLException {
        Lines rows = new Lines(connection);
        Papers papers = new Papers(connection);
        Checking checking = checking(connection, caller, paper);
        List<Line> before = rows.of(paper.id());
        new Deciders(procedures, units, LocalDate.now(clock), paper, decision.date())
                .require(caller, checking.asked(before));
        Held.lock(
                connection,
                paper.kind().reported()
                        ? checking.rightsOfPeople(before).values().stream()
                                .flatMap(List::stream)
                                .map(Held::id)
                                .sorted()
                                .toList()
                        : before.stream().map(Line::entitlementId).toList());
        List<Line> lines = checking.judged(before);
        long faulty = lines.stream().filter(Line::open).count();
        if (faulty > 0) {
            rows.update(paper.id(), lines);
            papers.turn(paper.id(), State.DRAFT, null, null, "Có " + faulty + " dòng đã thay đổi sau khi trình.");
            return new Signed(paper, faulty);
        }
        String reason = codeLists
                .byCode(REASONS, paper.reason(), decision.date())
                .map(CodeLists.Entry::name)
                .orElse(paper.reason());
        List<Line> done = new Signing(connection, checking, paper, decision, caller.account())
                .carryOut(lines, reason, units::fullName);
        rows.update(paper.id(), done);
        papers.sign(paper.id(), decision.number(), decision.date(), caller, clock.instant());
        told(
                "bulk.sign",
                done,
                Fields.of("decision", paper.id()).and("kind", paper.kind()).and("rows", done.size()),
                "Quyết định số " + decision.number());
        return new Signed(sight(connection).told(paper.id()), 0);
    }

    @Override
    public Optional<String> moveByCase(String program, LocalDate day) {
        access.require(Permissions.BULK_READ).requireProgram(program);
        return Deciders.moveByCase(procedures, program, day).map(Procedure::id);
    }

    @Override
    public BulkDecision sendBack(long id, String reason) {
        String why = trimmed(Vietnamese.normalize(reason));
        if (why.isEmpty()) {
            throw Problem.invalid("AS-BULK-WHY", "Vui lòng ghi lý do trả lại.");
        }
        access.require(Permissions.BULK_SIGN);
        return onSeen(id, connection -> {
            locked(connection, id, State.SUBMITTED, Permissions.BULK_SIGN);
            new Papers(connection).turn(id, State.DRAFT, null, null, why);
            told("bulk.send-back", List.of(), Fields.of("decision", id), why);
            return sight(connection).told(id);
        });
    }

    @Override
    public BulkDecision withdraw(long id) {
        Caller caller = access.require(Permissions.BULK_DRAFT);
        return onSeen(id, connection -> {
            locked(connection, id, null, Permissions.BULK_DRAFT);
            new ReviewMarks(connection, caller.account()).release(id);
            new Papers(connection).turn(id, State.WITHDRAWN, null, null, null);
            told("bulk.withdraw", List.of(), Fields.of("decision", id), null);
            return sight(connection).told(id);
        });
    }

    /** Works on a decision that row security shows to the caller: asked first, for everywhere nothing is hidden. */
    private <T> T onSeen(long id, SqlWork<T> work) {
        transactions.call(connection -> new Papers(connection).byId(id)).orElseThrow(StoredBulkDecisions::unknown);
        return everywhere.call(work);
    }

    /** The decision, held until the transaction ends. @param state it has to be in, {@code null} for any before the signature */
    private BulkDecision locked(Connection connection, long id, State state, String permission) throws SQLException {
        BulkDecision paper = new Papers(connection).lock(id).orElseThrow(StoredBulkDecisions::unknown);
        access.require(permission, paper.unitId(), paper.program());
        boolean over = paper.state() == State.SIGNED || paper.state() == State.WITHDRAWN;
        if (over || state != null && paper.state() != state) {
            throw Problem.conflict(
                    "AS-BULK-STATE",
                    "Quyết định đang ở trạng thái «" + paper.state().label() + "» nên không làm được việc này.");
        }
        return paper;
    }

    private PaperSight sight(Connection connection) {
        return new PaperSight(
                connection,
                access.require(),
                units,
                policies,
                new Discretion(access, policies),
                procedures,
                LocalDate.now(clock));
    }

    private static Problem unknown() {
        return Problem.notFound("AS-BULK-UNKNOWN", "Không có quyết định này, hoặc không thuộc địa bàn được giao.");
    }

    @Override
    public Optional<BulkDecision> byId(long id) {
        access.require(Permissions.BULK_READ);
        return transactions.call(connection -> sight(connection).byId(id));
    }

    @Override
    public List<BulkDecision> list(String program, State state, long before, int limit) {
        access.require(Permissions.BULK_READ).requireProgram(program);
        return transactions.call(connection -> sight(connection).list(program, state, before, Math.min(limit, 500)));
    }

    @Override
    public List<BulkRow> rows(long id, boolean open, int after, int limit) {
        access.require(Permissions.BULK_READ);
        return transactions.call(connection -> {
            BulkDecision paper = new Papers(connection).byId(id).orElseThrow(StoredBulkDecisions::unknown);
            List<BulkRow> rows = new ShownRows(connection, sight(connection), NumberSight.of(access))
                    .page(paper, open, after, Math.min(limit, LONGEST_PAGE));
            audit.listed(
                    Subject.PERSON,
                    Asked.of("Quyết định hàng loạt").and("decision", id).toString(),
                    rows.stream()
                            .map(BulkRow::personId)
                            .filter(person -> person != 0)
                            .distinct()
                            .toList());
            return rows;
        });
    }
}
