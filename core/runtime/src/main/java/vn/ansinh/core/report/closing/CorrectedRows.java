package vn.ansinh.core.report.closing;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportRow;

/** Rows as they count: computed ones with corrections, and what these add to the sums of their groups and of the whole. */
final class CorrectedRows {

    private final List<ReportColumn> columns;
    private final List<ReportRow> computed;

    CorrectedRows(List<ReportColumn> columns, List<ReportRow> computed) {
        this.columns = columns;
        this.computed = computed;
    }

    /** A cell of a row of detail. */
    record Cell(int row, String column) {}

    /** @param corrections what stands in which cell instead */
    List<ReportRow> with(Map<Cell, Long> corrections) {
        Deque<BigDecimal[]> groups = new ArrayDeque<>();
        BigDecimal[] all = nothing();
        List<ReportRow> rows = new ArrayList<>(computed.size());
        for (int i = 0; i < computed.size(); i++) {
            ReportRow row = computed.get(i);
            rows.add(
                    switch (row.kind()) {
                        case GROUP -> {
                            groups.addLast(nothing());
                            yield row;
                        }
                        case DETAIL -> corrected(i, row, corrections, groups, all);
                        case SUBTOTAL -> moved(row, groups.isEmpty() ? nothing() : groups.removeLast());
                        case TOTAL -> moved(row, all);
                    });
        }
        return rows;
    }

    private ReportRow corrected(
            int position, ReportRow row, Map<Cell, Long> corrections, Deque<BigDecimal[]> groups, BigDecimal[] all) {
        List<Object> values = new ArrayList<>(row.values());
        for (int i = 0; i < columns.size(); i++) {
            Long correction = corrections.get(new Cell(position, columns.get(i).name()));
            if (correction != null) {
                BigDecimal more = BigDecimal.valueOf(correction).subtract(number(values.get(i)));
                values.set(i, correction);
                all[i] = all[i].add(more);
                for (BigDecimal[] group : groups) {
                    group[i] = group[i].add(more);
                }
            }
        }
        return new ReportRow(row.kind(), values, row.keys());
    }

    private ReportRow moved(ReportRow row, BigDecimal[] more) {
        List<Object> values = new ArrayList<>(row.values());
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).total() && more[i].signum() != 0) {
                BigDecimal sum = number(values.get(i)).add(more[i]);
                values.set(i, Cells.value(Cells.text(sum)));
            }
        }
        return new ReportRow(row.kind(), values, row.keys());
    }

    private BigDecimal[] nothing() {
        BigDecimal[] nothing = new BigDecimal[columns.size()];
        java.util.Arrays.fill(nothing, BigDecimal.ZERO);
        return nothing;
    }

    /** An empty cell counts as none. */
    private static BigDecimal number(Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()) : BigDecimal.ZERO;
    }
}
