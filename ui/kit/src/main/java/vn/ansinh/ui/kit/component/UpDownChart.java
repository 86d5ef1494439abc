package vn.ansinh.ui.kit.component;

import com.vaadin.flow.component.Html;
import java.util.List;

/** What came and what went by month, as SVG made on the server: what came stands above the line, what went hangs below it, hatched. */
public final class UpDownChart {

    /** Both halves together: each is as high as its longest bar needs. */
    private static final int PLOT = 104;

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
        long ups = columns.stream().mapToLong(Column::up).max().orElse(0);
        long downs = columns.stream().mapToLong(Column::down).max().orElse(0);
        long most = Math.max(1, ups + downs);
        int line = ROOM + (int) Math.round((double) PLOT * ups / most);
        double step = 100.0 / Math.max(FEWEST, columns.size());
        String hatch = "as-went-" + Integer.toHexString(label.hashCode());
        StringBuilder html = BarChart.open(label, "as-columns");
        html.append("<svg aria-hidden=\"true\" width=\"100%\" height=\"")
                .append(PLOT + 2 * ROOM + FOOT)
                .append("\"><defs><pattern id=\"")
                .append(hatch)
                .append("\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
                .append(
                        "<rect width=\"6\" height=\"6\" fill=\"#fff\"/><rect width=\"2\" height=\"6\" fill=\"#8a5300\"/>")
                .append("</pattern></defs>");
        for (int i = 0; i < columns.size(); i++) {
            column(html, columns.get(i), i * step, step, new Measure(line, most), hatch);
        }
        html.append("<line x1=\"0\" x2=\"100%\" y1=\"")
                .append(line)
                .append("\" y2=\"")
                .append(line);
        return new Html(html.append("\" stroke=\"#8490a0\"/></svg></div>").toString());
    }

    /** @param line how far down the line lies @param most what the whole height stands for */
    private record Measure(int line, long most) {

        long height(long value) {
            return Math.round((double) PLOT * value / most);
        }
    }

    private static void column(
            StringBuilder html, Column column, double left, double step, Measure measure, String hatch) {
        int line = measure.line();
        long up = measure.height(column.up());
        long down = measure.height(column.down());
        String x = BarChart.share(left + step * 0.14);
        String width = BarChart.share(Math.min(step * 0.72, 9));
        String middle = BarChart.share(left + step * 0.14 + Math.min(step * 0.72, 9) / 2);
        html.append(BarChart.rectangle(x, width, line - up, up, column.current() ? STRONG : PLAIN));
        if (down > 0) {
            html.append(BarChart.rectangle(x, width, line, down, "url(#" + hatch + ")\" stroke=\"#8a5300"));
        }
        html.append(BarChart.text(middle, line - up - 5, column.writtenUp(), column.current()))
                .append(BarChart.text(middle, line + down + 13, column.writtenDown(), column.current()))
                .append(BarChart.text(middle, PLOT + 2 * ROOM + 13, column.label(), column.current()))
                .append(BarChart.text(middle, PLOT + 2 * ROOM + 27, column.second(), false));
    }
}
