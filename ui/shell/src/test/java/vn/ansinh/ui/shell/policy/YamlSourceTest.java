package vn.ansinh.ui.shell.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YamlSourceTest {

    @Test
    void keysTextsAndRemarksAreColouredAndNothingGetsOutOfThem() {
        assertEquals("<i>goi</i>: btxh-toan-quoc", YamlSource.coloured("goi: btxh-toan-quoc"));
        assertEquals("<i>ten</i>: <em>Mức chuẩn trợ giúp</em>", YamlSource.coloured("ten: Mức chuẩn trợ giúp"));
        assertEquals("  <s># còn 12 ví dụ: &lt;b&gt;</s>", YamlSource.coloured("  # còn 12 ví dụ: <b>"));
        assertEquals(
                "- {<i>can-cu</i>: <em>&quot;Điều 4 # NĐ 20&quot;</em>, <i>tinh-tu</i>: 2026-07}",
                YamlSource.coloured("- {can-cu: \"Điều 4 # NĐ 20\", tinh-tu: 2026-07}"));
    }

    @Test
    void aProvisionalValueIsMarkedOverAllItsLines() {
        assertEquals(
                Set.of(1, 2),
                YamlSource.provisionalLines(List.of(
                        "- {tinh-tu: 2024-07, so-tien: 500000, trang-thai: chinh-thuc}",
                        "- {tinh-tu: 2026-07, so-tien: 540000,",
                        "   trang-thai: tam-tinh}",
                        "ten: \"trang-thai: tam-tinh\"")));
    }
}
