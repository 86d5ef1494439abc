package vn.ansinh.api.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Figures to be drawn. A table beside it says the same exactly.
 *
 * @param title Vietnamese; read out in place of the picture, not drawn
 * @param unit what is counted: {@code đồng}, {@code người}; {@code null} for none
 * @param labels of the bars or points, in their order
 * @param series one value per label each; at most {@link #MOST_SERIES} are drawn
 */
public record Chart(String title, Kind kind, String unit, List<String> labels, List<Series> series) {

    /** More cannot be told apart, on grey paper least of all. */
    public static final int MOST_SERIES = 4;

    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        for (Series each : series) {
            if (each.values().size() != labels.size()) {
                throw new IllegalArgumentException(each.name() + " has not one value per label");
            }
        }
    }

    /** How it is drawn. */
    public enum Kind {
        /** Lying, one below the other: long labels, any order. */
        BARS,
        /** Standing, from left to right: short labels, time. */
        COLUMNS,
        /** Points joined, from left to right: time. */
        LINES
    }

    /**
     * What belongs together.
     *
     * @param values {@code null} where there is none
     */
    public record Series(String name, List<BigDecimal> values) {

        public Series {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }
}
