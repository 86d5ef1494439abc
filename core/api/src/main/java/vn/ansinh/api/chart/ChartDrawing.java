package vn.ansinh.api.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart laid out: what is drawn where, for any hand that draws.
 *
 * @param width as asked, in pixels of 1/96 inch
 * @param height that it takes
 */
public record ChartDrawing(int width, int height, List<Mark> marks) {

    /** Size of all text. */
    public static final int TEXT = 12;

    /** Colour of all text and lines of measure, RGB. */
    public static final int INK = 0x1f2a37;

    /** Colour of what only guides the eye, RGB. */
    public static final int GUIDE = 0x8490a0;

    /** Colours of the series, RGB: told apart by how dark they are, so by everybody and on grey paper. */
    private static final int[] FILLS = {0x124791, 0x6c94cb, 0xc9d9ee, 0xffffff};

    public ChartDrawing {
        marks = List.copyOf(marks);
    }

    /** Lays out a chart. @param width in pixels; on paper at most 600 */
    public static ChartDrawing of(Chart chart, int width) {
        List<Chart.Series> series = chart.series();
        String more = null;
        if (series.size() > Chart.MOST_SERIES) {
            more = "chỉ vẽ " + Chart.MOST_SERIES + " chỉ tiêu đầu";
            series = series.subList(0, Chart.MOST_SERIES);
        }
        Chart drawn = new Chart(chart.title(), chart.kind(), chart.unit(), chart.labels(), series);
        Sheet sheet = new Sheet(width);
        Scale scale = Scale.of(drawn);
        Legend.draw(drawn, scale.unit(chart.unit()), more, sheet);
        switch (chart.kind()) {
            case BARS -> BarLayout.draw(drawn, scale, sheet);
            case COLUMNS -> ColumnLayout.draw(drawn, scale, sheet);
            case LINES -> LineLayout.draw(drawn, scale.rounded(), sheet);
        }
        return new ChartDrawing(width, (int) Math.ceil(sheet.bottom), sheet.marks);
    }

    /** Colour of a series, RGB. */
    static int fill(int series) {
        return FILLS[series];
    }

    /** One thing to draw. Colours are RGB, lengths pixels from the upper left corner. */
    public sealed interface Mark permits Box, Stroke, Words {}

    /** A rectangle, filled and with a thin line around it. */
    public record Box(double x, double y, double width, double height, int fill, int edge) implements Mark {}

    /** @param thickness in pixels @param dashed whether it is broken */
    public record Stroke(double x1, double y1, double x2, double y2, double thickness, boolean dashed, int colour)
            implements Mark {}

    /**
     * A line of text.
     *
     * @param x of the end that {@code anchor} names
     * @param y of its base line
     * @param upwards whether it runs from below to above
     */
    public record Words(double x, double y, String text, Anchor anchor, boolean upwards) implements Mark {}

    /** Which end of a text stands at its place. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** What is drawn so far. */
    static final class Sheet {

        final int width;
        final List<Mark> marks = new ArrayList<>();
        double bottom;

        Sheet(int width) {
            this.width = width;
        }

        void box(double x, double y, double width, double height, int series) {
            marks.add(new Box(x, y, width, height, fill(series), fill(series) == 0xffffff ? INK : fill(series)));
        }

        void line(double x1, double y1, double x2, double y2, int colour) {
            marks.add(new Stroke(x1, y1, x2, y2, 1, false, colour));
        }

        void words(double x, double y, String text, Anchor anchor) {
            marks.add(new Words(x, y, text, anchor, false));
        }
    }
}
