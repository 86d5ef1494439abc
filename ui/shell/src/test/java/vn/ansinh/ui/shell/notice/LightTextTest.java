package vn.ansinh.ui.shell.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.vaadin.flow.component.Component;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LightTextTest {

    @Test
    void marksBecomeHeadingsListsBoldAndLinks() {
        assertEquals(
                "<h3>Lịch chi trả</h3><p>Chi từ <b>ngày 5</b>.\nXem <a https://btxh.gov.vn/lich>lịch</a> hoặc"
                        + " <a https://chinhphu.vn>https://chinhphu.vn</a>.</p><ul><li>Xã A</li><li>Xã B</li></ul>"
                        + "<ol><li>Lập</li><li>Chốt</li></ol><p>Hết</p>",
                drawn(
                        "# Lịch chi trả\nChi từ **ngày 5**.\nXem [lịch](https://btxh.gov.vn/lich) hoặc https://chinhphu.vn.\n"
                                + "- Xã A\n- Xã B\n1. Lập\n2. Chốt\n\nHết"));
    }

    @Test
    void whateverLooksLikeHtmlOrLeadsElsewhereStaysText() {
        String typed = "<img src=x onerror=alert(1)> [bấm](javascript:alert(1)) <script>alert(1)</script>";
        assertEquals("<p>" + typed + "</p>", drawn(typed));
        String html = new LightText(typed).getElement().getOuterHTML();
        assertFalse(html.contains("<script>"), html);
        assertFalse(html.contains("<img"), html);
    }

    private static String drawn(String text) {
        return new LightText(text).getChildren().map(LightTextTest::draw).collect(Collectors.joining());
    }

    private static String draw(Component component) {
        String tag = component.getElement().getTag();
        String inner = component.getChildren().findAny().isEmpty()
                ? component.getElement().getText()
                : component.getChildren().map(LightTextTest::draw).collect(Collectors.joining());
        return switch (tag) {
            case "span" -> component.getElement().getClassList().contains("as-b") ? "<b>" + inner + "</b>" : inner;
            case "a" -> "<a " + component.getElement().getAttribute("href") + ">" + inner + "</a>";
            default -> "<" + tag + ">" + inner + "</" + tag + ">";
        };
    }
}
