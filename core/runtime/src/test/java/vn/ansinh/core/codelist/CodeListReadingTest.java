package vn.ansinh.core.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.codelist.CodeLists.Entry;

/** What the core brings, as officials' words and days ask for it. */
class CodeListReadingTest {

    private final CodeLists lists = CoreCodeLists.read();

    @Test
    void whatOfficialsTypeIsUnderstood() {
        assertEquals("DBN", code("muc-do-khuyet-tat", "ĐBN"));
        assertEquals("DBN", code("muc-do-khuyet-tat", "đặc biệt nặng"));
        assertEquals("DBN", code("muc-do-khuyet-tat", "DAC BIET NANG"));
        assertEquals("N", code("muc-do-khuyet-tat", "  Nặng "));
        assertEquals("TM-DCT", code("hinh-thuc-chi-tra", "tm"));
        assertEquals("TKNH", code("hinh-thuc-chi-tra", "CK"));
        assertEquals("TKNH", code("hinh-thuc-chi-tra", "chuyen khoan"));
        assertEquals("ATM", code("hinh-thuc-chi-tra", "ATM"));
        assertEquals("05", code("dan-toc", "Khơ me"));
        assertEquals("08", code("dan-toc", "H'mông"));
        assertEquals("6", code("nghe-nghiep", "làm ruộng"));
        assertEquals("02", code("ton-giao", "Thiên chúa giáo"));
        assertEquals("none", code("dan-toc", "Klingon"));
        assertEquals("none", code("dan-toc", ""));
    }

    @Test
    void twoEntriesAlikeWithoutDiacriticsAreNotGuessed() {
        assertEquals("03", code("quan-he", "Ba"), "father, in the South");
        assertEquals("11", code("quan-he", "Bà"));
        assertEquals("none", code("quan-he", "Bã"));
    }

    @Test
    void whatHasEndedKeepsItsNameAndIsOfferedNoMore() {
        LocalDate before = LocalDate.of(2025, 2, 28);
        assertTrue(lists.isOpen("muc-luc-ngan-sach", "C024", before, 0));
        assertFalse(lists.isOpen("muc-luc-ngan-sach", "C024", before.plusDays(1), 0), "the ministry was merged");
        assertFalse(lists.isOpen("muc-luc-ngan-sach", "C024"));
        assertEquals(
                "Chương 024 – Bộ Lao động – Thương binh và Xã hội",
                lists.byCode("muc-luc-ngan-sach", "C024").orElseThrow().name());
    }

    @Test
    void searchFindsBySynonymAsOneTypes() {
        Entry mother = lists.byCode("quan-he", "04").orElseThrow();
        assertTrue(mother.isLike("me de"));
        assertTrue(mother.isLike("Mẹ"));
        assertFalse(mother.isLike("bà nội"));
    }

    /** A word with two meanings would be taken for the first of them. */
    @Test
    void noWordOfAListMeansTwoEntries() {
        for (CodeListFile file : CoreCodeLists.files()) {
            Map<String, String> meaning = new TreeMap<>();
            file.lines().forEach(line -> {
                String name = line.values().name().toLowerCase(Locale.ROOT);
                String other = meaning.putIfAbsent(name, line.code());
                assertTrue(other == null || other.equals(line.code()), file.list() + ": " + name);
            });
            file.lines()
                    .forEach(line -> line.values().synonyms().forEach(word -> {
                        String other = meaning.putIfAbsent(word.toLowerCase(Locale.ROOT), line.code());
                        assertTrue(other == null || other.equals(line.code()), file.list() + ": " + word);
                    }));
            assertTrue(file.name() != null && !file.basis().isBlank(), file.list());
        }
    }

    @Test
    void aWrongFileSaysWhere() {
        assertWrong("line 3:", "code,name,synonyms\nA,Một,\nA,Hai,");
        assertWrong("code,name,synonyms", "ma,ten\nA,Một");
        assertWrong("line 2: 1/7/2026 is no day", "code,name,synonyms,from\nA,Một,,1/7/2026");
        assertWrong("line 1:", "code,name,synonyms,colour\nA,Một,,");
    }

    private static void assertWrong(String told, String text) {
        IOException wrong = assertThrows(IOException.class, () -> file("x.csv", text));
        assertTrue(wrong.getMessage().contains(told), wrong.getMessage());
    }

    static CodeListFile file(String name, String text) throws IOException {
        return CodeListFile.read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String code(String list, String text) {
        return lists.match(list, text).map(Entry::code).orElse("none");
    }
}
