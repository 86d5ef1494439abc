package vn.ansinh.core.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.review.ReviewKind;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.FileRefusedException;

/** What authors of review files are told. */
class ReviewFileTest {

    @Test
    void everythingWrongIsToldWithItsLine() {
        FileRefusedException refused = assertThrows(FileRefusedException.class, () -> ReviewFile.read("""
                        chuong-trinh: btxh
                        ra-soat:
                          - ma: Du 3
                            ten: Đủ 3 tuổi
                            kieu: tuoi
                            tuoi: [ba]
                            can-cu: k
                            de-xuat: thoi-huong
                          - ma: het-hoc
                            ten: Hết học
                            kieu: het-hang
                            can-cu: k
                            de-xuat: thoi-huong
                          - ma: khan-cap
                            ten: Khẩn cấp
                            kieu: keo-dai
                            thang: 3
                            nhay-cam: true
                            can-cu: k
                            de-xuat: xet-moi
                            tuoi-tre: 3
                        """, "thu.yaml"));
        List<String> told = refused.faults().stream()
                .map(fault -> fault.line() + " " + fault.reason())
                .toList();
        assertTrue(told.get(0).startsWith("3 «Du 3» phải là chữ thường"), told::toString);
        assertTrue(told.get(1).startsWith("6 «ba» phải là số từ 1 đến 120"), told::toString);
        assertTrue(
                told.stream().anyMatch(line -> line.startsWith("11 «kieu: het-hang» phải là một trong")),
                told::toString);
        assertTrue(told.stream().anyMatch(line -> line.startsWith("18 Việc nhạy cảm cần «ten-chung»")), told::toString);
        assertTrue(told.stream().anyMatch(line -> line.startsWith("20 «xet-moi»")), told::toString);
        assertTrue(told.stream().anyMatch(line -> line.startsWith("21 Không có khóa «tuoi-tre»")), told::toString);
        assertTrue(refused.faults().stream().map(Fault::file).allMatch("thu.yaml"::equals));
    }

    @Test
    void whatIsWrongIsToldUntilTheBundleGoes() {
        String file = """
                chuong-trinh: btxh
                ra-soat:
                  - {ma: tuoi, ten: Tuổi, kieu: %s, tuoi: [86], can-cu: k, de-xuat: dieu-chinh}
                """;
        ReviewShelf shelf = new ReviewShelf();
        shelf.declare(7, "btxh/ANSINH-INF/review/a.yaml", file.formatted("tuoi"));
        shelf.declare(7, "btxh/ANSINH-INF/review/b.yaml", file.formatted("tuoi"));
        shelf.declare(8, "khac/ANSINH-INF/review/c.yaml", file.formatted("tuoi-gi"));
        assertEquals(1, shelf.rules().size());
        assertEquals(
                List.of("btxh/ANSINH-INF/review/b.yaml, dòng 1, cột 1: Mã «tuoi» đã có ở tệp khác của chương trình;"
                        + " dòng này không được dùng."),
                shelf.faults("btxh/"));
        assertTrue(shelf.faults("khac/").get(0).startsWith("khac/ANSINH-INF/review/c.yaml, dòng 3,"));
        shelf.forget(8, List.of("khac/ANSINH-INF/review/c.yaml"));
        assertEquals(List.of(), shelf.faults("khac/"));
    }

    @Test
    void theFileOnThePageForAuthorsIsOne() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "lap-trinh", "ra-soat.md"));
        String example = page.split("```yaml\n", 2)[1].split("```", 2)[0];
        assertEquals(1, ReviewTrial.kinds(example, "ra-soat.md").size());
    }

    @Test
    void theFileOfSocialAssistanceIsInOrder() throws IOException {
        String yaml = Files.readString(Path.of(
                "..", "..", "plugins", "btxh", "src", "main", "resources", "ANSINH-INF", "review", "btxh.yaml"));
        List<ReviewKind> kinds = ReviewTrial.kinds(yaml, "btxh.yaml");
        assertEquals(20, kinds.size());
        ReviewRule emergency = ReviewFile.read(yaml, "btxh.yaml").stream()
                .filter(rule -> rule.kind().code().equals("bao-mat-3-thang"))
                .findFirst()
                .orElseThrow();
        assertEquals("Hồ sơ bảo mật đến hạn xem lại", emergency.discreet().name());
        assertEquals("", emergency.discreet().clause());
    }
}
