package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Html;
import java.util.List;

/** What came and what went by month, as SVG made on the server: what came stands above the line, what went hangs below it, hatched. */
public final class UpDownChart {

    private static final int HALF = 58;
    private static final int ROOM = 18;
    private static final int FOOT = 32;

    /** Fewer columns than this do not get wider. */
    private static final int FEWEST = 8;

    private static final String STRONG = "#124791";
    private static final String PLAIN = "#6c94cb";

    private UpDownChart() {}

    /**
     * A month.
     *
     * @param label below it, short
     * @param second second line below it, may be empty
     * @param up not negative
     * @param down not negative
     * @param current the one that is being worked on, in the strong colour
     */
    public record Column(
            String label, String second, long up, String writtenUp, long down, String writtenDown, boolean current) {}

    /** @param label read out in place of the picture */
    public static Html of(String label, List<Column> columns) {
        long most = Math.max(
                1,
                columns.stream()
                        .mapToLong(column -> Math.max(column.up(), column.down()))
                        .max()
                        .orElse(1));
        double step = 100.0 / Math.max(FEWEST, columns.size());
        String hatch = "as-went-" + Integer.toHexString(label.hashCode());
        StringBuilder html = BarChart.open(label, "as-columns");
        html.append("<svg aria-hidden=\"true\" width=\"100%\" height=\"")
                .append(2 * (HALF + ROOM) + FOOT)
                .append("\"><defs><pattern id=\"")
                .append(hatch)
                .append("\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
                .append(
                        "<rect width=\"6\" height=\"6\" fill=\"#fff\"/><rect width=\"2\" height=\"6\" fill=\"#8a5300\"/>")
                .append("</pattern></defs>");
        for (int i = 0; i < columns.size(); i++) {
            column(html, columns.get(i), i * step, step, most, hatch);
        }
        int line = ROOM + HALF;
        html.append("<line x1=\"0\" x2=\"100%\" y1=\"")
                .append(line)
                .append("\" y2=\"")
                .append(line);
        return new Html(html.append("\" stroke=\"#8490a0\"/></svg></div>").toString());
    }

    private static void column(StringBuilder html, Column column, double left, double step, long most, String hatch) {
        int line = ROOM + HALF;
        long up = Math.round((double) HALF * column.up() / most);
        long down = Math.round((double) HALF * column.down() / most);
        String x = BarChart.share(left + step * 0.14);
        String width = BarChart.share(Math.min(step * 0.72, 9));
        String middle = BarChart.share(left + step * 0.14 + Math.min(step * 0.72, 9) / 2);
        html.append(BarChart.rectangle(x, width, line - up, up, column.current() ? STRONG : PLAIN));
        if (down > 0) {
            html.append(BarChart.rectangle(x, width, line, down, "url(#" + hatch + ")\" stroke=\"#8a5300"));
        }
        html.append(BarChart.text(middle, line - up - 5, column.writtenUp(), column.current()))
                .append(BarChart.text(middle, line + down + 13, column.writtenDown(), column.current()))
                .append(BarChart.text(middle, 2 * line + 15, column.label(), column.current()))
                .append(BarChart.text(middle, 2 * line + 29, column.second(), false));
    }
}
