package vn.ansinh.api.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class VietnameseOrderTest {

    @Test
    void givenNameComesFirstThenSurnameThenMiddleNames() {
        assertOrder(
                VietnameseOrder::nameKey,
                "Trần Thị An",
                "Bùi Thị Ánh",
                "Nguyễn Văn Ân",
                "Lê Văn Bình",
                "Nguyên Thị Bình",
                "Nguyễn An Bình",
                "Nguyễn Văn Bình",
                "Nguyễn Văn Bính",
                "Trần Bính",
                "Đỗ Dũng",
                "An Đào",
                "Đặng Đào",
                "Phạm Thị Ý");
    }

    @Test
    void tonesFollowNgangHuyenHoiNgaSacNangAfterTheLetters() {
        assertOrder(
                VietnameseOrder::key,
                "ma",
                "mà",
                "mả",
                "mã",
                "má",
                "mạ",
                "mai",
                "mài",
                "man",
                "mao",
                "mắc",
                "mân",
                "mẫn",
                "mấn",
                "mèo",
                "mê",
                "mệnh",
                "nga",
                "o",
                "ô",
                "ôn",
                "ơ",
                "u",
                "ư",
                "y");
    }

    @Test
    void aSyllableEndsBeforeTheNextBegins() {
        assertOrder(
                VietnameseOrder::key,
                "Ba",
                "Ba Vì",
                "Bà",
                "Bà Rịa",
                "Bạc Liêu",
                "Bắc Hà",
                "Bắc Kạn",
                "Bến Tre",
                "Hòa An",
                "Hòa Bình");
    }

    @Test
    void numbersGoBySize() {
        assertOrder(VietnameseOrder::key, "Phường 2", "Phường 03", "Phường 10", "Phường An Phú");
    }

    @Test
    void spellingOfMarksCaseAndForeignMarksDoNotMatter() {
        String key = VietnameseOrder.nameKey("Nguyễn Thị Hòa");
        assertEquals(key, VietnameseOrder.nameKey("NGUYỄN THỊ HOÀ"));
        assertEquals(key, VietnameseOrder.nameKey(Normalizer.normalize(" nguyễn  thị hoà", Normalizer.Form.NFD)));
        assertEquals(VietnameseOrder.nameKey("Y Bhum Êban"), VietnameseOrder.nameKey("Y Bhŭm Êban"));
        assertEquals("", VietnameseOrder.nameKey(""));
    }

    private static void assertOrder(UnaryOperator<String> key, String... expected) {
        List<String> shuffled = new ArrayList<>(Arrays.asList(expected));
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(Comparator.comparing(
                text -> key.apply(text).getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        assertEquals(List.of(expected), shuffled);
    }
}
