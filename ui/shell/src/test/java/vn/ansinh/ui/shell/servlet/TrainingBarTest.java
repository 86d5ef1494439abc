package vn.ansinh.ui.shell.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class TrainingBarTest {

    @Test
    void standsInTheDocumentBeforeAnythingIsDrawn() {
        Document page = Jsoup.parse("<html lang=vi><head></head><body><div id=outlet></div></body></html>");
        TrainingBar.addTo(page);
        assertEquals(
                "BẢN TẬP HUẤN – số liệu không thật",
                page.selectFirst("html.as-is-training > body > aside.as-training:first-child")
                        .text());
    }
}
