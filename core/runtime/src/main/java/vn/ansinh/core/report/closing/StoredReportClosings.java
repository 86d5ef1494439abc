package vn.ansinh.core.report.closing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportClosings;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.deadline.DueTimes;
import vn.ansinh.core.report.catalogue.Letterhead;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.definition.ReportLibrary;
import vn.ansinh.core.report.query.ReportRunner;
import vn.ansinh.core.report.render.ReportRenderer;

/**
 * {@link ReportClosings} on {@code ansinh.report_closing}. What is written is written with the scope of who acts, and the tables
 * guard the way once more: what was sent does not change, whoever asks for it.
 */
public final class StoredReportClosings implements ReportClosings {

    private static final String SUBJECT = "report-closing";

    private final ReportLibrary library;
    private final ReportDeadlines deadlines;
    private final DueTimes dueTimes;
    private final Transactions transactions;
    private final Access access;
    private final Units units;
    private final Audit audit;
    private final Clock clock;
    private final Sight sight;
    private final Submitters submitters;
    private final Computation computation;
    private final ClosingPapers papers;
    private final Letterhead letterhead;
    private final StandingList standings;

    /** @param renderers of the formats in which sent reports are kept */
    public StoredReportClosings(
            ReportLibrary library,
            ReportRunner runner,
            List<ReportRenderer> renderers,
            ReportDeadlines deadlines,
            DueTimes dueTimes,
            Transactions transactions,
            Access access,
            Units units,
            Audit audit,
            Clock clock) {
        this.library = library;
        this.deadlines = deadlines;
        this.dueTimes = dueTimes;
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
        this.sight = new Sight(library, access, units);
        this.submitters = new Submitters(units);
        this.computation = new Computation(runner);
        this.papers = new ClosingPapers(renderers, units);
        this.letterhead = new Letterhead(transactions, units, clock);
        this.standings = new StandingList(transactions, submitters, deadlines, dueTimes, units, clock);
    }

    @Override
    public List<ReportDefinition> submitted() {
        return sight.submitted();
    }

    @Override
    public List<Standing> own(long unitId) {
        access.require(Permissions.REPORT_READ, unitId);
        return standings.own(sight.submitted(), unitId);
    }

    @Override
    public List<Standing> standings(String report, long unitId, LocalDate period) {
        access.require(Permissions.REPORT_READ, unitId);
        ReportDefinition definition = sight.known(report).definition();
        return standings.below(
                definition, unitId, Submitters.cadence(definition).periodOf(period));
    }

    @Override
    public Closing draft(String report, long unitId, LocalDate day) {
        Caller caller = access.require(Permissions.REPORT_CLOSE, unitId);
        KnownReport known = sight.known(report);
        Cadence cadence = Submitters.cadence(known.definition());
        LocalDate period = cadence.periodOf(day);
        if (submitters.step(known.definition(), unitId, period).isEmpty()) {
            throw Problem.invalid(
                    "AS-CLOSING-UNIT",
                    (unitId == 0 ? "Cả nước" : units.fullName(unitId)) + " không phải gửi báo cáo «"
                            + known.definition().title() + "» kỳ " + ClosingPapers.period(cadence, period) + ".");
        }
        Deciding.requireNotSent(transactions.call(connection -> new ClosingRows(connection)
                .history(report, unitId, period).stream().findFirst()));
        Computation.Computed computed = computation.of(known, unitId, cadence, period);
        return transactions.call(connection -> {
            ClosingRows rows = new ClosingRows(connection);
            rows.hold(report, unitId, period);
            Optional<Kept> former =
                    rows.history(report, unitId, period).stream().findFirst();
            Deciding.requireNotSent(former);
            Drafting drafting = new Drafting(connection, known.definition(), computed, hand(caller));
            long id = drafting.write(unitId, cadence, period, former);
            told(
                    id,
                    unitId,
                    "report.draft",
                    Fields.of("report", report)
                            .and("period", ClosingPapers.period(cadence, period))
                            .and("dropped", drafting.dropped() == 0 ? null : drafting.dropped())
                            .map(),
                    null);
            return closing(connection, rows.byId(id).orElseThrow());
        });
    }

    private Hand hand(Caller caller) {
        return new Hand(caller.account(), caller.fullName(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void told(long id, long unitId, String action, Map<String, String> fields, String why) {
        Map<String, String> after = new java.util.TreeMap<>(fields);
        after.put("unit", units.fullName(unitId));
        audit.changed(new Subject(SUBJECT, id), action, Map.of(), after, why);
    }

    @Override
    public Closing correct(long id, int row, String column, Long value, String reason) {
        return change(id, (connection, kept, by) -> {
            Correcting correcting = new Correcting(connection, id);
            Correction correction = correcting.one(row, column, value, value == null ? null : reason(reason), by);
            told(
                    id,
                    kept.unitId(),
                    value == null ? "report.uncorrect" : "report.correct",
                    Fields.of("report", kept.report())
                            .and("row", String.join(", ", correction.key().values()))
                            .and("column", correction.column())
                            .and("computed", correction.computed())
                            .and("corrected", value)
                            .map(),
                    correction.reason());
        });
    }

    @Override
    public Closing takeTogether(long id, String reason) {
        return change(id, (connection, kept, by) -> {
            String why = reason(reason);
            FigureRows figures = new FigureRows(connection);
            List<Kept> parts = received(connection, kept);
            if (parts.isEmpty()) {
                throw Problem.conflict(
                        "AS-CLOSING-NOTHING-BELOW",
                        "Chưa tiếp nhận báo cáo nào của cấp dưới cho kỳ này nên chưa tổng hợp được.");
            }
            Together together = together(figures, id, parts);
            int taken = new Correcting(connection, id).all(together.figures(), why, by);
            told(
                    id,
                    kept.unitId(),
                    "report.together",
                    Fields.of("report", kept.report())
                            .and("parts", parts.size())
                            .and("figures", taken)
                            .map(),
                    why);
        });
    }

    /** What is done with a draft. */
    private interface DraftChange {
        void make(Connection connection, Kept kept, Hand by) throws SQLException;
    }

    private Closing change(long id, DraftChange change) {
        return transactions.call(connection -> {
            ClosingRows rows = new ClosingRows(connection);
            Kept kept = sight.seen(rows.locked(id), id);
            Caller caller = access.require(Permissions.REPORT_CLOSE, kept.unitId());
            requireDraft(kept);
            change.make(connection, kept, hand(caller));
            rows.changed(id);
            return closing(connection, rows.byId(id).orElseThrow());
        });
    }

    private static void requireDraft(Kept kept) {
        if (kept.state() != State.DRAFT) {
            throw Problem.conflict(
                    "AS-CLOSING-FROZEN",
                    "Báo cáo này đã được " + kept.sent().fullName() + " gửi nên không thay đổi được nữa.");
        }
    }

    private static String reason(String reason) {
        String said = reason == null ? "" : Vietnamese.normalize(reason).strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw Problem.invalid("AS-CLOSING-REASON", "Vui lòng ghi lý do, không quá " + LONGEST_REASON + " ký tự.");
        }
        return said;
    }

    /** What was taken up from the units below, for a draft; what went in, for one that was sent. */
    private List<Kept> received(Connection connection, Kept whole) throws SQLException {
        ClosingRows rows = new ClosingRows(connection);
        if (whole.state() != State.DRAFT) {
            return rows.parts(whole.id());
        }
        Optional<KnownReport> known = library.byId(whole.report());
        if (known.isEmpty()) {
            return List.of();
        }
        List<Long> below = submitters.below(known.get().definition(), whole.unitId(), whole.period());
        return rows.latest(whole.report(), below, whole.period()).stream()
                .filter(kept -> kept.state() == State.RECEIVED)
                .toList();
    }

    private static Together together(FigureRows figures, long id, List<Kept> parts) throws SQLException {
        FigureRows.Table whole = figures.tables(List.of(id)).get(id);
        return new Together(
                whole, figures.tables(parts.stream().map(Kept::id).toList()).values());
    }

    @Override
    public Synthesis synthesis(long id) {
        return transactions.call(connection -> {
            Kept kept = sight.seen(new ClosingRows(connection).byId(id), id);
            List<Kept> parts = received(connection, kept);
            Together together = together(new FigureRows(connection), id, parts);
            ReportDefinition definition =
                    library.byId(kept.report()).map(KnownReport::definition).orElse(null);
            return new Synthesis(
                    kept.state() != State.DRAFT
                            ? standings.of(parts, definition)
                            : definition == null
                                    ? List.of()
                                    : standings.below(definition, kept.unitId(), kept.period()),
                    together.figures(),
                    together.same());
        });
    }

    @Override
    public Closing send(long id, int revision) {
        Kept looked = transactions.call(connection -> sight.seen(new ClosingRows(connection).byId(id), id));
        Caller caller = access.require(Permissions.REPORT_CLOSE, looked.unitId());
        requireDraft(looked);
        requireRevision(looked, revision);
        KnownReport known = sight.known(looked.report());
        Computation.Computed now = computation.of(known, looked.unitId(), looked.cadence(), looked.period());
        return transactions.call(connection -> {
            ClosingRows rows = new ClosingRows(connection);
            Kept kept = sight.seen(rows.locked(id), id);
            requireDraft(kept);
            requireRevision(kept, revision);
            deadlines
                    .of(
                            known.definition(),
                            units.byId(kept.unitId()).orElseThrow().level())
                    .ifPresent(deadline -> dueTimes.requireInTime(deadline, kept.unitId(), kept.period()));
            Sending sending = new Sending(connection, kept);
            sending.requireSame(known.definition(), now);
            List<Kept> parts = received(connection, kept);
            rows.addParts(id, parts.stream().map(Kept::id).toList());
            Hand by = hand(caller);
            String sha256 = sending.freeze(papers, known, letterhead.of(caller, kept.unitId()), by);
            told(
                    id,
                    kept.unitId(),
                    "report.send",
                    Fields.of("report", kept.report())
                            .and("period", ClosingPapers.period(kept.cadence(), kept.period()))
                            .and("sha256", sha256)
                            .and("parts", parts.isEmpty() ? null : parts.size())
                            .map(),
                    null);
            return closing(connection, rows.byId(id).orElseThrow());
        });
    }

    private static void requireRevision(Kept kept, int revision) {
        if (kept.revision() != revision) {
            throw Problem.conflict(
                    "AS-CLOSING-CHANGED",
                    "Báo cáo đã được sửa hoặc lập lại sau khi bạn xem. Chưa gửi gì; hãy mở lại trang, xem lại rồi gửi.");
        }
    }

    @Override
    public Closing receive(long id) {
        return decide(id, State.RECEIVED, null);
    }

    @Override
    public Closing giveBack(long id, String reason) {
        return decide(id, State.RETURNED, reason);
    }

    private Closing decide(long id, State to, String reason) {
        return transactions.call(connection -> {
            ClosingRows rows = new ClosingRows(connection);
            Kept kept = sight.seen(rows.locked(id), id);
            Caller caller = access.require(Permissions.REPORT_RECEIVE, kept.unitId());
            Deciding.require(kept, to, caller, rows.isPart(id));
            String why = to == State.RETURNED ? reason(reason) : null;
            rows.decide(id, to, hand(caller), why);
            told(
                    id,
                    kept.unitId(),
                    to == State.RECEIVED ? "report.receive" : "report.return",
                    Fields.of("report", kept.report())
                            .and("period", ClosingPapers.period(kept.cadence(), kept.period()))
                            .map(),
                    why);
            return closing(connection, rows.byId(id).orElseThrow());
        });
    }

    @Override
    public Closing byId(long id) {
        return transactions.call(
                connection -> closing(connection, sight.seen(new ClosingRows(connection).byId(id), id)));
    }

    private static Closing closing(Connection connection, Kept kept) throws SQLException {
        return new Frozen(connection, kept).closing();
    }

    @Override
    public List<Standing> history(String report, long unitId, LocalDate period) {
        access.require(Permissions.REPORT_READ, unitId);
        Caller caller = access.require();
        return transactions.call(connection -> {
            List<Kept> kept = new ClosingRows(connection)
                    .history(report, unitId, period).stream()
                            .filter(each -> Sight.sees(caller, each.permission(), each.program()))
                            .toList();
            return standings.of(
                    kept, library.byId(report).map(KnownReport::definition).orElse(null));
        });
    }

    @Override
    public List<ReportFormat> formats(long id) {
        return transactions.call(connection -> {
            sight.seen(new ClosingRows(connection).byId(id), id);
            return new FigureRows(connection).formats(id);
        });
    }

    @Override
    public String fileName(long id, ReportFormat format) {
        return transactions.call(
                connection -> papers.fileName(sight.seen(new ClosingRows(connection).byId(id), id), format));
    }

    @Override
    public void write(long id, ReportFormat format, OutputStream to) {
        byte[] content = transactions.call(connection -> {
            Kept kept = sight.seen(new ClosingRows(connection).byId(id), id);
            return new Frozen(connection, kept).file(format);
        });
        try {
            to.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
