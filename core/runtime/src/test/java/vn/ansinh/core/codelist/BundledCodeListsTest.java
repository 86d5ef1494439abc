package vn.ansinh.core.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.codelist.CodeLists.Entry;

class BundledCodeListsTest {

    private final BundledCodeLists lists = new BundledCodeLists();

    @Test
    void whatOfficialsTypeIsUnderstood() throws IOException {
        lists.put(0, coreLists());

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
        assertEquals("none", code("dan-toc", "Klingon"));
        assertEquals("none", code("dan-toc", ""));
    }

    @Test
    void twoEntriesAlikeWithoutDiacriticsAreNotGuessed() throws IOException {
        lists.put(0, coreLists());

        assertEquals("03", code("quan-he", "Ba"), "father, in the South");
        assertEquals("11", code("quan-he", "Bà"));
        assertEquals("none", code("quan-he", "Bã"));
    }

    @Test
    void aBundleAddsToAListAndTakesItsOwnAwayAgain() throws IOException {
        lists.put(7, List.of(file("le.csv", "code,name,synonyms\nA,Một,\nB,Hai,")));
        lists.put(9, List.of(file("le.csv", "code,name,synonyms\nB,Khác,\nC,Ba,")));
        assertEquals(List.of("Một", "Hai", "Ba"), names("le"));

        lists.remove(7);
        assertEquals(List.of("Khác", "Ba"), names("le"));
        lists.remove(9);
        assertEquals(List.of(), names("le"));
    }

    @Test
    void aWrongFileSaysWhere() {
        IOException twice = assertThrows(IOException.class, () -> file("x.csv", "code,name,synonyms\nA,Một,\nA,Hai,"));
        assertTrue(twice.getMessage().startsWith("line 3:"), twice.getMessage());
        IOException header = assertThrows(IOException.class, () -> file("x.csv", "ma,ten\nA,Một"));
        assertTrue(header.getMessage().contains("code,name,synonyms"), header.getMessage());
    }

    private List<CodeListFile> coreLists() throws IOException {
        List<CodeListFile> files = new ArrayList<>();
        for (String list : List.of(
                "dan-toc", "dang-tat", "hinh-thuc-chi-tra", "ly-do-tang-giam", "muc-do-khuyet-tat", "quan-he")) {
            try (InputStream in = getClass().getResourceAsStream("/ANSINH-INF/codelist/" + list + ".csv")) {
                files.add(CodeListFile.read(list + ".csv", in));
            }
        }
        return files;
    }

    private static CodeListFile file(String name, String text) throws IOException {
        return CodeListFile.read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String code(String list, String text) {
        return lists.match(list, text).map(Entry::code).orElse("none");
    }

    private List<String> names(String list) {
        return lists.entries(list).stream().map(Entry::name).toList();
    }
}
