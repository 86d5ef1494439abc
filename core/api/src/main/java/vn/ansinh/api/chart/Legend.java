package vn.ansinh.api.chart;

import vn.ansinh.api.chart.ChartDrawing.Anchor;
import vn.ansinh.api.chart.ChartDrawing.Sheet;

/** What the colours mean and what is counted, above the picture. */
final class Legend {

    private static final int LINE = 18;
    private static final int SWATCH = 10;
    private static final int GAP = 18;

    private Legend() {}

    static void draw(Chart chart, String unit, String remark, Sheet sheet) {
        double x = 0;
        double y = 0;
        if (chart.series().size() > 1) {
            for (int i = 0; i < chart.series().size(); i++) {
                String name = Lettering.lines(chart.series().get(i).name(), sheet.width - SWATCH - 6, 1)
                        .get(0);
                double room = SWATCH + 5 + Lettering.width(name);
                if (x > 0 && x + room > sheet.width) {
                    x = 0;
                    y += LINE;
                }
                sheet.box(x, y + 3, SWATCH, SWATCH, i);
                sheet.words(x + SWATCH + 5, y + 12, name, Anchor.START);
                x += room + GAP;
            }
        }
        String right = remark;
        if (unit != null) {
            right = "Đơn vị: " + unit + (remark == null ? "" : "; " + remark);
        }
        if (right != null) {
            if (x > 0 && x + Lettering.width(right) > sheet.width) {
                y += LINE;
            }
            sheet.words(sheet.width, y + 12, right, Anchor.END);
        }
        sheet.bottom = x > 0 || right != null ? y + LINE + 4 : 0;
    }
}
