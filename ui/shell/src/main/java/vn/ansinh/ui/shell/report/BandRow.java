package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.HeaderRow;
import java.util.List;
import vn.ansinh.api.report.ColumnBand;
import vn.ansinh.api.report.ReportColumn;

/** The headings above a grid's headings: one over neighbours that belong together. */
public final class BandRow {

    private BandRow() {}

    /**
     * Puts the bands of a report's columns above them; does nothing where there are none.
     *
     * @param grid whose columns have the names of the report's as keys
     */
    public static void above(Grid<?> grid, List<ReportColumn> columns) {
        List<ColumnBand> upper =
                ColumnBand.of(columns.stream().map(ReportColumn::band).toList());
        if (upper.isEmpty()) {
            return;
        }
        // a phone, which shows one column, hides the row
        grid.addClassName("as-banded");
        HeaderRow row = grid.prependHeaderRow();
        for (ColumnBand band : upper) {
            if (band.title() != null) {
                Grid.Column<?>[] below = columns.subList(band.from(), band.to()).stream()
                        .map(column -> grid.getColumnByKey(column.name()))
                        .toArray(Grid.Column[]::new);
                (below.length == 1 ? row.getCell(below[0]) : row.join(below)).setText(band.title());
            }
        }
    }
}
