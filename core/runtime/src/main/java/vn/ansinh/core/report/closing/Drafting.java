package vn.ansinh.core.report.closing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.report.ReportClosings.Hand;
import vn.ansinh.api.report.ReportClosings.State;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportDefinition;

/** Writes what was computed as a draft; corrections of the former one stay where their row is still there. */
final class Drafting {

    private final Connection connection;
    private final ReportDefinition report;
    private final Computation.Computed computed;
    private final Hand by;
    private int dropped;

    Drafting(Connection connection, ReportDefinition report, Computation.Computed computed, Hand by) {
        this.connection = connection;
        this.report = report;
        this.computed = computed;
        this.by = by;
    }

    /** @param former the latest of the unit's for the period; a draft, or given back @return id of the draft */
    long write(long unitId, Cadence cadence, LocalDate period, Optional<Kept> former) throws SQLException {
        ClosingRows rows = new ClosingRows(connection);
        FigureRows figures = new FigureRows(connection);
        List<FigureRows.Written> corrections =
                former.isPresent() ? figures.corrections(former.get().id()) : List.of();
        long id;
        if (former.isPresent() && former.get().state() == State.DRAFT) {
            id = former.get().id();
            rows.redrafted(id, report, computed.asOf(), by);
        } else {
            int turn = former.map(Kept::turn).orElse(0) + 1;
            id = rows.begin(report, unitId, cadence, period, turn, computed.asOf(), by);
        }
        figures.replace(id, report.columns(), computed.rows());
        Set<String> keys =
                new RowKeys(report.columns()).of(computed.rows()).stream().collect(Collectors.toSet());
        Set<String> columns = report.columns().stream()
                .filter(RowKeys::isNumber)
                .map(ReportColumn::name)
                .collect(Collectors.toSet());
        List<FigureRows.Written> kept = corrections.stream()
                .filter(each -> keys.contains(each.rowKey()) && columns.contains(each.column()))
                .toList();
        dropped = corrections.size() - kept.size();
        new Correcting(connection, id).replace(kept);
        return id;
    }

    /** How many corrections had no row any more. */
    int dropped() {
        return dropped;
    }
}
