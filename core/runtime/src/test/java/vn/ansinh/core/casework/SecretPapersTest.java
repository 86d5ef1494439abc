package vn.ansinh.core.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.casework.CaseOffice.at;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Track;
import vn.ansinh.api.casework.CaseFiles.Signing;
import vn.ansinh.api.document.StoredDocument;
import vn.ansinh.core.document.BroughtFiles;
import vn.ansinh.testkit.TestDatabase;

/** Papers of cases before the wrong eyes and in the wrong hands: names, scans that came early, papers of others, signed ones. */
class SecretPapersTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final LocalDate DAY = LocalDate.of(2025, 4, 14);

    private static CaseOffice office;

    @BeforeAll
    static void open() throws IOException {
        office = new CaseOffice(DATABASE, DAY.plusDays(60), true);
    }

    @Test
    void whoMayNotOpenAPaperIsNotToldItsNameNorThatAStepWasPassedBy() {
        long commune = office.commune("42", DAY, 1, 0).id();
        CaseDetail taken = office.receive(secret("Hồ Văn Tên", commune));
        long scan = kept(taken, "phiếu xét nghiệm HIV.pdf");
        CaseDetail ready = office.toSignature(taken, DAY);
        Caller clerk = clerk(commune);
        StoredDocument told = office.as(clerk, () -> office.documents.byId(scan));
        assertEquals("Tài liệu bảo mật.pdf", told.name());
        assertFalse(office.as(clerk, () -> office.documents.of(told.owner()))
                .toString()
                .contains("HIV"));
        assertEquals(
                "phiếu xét nghiệm HIV.pdf",
                office.as(reader(commune), () -> office.documents.byId(scan)).name());
        assertTrue(seen(clerk, ready).track().stream().noneMatch(Track::skipped), "a posting passed by says why");
        assertTrue(seen(reader(commune), ready).track().stream().anyMatch(Track::skipped));
    }

    @Test
    void aCaseThatBecomesSecretClosesWhatCameBefore() {
        long commune = office.commune("42", DAY, 1, 1).id();
        long child = office.person("Hồ Văn Chưa Chọn", "2018-05-06", commune);
        var unsaid = office.application(
                SmallProcedures.MONTHLY, child, commune, DAY, null, Map.of("ho-ngheo", List.of("ngheo")));
        CaseDetail taken = office.receive(unsaid);
        StoredDocument scan = office.as(reader(commune), () -> office.documents.byId(kept(taken, "y-te.pdf")));
        Caller clerk = clerk(commune);
        assertEquals("nothing", opened(clerk, scan), "of a case that says nothing");
        byte[] paper = office.as(clerk, () -> office.documents.open(scan.id())).bytes();
        CaseDetail brought = office.as(
                CaseOffice.desk(commune), () -> office.cases.bring(at(taken, DAY), "giay-y-te", "giay.pdf", paper));
        CaseDetail told = seen(clerk, brought);
        String all = told.events() + " " + told.papers() + told.application();
        assertFalse(all.contains("y tế") || all.contains("y-te"), all);
        var said = office.application(
                SmallProcedures.MONTHLY, child, commune, DAY, "BT3", Map.of("ho-ngheo", List.of("ngheo")));
        office.as(CaseOffice.desk(commune), () -> office.cases.amend(at(brought, DAY), said, ""));
        assertEquals("AS-DOCUMENT-SENSITIVE", opened(clerk, scan));
        StoredDocument slip = office.as(clerk, () -> office.documents.of(scan.owner())).stream()
                .filter(document -> "giay-tiep-nhan".equals(document.paper()))
                .findFirst()
                .orElseThrow();
        assertEquals("nothing", opened(clerk, slip), "the slip says nothing");
    }

    @Test
    void aPaperThatOnlySecretBenefitsNeedIsDemandedForThemAndNamedToNobodyElse() {
        long commune = office.commune("42", DAY, 1, 4).id();
        Application told = secret("Hồ Văn Thiếu", commune);
        Application without = new Application(
                told.procedure(),
                told.personId(),
                commune,
                DAY,
                told.applicant(),
                told.benefit(),
                told.answers(),
                Set.of("to-khai"),
                told.payment(),
                told.subject(),
                null,
                "");
        assertEquals(
                "AS-CASE-CHECK", office.refused(CaseOffice.desk(commune), () -> office.cases.receive(without, false)));
        CaseDetail taken = office.as(CaseOffice.desk(commune), () -> office.cases.receive(without, true));
        assertEquals(
                Set.of("giay-xet-nghiem"), seen(reader(commune), taken).file().missing());
        CaseDetail seen = seen(clerk(commune), taken);
        String all = seen.file() + " " + seen.events() + " " + seen.papers() + seen.application();
        assertFalse(all.contains("xét nghiệm") || all.contains("xet-nghiem"), all);
        long other = office.person("Hồ Văn Tật", "1980-05-06", commune);
        var disabled = office.application(
                SmallProcedures.MONTHLY, other, commune, DAY, "BT6", Map.of("khuyet-tat.muc-do", List.of("nang")));
        assertEquals(Set.of(), office.receive(disabled).file().missing());
    }

    @Test
    void aCaseTakesItsOwnDocumentsOnlyAndKeepsWhatIsSigned() {
        long commune = office.commune("42", DAY, 1, 2).id();
        long beside = office.commune("42", DAY, 1, 3).id();
        CaseDetail elsewhere = office.receive(secret("Hồ Văn Xã Bên", beside));
        long foreign = kept(elsewhere, "của xã bên.pdf");
        CaseDetail taken = office.receive(secret("Hồ Văn Xã Này", commune));
        Caller desk = CaseOffice.desk(commune);
        for (long no : new long[] {foreign, 999_999}) {
            assertEquals(
                    "AS-DOCUMENT-UNKNOWN",
                    office.refused(desk, () -> office.cases.attach(at(taken, DAY), "van-ban", no)));
        }
        long wrong = kept(taken, "nhầm.pdf");
        Caller other = caller(commune, "case.read", "document.read", "document.write");
        assertEquals("AS-DOCUMENT-KEPT", office.refused(other, () -> removed(wrong)));
        assertEquals("nothing", office.refused(desk, () -> removed(wrong)));
        CaseDetail ready = office.toSignature(taken, DAY);
        Caller chairman = CaseOffice.chairman(ready.file().holderUnitId());
        assertEquals(
                "AS-DOCUMENT-UNKNOWN",
                office.refused(
                        chairman,
                        () -> office.cases.sign(
                                at(ready, DAY.plusDays(8)), new Signing("Trần Văn Chủ", "CHỦ TỊCH", "5/QĐ", foreign))));
        CaseDetail signed = office.as(
                chairman,
                () -> office.cases.sign(at(ready, DAY.plusDays(8)), new Signing("Trần Văn Chủ", "CHỦ TỊCH", null, 0)));
        long decision = signed.events().get(0).paper();
        assertEquals("AS-DOCUMENT-KEPT", office.refused(desk, () -> removed(decision)));
    }

    private static Object removed(long document) {
        office.documents.remove(document, "Nộp nhầm");
        return null;
    }

    private static long kept(CaseDetail taken, String name) {
        return office.as(
                CaseOffice.desk(taken.file().unitId()),
                () -> office.cases.keep(taken.file().id(), "", name, BroughtFiles.pdf("Giấy " + name)));
    }

    private static Application secret(String name, long commune) {
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

    private static String opened(Caller caller, StoredDocument document) {
        return office.refused(caller, () -> office.documents.open(document.id()));
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
