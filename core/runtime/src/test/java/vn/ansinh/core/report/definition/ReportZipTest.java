package vn.ansinh.core.report.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

/** Archives, good and hostile: each is either read or told about, and nothing leaves the memory it is given. */
class ReportZipTest {

    private static final Set<String> TWO = Set.of("report.yaml", "query.sql");

    @Test
    void filesLieAtTheRootOrInOneFolder() {
        assertEquals(TWO, read(Packages.files("")).files().keySet());
        Map<String, byte[]> packed = Packages.files("bao-cao-mau/");
        packed.put("__MACOSX/bao-cao-mau/._report.yaml", new byte[10]);
        packed.put("bao-cao-mau/.DS_Store", new byte[10]);
        assertEquals(TWO, read(packed).files().keySet(), "what file managers add is left aside");
        Map<String, byte[]> two = Packages.files("mot/");
        two.putAll(Packages.files("hai/"));
        assertRefused(two, "một báo cáo");
    }

    @Test
    void whatIsNoPartOfAReportIsRefused() {
        assertRefused(with("doc.exe", 10), "«doc.exe» không thuộc báo cáo");
        assertRefused(with("mau.docm", 10), "«mau.docm» không thuộc báo cáo");
        assertRefused(with("trong.report.zip", 10), "«trong.report.zip» không thuộc báo cáo");
        assertRefused(with("a/b/report.yaml", 10), "không thuộc báo cáo");
    }

    @Test
    void pathsStayInside() {
        for (String path : List.of(
                "../report.yaml", "/etc/report.yaml", "a/../../report.yaml", "C:/report.yaml", "..\\report.yaml")) {
            assertRefused(with(path, 10), "ra ngoài gói");
        }
    }

    @Test
    void bombsAreNotInflated() {
        assertRefused(
                with("mau.docx", ReportPackage.LARGEST_TEMPLATE + 1), "mau.docx, dòng 1, cột 1: Tệp lớn hơn 4096 KiB");
        Map<String, byte[]> many = Packages.files("");
        for (int i = 0; i < 40; i++) {
            many.put("t" + i, new byte[1]);
        }
        assertRefused(many, "Gói có 42 tệp; nhiều nhất 32");
        assertRefused(new byte[ReportZip.LARGEST + 1], "Tệp lớn hơn 10 MB");
    }

    @Test
    void linksPasswordsAndDoublesAreRefused() throws IOException {
        ByteArrayOutputStream link = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(link)) {
            ZipArchiveEntry entry = new ZipArchiveEntry("report.yaml");
            entry.setUnixMode(0120777);
            zip.putArchiveEntry(entry);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        assertRefused(link.toByteArray(), "là liên kết");
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(twice)) {
            for (int i = 0; i < 2; i++) {
                zip.putArchiveEntry(new ZipArchiveEntry("report.yaml"));
                zip.write('a');
                zip.closeArchiveEntry();
            }
        }
        assertRefused(twice.toByteArray(), "có hai lần");
    }

    @Test
    void whatIsNoArchiveIsTold() {
        assertRefused("không phải zip".getBytes(StandardCharsets.UTF_8), "không phải gói .zip nguyên vẹn");
        assertRefused(new byte[0], "không phải gói .zip nguyên vẹn");
        byte[] good = Packages.zip(Packages.files(""));
        assertRefused(Arrays.copyOf(good, good.length / 2), "không phải gói .zip nguyên vẹn");
    }

    private static Map<String, byte[]> with(String path, int size) {
        Map<String, byte[]> files = Packages.files("");
        files.put(path, new byte[size]);
        return files;
    }

    private static ReportPackage read(Map<String, byte[]> files) {
        ReportPackage found = ReportZip.read(Packages.zip(files), "thu.report.zip");
        assertEquals(List.of(), found.faults());
        return found;
    }

    private static void assertRefused(Map<String, byte[]> files, String expected) {
        assertRefused(Packages.zip(files), expected);
    }

    private static void assertRefused(byte[] archive, String expected) {
        ReportPackage found = ReportZip.read(archive, "thu.report.zip");
        assertTrue(found.faults().toString().contains(expected), found.faults().toString());
        assertEquals(Map.of(), found.files());
        assertEquals(null, ReportParser.read(found).definition());
    }
}
