package vn.ansinh.api.chart;

import java.math.BigDecimal;
import java.util.List;
import vn.ansinh.api.chart.ChartDrawing.Anchor;
import vn.ansinh.api.chart.ChartDrawing.Sheet;
import vn.ansinh.api.chart.ChartDrawing.Words;

/** Standing bars, labelled below and above. */
final class ColumnLayout {

    private static final int PLOT = 150;
    private static final int LINE = 14;
    private static final double WIDEST = 64;

    private ColumnLayout() {}

    static void draw(Chart chart, Scale scale, Sheet sheet) {
        int count = Math.max(1, chart.labels().size());
        int series = Math.max(1, chart.series().size());
        double step = (double) sheet.width / count;
        double thick = Math.min(WIDEST / Math.min(series, 2), step * 0.8 / series);
        double figures = chart.series().stream()
                .flatMap(each -> each.values().stream())
                .filter(value -> value != null)
                .mapToDouble(value -> Lettering.width(scale.written(value)))
                .max()
                .orElse(0);
        // What does not fit above its bar stands on end there.
        boolean upwards = figures > (series == 1 ? step : thick) - 2;
        double head = upwards ? figures + 6 : LINE + 2;
        double top = sheet.bottom + head;
        double foot = scale.least() < 0 ? head : 0;
        double zero = top + PLOT * (1 - scale.zero());
        for (int i = 0; i < chart.labels().size(); i++) {
            double middle = step * i + step / 2;
            for (int s = 0; s < chart.series().size(); s++) {
                BigDecimal value = chart.series().get(s).values().get(i);
                if (value != null) {
                    double x = middle - thick * series / 2 + thick * s;
                    column(sheet, x, thick, zero, top + PLOT * (1 - scale.at(value)), s, scale.written(value), upwards);
                }
            }
        }
        sheet.line(0, zero, sheet.width, zero, ChartDrawing.GUIDE);
        sheet.bottom = labels(chart.labels(), step, top + PLOT + foot, sheet);
    }

    private static void column(
            Sheet sheet, double x, double thick, double zero, double end, int series, String written, boolean upwards) {
        sheet.box(x + 1, Math.min(zero, end), Math.max(1, thick - 2), Math.max(1, Math.abs(end - zero)), series);
        double middle = x + thick / 2;
        boolean below = end > zero;
        if (upwards) {
            Anchor anchor = below ? Anchor.END : Anchor.START;
            sheet.marks.add(new Words(middle + 4, end + (below ? 4 : -4), written, anchor, true));
        } else {
            sheet.words(middle, below ? end + LINE : end - 5, written, Anchor.MIDDLE);
        }
    }

    /** Labels below points or columns that are a step wide, as many as fit. @return where they end */
    static double labels(List<String> labels, double step, double y, Sheet sheet) {
        return labels(labels, 0, step, y, sheet);
    }

    static double labels(List<String> labels, double left, double step, double y, Sheet sheet) {
        double widest = labels.stream().mapToDouble(Lettering::width).max().orElse(0);
        boolean breakable = labels.stream().anyMatch(label -> label.strip().indexOf(' ') > 0);
        // Labels without words (months) are left out in turns rather than cut.
        int every = breakable ? 1 : (int) Math.max(1, Math.ceil((widest + 6) / step));
        int most = 1;
        for (int i = 0; i < labels.size(); i += every) {
            List<String> lines = Lettering.lines(labels.get(i), step * every - 4, breakable ? 3 : 1);
            double middle = left + step * i + step / 2;
            double half = lines.stream().mapToDouble(Lettering::width).max().orElse(0) / 2;
            middle = Math.max(half, Math.min(sheet.width - half, middle));
            for (int line = 0; line < lines.size(); line++) {
                sheet.words(middle, y + LINE * (line + 1), lines.get(line), Anchor.MIDDLE);
            }
            most = Math.max(most, lines.size());
        }
        return y + (double) LINE * most + 6;
    }
}
