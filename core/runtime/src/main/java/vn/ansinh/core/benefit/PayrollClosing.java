package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Payrolls.Closing;
import vn.ansinh.api.benefit.Payrolls.Reviewed;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.policy.LawChange;
import vn.ansinh.core.policy.PackTerm;
import vn.ansinh.core.policy.PolicyBook;
import vn.ansinh.core.policy.PolicyRegistry;

/**
 * Closes drafts: all of them or none. Under the communes' locks it looks again at whom something happened to that the run did
 * not see, by computing them anew, and takes out what comes out otherwise.
 *
 * <p>Why the others need no second look: what a line says follows from the person's facts and rights, from law, and from what
 * is paid. Facts and rights did not change ({@link RunKnowledge}); a law that values anything otherwise for anybody on the
 * list refuses the closing; and what is paid changes only by closing. Another commune or program that pays the same person
 * may have closed on the law of another day, and then the two lists could pay benefits of which one gives way to the other:
 * so who has a right elsewhere in a month that is about to be paid is computed anew too, after the persons' rows are
 * locked, so that of two such closings the second sees what the first has paid. And no right moves from one commune to
 * another while either is closing.
 */
final class PayrollClosing {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu");

    private static final String LOAD = """
            select y.id, y.program, y.month, y.unit_id, y.state, y.run_id, y.follows, r.as_of, y.lines, y.total,
                y.drafted_at, y.closed_by, y.closed_at, r.account
            from ansinh.payroll y join ansinh.payroll_run r on r.id = y.run_id
            where y.id = any(?) and y.state <> 'ANNULLED' order by y.month, y.unit_id""";

    private static final String EARLIER_DRAFT = """
            select month, unit_id from ansinh.payroll
            where program = ? and unit_id = any(?) and month < ? and state = 'DRAFT' order by month, unit_id limit 1""";

    private static final String UNCONFIRMED = """
            select distinct v.label from ansinh.payroll_rule_use u
                join ansinh.payroll_unconfirmed_value v on v.rule_id = u.rule_id
            where u.payroll_id = any(?) order by v.label""";

    private static final String AFFECTED = """
            select exists (select from ansinh.payroll_line l join ansinh.entitlement e on e.person_id = l.person_id
                where l.month = ? and l.payroll_id = any(?) and e.benefit = any(?))""";

    private static final String CLOSE = """
            update ansinh.payroll set state = 'CLOSED', closed_by = ?, closed_at = clock_timestamp()
            where id = any(?) returning lines, total""";

    private static final String CLOSED_THROUGH =
            "update ansinh.payroll_commune set closed_through = ? where program = ? and unit_id = any(?)";

    private final Connection connection;
    private final Access access;
    private final Units units;
    private final PolicyRegistry policies;
    private final String account;
    private final ZoneId zone;
    private final InTime inTime;
    private final ClosingFunds funds;

    PayrollClosing(
            Connection connection,
            Access access,
            Units units,
            PolicyRegistry policies,
            String account,
            Clock clock,
            InTime inTime,
            ClosingFunds funds) {
        this.inTime = inTime;
        this.funds = funds;
        this.connection = connection;
        this.access = access;
        this.units = units;
        this.policies = policies;
        this.account = account;
        this.zone = clock.getZone();
    }

    private record Draft(
            long id,
            String program,
            YearMonth month,
            long unitId,
            boolean closed,
            long runId,
            YearMonth follows,
            LocalDate asOf,
            int lines,
            long total,
            OffsetDateTime draftedAt,
            String closedBy,
            OffsetDateTime closedAt,
            String draftedBy) {}

    Closing close(List<Reviewed> reviewed, boolean shortfallSeen) throws SQLException {
        Map<Long, Long> runs =
                reviewed.stream().collect(Collectors.toMap(Reviewed::payrollId, Reviewed::runId, (one, other) -> one));
        List<Draft> seen = load(runs.keySet());
        if (seen.size() < runs.size()) {
            throw Problem.notFound("AS-PAYROLL", "Không tìm thấy danh sách chi trả cần chốt.");
        }
        for (Draft draft : seen) {
            access.require(Permissions.PAYROLL_CLOSE, draft.unitId(), draft.program());
            if (!draft.closed()) {
                inTime.requireClose(draft.program(), draft.unitId(), draft.month());
            }
        }
        if (seen.stream()
                        .map(draft -> draft.program() + draft.month())
                        .distinct()
                        .count()
                > 1) {
            throw Problem.invalid("AS-PAYROLL-MIXED", "Mỗi lần chỉ chốt danh sách của một chương trình và một kỳ.");
        }
        String program = seen.get(0).program();
        YearMonth month = seen.get(0).month();
        Set<Long> communes = seen.stream().map(Draft::unitId).collect(Collectors.toCollection(TreeSet::new));
        Map<Long, YearMonth> closedThrough = CommuneLocks.forClosing(connection, program, communes);
        List<Draft> drafts = load(runs.keySet());
        if (drafts.stream().allMatch(draft -> draft.closed() && draft.closedBy().equals(account))) {
            return new Closing(
                    drafts.size(),
                    drafts.stream().mapToInt(Draft::lines).sum(),
                    drafts.stream().mapToLong(Draft::total).sum(),
                    List.of());
        }
        for (Draft draft : drafts) {
            checkFresh(draft, runs.get(draft.id()), closedThrough.get(draft.unitId()));
        }
        Long[] ids = drafts.stream().map(Draft::id).toArray(Long[]::new);
        checkOrder(program, month, communes);
        checkConfirmed(ids);
        funds.requireApproved(connection, ids);
        PayrollChanges.hold(connection);
        ChangedLines changed = new ChangedLines(connection, program, month);
        changed.lockCrossing(ids);
        Map<Long, List<Draft>> byRun = new TreeMap<>();
        drafts.forEach(draft ->
                byRun.computeIfAbsent(draft.runId(), run -> new ArrayList<>()).add(draft));
        Map<Long, RunKnowledge> knowledge = RunKnowledge.of(connection, byRun.keySet());
        Set<String> takenOut = new LinkedHashSet<>();
        long lines = 0;
        long total = 0;
        for (Map.Entry<Long, List<Draft>> ofRun : byRun.entrySet()) {
            RunKnowledge known = knowledge.get(ofRun.getKey());
            Map<Long, Long> payrollOfUnit =
                    ofRun.getValue().stream().collect(Collectors.toMap(Draft::unitId, Draft::id));
            checkLaw(program, month, known, payrollOfUnit.values());
            PayrollComputation computation =
                    new PayrollComputation(connection, policies.book(), program, month, known.asOf());
            takenOut.addAll(changed.takeOut(computation, known, payrollOfUnit));
            Long[] closing = payrollOfUnit.values().toArray(Long[]::new);
            new NegativeDifferences(connection).settle(closing, account);
            for (Closed closed : close(closing)) {
                lines += closed.lines();
                total += closed.total();
            }
        }
        closedThrough(program, month, communes);
        funds.requireEnough(connection, ids, shortfallSeen);
        return new Closing(ids.length, Math.toIntExact(lines), total, List.copyOf(takenOut));
    }

    private record Closed(int lines, long total) {}

    private List<Draft> load(Set<Long> ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOAD)) {
            select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            List<Draft> drafts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    drafts.add(new Draft(
                            row.getLong(1),
                            row.getString(2),
                            EntitlementRows.month(row, 3),
                            row.getLong(4),
                            row.getString(5).equals("CLOSED"),
                            row.getLong(6),
                            EntitlementRows.month(row, 7),
                            EntitlementRows.day(row, 8),
                            row.getInt(9),
                            row.getLong(10),
                            row.getObject(11, OffsetDateTime.class),
                            row.getString(12),
                            row.getObject(13, OffsetDateTime.class),
                            row.getString(14)));
                }
            }
            return drafts;
        }
    }

    private void checkFresh(Draft draft, long reviewedRun, YearMonth closedThrough) {
        if (draft.closed()) {
            throw Problem.conflict(
                    "AS-PAYROLL-CLOSED",
                    list(draft) + " đã được " + draft.closedBy() + " chốt lúc " + time(draft.closedAt())
                            + ". Không cần chốt lại; hãy mở lại trang để xem.");
        }
        if (draft.runId() != reviewedRun) {
            throw Problem.conflict(
                    "AS-PAYROLL-REDRAFTED",
                    list(draft) + " đã được lập lại lúc " + time(draft.draftedAt())
                            + ", sau khi bạn xem. Chưa chốt danh sách nào; hãy mở lại trang, xem lại rồi chốt.");
        }
        if (draft.draftedBy().equals(account)) {
            throw Problem.conflict(
                    "AS-PAYROLL-SAME-PERSON",
                    list(draft)
                            + " do chính bạn lập. Người lập không được chốt: vui lòng nhờ người khác xem lại và chốt.");
        }
        if (!Objects.equals(closedThrough, draft.follows())) {
            boolean later =
                    closedThrough != null && (draft.follows() == null || closedThrough.isAfter(draft.follows()));
            throw Problem.conflict(
                    "AS-PAYROLL-STALE",
                    "Kỳ " + Vietnamese.month(later ? closedThrough : draft.follows()) + " của " + name(draft.unitId())
                            + (later ? " được chốt" : " được hủy chốt") + " sau khi lập danh sách kỳ "
                            + Vietnamese.month(draft.month())
                            + ". Chưa chốt danh sách nào; hãy lập lại danh sách rồi chốt.");
        }
    }

    private void checkOrder(String program, YearMonth month, Set<Long> communes) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EARLIER_DRAFT)) {
            select.setString(1, program);
            select.setArray(2, connection.createArrayOf("bigint", communes.toArray()));
            select.setDate(3, EntitlementRows.date(month));
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    throw Problem.conflict(
                            "AS-PAYROLL-ORDER",
                            "Danh sách kỳ " + Vietnamese.month(EntitlementRows.month(row, 1)) + " của "
                                    + name(row.getLong(2))
                                    + " chưa chốt. Các kỳ chốt theo thứ tự: hãy chốt kỳ đó trước.");
                }
            }
        }
    }

    private void checkConfirmed(Long[] ids) throws SQLException {
        List<String> unconfirmed = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(UNCONFIRMED)) {
            select.setArray(1, connection.createArrayOf("bigint", ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    unconfirmed.add("«" + row.getString(1) + "»");
                }
            }
        }
        if (!unconfirmed.isEmpty()) {
            throw Problem.conflict(
                    "AS-PAYROLL-PROVISIONAL",
                    "Danh sách dùng " + unconfirmed.size() + " giá trị tạm tính chưa đối chiếu Công báo: "
                            + String.join(", ", unconfirmed) + ". Hãy đối chiếu từng giá trị rồi chốt.");
        }
    }

    /** @throws Problem CONFLICT when law values anything otherwise now for anybody on the lists, read on the same day */
    private void checkLaw(String program, YearMonth month, RunKnowledge known, Collection<Long> payrolls)
            throws SQLException {
        PolicyBook book = policies.book();
        Set<String> affected = LawChange.between(
                        policies.book(known.law()), known.asOf(), book, known.asOf(), program, month)
                .keySet();
        if (affected.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(AFFECTED)) {
            select.setDate(1, EntitlementRows.date(month));
            select.setArray(2, connection.createArrayOf("bigint", payrolls.toArray()));
            select.setArray(3, connection.createArrayOf("text", affected.toArray()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return;
                }
            }
        }
        Set<PackTerm> now = book.terms();
        String packs = Stream.concat(
                        known.law().stream().filter(term -> !now.contains(term)),
                        now.stream().filter(term -> !known.law().contains(term)))
                .map(term -> term.version().pack())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        throw Problem.conflict(
                "AS-PAYROLL-POLICY-CHANGED",
                "Gói chính sách (" + packs + ") đã thay đổi sau khi lập danh sách, mức hưởng có thể khác."
                        + " Chưa chốt danh sách nào; hãy lập lại danh sách rồi chốt.");
    }

    private List<Closed> close(Long[] payrolls) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLOSE)) {
            update.setString(1, account);
            update.setArray(2, connection.createArrayOf("bigint", payrolls));
            List<Closed> closed = new ArrayList<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    closed.add(new Closed(row.getInt(1), row.getLong(2)));
                }
            }
            return closed;
        }
    }

    private void closedThrough(String program, YearMonth month, Set<Long> communes) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLOSED_THROUGH)) {
            update.setDate(1, EntitlementRows.date(month));
            update.setString(2, program);
            update.setArray(3, connection.createArrayOf("bigint", communes.toArray()));
            update.executeUpdate();
        }
    }

    private String list(Draft draft) {
        return "Danh sách kỳ " + Vietnamese.month(draft.month()) + " của " + name(draft.unitId());
    }

    private String name(long unitId) {
        return units.byId(unitId).map(AdministrativeUnit::name).orElse("đơn vị " + unitId);
    }

    private String time(OffsetDateTime time) {
        return TIME.format(time.atZoneSameInstant(zone));
    }
}
