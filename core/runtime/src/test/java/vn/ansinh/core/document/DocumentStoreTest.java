package vn.ansinh.core.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.HUONG_SON;
import static vn.ansinh.core.SmallCountry.THANH_SEN;
import static vn.ansinh.core.SmallCountry.VINH_HUNG;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.document.DocumentOwners;
import vn.ansinh.api.document.DocumentSigner;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.document.FileScanner;
import vn.ansinh.api.document.NewDocument;
import vn.ansinh.api.document.StoredDocument;
import vn.ansinh.api.document.StoredDocument.State;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.ConfigurationFile;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.audit.StoredAudit;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.testkit.TestDatabase;

/** Scans come in, some of them bad; who may opens them; what nobody owns goes. On the officials' login, under row-level security. */
class DocumentStoreTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Subject CASE = new Subject("case", 7);

    private final SmallCountry country = new SmallCountry();
    private final ThreadAccess access = country.access();
    private final List<FileScanner> scanners = new ArrayList<>();
    private final List<DocumentSigner> signers = new ArrayList<>();
    private final List<DocumentOwners> owners = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T02:00:00Z");
    private Documents documents;
    private Scanning scanning;
    private DocumentUpkeep upkeep;
    private long told;

    /** Finds EICAR, and can be away. */
    private static final class TrialScanner implements FileScanner {

        private boolean away;

        @Override
        public String name() {
            return "Thử";
        }

        @Override
        public Verdict scan(InputStream content) throws IOException {
            if (away) {
                throw new IOException("Connection refused");
            }
            String text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.contains(BroughtFiles.EICAR) ? new Verdict("Eicar-Signature") : Verdict.CLEAN;
        }
    }

    @BeforeEach
    void open() {
        country.store(DATABASE.transactions());
        DATABASE.transactions().run(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("delete from ansinh.document; delete from ansinh.document_content");
            }
        });
        told = Long.parseLong(asOwner("select coalesce(max(id), 0)::text from ansinh.audit_entry")
                .get(0));
        Clock clock = Clock.tick(
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneId.of("Asia/Ho_Chi_Minh");
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                },
                Duration.ofMillis(1));
        DocumentSettings settings = DocumentSettings.of(DocumentSettings.FILE.read(Map.of()));
        StoredAudit audit =
                new StoredAudit(DATABASE.scopedBy(access), clock, () -> Optional.of(access), null, List.of());
        scanning = new Scanning(settings, scanners);
        documents = new StoredDocuments(
                DATABASE.scopedBy(access),
                DATABASE.transactions(),
                access,
                settings,
                scanning,
                signers,
                owners,
                audit,
                clock);
        upkeep = new DocumentUpkeep(DATABASE.transactions(), access, scanning, owners, audit, clock);
    }

    private static Caller desk(long unit) {
        return new Caller(
                "mot.cua",
                "Một cửa",
                unit,
                Set.of(Permissions.DOCUMENT_READ, Permissions.DOCUMENT_WRITE),
                Set.of("a"),
                0,
                Origin.NONE,
                0);
    }

    private <T> T as(Caller caller, Callable<T> work) {
        try {
            return access.callAs(caller, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static NewDocument file(String name, byte[] content) {
        return new NewDocument(name, content, CASE, THANH_SEN, "a", "to-khai", false);
    }

    private StoredDocument store(String name, byte[] content) {
        return as(desk(THANH_SEN), () -> documents.store(file(name, content)));
    }

    private String refused(Callable<?> work) {
        Problem problem = assertThrows(Problem.class, work::call);
        assertTrue(problem.getMessage().length() > 30, "says what to do: " + problem.getMessage());
        return problem.code();
    }

    private List<String> asOwner(String sql) {
        return DATABASE.transactions()
                .call(connection -> Rows.list(connection, sql, select -> {}, row -> row.getString(1)));
    }

    @Test
    void aScanIsKeptOnceAndOpenedByWhoMaySeeTheUnit() {
        byte[] scan = BroughtFiles.pdf("Giấy khai sinh");
        StoredDocument stored = store("C:\\Bản chụp\\../Tờ khai\u202e.pdf", scan);
        assertEquals("Tờ khai.pdf", stored.name());
        assertEquals("application/pdf", stored.mediaType());
        assertEquals(State.UNSCANNED, stored.state());
        store("Tờ khai (2).PDF", scan);
        assertEquals(List.of("1"), asOwner("select count(*) from ansinh.document_content"));

        assertArrayEquals(
                scan, as(desk(HA_TINH), () -> documents.open(stored.id())).bytes());
        assertEquals(
                List.of("Tờ khai.pdf", "Tờ khai (2).PDF"),
                as(desk(THANH_SEN), () -> documents.of(CASE)).stream()
                        .map(StoredDocument::name)
                        .toList());
        assertEquals(
                List.of("Mở tài liệu «Tờ khai.pdf» của case 7"),
                asOwner("select why from ansinh.audit_entry where act = 'READ' and id > " + told));
        for (long elsewhere : List.of(HUONG_SON, VINH_HUNG)) {
            assertEquals("AS-DOCUMENT-UNKNOWN", refused(() -> as(desk(elsewhere), () -> documents.open(stored.id()))));
        }
        Caller otherProgram = new Caller(
                "nguoi.co.cong", "x", THANH_SEN, Set.of(Permissions.DOCUMENT_READ), Set.of("b"), 0, Origin.NONE, 0);
        assertEquals("AS-DOCUMENT-UNKNOWN", refused(() -> as(otherProgram, () -> documents.open(stored.id()))));

        as(desk(THANH_SEN), () -> {
            documents.move(CASE, HUONG_SON);
            return null;
        });
        assertEquals(2, as(desk(HUONG_SON), () -> documents.of(CASE)).size());
        assertEquals(List.of(), as(desk(THANH_SEN), () -> documents.of(CASE)));
    }

    @Test
    void whatRevealsSomethingIsOpenedByFew() {
        StoredDocument stored = as(
                desk(THANH_SEN),
                () -> documents.store(
                        new NewDocument("xet-nghiem.pdf", BroughtFiles.pdf("HIV"), CASE, THANH_SEN, "a", null, true)));
        assertEquals("AS-DOCUMENT-SENSITIVE", refused(() -> as(desk(THANH_SEN), () -> documents.open(stored.id()))));
        as(SmallCountry.official(THANH_SEN), () -> documents.open(stored.id()));
        assertEquals(
                List.of("Mở tài liệu nhạy cảm của case 7"),
                asOwner("select why from ansinh.audit_entry where act = 'READ' and id > " + told));
        assertFalse(
                asOwner("select a::text from ansinh.audit_entry a where id > " + told)
                        .toString()
                        .contains("xet-nghiem"),
                "who reads the audit need not know either");
    }

    @Test
    void whatIsNotWhatItSaysIsRefusedAndNothingIsKept() {
        byte[] pdf = BroughtFiles.pdf("x");
        Map.of(
                        "AS-FILE-KIND", file("chay.exe", pdf),
                        "AS-FILE-CONTENT", file("anh.png", pdf),
                        "AS-FILE-EMPTY", file("rong.pdf", new byte[0]),
                        "AS-FILE-LARGE", file("to.pdf", new byte[(20 << 20) + 1]),
                        "AS-FILE-NAME", file("thu-muc/", pdf),
                        "AS-FILE-ACTS", file("ma.pdf", BroughtFiles.pdfWithScript()),
                        "AS-FILE-BOMB", file("bom.docx", BroughtFiles.word("word/media/a.png", new byte[300 << 20])))
                .forEach((code, file) -> assertEquals(
                        code, refused(() -> as(desk(THANH_SEN), () -> documents.store(file))), file.name()));
        assertEquals(
                "AS-FILE-ACTS",
                refused(() -> store("macro.docx", BroughtFiles.word("word/vbaProject.bin", new byte[] {1}))));
        assertEquals(
                "AS-FILE-ACTS",
                refused(() ->
                        store("nhung.docx", BroughtFiles.word("word/embeddings/oleObject1.bin", new byte[] {1}))));
        String fetched = "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                + "relationships/attachedTemplate\" Target=\"https://la.vn/mau.dotm\" TargetMode=\"External\"/>";
        assertEquals(
                "AS-FILE-ACTS",
                refused(() -> store(
                        "mau-tai-ve.docx",
                        BroughtFiles.word(
                                "word/_rels/settings.xml.rels", fetched.getBytes(StandardCharsets.US_ASCII)))));
        assertEquals(
                "AS-FILE-KIND", refused(() -> store("hoa\u202efdp.exe", pdf)), "what is not seen turns no name round");
        assertEquals(
                "AS-ACCESS-PROGRAM",
                refused(() -> as(
                        desk(THANH_SEN),
                        () -> documents.store(new NewDocument("x.pdf", pdf, CASE, THANH_SEN, "b", null, false)))));
        assertThrows(Problem.class, () -> as(desk(HUONG_SON), () -> documents.store(file("x.pdf", pdf))));
        assertEquals(List.of("0"), asOwner("select count(*) from ansinh.document"));
        assertEquals(List.of("0"), asOwner("select count(*) from ansinh.document_content"));
    }

    @Test
    void anInfectedFileIsRefusedAndToldThoughTheCaseIsRolledBack() {
        scanners.add(new TrialScanner());
        byte[] infected = BroughtFiles.word("word/media/a.txt", BroughtFiles.EICAR.getBytes(StandardCharsets.US_ASCII));
        // compressed: the scanner of this test looks at plain bytes
        byte[] plain = concat(infected, BroughtFiles.EICAR.getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                "AS-FILE-INFECTED",
                refused(() -> as(
                        desk(THANH_SEN),
                        () -> DATABASE.scopedBy(access).call(connection -> documents.store(file("don.docx", plain))))));
        assertEquals(List.of("0"), asOwner("select count(*) from ansinh.document_content"));
        assertEquals(
                List.of("mot.cua document.infected"),
                asOwner("select account || ' ' || action from ansinh.audit_entry where id > " + told));
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = new byte[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void withTheScannerAwayAFileWaitsUntilItWasLookedAt() {
        TrialScanner scanner = new TrialScanner();
        byte[] unscanned = BroughtFiles.pdf("trước khi có phần quét");
        long early = store("som.pdf", unscanned).id();
        scanners.add(scanner);
        scanner.away = true;
        byte[] scan = BroughtFiles.pdf("Giấy chứng tử");
        StoredDocument waiting = store("chung-tu.pdf", scan);
        long bad = store(
                        "don.docx",
                        concat(
                                BroughtFiles.word("word/media/a.txt", new byte[] {1}),
                                BroughtFiles.EICAR.getBytes(StandardCharsets.US_ASCII)))
                .id();
        assertEquals(State.QUARANTINED, waiting.state());
        assertEquals(
                "AS-DOCUMENT-QUARANTINED",
                refused(() -> as(SmallCountry.official(0), () -> documents.open(waiting.id()))));
        ScannerCheckup checkup = new ScannerCheckup(scanning, DATABASE.transactions());
        assertEquals(Check.Level.ERROR, checkup.look().get(0).level());
        assertTrue(
                checkup.look().get(0).state().contains("2 tệp đang chờ"),
                checkup.look().get(0).state());
        assertEquals(0, as(Caller.SYSTEM, upkeep::scan));

        scanner.away = false;
        assertEquals(3, as(Caller.SYSTEM, upkeep::scan));
        assertArrayEquals(
                scan, as(desk(THANH_SEN), () -> documents.open(waiting.id())).bytes());
        assertEquals(
                State.CLEAN, as(desk(THANH_SEN), () -> documents.byId(early)).state());
        assertEquals("AS-DOCUMENT-INFECTED", refused(() -> as(desk(THANH_SEN), () -> documents.open(bad))));
        assertEquals(
                List.of("true"),
                asOwner("select (content is null)::text from ansinh.document_content where state = 'INFECTED'"));
        assertEquals(Check.Level.GOOD, checkup.look().get(0).level());
    }

    @Test
    void whatNobodyOwnsGoesAtNight() {
        StoredDocument wrong = store("nham.pdf", BroughtFiles.pdf("nhầm"));
        store("dung.pdf", BroughtFiles.pdf("đúng"));
        as(
                desk(THANH_SEN),
                () -> documents.store(new NewDocument(
                        "mat.pdf", BroughtFiles.pdf("mất"), new Subject("case", 8), THANH_SEN, "a", null, false)));
        as(desk(THANH_SEN), () -> {
            documents.remove(wrong.id(), "Chụp nhầm giấy");
            return null;
        });
        assertEquals(
                List.of("dung.pdf"),
                as(desk(THANH_SEN), () -> documents.of(CASE)).stream()
                        .map(StoredDocument::name)
                        .toList());
        owners.add(new DocumentOwners() {
            @Override
            public String kind() {
                return "case";
            }

            @Override
            public Set<Long> present(Set<Long> ids) {
                assertEquals(Set.of(7L, 8L), ids);
                return Set.of(7L);
            }
        });
        now = now.plus(Duration.ofDays(2));
        assertEquals(0, as(Caller.SYSTEM, upkeep::sweep), "what was taken away is kept a while");
        assertEquals(
                "Chụp nhầm giấy",
                as(desk(THANH_SEN), () -> documents.byId(wrong.id())).removedWhy());
        owners.clear();
        now = now.plus(Duration.ofDays(31));
        assertEquals(2, as(Caller.SYSTEM, upkeep::sweep));
        assertEquals(List.of("1"), asOwner("select count(*) from ansinh.document_content"));
        assertEquals("AS-DOCUMENT-REMOVED", refused(() -> as(desk(THANH_SEN), () -> documents.open(wrong.id()))));
    }

    @Test
    void aConnectorSignsWhereOneIsInstalled() {
        long paper = store("quyet-dinh.pdf", BroughtFiles.pdf("Quyết định")).id();
        assertFalse(documents.canSign());
        assertEquals(
                "AS-DOCUMENT-NO-SIGNER", refused(() -> as(desk(THANH_SEN), () -> documents.sign(paper, Map.of()))));
        signers.add(new DocumentSigner() {
            @Override
            public String name() {
                return "Thử";
            }

            @Override
            public Signed sign(byte[] pdf, Signer signer) {
                byte[] mark = ("\n% " + signer.fullName()).getBytes(StandardCharsets.UTF_8);
                return new Signed(concat(pdf, mark), "CN=" + signer.fullName(), now);
            }
        });
        StoredDocument signed = as(desk(THANH_SEN), () -> documents.sign(paper, Map.of("reason", "Ký ban hành")));
        assertEquals("CN=Một cửa", signed.signature().certificate());
        assertEquals("quyet-dinh (đã ký).pdf", signed.name());
        assertEquals(CASE, signed.owner());
    }

    @Test
    void theConfigurationIsReadAndChecked() {
        ConfigurationFile.Values bad = DocumentSettings.FILE.read(Map.of("scanner", "x", "scanner.port", "0"));
        assertEquals(2, bad.faults().size());
        DocumentSettings good =
                DocumentSettings.of(DocumentSettings.FILE.read(Map.of("scanner", "clamd", "scanner.host", "10.0.0.9")));
        assertEquals(List.of("ClamAV 10.0.0.9:3310"), new Scanning(good, List.of()).names());
    }
}
