package vn.ansinh.ui.kit.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.component.Html;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {

    @Test
    void theFigureStandsOnTheBarAndNamesCannotBreakThePicture() {
        Html chart = BarChart.bars(
                "Người hưởng theo loại", List.of(new BarChart.Bar("Nuôi con <3 & đơn thân", 24, "1.289")));

        assertEquals("Người hưởng theo loại", chart.getElement().getAttribute("aria-label"));
        assertEquals("img", chart.getElement().getAttribute("role"));
        String html = chart.getInnerHtml();
        assertTrue(html.contains(">1.289</text>"), html);
        assertFalse(html.contains("<3"), html);
    }
}
