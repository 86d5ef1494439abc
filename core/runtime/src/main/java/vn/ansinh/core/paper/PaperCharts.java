package vn.ansinh.core.paper;

import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import vn.ansinh.api.chart.Chart;
import vn.ansinh.api.chart.ChartDrawing;
import vn.ansinh.api.chart.ChartDrawing.Mark;
import vn.ansinh.api.chart.ChartDrawing.Stroke;
import vn.ansinh.api.chart.ChartDrawing.Words;

/** Draws charts into the room that the page left for them, with the paper's own type. */
final class PaperCharts {

    /** Pixels: what fits beside the margins of an upright page. */
    static final int WIDTH = 600;

    private static final Pattern CHART_ID = Pattern.compile("chart\\d+");
    /** Points of a pixel of 1/96 inch. */
    private static final double PIXEL = 0.75;

    private PaperCharts() {}

    /** Id of the room for a chart in the page's source. */
    static String id(int chart) {
        return "chart" + chart;
    }

    /** Lays charts out: how much room each takes, and what is drawn there. */
    static List<ChartDrawing> layOut(List<Chart> charts) {
        return charts.stream().map(chart -> ChartDrawing.of(chart, WIDTH)).toList();
    }

    static void draw(List<ChartDrawing> charts, PdfBoxRenderer renderer, PDDocument document, PDFont font)
            throws IOException {
        if (charts.isEmpty()) {
            return;
        }
        for (PagePosition<Box> room : renderer.findPagePositionsByID(CHART_ID)) {
            int chart = Integer.parseInt(room.getId().substring(id(0).length() - 1));
            try (PDPageContentStream page = new PDPageContentStream(
                    document, document.getPage(room.getPageNo()), AppendMode.APPEND, true, true)) {
                Pen pen = new Pen(page, font, room.getX(), room.getY() + room.getHeight());
                for (Mark mark : charts.get(chart).marks()) {
                    pen.draw(mark);
                }
            }
        }
    }

    /** Draws marks, whose zero is the upper left corner, on a page, whose zero is the lower left one. */
    private record Pen(PDPageContentStream page, PDFont font, double left, double top) {

        void draw(Mark mark) throws IOException {
            if (mark instanceof ChartDrawing.Box box) {
                page.setNonStrokingColor(new Color(box.fill()));
                page.setStrokingColor(new Color(box.edge()));
                page.setLineWidth((float) PIXEL);
                page.addRect(x(box.x()), y(box.y() + box.height()), (float) (box.width() * PIXEL), (float)
                        (box.height() * PIXEL));
                page.fillAndStroke();
            } else if (mark instanceof Stroke stroke) {
                page.setStrokingColor(new Color(stroke.colour()));
                page.setLineWidth((float) (stroke.thickness() * PIXEL));
                page.setLineDashPattern(stroke.dashed() ? new float[] {4, 2} : new float[] {}, 0);
                page.moveTo(x(stroke.x1()), y(stroke.y1()));
                page.lineTo(x(stroke.x2()), y(stroke.y2()));
                page.stroke();
            } else if (mark instanceof Words words) {
                words(words);
            }
        }

        private void words(Words words) throws IOException {
            float size = (float) (ChartDrawing.TEXT * PIXEL);
            double length = font.getStringWidth(words.text()) / 1000 * size;
            double back = switch (words.anchor()) {
                case START -> 0;
                case MIDDLE -> length / 2;
                case END -> length;
            };
            page.beginText();
            page.setNonStrokingColor(new Color(ChartDrawing.INK));
            page.setFont(font, size);
            page.setTextMatrix(
                    words.upwards()
                            ? Matrix.getRotateInstance(Math.PI / 2, x(words.x()), (float) (y(words.y()) - back))
                            : Matrix.getTranslateInstance((float) (x(words.x()) - back), y(words.y())));
            page.showText(words.text());
            page.endText();
        }

        private float x(double pixels) {
            return (float) (left + pixels * PIXEL);
        }

        private float y(double pixels) {
            return (float) (top - pixels * PIXEL);
        }
    }
}
