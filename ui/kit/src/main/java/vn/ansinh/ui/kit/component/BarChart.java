package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Html;
import java.util.List;
import java.util.Locale;

/**
 * Bars as SVG made on the server, labelled directly. Lengths are shares of the width, so text keeps its size at any width. A
 * reader that cannot see them gets the label; the table beside it ({@link DataTable}) holds every figure.
 */
public final class BarChart {

    /** The longest bar leaves room for its figure. */
    private static final double LONGEST = 72.0;

    /** Fewer columns than this do not get wider. */
    private static final int FEWEST = 8;

    private static final int PLOT_HEIGHT = 132;
    private static final int TOP = 18;
    private static final int BOTTOM = 34;

    private BarChart() {}

    /**
     * A horizontal bar.
     *
     * @param written the value as shown
     */
    public record Bar(String label, long value, String written) {}

    /**
     * A vertical bar.
     *
     * @param label below it, short
     * @param second second line below it, may be empty
     * @param value plain part
     * @param extra hatched part on top
     * @param current the one that is being worked on, in the strong colour
     */
    public record Column(String label, String second, long value, long extra, String written, boolean current) {}

    /** Bars by kind, the largest first. @param label read out in place of the picture */
    public static Html bars(String label, List<Bar> bars) {
        long most = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
        StringBuilder html = open(label, "as-bars");
        for (Bar bar : bars) {
            double width = Math.max(0.6, LONGEST * bar.value() / most);
            html.append("<div class=\"as-bar-row\"><span>")
                    .append(escape(bar.label()))
                    .append("</span><svg height=\"18\" aria-hidden=\"true\"><rect y=\"2\" height=\"14\" width=\"")
                    .append(share(width))
                    .append("\" fill=\"#124791\"/><text y=\"13\" dx=\"6\" class=\"as-value\" x=\"")
                    .append(share(width))
                    .append("\">")
                    .append(escape(bar.written()))
                    .append("</text></svg></div>");
        }
        return new Html(html.append("</div>").toString());
    }

    /** Bars by month, the earliest first. @param label read out in place of the picture */
    public static Html columns(String label, List<Column> columns) {
        long most = Math.max(
                1, columns.stream().mapToLong(c -> c.value() + c.extra()).max().orElse(1));
        double step = 100.0 / Math.max(FEWEST, columns.size());
        StringBuilder html = open(label, "as-columns");
        html.append("<svg aria-hidden=\"true\" width=\"100%\" height=\"")
                .append(TOP + PLOT_HEIGHT + BOTTOM)
                .append("\"><defs><pattern id=\"as-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"")
                .append(" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/>")
                .append("<rect width=\"3\" height=\"6\" fill=\"#124791\"/></pattern></defs>");
        for (int i = 0; i < columns.size(); i++) {
            column(html, columns.get(i), i * step, step, most);
        }
        int floor = TOP + PLOT_HEIGHT;
        html.append("<line x1=\"0\" x2=\"100%\" y1=\"")
                .append(floor)
                .append("\" y2=\"")
                .append(floor);
        return new Html(html.append("\" stroke=\"#8490a0\"/></svg></div>").toString());
    }

    private static void column(StringBuilder html, Column column, double left, double step, long most) {
        int floor = TOP + PLOT_HEIGHT;
        long plain = Math.round((double) PLOT_HEIGHT * column.value() / most);
        long hatched = Math.round((double) PLOT_HEIGHT * column.extra() / most);
        String x = share(left + step * 0.14);
        String width = share(Math.min(step * 0.72, 9));
        String middle = share(left + step * 0.14 + Math.min(step * 0.72, 9) / 2);
        html.append(rectangle(x, width, floor - plain, plain, column.current() ? "#124791" : "#6c94cb"));
        if (hatched > 0) {
            html.append(rectangle(x, width, floor - plain - hatched, hatched, "url(#as-hatch)\" stroke=\"#124791"));
        }
        html.append(text(middle, floor - plain - hatched - 5, column.written(), column.current()))
                .append(text(middle, floor + 15, column.label(), column.current()))
                .append(text(middle, floor + 29, column.second(), false));
    }

    static String rectangle(String x, String width, long y, long height, String fill) {
        return "<rect x=\"" + x + "\" width=\"" + width + "\" y=\"" + y + "\" height=\"" + height + "\" fill=\"" + fill
                + "\"/>";
    }

    static String text(String x, long y, String text, boolean strong) {
        return "<text text-anchor=\"middle\" x=\"" + x + "\" y=\"" + y + "\"" + (strong ? " class=\"as-value\"" : "")
                + ">" + escape(text) + "</text>";
    }

    static StringBuilder open(String label, String cssClass) {
        return new StringBuilder("<div role=\"img\" class=\"")
                .append(cssClass)
                .append("\" aria-label=\"")
                .append(escape(label))
                .append("\">");
    }

    static String share(double percent) {
        return String.format(Locale.ROOT, "%.2f%%", percent);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
