package vn.ansinh.core.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
                () -> office.cases.page(new CaseQuery(View.MINE, null, 0, null, "", false, null, 50)));
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
}
