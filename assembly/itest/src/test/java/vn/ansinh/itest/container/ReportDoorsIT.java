package vn.ansinh.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.inject.Inject;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.report.Reports;
import vn.ansinh.api.report.Reports.ReportFile;
import vn.ansinh.itest.Archive;
import vn.ansinh.itest.container.ReportPage.Step;

/** The ways in for a report, as its author goes them; and what must not get in. */
public class ReportDoorsIT extends ContainerTest {

    private static final Path BASE = Path.of(System.getProperty("karaf.base", "."));
    private static final Path DEPLOY = BASE.resolve("deploy");
    private static final String ID = "vi-du.nguoi-huong";
    private static final String SHOWN = "deploy/nguoi-huong.report.zip";

    @Inject
    private Reports reports;

    @Inject
    private SessionFactory console;

    /** From nothing to a report, and back: each file and each command of the page, in its order. */
    @Test
    public void thePageIsFollowedToTheLetter() throws Exception {
        // the list of ethnicities, and all else that the page's report refers to
        province();
        ReportPage page = new ReportPage(Path.of(System.getProperty("report.page")));
        Path home = Files.createTempDirectory("bao-cao-");
        Path told = Path.of(page.directory());
        Path directory = Files.createDirectory(home.resolve(told.getFileName()));
        ReportAuthor author = new ReportAuthor(console, home);
        Map<Long, String> before = others();
        List<String> packing = List.of();
        boolean changed = false;
        for (Step step : page.steps()) {
            if (step instanceof Step.Write write) {
                Files.writeString(directory.resolve(write.name()), write.content());
                changed = true;
                continue;
            }
            String line = ((Step.Type) step)
                    .line()
                    .replace(told.getParent() + "/", home + "/")
                    .replaceFirst("(/opt/an-sinh)(?=/deploy)", BASE.toString());
            if (line.startsWith("ansinh:report-validate")) {
                assertTrue(author.console(line).contains("Báo cáo dùng được: " + ID));
            } else if (!line.startsWith("ansinh:")) {
                author.shell(line);
                packing = line.startsWith("cd ") ? List.of(line) : join(packing, line);
                if (line.startsWith("cp ")) {
                    changed = false;
                    awaitListed(directory);
                } else if (line.startsWith("rm ")) {
                    await("the report is gone", () -> file(SHOWN) == null);
                }
            } else {
                if (changed) {
                    for (String again : packing) {
                        author.shell(again);
                    }
                    changed = false;
                    awaitListed(directory);
                }
                check(line, author.console(line));
            }
        }
        assertEquals("no other bundle was refreshed", before, others());
    }

    private static List<String> join(List<String> lines, String line) {
        return Stream.concat(lines.stream(), Stream.of(line)).toList();
    }

    /** With the version that the author's file has. */
    private void awaitListed(Path directory) throws Exception {
        String yaml = Files.readString(directory.resolve("report.yaml"));
        long began = System.nanoTime();
        String version = yaml.replaceFirst("(?s).*phien-ban: \"([^\"]+)\".*", "$1");
        await("version " + version + " of the report", () -> {
            ReportFile file = file(SHOWN);
            return file != null
                    && version.equals(file.version())
                    && file.faults().isEmpty();
        });
        System.out.printf("%s %s is listed after %.1f s%n", ID, version, (System.nanoTime() - began) / 1e9);
    }

    private void check(String line, String answer) throws Exception {
        if (line.contains(" --out ")) {
            Path file = Path.of(line.replaceFirst(".* --out (\\S+).*", "$1"));
            assertTrue(answer, answer.contains("dòng vào " + file));
            checkFile(file);
        } else if (line.startsWith("ansinh:report-run")) {
            assertTrue(answer, answer.contains("Người") && answer.contains(" dòng"));
        } else if (line.equals("ansinh:report-list")) {
            assertTrue(answer, answer.contains(ID) && answer.contains(SHOWN));
        } else if (line.equals("ansinh:report-views")) {
            assertTrue(answer, answer.contains("published.person_v1"));
        } else {
            assertTrue(answer, answer.contains("amount bigint"));
        }
    }

    private static void checkFile(Path file) throws Exception {
        String name = file.getFileName().toString();
        byte[] content = Files.readAllBytes(file);
        if (name.endsWith(".csv")) {
            String text = new String(content, StandardCharsets.UTF_8);
            assertTrue(text, text.startsWith("\uFEFF") && text.contains("Trong đó nữ") && text.contains("Xã Thạch Hà"));
        } else if (name.endsWith(".pdf")) {
            assertEquals("%PDF", new String(content, 0, 4, StandardCharsets.US_ASCII));
        } else {
            String part = name.endsWith(".docx") ? "word/document.xml" : "xl/workbook.xml";
            try (ZipFile zip = new ZipFile(file.toFile());
                    InputStream in = zip.getInputStream(zip.getEntry(part))) {
                String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(part, part.startsWith("xl/") || xml.contains("Thạch Hà"));
            }
        }
    }

    /** Whatever is dropped: it is told where people look, nothing else is touched, and it goes with its file. */
    @Test
    public void hostilePackagesAreToldAndHarmNothing() throws Exception {
        await(
                "what other tests dropped is gone",
                () -> others().values().stream().noneMatch(bundle -> bundle.startsWith("policy-file.thu-")));
        Map<Long, String> before = others();
        Map<String, String> expected = new TreeMap<>();
        String yaml = yaml("thu.cua", "1.0");
        String good = "select u.name as ten from published.unit_v1 u";
        drop("duong-dan", Map.of("report.yaml", yaml, "../../etc/query.sql", good), "ra ngoài gói", expected);
        drop(
                "long",
                Map.of("report.yaml", yaml, "query.sql", good, "trong.report.zip", "x"),
                "không thuộc báo cáo",
                expected);
        drop("bom", Map.of("report.yaml", yaml, "query.sql", " ".repeat(5_000_000)), "lớn hơn 256 KiB", expected);
        drop("yaml", Map.of("report.yaml", "a: &a [*a, *a]\n", "query.sql", good), "Không dùng neo", expected);
        drop("sau", Map.of("report.yaml", "a: " + "[".repeat(90_000), "query.sql", good), "quá sâu", expected);
        drop("thieu", Map.of("report.yaml", yaml), "Thiếu tệp query.sql", expected);
        drop("ghi", Map.of("report.yaml", yaml, "query.sql", "delete from ansinh.person"), "query.sql", expected);
        drop(
                "hai-cau",
                Map.of("report.yaml", yaml, "query.sql", good + "; drop table ansinh.person"),
                "hai câu lệnh",
                expected);
        drop(
                "luoc-do",
                Map.of("report.yaml", yaml, "query.sql", "select name as ten from ansinh.unit"),
                "query.sql",
                expected);
        drop("macro", Map.of("report.yaml", yaml, "query.sql", good, "mau.docm", "x"), "không thuộc báo cáo", expected);
        Files.writeString(DEPLOY.resolve("thu-rac.report.zip"), "không phải zip");
        expected.put("thu-rac", "không phải gói .zip");
        try {
            for (Map.Entry<String, String> each : expected.entrySet()) {
                await(each.getKey() + " is told", () -> faults(each.getKey()).contains(each.getValue()));
            }
            assertTrue(reports().stream().noneMatch(report -> report.equals("thu.cua")));
            assertFalse(Files.exists(BASE.resolve("etc/query.sql")));
        } finally {
            for (String name : expected.keySet()) {
                Files.deleteIfExists(DEPLOY.resolve(name + ".report.zip"));
            }
        }
        await(
                "they go with their files",
                () -> before.equals(others())
                        && access.callAs(Caller.SYSTEM, reports::files).stream()
                                .noneMatch(each -> each.file().startsWith("deploy/thu-")));
    }

    /** An upload is kept by the system: listed among what is installed, newer replaces older, and it is removed there. */
    @Test
    public void anUploadIsInstalledLikeAProgramButNeedsNoSignature() throws Exception {
        Path file = Files.createTempFile("thu-len-", ".report.zip");
        Archive.ofTexts(file, files(yaml("thu.len", "1.0"), "select u.nam as ten from published.unit_v1 u\nwhere"));
        JsonNode refused = rest().refused("/programs/files", "application/zip", file, "name", "thu-len.report.zip");
        assertEquals("AS-REPORT-FILE", refused.path("code").asText());
        assertTrue(refused.toString(), refused.path("detail").asText().contains("query.sql, dòng"));

        Archive.ofTexts(file, files(yaml("thu.len", "1.0"), "select u.name as ten from published.unit_v1 u"));
        rest().upload("/programs/files", "application/zip", file, "name", "thu-len.report.zip");
        assertTrue(reports().contains("thu.len"));
        assertEquals("REPORT", installed("thu.len").path("details").path("kind").asText());
        assertEquals("DATA", installed("thu.len").path("details").path("trust").asText());

        Archive.ofTexts(file, files(yaml("thu.len", "1.1"), "select u.code as ten from published.unit_v1 u"));
        rest().upload("/programs/files", "application/zip", file, "name", "thu-len.report.zip");
        assertEquals("1.1.0", installed("thu.len").path("version").asText());

        rest().post("/programs/thu.len/uninstall", Map.of());
        assertFalse(reports().contains("thu.len"));
        assertEquals("AVAILABLE", installed("thu.len").path("state").asText());
    }

    private static String yaml(String id, String version) {
        return """
                bao-cao: %s
                phien-ban: "%s"
                ten: Đơn vị
                mo-ta: Tên các đơn vị.
                muc: Thử
                quyen: unit.read
                cot: [{ten: ten, tieu-de: Tên, kieu: chu}]
                """.formatted(id, version);
    }

    private static Map<String, String> files(String yaml, String sql) {
        return Map.of("report.yaml", yaml, "query.sql", sql);
    }

    private static void drop(String name, Map<String, String> texts, String fault, Map<String, String> expected)
            throws Exception {
        Archive.ofTexts(DEPLOY.resolve("thu-" + name + ".report.zip"), texts);
        expected.put("thu-" + name, fault);
    }

    private String faults(String name) throws Exception {
        ReportFile file = file("deploy/" + name + ".report.zip");
        return file == null ? "" : String.join("\n", file.faults());
    }

    private ReportFile file(String shown) throws Exception {
        return access.callAs(Caller.SYSTEM, reports::files).stream()
                .filter(each -> each.file().equals(shown))
                .findFirst()
                .orElse(null);
    }

    /** Ids of those that can be used. */
    private List<String> reports() throws Exception {
        return access.callAs(Caller.SYSTEM, reports::files).stream()
                .filter(each -> each.faults().isEmpty())
                .map(ReportFile::report)
                .toList();
    }

    private static JsonNode installed(String id) throws Exception {
        for (JsonNode program : rest().get("/programs")) {
            if (program.path("id").asText().equals(id)) {
                return program;
            }
        }
        throw new AssertionError(id + " is not among what is installed");
    }

    /** State and wiring of every bundle that is not of this test: a refresh makes a new wiring. */
    private Map<Long, String> others() {
        Map<Long, String> states = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            if (!bundle.getSymbolicName().startsWith("report-file.")) {
                states.put(
                        bundle.getBundleId(),
                        bundle.getSymbolicName() + " " + bundle.getState() + " "
                                + System.identityHashCode(bundle.adapt(BundleWiring.class)));
            }
        }
        return states;
    }
}
