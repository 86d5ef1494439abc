package vn.ansinh.core.report.closing;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.report.ReportClosings.Standing;
import vn.ansinh.api.report.ReportClosings.State;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.deadline.DueTimes;

/** Where units stand with reports, against the days by which they are due. */
final class StandingList {

    /** So many periods a unit is told what it has to send, the running one included. */
    private static final int PERIODS = 2;

    private static final int MONTHS = 3;

    private static final Comparator<Standing> URGENT_FIRST = Comparator.comparing(
                    (Standing standing) -> standing.state() != State.RETURNED)
            .thenComparing(standing -> !standing.late())
            .thenComparing(Standing::due, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Transactions transactions;
    private final Submitters submitters;
    private final ReportDeadlines deadlines;
    private final DueTimes dueTimes;
    private final Units units;
    private final Clock clock;

    StandingList(
            Transactions transactions,
            Submitters submitters,
            ReportDeadlines deadlines,
            DueTimes dueTimes,
            Units units,
            Clock clock) {
        this.transactions = transactions;
        this.submitters = submitters;
        this.deadlines = deadlines;
        this.dueTimes = dueTimes;
        this.units = units;
        this.clock = clock;
    }

    List<Standing> own(List<ReportDefinition> reports, long unitId) {
        List<Standing> standings = new ArrayList<>();
        for (ReportDefinition report : reports) {
            Cadence cadence = Submitters.cadence(report);
            LocalDate period = cadence.periodOf(LocalDate.now(clock));
            int periods = cadence == Cadence.MONTH ? MONTHS : PERIODS;
            for (int i = 0; i < periods; i++) {
                if (submitters.step(report, unitId, period).isPresent()) {
                    standings.addAll(of(report, List.of(unitId), period));
                }
                period = cadence.periodOf(period.minusDays(1));
            }
        }
        standings.sort(URGENT_FIRST);
        return standings;
    }

    List<Standing> below(ReportDefinition report, long unitId, LocalDate period) {
        List<Standing> standings = new ArrayList<>(of(report, submitters.below(report, unitId, period), period));
        standings.sort(Comparator.comparing((Standing standing) -> !standing.late())
                .thenComparing(Standing::state, Comparator.comparingInt(state -> state == null ? -1 : order(state)))
                .thenComparing(standing -> units.fullName(standing.unitId())));
        return standings;
    }

    /** What waits for the one who looks stands before what is done. */
    private static int order(State state) {
        return state == State.SENT ? 0 : state == State.RECEIVED ? 2 : 1;
    }

    private List<Standing> of(ReportDefinition report, Collection<Long> unitIds, LocalDate period) {
        return transactions.call(connection -> {
            Map<Long, Kept> latest = new ClosingRows(connection)
                    .latest(report.id(), unitIds, period).stream()
                            .collect(Collectors.toMap(Kept::unitId, Function.identity()));
            Map<Long, Instant> due = due(report, unitIds, period);
            return unitIds.stream()
                    .map(unit -> standing(report, period, unit, latest.get(unit), due.get(unit)))
                    .toList();
        });
    }

    /** Those of one kept, whether or not the report's file is still there. */
    List<Standing> of(List<Kept> kept, ReportDefinition report) throws SQLException {
        if (kept.isEmpty()) {
            return List.of();
        }
        LocalDate period = kept.get(0).period();
        Map<Long, Instant> due = report == null
                ? Map.of()
                : due(report, kept.stream().map(Kept::unitId).distinct().toList(), period);
        return kept.stream()
                .map(each -> standing(report, period, each.unitId(), each, due.get(each.unitId())))
                .toList();
    }

    private Map<Long, Instant> due(ReportDefinition report, Collection<Long> unitIds, LocalDate period) {
        Map<Level, List<Long>> byLevel = unitIds.stream()
                .collect(Collectors.groupingBy(
                        unit -> units.byId(unit).map(AdministrativeUnit::level).orElseThrow()));
        return byLevel.entrySet().stream()
                .flatMap(of -> deadlines.of(report, of.getKey()).stream()
                        .flatMap(deadline -> dueTimes.due(deadline, of.getValue(), period).entrySet().stream()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Standing standing(ReportDefinition report, LocalDate period, long unit, Kept kept, Instant due) {
        Instant sentAt =
                kept == null || kept.sent() == null ? null : kept.sent().at();
        boolean counts = sentAt != null && kept.state() != State.RETURNED;
        return new Standing(
                kept == null ? report.id() : kept.report(),
                kept == null ? report.title() : kept.title(),
                report == null ? null : report.form(),
                kept == null ? Submitters.cadence(report) : kept.cadence(),
                period,
                unit,
                kept == null ? 0 : kept.id(),
                kept == null ? null : kept.state(),
                sentAt == null ? null : kept.sent().fullName(),
                sentAt,
                due,
                due != null && !(counts ? sentAt : clock.instant()).isBefore(due));
    }
}
