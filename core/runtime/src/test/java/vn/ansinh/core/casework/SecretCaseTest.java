package vn.ansinh.core.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.casework.CaseOffice.at;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Track;
import vn.ansinh.api.casework.CaseFiles.CaseQuery;
import vn.ansinh.api.casework.CaseFiles.Signing;
import vn.ansinh.api.casework.CaseFiles.View;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.document.NumberBook;
import vn.ansinh.api.document.NumberBook.Line;
import vn.ansinh.api.document.NumberBook.Query;
import vn.ansinh.api.document.NumberBook.Standing;
import vn.ansinh.api.document.StoredDocument;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.document.StoredNumberBook;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.testkit.TestDatabase;

/**
 * A child with HIV applies under the law that is shipped: no posting, list, document name or event of the case says so to who may not
 * know; its decision opens for who may.
 */
class SecretCaseTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final LocalDate DAY = LocalDate.of(2025, 4, 14);

    /** What would give it away, whatever letters it is in. */
    private static final List<String> TELLING =
            List.of("bt3", "bt8", "hiv", "nhiễm", "khoản 3", "khoản 8", "y-te", "y tế");

    private static CaseOffice office;

    @BeforeAll
    static void open() throws IOException {
        office = new CaseOffice(DATABASE, DAY.plusDays(60), true);
    }

    @Test
    void nothingOfACaseSaysIt() {
        long commune = office.commune("42", DAY, 0, 0).id();
        long child = office.person("Hồ Văn Kín", "2018-05-06", commune);
        long other = office.person("Hồ Văn Thường", "2018-05-06", commune);
        var told = office.application(
                SmallProcedures.MONTHLY, child, commune, DAY, "BT3", Map.of("ho-ngheo", List.of("ngheo")));
        CaseDetail ready = office.toSignature(office.receive(told), DAY);
        CaseDetail plain = office.receive(office.application(
                SmallProcedures.MONTHLY,
                other,
                commune,
                DAY,
                "BT6",
                Map.of("khuyet-tat.muc-do", List.of("nang"), "khuyet-tat.ngay-cap-giay", List.of("2025-04-01"))));
        CaseDetail review = office.as(CaseOffice.desk(commune), () -> office.cases.forward(at(plain, DAY), ""));
        office.as(CaseOffice.officer(commune), () -> office.cases.forward(at(review, DAY), ""));
        CaseDetail signed = office.as(
                CaseOffice.chairman(ready.file().holderUnitId()),
                () -> office.cases.sign(at(ready, DAY.plusDays(8)), new Signing("Trần Văn Chủ", "CHỦ TỊCH", null, 0)));
        assertEquals(CaseState.DECIDED, signed.file().state());

        Caller clerk = clerk(commune);
        List<String> seen = new ArrayList<>();
        for (LocalDate day = DAY; day.isBefore(DAY.plusDays(20)); day = day.plusDays(1)) {
            LocalDate at = day;
            var posted = office.as(clerk, () -> office.cases.postings(commune, at));
            assertTrue(posted.stream().noneMatch(one -> one.personName().contains("Kín")), "posted");
            seen.add(posted.toString());
        }
        assertTrue(seen.toString().contains("Hồ Văn Thường"), "who may be posted is");
        Track posting = signed.track().stream()
                .filter(track -> track.step().kind() == Step.Kind.POSTING)
                .findFirst()
                .orElseThrow();
        assertTrue(posting.skipped() && posting.begun() == null);
        for (View view : View.values()) {
            CaseQuery query = new CaseQuery(view, null, 0, null, null, "", false, null, 50);
            seen.add(office.as(clerk, () -> office.cases.page(query)).toString());
            seen.add(office.as(clerk, () -> office.cases.counts(query)).toString());
        }
        seen.add(office.as(clerk, () -> office.cases.ofPerson(child)).toString());
        CaseDetail shown =
                office.as(clerk, () -> office.cases.byId(signed.file().id())).orElseThrow();
        seen.add(shown.file() + " " + shown.application() + shown.draft() + shown.events() + shown.papers());
        List<StoredDocument> documents = office.as(
                reader(commune),
                () -> office.documents.of(
                        new Subject(CasePapers.OWNER, signed.file().id())));
        assertEquals(8, documents.size(), "slip, submission, draft and decision, each as Word and PDF");
        documents.forEach(document -> seen.add(document.name() + " " + document.paper()));
        Line entered = inTheBook(ready.file().holderUnitId(), "01/QĐ-UBND");
        assertEquals("Hồ Văn Kín", entered.paper().personName());
        assertEquals("Trần Văn Chủ", entered.paper().signer());
        seen.add(entered.toString());
        seen.addAll(DATABASE.transactions()
                .call(connection -> Rows.list(
                        connection, "select e::text from ansinh.case_event e", none -> {}, row -> row.getString(1))));
        String all = String.join("\n", seen).toLowerCase(Locale.ROOT);
        for (String telling : TELLING) {
            assertFalse(all.contains(telling), telling + " in " + all);
        }

        StoredDocument decision = documents.stream()
                .filter(document -> document.paper().startsWith("quyet-dinh")
                        && document.name().endsWith(".pdf"))
                .reduce((first, later) -> later)
                .orElseThrow();
        assertEquals(decision.id(), entered.paper().documentId(), "the book leads to the paper");
        assertEquals(Problem.Kind.FORBIDDEN, kind(clerk, decision));
        byte[] pdf = office.as(reader(commune), () -> office.documents.open(decision.id()))
                .bytes();
        assertEquals("%PDF", new String(pdf, 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
        assertTrue(
                signed.events().get(0).note().contains("01/QĐ-UBND"),
                signed.events().toString());
    }

    /** A number as who keeps the book of an office sees it, without any right to what is sensitive. */
    private static Line inTheBook(long unit, String number) {
        NumberBook book = new StoredNumberBook(
                DATABASE.scopedBy(office.access), office.access, office.units, List.of(office.owners), Audit.NONE);
        Caller keeper = new Caller(
                "van-thu",
                "Văn thư",
                unit,
                Set.of("document.read", "case.read", "person.read"),
                Set.of("*"),
                0,
                Origin.NONE,
                0);
        Query query = new Query(unit, 2025, "quyet-dinh", number, null, null, Standing.HELD, null, 10);
        List<Line> lines = office.as(keeper, () -> book.page(query)).lines();
        assertEquals(1, lines.size(), lines.toString());
        return lines.get(0);
    }

    @Test
    void whoSignsReadsWhatTheySignAndNothingElseThatIsSecret() {
        long commune = office.commune("42", DAY, 2, 0).id();
        CaseDetail ready = office.toSignature(office.receive(secret("Hồ Văn Ký", commune)), DAY);
        CaseDetail other = office.receive(secret("Hồ Văn Khác", commune));
        long unit = ready.file().holderUnitId();
        Caller chairman = chairman("chu-tich", unit);
        Caller deputy = chairman("pho-chu-tich", unit);
        StoredDocument draft = paper(chairman, ready);
        assertEquals("BT3", seen(chairman, ready).draft().benefit());
        byte[] read =
                office.as(chairman, () -> office.documents.open(draft.id())).bytes();
        office.as(deputy, () -> office.documents.open(draft.id()));
        assertEquals(Problem.Kind.FORBIDDEN, kind(clerk(commune), draft));
        long scan = office.as(
                CaseOffice.desk(commune), () -> office.cases.keep(other.file().id(), "", "giay.pdf", read));
        assertEquals(
                Problem.Kind.FORBIDDEN,
                kind(chairman, office.as(chairman, () -> office.documents.byId(scan))),
                "what is not on the desk to be signed");
        CaseDetail signed = office.as(
                chairman,
                () -> office.cases.sign(at(ready, DAY.plusDays(8)), new Signing("Trần Văn Chủ", "CHỦ TỊCH", null, 0)));
        StoredDocument decision = paper(chairman, signed);
        office.as(chairman, () -> office.documents.open(decision.id()));
        assertEquals(Problem.Kind.FORBIDDEN, kind(deputy, decision), "signed, it is the business of who signed");
    }

    @Test
    void whatHangsOutSaysNothingOfHealthAndAComplaintHasItsMinutes() throws IOException {
        long commune = office.commune("42", DAY, 3, 0).id();
        long child = office.person("Hồ Văn Công Khai", "2018-05-06", commune);
        CaseDetail taken = office.receive(office.application(
                SmallProcedures.MONTHLY,
                child,
                commune,
                DAY,
                "BT6",
                Map.of("khuyet-tat.muc-do", List.of("nang"), "khuyet-tat.ngay-cap-giay", List.of("2025-04-01"))));
        Caller officer = CaseOffice.officer(commune);
        CaseDetail review = office.as(CaseOffice.desk(commune), () -> office.cases.forward(at(taken, DAY), ""));
        CaseDetail posted = office.as(officer, () -> office.cases.forward(at(review, DAY), ""));
        String hangs =
                office.as(officer, () -> office.cases.postings(commune, DAY)) + words(posted, "thong-bao-niem-yet");
        assertTrue(hangs.contains("Hồ Văn Công Khai") && hangs.contains("Thôn 1"), hangs);
        assertTrue(hangs.contains("Đủ điều kiện đề nghị"), hangs);
        for (String telling : List.of("bt6", "khuyết tật", "khoản", "nặng")) {
            assertFalse(hangs.toLowerCase(Locale.ROOT).contains(telling), telling + " in " + hangs);
        }
        CaseDetail complaint = office.as(
                officer,
                () -> office.cases.complain(
                        at(posted, DAY.plusDays(1)), "Trần Văn Láng Giềng", "Cháu đi học bình thường"));
        CaseDetail concluded = office.as(
                officer,
                () -> office.cases.conclude(at(complaint, DAY.plusDays(4)), "Giấy xác nhận còn giá trị", false));
        String minutes = words(concluded, "bien-ban");
        for (String said : List.of(
                "18/04/2025",
                "Trần Văn Láng Giềng",
                "Hồ Văn Công Khai",
                "Cháu đi học bình thường",
                "Khiếu nại không đúng. Giấy xác nhận còn giá trị")) {
            assertTrue(minutes.contains(said), said + " in " + minutes);
        }
        assertTrue(concluded.events().stream()
                .anyMatch(event ->
                        event.kind() == vn.ansinh.api.casework.CaseEvent.Kind.CONCLUDED && event.paper() != 0));
    }

    @Test
    void whatAnIncompleteFileLacksStandsOnItsSlipUnlessItGivesSomebodyAway() throws IOException {
        long commune = office.commune("42", DAY, 4, 0).id();
        var plain = office.application(
                SmallProcedures.MONTHLY,
                office.person("Hồ Văn Thiếu", "2018-05-06", commune),
                commune,
                DAY,
                "BT6",
                Map.of());
        CaseDetail waiting = office.as(CaseOffice.desk(commune), () -> office.cases.receive(plain, true));
        String slip = words(waiting, "phieu-bo-sung");
        assertTrue(slip.contains("Chưa có thông tin: Mức độ khuyết tật"), slip);
        assertTrue(waiting.events().get(0).paper() != 0, "the slip is found at what was done");
        var kept = secret("Hồ Văn Giữ", commune);
        var lacking = new vn.ansinh.api.casework.Application(
                kept.procedure(),
                kept.personId(),
                commune,
                DAY,
                kept.applicant(),
                "BT3",
                Map.of(),
                Set.of(),
                kept.payment(),
                kept.subject(),
                null,
                "");
        CaseDetail secretOne = office.as(CaseOffice.desk(commune), () -> office.cases.receive(lacking, true));
        String silent = words(secretOne, "phieu-bo-sung").toLowerCase(Locale.ROOT);
        assertTrue(silent.contains("như đã hướng dẫn"), silent);
        TELLING.forEach(telling -> assertFalse(silent.contains(telling), telling + " in " + silent));
    }

    @Test
    void aProgramThatIsAwayLeavesItsCasesAndGivesNothingAway() {
        long commune = office.commune("42", DAY, 5, 0).id();
        CaseDetail told = office.receive(office.application(
                SmallProcedures.MONTHLY,
                office.person("Hồ Thị Thai", "1995-05-06", commune),
                commune,
                DAY,
                "BT6",
                Map.of(
                        "khuyet-tat.muc-do",
                        List.of("nang"),
                        "khuyet-tat.ngay-cap-giay",
                        List.of("2025-04-01"),
                        "mang-thai",
                        List.of("khong"))));
        Caller clerk = clerk(commune);
        assertFalse(seen(clerk, told).application().answers().containsKey("mang-thai"));
        boolean hidden = office.policies.isSensitive("CS3");
        office.withoutTheProgram(() -> {
            assertEquals(Map.of(), seen(clerk, told).application().answers());
            assertEquals(hidden, office.policies.isSensitive("CS3"), "the packs are in force still");
            Problem refused = assertThrows(
                    Problem.class,
                    () -> office.as(
                            CaseOffice.desk(commune),
                            () -> office.cases.amend(at(told, DAY), told.application(), "Sửa")));
            assertEquals("AS-CASE-PROGRAM", refused.code());
        });
        assertEquals(3, seen(reader(commune), told).application().answers().size(), "nothing is lost");
    }

    /** The text of a drafted paper, from its Word file. */
    private static String words(CaseDetail detail, String code) throws IOException {
        long id = detail.papers().stream()
                .filter(paper -> paper.code().equals(code) && paper.name().endsWith("(Word)"))
                .findFirst()
                .orElseThrow()
                .documentId();
        byte[] file = office.as(reader(detail.file().unitId()), () -> office.documents.open(id))
                .bytes();
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(file))) {
            while (!zip.getNextEntry().getName().equals("word/document.xml")) {
                zip.closeEntry();
            }
            return new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
        }
    }

    private static vn.ansinh.api.casework.Application secret(String name, long commune) {
        return office.application(
                SmallProcedures.MONTHLY,
                office.person(name, "2018-05-06", commune),
                commune,
                DAY,
                "BT3",
                Map.of("ho-ngheo", List.of("ngheo")));
    }

    private static CaseDetail seen(Caller caller, CaseDetail detail) {
        return office.as(caller, () -> office.cases.byId(detail.file().id())).orElseThrow();
    }

    /** The decision as PDF, as it was drafted or signed last. */
    private static StoredDocument paper(Caller caller, CaseDetail detail) {
        return office
                .as(
                        caller,
                        () -> office.documents.of(
                                new Subject(CasePapers.OWNER, detail.file().id())))
                .stream()
                .filter(document -> document.paper() != null
                        && document.paper().startsWith("quyet-dinh")
                        && document.name().endsWith(".pdf"))
                .max(java.util.Comparator.comparingLong(StoredDocument::id))
                .orElseThrow();
    }

    /** As roles lanh-dao-xa and lanh-dao-so are: no right to all that is sensitive. */
    private static Caller chairman(String account, long unit) {
        return new Caller(
                account,
                "Lãnh đạo",
                unit,
                Set.of("case.read", "case.decide", "person.read", "document.read", "document.write"),
                Set.of("btxh"),
                0,
                Origin.NONE,
                0);
    }

    @Test
    void whatTheDeskDoesNotSeeStaysWhenItMendsTheRest() {
        long commune = office.commune("42", DAY, 0, 1).id();
        long child = office.person("Hồ Thị Kín", "2018-05-06", commune);
        var told = office.application(
                SmallProcedures.MONTHLY,
                child,
                commune,
                DAY,
                "BT3",
                Map.of("mang-thai", List.of("khong"), "ho-ngheo", List.of("ngheo")));
        CaseDetail review =
                office.as(CaseOffice.desk(commune), () -> office.cases.forward(at(office.receive(told), DAY), ""));
        CaseDetail waiting = office.as(
                CaseOffice.officer(commune),
                () -> office.cases.askSupplement(at(review, DAY), "Ảnh chụp", DAY.plusDays(9)));
        Caller desk = caller(commune, "case.read", "case.receive", "person.read");
        var shown = office.as(desk, () -> office.cases.byId(waiting.file().id()))
                .orElseThrow()
                .application();
        assertEquals(Map.of("ho-ngheo", List.of("ngheo")), shown.answers());
        office.as(desk, () -> office.cases.amend(at(waiting, DAY.plusDays(2)), shown, ""));
        var after = office.as(
                        CaseOffice.officer(commune),
                        () -> office.cases.byId(waiting.file().id()))
                .orElseThrow()
                .application();
        assertEquals("BT3", after.benefit());
        assertEquals(told.answers(), after.answers());
        assertEquals(told.papers(), after.papers());
    }

    private static Problem.Kind kind(Caller caller, StoredDocument document) {
        try {
            office.as(caller, () -> office.documents.open(document.id()));
            return null;
        } catch (Problem refused) {
            return refused.kind();
        }
    }

    /** Somebody who reads cases and no secrets. */
    private static Caller clerk(long unit) {
        return caller(unit, "case.read", "person.read", "document.read");
    }

    private static Caller reader(long unit) {
        return caller(unit, "case.read", "document.read", "fact.sensitive");
    }

    private static Caller caller(long unit, String... permissions) {
        return new Caller("xem", "Người xem", unit, Set.of(permissions), Set.of("btxh"), 0, Origin.NONE, 0);
    }
}
