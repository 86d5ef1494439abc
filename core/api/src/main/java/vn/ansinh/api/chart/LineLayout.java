package vn.ansinh.api.chart;

import java.math.BigDecimal;
import java.util.List;
import vn.ansinh.api.chart.ChartDrawing.Anchor;
import vn.ansinh.api.chart.ChartDrawing.Box;
import vn.ansinh.api.chart.ChartDrawing.Sheet;
import vn.ansinh.api.chart.ChartDrawing.Stroke;

/** Points joined by lines over lines of measure; figures are written at the points while there is room. */
final class LineLayout {

    private static final int PLOT = 170;
    private static final double DOT = 6;

    private LineLayout() {}

    static void draw(Chart chart, Scale scale, Sheet sheet) {
        List<BigDecimal> ticks = scale.ticks();
        double left = 8
                + ticks.stream()
                        .mapToDouble(tick -> Lettering.width(scale.written(tick)))
                        .max()
                        .orElse(0);
        double step = (sheet.width - left) / Math.max(1, chart.labels().size());
        double top = sheet.bottom + 14;
        for (BigDecimal tick : ticks) {
            double y = top + PLOT * (1 - scale.at(tick));
            sheet.words(left - 6, y + 4, scale.written(tick), Anchor.END);
            sheet.line(left, y, sheet.width, y, tick.signum() == 0 ? ChartDrawing.GUIDE : 0xdfe4ea);
        }
        for (int s = 0; s < chart.series().size(); s++) {
            series(chart.series().get(s), s, left, step, top, scale, sheet);
        }
        if (chart.series().size() == 1) {
            figures(chart.series().get(0).values(), left, step, top, scale, sheet);
        }
        sheet.bottom = ColumnLayout.labels(chart.labels(), left, step, top + PLOT, sheet);
    }

    private static void series(
            Chart.Series series, int number, double left, double step, double top, Scale scale, Sheet sheet) {
        int fill = ChartDrawing.fill(number);
        // A pale line is lost on white: from the third on, lines are broken or have hollow points instead.
        int colour = number < 2 ? fill : ChartDrawing.INK;
        List<BigDecimal> values = series.values();
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i - 1) != null && values.get(i) != null) {
                sheet.marks.add(new Stroke(
                        left + step * (i - 0.5),
                        y(values.get(i - 1), top, scale),
                        left + step * (i + 0.5),
                        y(values.get(i), top, scale),
                        2,
                        number >= 2,
                        colour));
            }
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                double x = left + step * (i + 0.5);
                sheet.marks.add(new Box(x - DOT / 2, y(values.get(i), top, scale) - DOT / 2, DOT, DOT, fill, colour));
            }
        }
    }

    private static void figures(
            List<BigDecimal> values, double left, double step, double top, Scale scale, Sheet sheet) {
        double free = 0;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                continue;
            }
            double x = left + step * (i + 0.5);
            String written = scale.written(values.get(i));
            double half = Lettering.width(written) / 2;
            if (x - half >= free) {
                sheet.words(Math.min(x, sheet.width - half), y(values.get(i), top, scale) - 8, written, Anchor.MIDDLE);
                free = x + half + 4;
            }
        }
    }

    private static double y(BigDecimal value, double top, Scale scale) {
        return top + PLOT * (1 - scale.at(value));
    }
}
