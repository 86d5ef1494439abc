package vn.ansinh.core.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.bulk.BulkDecision.State;
import vn.ansinh.api.bulk.BulkDecisions;
import vn.ansinh.api.bulk.BulkDecisions.Draft;
import vn.ansinh.api.bulk.BulkRow;
import vn.ansinh.api.bulk.BulkRow.Report;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.review.ReviewKey;
import vn.ansinh.core.review.ReviewMarks;

/** How decisions come about: from chosen rights, or from reports that are looked for in the registry. */
final class Drafting {

    private static final int MOST_ROWS = BulkDecisions.MOST_ROWS;
    private static final String DIED = "G01";
    private static final String MOVED = "T02";

    private final Transactions everywhere;
    private final Units units;
    private final Policies policies;
    private final Entitlements entitlements;
    private final Audit audit;
    private final Clock clock;

    Drafting(
            Transactions everywhere,
            Units units,
            Policies policies,
            Entitlements entitlements,
            Audit audit,
            Clock clock) {
        this.everywhere = everywhere;
        this.units = units;
        this.policies = policies;
        this.entitlements = entitlements;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param caller who may draft in the decision's unit and program */
    BulkDecision draft(Draft draft, Caller caller) {
        requireSize(draft.entitlements().size());
        checkDraft(draft);
        BulkDecision paper = paper(
                draft.kind(),
                draft.program(),
                draft.unitId(),
                draft.reason(),
                draft.month(),
                draft.benefit(),
                draft.note(),
                caller);
        List<Long> rights = draft.entitlements().stream().distinct().toList();
        List<ReviewKey> reviewed = draft.reviewed().stream().map(ReviewKey::of).toList();
        return everywhere.call(connection -> {
            List<Line> lines = IntStream.range(0, rights.size())
                    .mapToObj(i -> new Line(
                            i + 1, null, BulkRow.State.WRONG, 0, rights.get(i), 0, null, List.of(), false, null))
                    .toList();
            Checking checking = new Checking(connection, units, policies, caller, paper, LocalDate.now(clock));
            List<Held> held = checking.rights(lines);
            requireOwn(held, rights.size(), draft.program());
            List<Line> named = lines.stream()
                    .map(line -> line.of(person(held, line.entitlementId()), false))
                    .toList();
            BulkDecision stored = store(connection, paper, checking.judged(named));
            // rows of other people than the decision's are not its to take off the list
            HashSet<Long> people =
                    new HashSet<>(held.stream().map(Held::personId).toList());
            new ReviewMarks(connection, caller.account())
                    .mark(
                            draft.program(),
                            reviewed.stream()
                                    .filter(key -> people.contains(key.personId()))
                                    .toList(),
                            "Đã đưa vào quyết định hàng loạt",
                            stored.id());
            return stored;
        });
    }

    private static long person(List<Held> held, long right) {
        return held.stream()
                .filter(each -> each.id() == right)
                .findFirst()
                .orElseThrow()
                .personId();
    }

    private static void requireOwn(List<Held> held, int asked, String program) {
        if (held.size() < asked
                || held.stream()
                        .anyMatch(right -> !right.own() || !right.program().equals(program))) {
            throw Problem.notFound(
                    "AS-BULK-RIGHT",
                    "Có lần hưởng không thuộc địa bàn hoặc chương trình của quyết định. Vui lòng chọn lại.");
        }
    }

    private void checkDraft(Draft draft) {
        if (draft.kind().reported()) {
            throw Problem.invalid("AS-BULK-KIND", "Báo tử, báo chuyển lập từ danh sách báo.");
        }
        if (draft.month() == null) {
            throw Problem.invalid("AS-BULK-MONTH", "Thiếu tháng áp dụng. Vui lòng ghi tháng theo quyết định.");
        }
        boolean transfer = draft.kind() == Kind.TRANSFER;
        if (transfer
                && policies.benefit(draft.benefit())
                        .filter(benefit -> benefit.program().equals(draft.program()))
                        .isEmpty()) {
            throw Problem.invalid("AS-BULK-BENEFIT", "Thiếu chế độ mới, hoặc chương trình không có chế độ đó.");
        }
        if (!transfer && draft.benefit() != null) {
            throw Problem.invalid("AS-BULK-BENEFIT", "Chỉ chuyển chế độ mới có chế độ mới.");
        }
        EntitlementEvent.Kind event = transfer
                ? EntitlementEvent.Kind.END
                : EntitlementEvent.Kind.valueOf(draft.kind().name());
        if (entitlements.reasons(event).stream()
                .noneMatch(reason -> reason.code().equals(draft.reason()))) {
            throw Problem.invalid(
                    "AS-BULK-REASON",
                    "Lý do không dùng được cho việc «" + draft.kind().label()
                            + "». Vui lòng chọn lý do trong danh mục lý do tăng, giảm.");
        }
    }

    private static void requireSize(int rows) {
        if (rows < 1 || rows > MOST_ROWS) {
            throw Problem.invalid("AS-BULK-ROWS", "Một quyết định có từ 1 đến " + MOST_ROWS + " dòng.");
        }
    }

    private BulkDecision paper(
            Kind kind,
            String program,
            long unitId,
            String reason,
            YearMonth month,
            String benefit,
            String note,
            Caller caller) {
        if (unitId == 0) {
            throw Problem.invalid("AS-BULK-UNIT", "Vui lòng chọn tỉnh, xã hoặc phường của quyết định.");
        }
        String said = Vietnamese.normalize(note);
        return new BulkDecision(
                0,
                kind,
                program,
                unitId,
                State.DRAFT,
                reason,
                month,
                benefit,
                said == null ? "" : said,
                "",
                null,
                0,
                0,
                caller.account(),
                caller.fullName(),
                clock.instant(),
                null,
                null,
                null,
                null);
    }

    /** @param caller who may draft in the decision's unit and program */
    BulkDecision report(Kind kind, String program, long unitId, String note, List<Report> reports, Caller caller) {
        requireSize(reports.size());
        if (!kind.reported()) {
            throw Problem.invalid("AS-BULK-KIND", "Chỉ báo tử, báo chuyển lập từ danh sách báo.");
        }
        BulkDecision paper = paper(kind, program, unitId, kind == Kind.DEATH ? DIED : MOVED, null, null, note, caller);
        return everywhere.call(connection -> {
            List<Line> lines = IntStream.range(0, reports.size())
                    .mapToObj(i ->
                            new Line(i + 1, reports.get(i), BulkRow.State.WRONG, 0, 0, 0, null, List.of(), false, null))
                    .toList();
            Checking checking = new Checking(connection, units, policies, caller, paper, LocalDate.now(clock));
            return store(connection, paper, checking.judged(checking.matched(lines)));
        });
    }

    private BulkDecision store(Connection connection, BulkDecision paper, List<Line> lines) throws SQLException {
        Papers papers = new Papers(connection);
        long id = papers.insert(paper);
        new Lines(connection).insert(id, lines);
        audit.changedAll(
                Subject.PERSON,
                lines.stream()
                        .map(Line::personId)
                        .filter(person -> person != 0)
                        .distinct()
                        .toList(),
                "bulk.draft",
                Fields.of("kind", paper.kind()).and("rows", lines.size()).map(),
                paper.note());
        return papers.byId(id).orElseThrow();
    }
}
