package vn.ansinh.core.report.closing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportClosings.Correction;
import vn.ansinh.api.report.ReportClosings.Figure;
import vn.ansinh.api.report.ReportClosings.Hand;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.core.report.closing.CorrectedRows.Cell;
import vn.ansinh.core.report.closing.FigureRows.Written;

/** Corrects figures of a draft. */
final class Correcting {

    private final long id;
    private final FigureRows figures;
    private final FigureRows.Table table;
    private final RowKeys keys;
    private final List<String> ofRows;

    Correcting(Connection connection, long id) throws SQLException {
        this.id = id;
        this.figures = new FigureRows(connection);
        this.table = figures.tables(List.of(id)).get(id);
        this.keys = new RowKeys(table.columns());
        this.ofRows = keys.of(table.computed());
    }

    private record At(String rowKey, String column) {}

    private Map<At, Written> written() throws SQLException {
        Map<At, Written> written = new LinkedHashMap<>();
        figures.corrections(id).forEach(each -> written.put(new At(each.rowKey(), each.column()), each));
        return written;
    }

    /** @param value {@code null} takes the correction back */
    Correction one(int row, String column, Long value, String reason, Hand by) throws SQLException {
        Object computed = computed(row, column);
        Map<At, Written> written = written();
        At at = new At(ofRows.get(row), column);
        if (value == null || value.equals(computed)) {
            written.remove(at);
        } else {
            written.put(at, new Written(at.rowKey(), column, value, reason, by));
        }
        replace(written.values());
        return new Correction(
                row,
                keys.named(table.computed().get(row)),
                column,
                (Long) computed,
                value == null ? 0 : value,
                reason,
                by);
    }

    private Object computed(int row, String column) {
        if (row < 0 || row >= ofRows.size() || ofRows.get(row) == null) {
            throw Problem.invalid(
                    "AS-CLOSING-ROW", "Chỉ sửa được dòng chi tiết; dòng cộng tự tính lại theo các dòng chi tiết.");
        }
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).name().equals(column)
                    && RowKeys.isNumber(table.columns().get(i))) {
                Object value = table.computed().get(row).values().get(i);
                if (value == null || value instanceof Long) {
                    return value;
                }
            }
        }
        throw Problem.invalid("AS-CLOSING-COLUMN", "Ô này không phải số nguyên nên không sửa được.");
    }

    /** Makes figures what was sent below. @return how many */
    int all(List<Figure> different, String reason, Hand by) throws SQLException {
        Map<At, Written> written = written();
        int taken = 0;
        for (Figure figure : different) {
            if (figure.row() >= 0) {
                At at = new At(ofRows.get(figure.row()), figure.column());
                boolean asComputed = figure.computed() != null && figure.computed() == figure.below();
                if (asComputed) {
                    written.remove(at);
                } else {
                    written.put(at, new Written(at.rowKey(), at.column(), figure.below(), reason, by));
                }
                taken++;
            }
        }
        replace(written.values());
        return taken;
    }

    /** Puts other corrections in the place of those that are there, and counts anew. */
    void replace(Collection<Written> corrections) throws SQLException {
        figures.replaceCorrections(id, corrections);
        Map<Cell, Long> cells = new HashMap<>();
        for (Written each : corrections) {
            cells.put(new Cell(ofRows.indexOf(each.rowKey()), each.column()), each.corrected());
        }
        List<ReportRow> counts = new CorrectedRows(table.columns(), table.computed()).with(cells);
        figures.correct(id, table, new ArrayList<>(counts));
    }
}
