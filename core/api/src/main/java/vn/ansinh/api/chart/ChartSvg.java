package vn.ansinh.api.chart;

import java.math.BigDecimal;
import java.util.Locale;
import vn.ansinh.api.chart.ChartDrawing.Anchor;
import vn.ansinh.api.chart.ChartDrawing.Box;
import vn.ansinh.api.chart.ChartDrawing.Mark;
import vn.ansinh.api.chart.ChartDrawing.Stroke;
import vn.ansinh.api.chart.ChartDrawing.Words;

/** Charts as SVG: text stays text, and who cannot see the picture hears its figures. It fetches nothing. */
public final class ChartSvg {

    /** Figures that are read out; of more, the table is the better reader. */
    private static final int MOST_READ = 40;

    private ChartSvg() {}

    /**
     * Draws a chart as one {@code svg} element that shrinks with the room it is given, text in the face of what is around it.
     *
     * @param width in pixels, that it has at most
     */
    public static String of(Chart chart, int width) {
        ChartDrawing drawing = ChartDrawing.of(chart, width);
        StringBuilder svg = new StringBuilder(4096)
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"")
                .append(escape(label(chart)))
                .append("\" width=\"")
                .append(drawing.width())
                .append("\" height=\"")
                .append(drawing.height())
                .append("\" viewBox=\"0 0 ")
                .append(drawing.width())
                .append(' ')
                .append(drawing.height())
                .append("\" style=\"max-width:100%;height:auto\" font-size=\"")
                .append(ChartDrawing.TEXT)
                .append("\" font-family=\"inherit\" fill=\"")
                .append(colour(ChartDrawing.INK))
                .append("\">");
        for (Mark mark : drawing.marks()) {
            if (mark instanceof Box box) {
                box(svg, box);
            } else if (mark instanceof Stroke stroke) {
                stroke(svg, stroke);
            } else if (mark instanceof Words words) {
                words(svg, words);
            }
        }
        return svg.append("</svg>").toString();
    }

    /** What is read out in place of the picture: its title and, while they are few, its figures. */
    public static String label(Chart chart) {
        StringBuilder label = new StringBuilder(chart.title());
        Scale scale = Scale.of(chart);
        String unit = scale.unit(chart.unit());
        if (unit != null) {
            label.append(" (").append(unit).append(')');
        }
        if ((long) chart.labels().size() * chart.series().size() > MOST_READ) {
            return label.toString();
        }
        for (Chart.Series series : chart.series()) {
            label.append(". ");
            if (chart.series().size() > 1) {
                label.append(series.name()).append(": ");
            }
            for (int i = 0; i < chart.labels().size(); i++) {
                BigDecimal value = series.values().get(i);
                label.append(i > 0 ? "; " : "")
                        .append(chart.labels().get(i))
                        .append(' ')
                        .append(value == null ? "không có" : scale.written(value));
            }
        }
        return label.toString();
    }

    private static void box(StringBuilder svg, Box box) {
        svg.append("<rect");
        number(svg, "x", box.x());
        number(svg, "y", box.y());
        number(svg, "width", box.width());
        number(svg, "height", box.height());
        svg.append(" fill=\"").append(colour(box.fill())).append('"');
        if (box.edge() != box.fill()) {
            svg.append(" stroke=\"").append(colour(box.edge())).append('"');
        }
        svg.append("/>");
    }

    private static void stroke(StringBuilder svg, Stroke stroke) {
        svg.append("<line");
        number(svg, "x1", stroke.x1());
        number(svg, "y1", stroke.y1());
        number(svg, "x2", stroke.x2());
        number(svg, "y2", stroke.y2());
        number(svg, "stroke-width", stroke.thickness());
        svg.append(" stroke=\"").append(colour(stroke.colour())).append('"');
        svg.append(stroke.dashed() ? " stroke-dasharray=\"5 3\"/>" : "/>");
    }

    private static void words(StringBuilder svg, Words words) {
        svg.append("<text");
        number(svg, "x", words.x());
        number(svg, "y", words.y());
        if (words.anchor() != Anchor.START) {
            svg.append(" text-anchor=\"")
                    .append(words.anchor().name().toLowerCase(Locale.ROOT))
                    .append('"');
        }
        if (words.upwards()) {
            svg.append(String.format(Locale.ROOT, " transform=\"rotate(-90 %.1f %.1f)\"", words.x(), words.y()));
        }
        svg.append('>').append(escape(words.text())).append("</text>");
    }

    private static void number(StringBuilder svg, String name, double value) {
        svg.append(String.format(Locale.ROOT, " %s=\"%.1f\"", name, value));
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    private static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.append(c < ' ' ? ' ' : c);
            }
        }
        return safe.toString();
    }
}
