package vn.ansinh.core.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.casework.CaseOffice.AFTER;
import static vn.ansinh.core.casework.CaseOffice.at;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Action;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseFiles.CaseQuery;
import vn.ansinh.api.casework.CaseFiles.View;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.testkit.TestDatabase;

/** Officials of Hà Tĩnh take applications and work on them. */
class CaseStoryTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static CaseOffice office;

    @BeforeAll
    static void open() throws java.io.IOException {
        office = new CaseOffice(DATABASE, AFTER);
    }

    @Test
    void anApplicationIsTakenAndGoesOn() {
        long commune = office.commune("42", AFTER, 0, 0).id();
        long child = office.person("Lê Văn Con", "2019-03-04", commune);
        Map<String, List<String>> answers =
                Map.of("khuyet-tat.muc-do", List.of("nang"), "khuyet-tat.ngay-cap-giay", List.of("2025-09-01"));
        var application = office.application(SmallProcedures.MONTHLY, child, commune, AFTER, "BT6", answers);
        CaseDetail taken = office.as(CaseOffice.desk(commune), () -> office.cases.receive(application, false));
        assertTrue(taken.file().number().endsWith("-2025-000001"), taken.file().number());
        assertEquals(LocalDate.of(2025, 10, 13), taken.file().promisedOn());
        assertEquals(
                "AS-CASE-TWICE",
                office.refused(CaseOffice.desk(commune), () -> office.cases.receive(application, false)));
        CaseDetail turnedAway = office.as(
                CaseOffice.desk(commune), () -> office.cases.refuse(application, "Đã có hồ sơ đang giải quyết."));
        assertEquals(CaseState.REJECTED, turnedAway.file().state());
        CaseDetail review = office.as(CaseOffice.desk(commune), () -> office.cases.forward(at(taken, AFTER), "Chuyển"));
        assertEquals("xet-duyet", review.file().step());
        assertEquals(LocalDate.of(2025, 9, 24), review.file().due());
        assertEquals(
                List.of(),
                review.actions().stream().filter(Action.FORWARD::equals).toList());
        assertEquals(
                "AS-CASE-CHANGED",
                office.refused(CaseOffice.officer(commune), () -> office.cases.forward(at(taken, AFTER), "")));
        var mine = office.as(
                CaseOffice.officer(commune),
                () -> office.cases.page(new CaseQuery(View.MINE, null, 0, null, null, "", false, null, 50)));
        assertEquals(1, mine.rows().size());
        assertEquals("Lê Văn Con", mine.rows().get(0).personName());
        CaseDetail posted = office.as(CaseOffice.officer(commune), () -> office.cases.forward(at(review, AFTER), ""));
        assertEquals(
                "AS-CASE-CHECK",
                office.refused(CaseOffice.officer(commune), () -> office.cases.forward(at(posted, AFTER), "")));
        assertEquals(
                1,
                office.as(CaseOffice.officer(commune), () -> office.cases.postings(commune, AFTER))
                        .size());
        assertEquals(CaseState.OPEN, posted.file().state());
    }

    @Test
    void aCountOfAStepLeadsToThoseCases() {
        long commune = office.commune("42", AFTER, 0, 1).id();
        long first = receive("Trần Thị Một", commune, AFTER).file().id();
        receive("Trần Thị Hai", commune, AFTER);
        CaseDetail third = receive("Trần Thị Ba", commune, AFTER);
        office.as(CaseOffice.desk(commune), () -> office.cases.forward(at(third, AFTER), ""));
        var counts = office.as(CaseOffice.officer(commune), () -> office.cases.counts(of(null, null, 1)));
        assertEquals(Map.of("Bước tiep-nhan", 2, "Bước xet-duyet", 1), counts.byStep());
        assertEquals(List.of(third.file().id()), ids(commune, of("Bước xet-duyet", null, 50)));
        assertEquals(List.of(), ids(commune, of("Bước tham-dinh", null, 50)));
        assertEquals(List.of(), ids(commune, of("Bước", null, 50)));
        var page = office.as(CaseOffice.officer(commune), () -> office.cases.page(of("Bước tiep-nhan", null, 1)));
        assertEquals(first, page.rows().get(0).id());
        assertEquals("Cán bộ mot-cua", page.rows().get(0).holderName());
        assertEquals(1, ids(commune, of("Bước tiep-nhan", page.next(), 50)).size());
    }

    private static CaseQuery of(String step, String cursor, int limit) {
        return new CaseQuery(View.RUNNING, null, 0, null, step, "", false, cursor, limit);
    }

    private static List<Long> ids(long commune, CaseQuery query) {
        return office.as(
                CaseOffice.officer(commune),
                () -> office.cases.page(query).rows().stream().map(CaseFile::id).toList());
    }

    private static CaseDetail receive(String name, long commune, LocalDate day) {
        return office.receive(office.application(
                SmallProcedures.MONTHLY,
                office.person(name, "1990-03-04", commune),
                commune,
                day,
                "BT6",
                Map.of("khuyet-tat.muc-do", List.of("nang"), "khuyet-tat.ngay-cap-giay", List.of("2025-01-02"))));
    }

    @Test
    void onlyLawThatHeldOrCameSinceTakesACaseOver() {
        long commune = office.commune("42", AFTER, 0, 2).id();
        CaseDetail now = receive("Phan Thị Nay", commune, AFTER);
        assertEquals(List.of(), offered(now));
        assertEquals("AS-CASE-VERSION", office.refused(CaseOffice.desk(commune), () -> moved(now, "2021", AFTER)));
        assertEquals("AS-CASE-VERSION", office.refused(CaseOffice.desk(commune), () -> moved(now, "2025", AFTER)));
        LocalDate june = LocalDate.of(2025, 6, 20);
        CaseDetail then = receive("Phan Thị Trước", commune, june);
        assertEquals("2021", then.file().version());
        assertEquals(List.of(Action.CHANGE_VERSION), offered(then));
        assertEquals(
                "AS-CASE-VERSION",
                office.refused(CaseOffice.desk(commune), () -> moved(then, "2025", june.plusDays(5))));
        assertEquals(
                "2025",
                office.as(CaseOffice.desk(commune), () -> moved(then, "2025", AFTER))
                        .file()
                        .version());
    }

    @Test
    void whatWasDraftedUnderOtherLawIsDraftedAnew() {
        long commune = office.commune("42", AFTER, 0, 3).id();
        CaseDetail ready = receive("Phan Thị Thảo", commune, LocalDate.of(2025, 6, 20));
        CaseDetail review = office.as(CaseOffice.desk(commune), () -> office.cases.forward(at(ready, AFTER), ""));
        CaseDetail drafted = office.as(
                CaseOffice.officer(commune),
                () -> office.cases.draft(at(review, AFTER), Draft.Outcome.GRANT, null, "", false));
        assertNotNull(drafted.draft());
        CaseDetail moved = office.as(CaseOffice.officer(commune), () -> moved(drafted, "2025", AFTER));
        assertEquals("xet-duyet", moved.file().step());
        assertNull(moved.draft());
        assertEquals(AFTER, moved.track().get(0).ended(), "what was done stays done");
    }

    private static CaseDetail moved(CaseDetail detail, String version, LocalDate day) {
        return office.cases.changeVersion(at(detail, day), version, "Theo quy định mới");
    }

    private static List<Action> offered(CaseDetail detail) {
        return office
                .as(
                        CaseOffice.desk(detail.file().unitId()),
                        () -> office.cases.byId(detail.file().id()).orElseThrow())
                .actions()
                .stream()
                .filter(Action.CHANGE_VERSION::equals)
                .toList();
    }
}
