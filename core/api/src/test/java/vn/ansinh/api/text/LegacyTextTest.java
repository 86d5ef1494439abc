package vn.ansinh.api.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.api.text.LegacyText.Encoding;
import vn.ansinh.api.text.LegacyText.Outcome;

class LegacyTextTest {

    @ParameterizedTest
    @CsvSource({
        "NguyÔn V¨n An,Nguyễn Văn An",
        "TrÇn ThÞ B×nh,Trần Thị Bình",
        "Ph¹m §øc Th\u00ad\u00eang,Phạm Đức Thường",
        "§ç H÷u L\u00ad\u00eeng,Đỗ Hữu Lượng",
        "Hoµng Thñy,Hoàng Thủy",
        "§inh ThÞ Lª,Đinh Thị Lê",
        "NGUYÔN V¡N T¢M,NGUYỄN VĂN TÂM",
        "TR¦¥NG QUèC,TRƯƠNG QUỐC",
        "NguyÔn ThÞ ¸nh,Nguyễn Thị Ánh",
        "Tæ 5 P. Hång B\u00b5ng,Tổ 5 P. Hồng Bàng",
    })
    void tcvn3IsConverted(String typed, String meant) {
        assertEquals(new LegacyText(Outcome.CONVERTED, meant, Encoding.TCVN3), LegacyText.recognise(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyeãn Vaên An,Nguyễn Văn An",
        "Traàn Thò Bình,Trần Thị Bình",
        "Phaïm Ñöùc Thöôøng,Phạm Đức Thường",
        "NGUYEÃN VAÊN TAÂM,NGUYỄN VĂN TÂM",
        "Ñoã Höõu Löôïng,Đỗ Hữu Lượng",
        "Huyønh Quoác Cöôøng,Huỳnh Quốc Cường",
        "Xaõ Ñöùc Thònh,Xã Đức Thịnh",
    })
    void vniIsConverted(String typed, String meant) {
        assertEquals(new LegacyText(Outcome.CONVERTED, meant, Encoding.VNI), LegacyText.recognise(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn An",
                "Lê Hà",
                "Hồ Chí Lý",
                "Vũ Thúy",
                "Bế Văn Đàn",
                "Y Bhŭm Êban",
                "H'Hen Niê",
                "H Blô Niê",
                "Y Nâ",
                "Rơ Châm Ê",
                "Siu Blê",
                "Kpă Klơng",
                "A Mí",
                "François Dupont",
                "Chloé Martin",
                "Anaïs Lefèvre",
                "Loïc Dupont",
                "Raphaël",
                "Hélène Nguyễn",
                "José Muñoz",
                "Jürgen Groß",
                "Thôn 3, xã Hòa Phú",
                "25°C",
                "John Smith",
                ""
            })
    void whatIsNotLegacyStaysAsItIs(String name) {
        assertEquals(new LegacyText(Outcome.CLEAN, name, Encoding.UNICODE), LegacyText.recognise(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn V¨n An", "Loïc Tran", "Ngu¶¶n V¨n", "Traàn Xyz"})
    void whatCannotBeReadWithCertaintyIsDoubtful(String typed) {
        assertEquals(new LegacyText(Outcome.DOUBTFUL, typed, Encoding.UNICODE), LegacyText.recognise(typed));
    }

    @Test
    void aSheetInAnOldEncodingMakesAmbiguousWordsDoubtful() {
        assertEquals(Outcome.CLEAN, LegacyText.recognise("Lý Tó").outcome());
        assertEquals(
                Outcome.DOUBTFUL, LegacyText.recognise("Lý Tó", Encoding.TCVN3).outcome());
        assertEquals(
                Outcome.CLEAN, LegacyText.recognise("Lý Hà", Encoding.TCVN3).outcome());
    }
}
