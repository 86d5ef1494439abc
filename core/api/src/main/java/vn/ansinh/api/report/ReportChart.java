package vn.ansinh.api.report;

import java.util.List;

/**
 * A picture of a report's rows; the table beside it says the same.
 *
 * @param title Vietnamese
 * @param by column whose values name the bars or points
 * @param of columns of numbers drawn, one series each
 */
public record ReportChart(String title, Kind kind, String by, List<String> of) {

    public ReportChart {
        of = List.copyOf(of);
    }

    /** How it is drawn. */
    public enum Kind {
        BAR,
        LINE
    }
}
