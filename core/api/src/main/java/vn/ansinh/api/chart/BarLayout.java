package vn.ansinh.api.chart;

import java.math.BigDecimal;
import java.util.List;
import vn.ansinh.api.chart.ChartDrawing.Anchor;
import vn.ansinh.api.chart.ChartDrawing.Sheet;

/** Lying bars, labelled on the left and at their ends. */
final class BarLayout {

    private static final int THICK = 14;
    private static final int LINE = 14;
    private static final int GAP = 8;
    private static final double MOST_LABEL = 0.42;

    private BarLayout() {}

    static void draw(Chart chart, Scale scale, Sheet sheet) {
        double label = Math.min(
                sheet.width * MOST_LABEL,
                chart.labels().stream().mapToDouble(Lettering::width).max().orElse(0) + 2);
        double figures = chart.series().stream()
                .flatMap(series -> series.values().stream())
                .filter(value -> value != null)
                .mapToDouble(value -> Lettering.width(scale.written(value)))
                .max()
                .orElse(0);
        double left = label + 10 + (scale.least() < 0 ? figures + 6 : 0);
        double room = Math.max(20, sheet.width - left - figures - 6);
        double zero = left + room * scale.zero();
        double top = sheet.bottom;
        double y = top;
        for (int i = 0; i < chart.labels().size(); i++) {
            List<String> lines = Lettering.lines(chart.labels().get(i), label, 2);
            double tall = Math.max((double) THICK * chart.series().size(), (double) LINE * lines.size());
            double text = y + (tall - (double) LINE * lines.size()) / 2 + 11;
            for (String line : lines) {
                sheet.words(label, text, line, Anchor.END);
                text += LINE;
            }
            double bar = y + (tall - (double) THICK * chart.series().size()) / 2;
            for (int s = 0; s < chart.series().size(); s++) {
                BigDecimal value = chart.series().get(s).values().get(i);
                if (value == null) {
                    sheet.words(zero + 4, bar + 11, "–", Anchor.START);
                } else {
                    bar(sheet, zero, left + room * scale.at(value), bar, s, scale.written(value));
                }
                bar += THICK;
            }
            y += tall + GAP;
        }
        sheet.line(zero, top - 2, zero, y - GAP + 2, ChartDrawing.GUIDE);
        sheet.bottom = y;
    }

    private static void bar(Sheet sheet, double zero, double end, double y, int series, String written) {
        sheet.box(Math.min(zero, end), y + 1, Math.max(1, Math.abs(end - zero)), THICK - 2, series);
        boolean below = end < zero;
        sheet.words(below ? end - 4 : Math.max(end, zero + 1) + 4, y + 11, written, below ? Anchor.END : Anchor.START);
    }
}
