package vn.ansinh.api.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import vn.ansinh.api.chart.Chart.Kind;
import vn.ansinh.api.chart.Chart.Series;

/** With {@code -Dpaper.keep=directory} the pictures are kept there, to be looked at. */
class ChartSvgTest {

    @Test
    void aLyingBarSaysWhoseItIsAndHowMuchInOneUnitForAll() throws Exception {
        Chart chart = new Chart(
                "Số tiền theo loại đối tượng",
                Kind.BARS,
                "đồng",
                List.of(
                        "Người cao tuổi từ đủ 75 tuổi trở lên không có lương hưu, trợ cấp bảo hiểm xã hội hàng tháng",
                        "Người khuyết tật nặng",
                        "Trẻ em & mẹ <đơn thân>",
                        "Truy thu"),
                List.of(new Series("Số tiền", values(31_240_500_000L, 12_000_000_000L, null, -2_150_000_000L))));
        String svg = keep("nam", ChartSvg.of(chart, 600));
        Document document = parse(svg);
        assertEquals("img", document.getDocumentElement().getAttribute("role"));
        String text = document.getDocumentElement().getTextContent();
        assertTrue(text.contains("Đơn vị: tỷ đồng"), text);
        assertTrue(text.contains("31,2") && text.contains("-2,2") && text.contains("Trẻ em & mẹ <đơn thân>"), text);
        assertTrue(
                document.getDocumentElement()
                        .getAttribute("aria-label")
                        .startsWith("Số tiền theo loại đối tượng (tỷ đồng). Người cao tuổi từ đủ 75 tuổi trở lên"),
                svg);
    }

    @Test
    void standingBarsAndLinesCarryTheirLabels() throws Exception {
        List<String> months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> String.format("%02d/2026", month))
                .toList();
        Long[] joined = {120L, 95L, 140L, 1_200L, 80L, 60L, 0L, 75L, 88L, 91L, 130L, 45L};
        Long[] left = {80L, 70L, 66L, 59L, 120L, 40L, 3L, null, 55L, 60L, 61L, 62L};
        Series both = new Series("Tăng", values(joined));
        Chart columns =
                new Chart("Biến động", Kind.COLUMNS, "người", months, List.of(both, new Series("Giảm", values(left))));
        String text = parse(keep("dung", ChartSvg.of(columns, 600)))
                .getDocumentElement()
                .getTextContent();
        assertTrue(text.contains("1.200") && text.contains("12/2026") && text.contains("Giảm"), text);
        String one =
                keep("dung-mot", ChartSvg.of(new Chart("Tăng", Kind.COLUMNS, "người", months, List.of(both)), 600));
        assertFalse(one.contains("rotate"), "what has room lies");
        Chart lines =
                new Chart("Đang hưởng", Kind.LINES, "người", months, List.of(both, new Series("Giảm", values(left))));
        text = parse(keep("duong", ChartSvg.of(lines, 600)))
                .getDocumentElement()
                .getTextContent();
        assertTrue(text.contains("01/2026") && text.contains("500"), text);
        keep("duong-mot", ChartSvg.of(new Chart("Tăng", Kind.LINES, "người", months, List.of(both)), 600));
    }

    @Test
    void nothingAndTooMuchAreDrawnToo() throws Exception {
        parse(ChartSvg.of(new Chart("Trống", Kind.LINES, null, List.of(), List.of(new Series("a", List.of()))), 600));
        parse(ChartSvg.of(
                new Chart("Không", Kind.COLUMNS, null, List.of("x"), List.of(new Series("a", values(0L)))), 600));
        Series series = new Series("Chỉ tiêu", values(1L, 2L));
        String text = ChartSvg.of(
                new Chart("Nhiều", Kind.BARS, null, List.of("x", "y"), List.of(series, series, series, series, series)),
                600);
        assertTrue(text.contains("chỉ vẽ 4 chỉ tiêu đầu"), text);
    }

    private static List<BigDecimal> values(Long... values) {
        return Arrays.stream(values)
                .map(value -> value == null ? null : BigDecimal.valueOf(value))
                .toList();
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static String keep(String name, String svg) throws Exception {
        String directory = System.getProperty("paper.keep");
        if (directory != null) {
            Files.writeString(Path.of(directory, name + ".svg"), svg);
        }
        return svg;
    }
}
