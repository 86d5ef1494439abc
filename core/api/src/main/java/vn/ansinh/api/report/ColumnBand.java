package vn.ansinh.api.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A cell of the upper row of a table's head: a heading over neighbouring columns with the same band, or a column without one,
 * which is by itself.
 *
 * @param title the heading; {@code null} over a column without a band
 * @param from first column, from 0
 * @param to the column after the last one
 */
public record ColumnBand(String title, int from, int to) {

    /**
     * The upper row, from left to right: every column lies under one of its cells.
     *
     * @param bands one per column, {@code null} for none; {@link ReportColumn#band}
     * @return empty when no column has a band: there is no upper row
     */
    public static List<ColumnBand> of(List<String> bands) {
        if (bands.stream().allMatch(Objects::isNull)) {
            return List.of();
        }
        List<ColumnBand> row = new ArrayList<>();
        for (int from = 0; from < bands.size(); ) {
            String title = bands.get(from);
            int to = from + 1;
            while (title != null && to < bands.size() && title.equals(bands.get(to))) {
                to++;
            }
            row.add(new ColumnBand(title, from, to));
            from = to;
        }
        return List.copyOf(row);
    }

    /** How many columns lie under it. */
    public int columns() {
        return to - from;
    }
}
