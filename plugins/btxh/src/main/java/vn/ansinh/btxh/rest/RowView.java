package vn.ansinh.btxh.rest;

import java.util.List;
import vn.ansinh.btxh.imports.Finding;
import vn.ansinh.btxh.imports.ImportSummary;
import vn.ansinh.btxh.imports.PreviewRow;
import vn.ansinh.btxh.imports.Severity;

/**
 * A row of a list.
 *
 * @param number as Excel shows it
 * @param cells from column A on
 */
public record RowView(int number, Severity severity, List<String> cells, List<FindingView> findings) {

    /**
     * What was found.
     *
     * @param cell as Excel names it, {@code C14}; {@code null} for the row as a whole
     * @param column title in the list; {@code null} likewise
     */
    public record FindingView(Severity severity, String cell, String column, String code, String message) {}

    static RowView of(ImportSummary summary, PreviewRow row) {
        return new RowView(
                row.number(),
                row.severity(),
                row.cells(),
                row.findings().stream()
                        .map(finding -> of(summary, row, finding))
                        .toList());
    }

    private static FindingView of(ImportSummary summary, PreviewRow row, Finding finding) {
        ImportSummary.SheetColumn place = summary.columns().stream()
                .filter(column -> finding.column() != null && column.column() == finding.column())
                .findFirst()
                .orElse(null);
        return new FindingView(
                finding.severity(),
                place == null ? null : place.letter() + row.number(),
                place == null ? null : place.title(),
                finding.code(),
                finding.message());
    }
}
