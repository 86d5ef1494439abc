package vn.ansinh.core.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Track;
import vn.ansinh.api.casework.CaseFiles.CaseQuery;
import vn.ansinh.api.casework.CaseFiles.View;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.document.StoredDocument;
import vn.ansinh.api.problem.Problem;
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
                () -> office.cases.sign(
                        at(ready, DAY.plusDays(8)),
                        new vn.ansinh.api.casework.CaseFiles.Signing("Trần Văn Chủ", "CHỦ TỊCH", null, 0)));
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
            CaseQuery query = new CaseQuery(view, null, 0, null, "", false, null, 50);
            seen.add(office.as(clerk, () -> office.cases.page(query)).toString());
            seen.add(office.as(clerk, () -> office.cases.counts(query)).toString());
        }
        seen.add(office.as(clerk, () -> office.cases.ofPerson(child)).toString());
        CaseDetail shown =
                office.as(clerk, () -> office.cases.byId(signed.file().id())).orElseThrow();
        seen.add(shown.file() + " " + shown.application() + shown.draft() + shown.events() + shown.papers());
        List<StoredDocument> documents = office.as(
                clerk,
                () -> office.documents.of(
                        new Subject(CasePapers.OWNER, signed.file().id())));
        assertEquals(8, documents.size(), "slip, submission, draft and decision, each as Word and PDF");
        documents.forEach(document -> seen.add(document.name() + " " + document.paper()));
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
        assertEquals(Problem.Kind.FORBIDDEN, kind(clerk, decision));
        byte[] pdf = office.as(reader(commune), () -> office.documents.open(decision.id()))
                .bytes();
        assertEquals("%PDF", new String(pdf, 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
        assertTrue(
                signed.events().get(0).note().contains("01/QĐ-UBND"),
                signed.events().toString());
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
