package vn.ansinh.api.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.ansinh.api.chart.Chart;

/**
 * Takes the figures of a report's {@link ReportChart charts} out of its rows while they pass by: rows of detail with the same label
 * are summed, labels stay in the order in which they came. Not safe for several threads.
 */
public final class ReportCharts {

    /** Labels of one chart at most; with more there is no picture, the table says it better. */
    public static final int MOST_LABELS = 60;

    private static final int LONG_LABEL = 12;
    private static final String NONE = "(không ghi)";

    private final ReportDefinition definition;
    private final List<Map<String, BigDecimal[]>> sums;

    public ReportCharts(ReportDefinition definition) {
        this.definition = definition;
        this.sums = definition.charts().stream()
                .map(chart -> (Map<String, BigDecimal[]>) new LinkedHashMap<String, BigDecimal[]>())
                .toList();
    }

    /** Takes a row; of rows that are no detail it takes nothing. */
    public void add(ReportRow row) {
        if (row.kind() != ReportRow.Kind.DETAIL) {
            return;
        }
        for (int i = 0; i < sums.size(); i++) {
            ReportChart chart = definition.charts().get(i);
            Map<String, BigDecimal[]> of = sums.get(i);
            int by = column(chart.by());
            String text = ReportCell.text(
                    definition.columns().get(by).type(), row.values().get(by));
            String label = text.isBlank() ? NONE : text;
            if (of.size() > MOST_LABELS && !of.containsKey(label)) {
                continue;
            }
            BigDecimal[] values =
                    of.computeIfAbsent(label, key -> new BigDecimal[chart.of().size()]);
            for (int s = 0; s < values.length; s++) {
                if (row.values().get(column(chart.of().get(s))) instanceof Number number) {
                    BigDecimal value =
                            number instanceof BigDecimal exact ? exact : BigDecimal.valueOf(number.longValue());
                    values[s] = values[s] == null ? value : values[s].add(value);
                }
            }
        }
    }

    /** The charts of the rows so far; without those that have nothing to show or too many labels. */
    public List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            Map<String, BigDecimal[]> of = sums.get(i);
            if (!of.isEmpty() && of.size() <= MOST_LABELS) {
                charts.add(chart(definition.charts().get(i), of));
            }
        }
        return charts;
    }

    private Chart chart(ReportChart chart, Map<String, BigDecimal[]> of) {
        List<Chart.Series> series = IntStream.range(0, chart.of().size())
                .mapToObj(s -> new Chart.Series(
                        name(chart, definition.columns().get(column(chart.of().get(s)))),
                        of.values().stream().map(values -> values[s]).toList()))
                .toList();
        boolean money = chart.of().stream()
                .allMatch(name -> definition.columns().get(column(name)).type() == ReportColumn.Type.MONEY);
        return new Chart(chart.title(), kind(chart, of), money ? "đồng" : null, List.copyOf(of.keySet()), series);
    }

    /** A column's title; with its band where another column drawn has the same. */
    private String name(ReportChart chart, ReportColumn column) {
        boolean alone = chart.of().stream()
                        .filter(other ->
                                definition.columns().get(column(other)).title().equals(column.title()))
                        .count()
                == 1;
        return alone || column.band() == null ? column.title() : column.band() + ": " + column.title();
    }

    /** Time and short labels go from left to right, the others from above to below. */
    private Chart.Kind kind(ReportChart chart, Map<String, ?> of) {
        if (chart.kind() == ReportChart.Kind.LINE) {
            return Chart.Kind.LINES;
        }
        boolean upright = of.size() * chart.of().size() <= 24
                && of.keySet().stream().allMatch(label -> label.length() <= LONG_LABEL);
        return upright ? Chart.Kind.COLUMNS : Chart.Kind.BARS;
    }

    private int column(String name) {
        for (int i = 0; i < definition.columns().size(); i++) {
            if (definition.columns().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + name + " in " + definition.id());
    }
}
