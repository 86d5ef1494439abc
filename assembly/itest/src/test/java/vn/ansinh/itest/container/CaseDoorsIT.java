package vn.ansinh.itest.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.inject.Inject;
import org.junit.Test;
import org.osgi.framework.ServiceRegistration;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Accounts.State;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Tokens;
import vn.ansinh.api.access.Tokens.TokenDraft;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.document.FileScanner;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.itest.RestClient;

/** A case file over REST, as a public-service portal and the software of a one-stop desk exchange it; and what must not get in. */
public class CaseDoorsIT extends ContainerTest {

    private static final Path BASE = Path.of(System.getProperty("karaf.base", "."));
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** A province that no other story of this container uses. */
    private static final String PROVINCE = "38";

    private static final String PROCEDURE = "btxh.tro-cap-hang-thang";
    private static final String CHILD = "Lê Thị Mai Doors";
    private static final String PAPER = "giay-khuyet-tat";
    private static final byte[] SCAN = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);

    /** What every scanner takes for a virus; cut in two, so that this file is none. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @Inject
    private Accounts accounts;

    @Inject
    private Tokens tokens;

    @Inject
    private Units units;

    @Inject
    private PersonRegistry persons;

    @Inject
    private Entitlements entitlements;

    @Inject
    private Documents documents;

    private AdministrativeUnit commune;
    private RestClient desk;
    private RestClient official;
    private RestClient leader;
    private RestClient neighbour;

    /** From the desk to the result: the scan that is right gets in, nobody signs what they drafted, the paper is readable. */
    @Test
    public void aCaseGoesThroughTheDoorsAndNothingElseDoes() throws Exception {
        province();
        await(
                "the procedures, which come after the packs",
                () -> rest().get("/procedures", "day", TODAY).toString().contains(PROCEDURE));
        long child = offices();
        JsonNode taken = desk.post("/cases", application(child));
        assertEquals("WAITING", taken.path("file").path("state").asText());
        assertTrue("the receipt slip", taken.path("papers").size() > 0);

        JsonNode brought = uploads(taken);
        JsonNode now = act(desk, brought, "supplemented", 20, Map.of("note", "Đã nộp giấy"));
        now = act(desk, now, "forward", 20, Map.of());
        JsonNode stale = now;
        now = act(official, now, "forward", 19, Map.of());
        assertTrue(refused(official, stale, "forward", 19, Map.of()).startsWith("409 AS-CASE-CHANGED"));
        strangersSeeNothing(now, brought);

        now = act(official, now, "forward", 8, Map.of());
        now = act(official, now, "draft", 8, Map.of("outcome", "GRANT"));
        assertTrue(now.path("draft").path("amount").asLong() > 0);
        now = act(official, now, "forward", 8, Map.of());
        signed(now, child);
    }

    private void signed(JsonNode ready, long child) throws Exception {
        Map<String, Object> signature = Map.of("signer", "Trần Văn Chủ", "title", "CHỦ TỊCH");
        // the official may sign; but not this one
        String own = refused(official, ready, "signature", 7, signature);
        assertTrue(own, own.startsWith("409 AS-CASE-OWN") && own.contains("Người dự thảo không được tự ký"));
        assertTrue(refused(desk, ready, "signature", 7, signature).startsWith("403 AS-ACCESS-PERMISSION"));
        assertEquals(0, rights(child));

        JsonNode signed = act(leader, ready, "signature", 7, signature);
        assertEquals("DECIDED", signed.path("file").path("state").asText());
        assertEquals(1, rights(child));
        readable(signed);
        JsonNode done = act(desk, signed, "result", 6, Map.of("recipient", "Lê Thị Mẹ"));
        assertEquals("DONE", done.path("file").path("state").asText());
    }

    private long rights(long person) throws Exception {
        return access.callAs(Caller.SYSTEM, () -> entitlements.ofPerson(person).size());
    }

    /** The decision as it is signed is a PDF with a number; as it was drafted, a Word file that names the child. */
    private void readable(JsonNode signed) throws Exception {
        boolean numbered = false;
        boolean named = false;
        for (JsonNode paper : signed.path("papers")) {
            if (!paper.path("code").asText().equals("quyet-dinh-huong")) {
                continue;
            }
            byte[] content =
                    leader.download("/documents/" + paper.path("documentId").asLong() + "/content");
            if (begins(content, "%PDF-")) {
                numbered |= paper.path("number").asText().contains("/");
            } else {
                named |= word(content).contains(CHILD);
            }
        }
        assertTrue("a signed decision: " + signed.path("papers"), numbered);
        assertTrue("a drafted one: " + signed.path("papers"), named);
    }

    private static boolean begins(byte[] content, String first) {
        return new String(content, 0, Math.min(content.length, first.length()), ISO_8859_1).equals(first);
    }

    private static String word(byte[] docx) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    /** Files that are not what they say, too large or infected change nothing; a path in a name is no path. */
    private JsonNode uploads(JsonNode taken) throws Exception {
        assertEquals(
                "400 AS-FILE-CONTENT",
                turnedAway(taken, "giay.pdf", "<html>không phải PDF</html>".getBytes(StandardCharsets.UTF_8)));
        assertEquals("400 AS-FILE-KIND", turnedAway(taken, "giay.exe", SCAN));
        byte[] large = Arrays.copyOf(SCAN, (int) documents.largest() + 1);
        assertEquals("413 AS-FILE-LARGE", turnedAway(taken, "giay.pdf", large));
        ServiceRegistration<FileScanner> scanner = context.registerService(FileScanner.class, new EicarScanner(), null);
        try {
            byte[] infected = (new String(SCAN, ISO_8859_1) + "%" + EICAR).getBytes(ISO_8859_1);
            assertEquals("400 AS-FILE-INFECTED", turnedAway(taken, "giay.pdf", infected));
            JsonNode brought = desk.upload(
                    files(taken),
                    "application/octet-stream",
                    file(SCAN),
                    "revision",
                    taken.path("file").path("revision").asInt(),
                    "day",
                    TODAY.minusDays(20),
                    "paper",
                    PAPER,
                    "name",
                    "..\\..\\deploy/../etc/giấy xác nhận.pdf");
            JsonNode kept = desk.get("/documents/" + scan(brought));
            assertEquals("giấy xác nhận.pdf", kept.path("name").asText());
            assertEquals("CLEAN", kept.path("state").asText());
            assertFalse(Files.exists(BASE.resolve("etc/giấy xác nhận.pdf")));
            assertEquals(0, brought.path("file").path("missing").size());
            assertArrayEquals(SCAN, official.download("/documents/" + scan(brought) + "/content"));
            return brought;
        } finally {
            scanner.unregister();
        }
    }

    private static long scan(JsonNode detail) {
        for (JsonNode paper : detail.path("papers")) {
            if (paper.path("code").asText().equals(PAPER)) {
                return paper.path("documentId").asLong();
            }
        }
        throw new AssertionError("no scan among " + detail.path("papers"));
    }

    private String turnedAway(JsonNode taken, String name, byte[] content) throws Exception {
        JsonNode problem = desk.refused(
                files(taken),
                "application/octet-stream",
                file(content),
                "revision",
                taken.path("file").path("revision").asInt(),
                "day",
                TODAY.minusDays(20),
                "paper",
                PAPER,
                "name",
                name);
        return problem.path("status").asInt() + " " + problem.path("code").asText();
    }

    private static String files(JsonNode detail) {
        return "/cases/" + detail.path("file").path("id").asLong() + "/files";
    }

    private static Path file(byte[] content) throws IOException {
        Path file = Files.createTempFile("quet-", ".bin");
        file.toFile().deleteOnExit();
        return Files.write(file, content);
    }

    private static final class EicarScanner implements FileScanner {

        @Override
        public String name() {
            return "Máy quét thử";
        }

        @Override
        public Verdict scan(InputStream content) throws IOException {
            String text = new String(content.readAllBytes(), ISO_8859_1);
            return text.contains(EICAR) ? new Verdict("Eicar-Test-Signature") : Verdict.CLEAN;
        }
    }

    private void strangersSeeNothing(JsonNode now, JsonNode brought) throws Exception {
        String id = now.path("file").path("id").asText();
        assertEquals(200, official.status("/cases/" + id));
        assertEquals(404, neighbour.status("/cases/" + id));
        assertEquals(404, neighbour.status("/documents/" + scan(brought)));
        assertEquals(404, neighbour.status("/documents/" + scan(brought) + "/content"));
        String act = refused(neighbour, now, "forward", 8, Map.of());
        assertTrue(act, act.startsWith("404 AS-CASE-UNKNOWN"));
    }

    /** Does something with a case as it was last seen, so many days ago. */
    private static JsonNode act(RestClient who, JsonNode seen, String what, int daysAgo, Map<String, ?> said)
            throws Exception {
        return who.post("/cases/" + seen.path("file").path("id").asLong() + "/" + what, body(seen, daysAgo, said));
    }

    private static Map<String, Object> body(JsonNode seen, int daysAgo, Map<String, ?> said) {
        Map<String, Object> body = new HashMap<>(said);
        body.put("revision", seen.path("file").path("revision").asInt());
        body.put("day", TODAY.minusDays(daysAgo).toString());
        return body;
    }

    /** @return status, code and sentence */
    private static String refused(RestClient who, JsonNode seen, String what, int daysAgo, Map<String, ?> said)
            throws Exception {
        JsonNode problem =
                who.refused("/cases/" + seen.path("file").path("id").asLong() + "/" + what, body(seen, daysAgo, said));
        return problem.path("status").asInt() + " " + problem.path("code").asText() + " "
                + problem.path("detail").asText();
    }

    /** A disabled child's monthly allowance; one paper is still to come. */
    private Map<String, Object> application(long child) {
        Map<String, Object> application = new HashMap<>();
        application.put("procedure", PROCEDURE);
        application.put("person", child);
        application.put("unit", commune.code());
        application.put("receivedOn", TODAY.minusDays(20).toString());
        application.put("applicant", Map.of("name", "Lê Thị Mẹ", "phone", "0912345678"));
        application.put("benefit", "BT6");
        application.put(
                "answers",
                Map.of(
                        "khuyet-tat.muc-do",
                        List.of("nang"),
                        "khuyet-tat.ngay-cap-giay",
                        List.of(TODAY.minusDays(40).toString())));
        application.put("papers", List.of("to-khai", "nhan-than"));
        application.put("payment", Map.of("method", "TM-DCT", "payeeRole", "SELF"));
        application.put("promisedOn", TODAY.plusDays(10).toString());
        application.put("incomplete", true);
        return application;
    }

    /** @return a child of the commune */
    private long offices() throws Exception {
        long top = units.byCode(PROVINCE, TODAY).orElseThrow().id();
        List<AdministrativeUnit> communes = units.children(top, TODAY);
        commune = communes.get(0);
        desk = client("mot-cua", commune, "mot-cua");
        official = client("can-bo", commune, "can-bo-xa", "lanh-dao-xa");
        leader = client("lanh-dao", commune, "lanh-dao-xa");
        neighbour = client("can-bo-ben", communes.get(1), "can-bo-xa", "mot-cua");
        return access.callAs(
                Caller.SYSTEM,
                () -> persons.registerAll(List.of(new PersonDraft(
                                CHILD,
                                BirthDate.of(TODAY.minusYears(7)),
                                Sex.FEMALE,
                                null,
                                null,
                                "01",
                                commune.id(),
                                "Thôn 1")))
                        .get(0)
                        .personId());
    }

    private RestClient client(String name, AdministrativeUnit unit, String... roles) throws Exception {
        String account = "cua." + name;
        access.callAs(
                Caller.SYSTEM,
                () -> accounts.add(new Account(
                        account,
                        "Cán bộ " + name,
                        unit.id(),
                        Set.of(),
                        0,
                        Set.of("*"),
                        Set.of(roles),
                        "",
                        false,
                        State.ACTIVE)));
        Caller owner = new Caller(account, "Cán bộ " + name, unit.id(), Set.of("*"));
        Instant soon = Instant.now().plus(Duration.ofHours(1));
        String token = access.callAs(
                owner, () -> tokens.issue(new TokenDraft("Một cửa", Set.of("*"), unit.id(), Set.of("*"), soon)));
        return RestClient.bearer(address(), token);
    }
}
