package vn.ansinh.core.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.casework.CaseOffice.at;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CaseFiles.At;
import vn.ansinh.api.casework.CaseFiles.Signing;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.testkit.TestDatabase;

/** What is missing, objected to, rejected, done by two at once, or fails halfway. */
class CaseTurnsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final LocalDate MONDAY = LocalDate.of(2025, 4, 14);
    private static final Map<String, List<String>> DISABLED =
            Map.of("khuyet-tat.muc-do", List.of("nang"), "khuyet-tat.ngay-cap-giay", List.of("2025-03-20"));
    private static CaseOffice office;
    private static int taken;
    private long commune;
    private Caller desk;
    private Caller officer;

    @BeforeAll
    static void open() throws IOException {
        office = new CaseOffice(DATABASE, MONDAY.plusDays(60));
    }

    @BeforeEach
    void come() {
        commune = office.commune("42", MONDAY, 3, 1).id();
        desk = CaseOffice.desk(commune);
        officer = CaseOffice.officer(commune);
    }

    private Application application() {
        long child = office.person("Lê Văn " + ++taken, "2019-03-04", commune);
        return office.application(SmallProcedures.MONTHLY, child, commune, MONDAY, "BT6", DISABLED);
    }

    private CaseDetail inReview() {
        CaseDetail received = office.receive(application());
        return office.as(desk, () -> office.cases.forward(at(received, MONDAY), ""));
    }

    @Test
    void theClockStandsStillInTheCitizensTurn() {
        CaseDetail review = inReview();
        assertEquals(LocalDate.of(2025, 4, 23), review.file().due());
        assertEquals(LocalDate.of(2025, 5, 12), review.file().promisedOn());
        LocalDate asked = MONDAY.plusDays(2);
        CaseDetail waiting = office.as(
                officer,
                () -> office.cases.askSupplement(at(review, asked), "Bản sao giấy khai sinh", asked.plusDays(10)));
        assertEquals(CaseState.WAITING, waiting.file().state());
        assertEquals(null, waiting.file().due());
        assertEquals("AS-CASE-STEP", office.refused(officer, () -> office.cases.forward(at(waiting, asked), "")));
        CaseDetail again = office.as(desk, () -> office.cases.supplemented(at(waiting, asked.plusDays(5)), "Đã nộp"));
        assertEquals(LocalDate.of(2025, 4, 28), again.file().due(), "three working days later");
        assertEquals(LocalDate.of(2025, 5, 15), again.file().promisedOn());
        CaseDetail sorry = office.as(
                officer,
                () -> office.cases.apologise(
                        at(again, asked.plusDays(20)), "Cán bộ đi công tác", LocalDate.of(2025, 6, 2)));
        assertEquals(LocalDate.of(2025, 6, 2), sorry.file().promisedOn());
    }

    @Test
    void ofACaseBesideNobodyLearnsThatItIsThereNorWhatItIsAbout() {
        CaseDetail received = office.receive(application());
        long end = office.receive(office.with(
                        office.application(
                                SmallProcedures.END, received.file().personId(), commune, MONDAY, null, Map.of()),
                        new Application.Particulars(java.util.Set.of(), "G01", MONDAY, 0)))
                .file()
                .id();
        long beside = office.commune("42", MONDAY, 3, 2).id();
        for (long id : new long[] {received.file().id(), end, 999_999}) {
            At there = new At(id, 1, MONDAY);
            Map<String, java.util.concurrent.Callable<?>> doors = Map.of(
                    "look", () -> office.cases.byId(id).orElseThrow(CaseAct::unknown),
                    "proposal", () -> office.cases.proposal(id, MONDAY),
                    "keep", () -> office.cases.keep(id, "", "a.pdf", new byte[] {1}),
                    "amend", () -> office.cases.amend(there, application(), ""),
                    "forward", () -> office.cases.forward(there, ""),
                    "withdraw", () -> office.cases.withdraw(there, "x"),
                    "result", () -> office.cases.giveResult(there, "x"),
                    "sign", () -> office.cases.sign(there, new Signing("Trần Văn Chủ", "CHỦ TỊCH", "1", 0)));
            for (Caller who : List.of(CaseOffice.desk(beside), CaseOffice.chairman(beside))) {
                doors.forEach(
                        (door, act) -> assertEquals("AS-CASE-UNKNOWN", office.refused(who, act), door + " " + id));
            }
        }
    }

    @Test
    void whatIsStillBeingTypedIsLookedAtButNotTaken() {
        Application told = application();
        Application unnamed = new Application(
                told.procedure(),
                told.personId(),
                commune,
                MONDAY,
                new Application.Applicant("", null, ""),
                "BT6",
                DISABLED,
                told.papers(),
                told.payment(),
                told.subject(),
                null,
                "");
        List<CaseDetail.Check> looked = office.as(desk, () -> office.cases.check(unnamed));
        assertTrue(looked.stream().allMatch(check -> check.passed() || !check.blocking()), looked.toString());
        assertEquals("AS-CASE-APPLICANT", office.refused(desk, () -> office.cases.receive(unnamed, true)));
        assertEquals("AS-CASE-APPLICANT", office.refused(desk, () -> office.cases.refuse(unnamed, "Không đúng nơi")));
    }

    @Test
    void aCodeThatNoListKnowsIsRefusedByTheNameOfItsField() {
        Map<String, Application> wrong = Map.of(
                "AS-CASE-RELATION", told("77", CaseOffice.CASH),
                "AS-CASE-PAYMENT", told("04", paid("VANG", PayeeRole.SELF)),
                "AS-CASE-PAYEE", told("04", paid("TM-DCT", null)));
        wrong.forEach((code, application) ->
                assertEquals(code, office.refused(desk, () -> office.cases.receive(application, true))));
        assertEquals("AS-CASE-PAYMENT", office.refused(desk, () -> office.cases.check(told("04", paid(null, null)))));
    }

    private static PaymentDetails paid(String method, PayeeRole role) {
        return new PaymentDetails(method, null, null, null, null, role);
    }

    private Application told(String relation, PaymentDetails payment) {
        Application told = application();
        return new Application(
                told.procedure(),
                told.personId(),
                commune,
                MONDAY,
                new Application.Applicant("Lê Thị Mẹ", relation, ""),
                "BT6",
                DISABLED,
                told.papers(),
                payment,
                told.subject(),
                null,
                "");
    }

    @Test
    void anIncompleteFileIsTakenAndWaits() {
        Application told = application();
        Application lacking = new Application(
                told.procedure(),
                told.personId(),
                commune,
                MONDAY,
                told.applicant(),
                "BT6",
                DISABLED,
                java.util.Set.of(),
                told.payment(),
                told.subject(),
                null,
                "");
        assertEquals("AS-CASE-CHECK", office.refused(desk, () -> office.cases.receive(lacking, false)));
        CaseDetail waiting = office.as(desk, () -> office.cases.receive(lacking, true));
        assertEquals(CaseState.WAITING, waiting.file().state());
        assertEquals(java.util.Set.of("to-khai"), waiting.file().missing());
        CaseDetail brought = office.as(desk, () -> office.cases.amend(at(waiting, MONDAY.plusDays(3)), told, ""));
        CaseDetail whole = office.as(desk, () -> office.cases.supplemented(at(brought, MONDAY.plusDays(3)), ""));
        CaseDetail review = office.as(desk, () -> office.cases.forward(at(whole, MONDAY.plusDays(4)), ""));
        assertEquals(LocalDate.of(2025, 4, 28), review.file().due(), "seven working days after it was complete");
    }

    @Test
    void aComplaintThatIsRightEndsInARejectionThatSomebodyElseSigns() {
        CaseDetail review = inReview();
        CaseDetail posted = office.as(officer, () -> office.cases.forward(at(review, MONDAY), ""));
        LocalDate day = MONDAY.plusDays(1);
        CaseDetail complaint = office.as(
                officer, () -> office.cases.complain(at(posted, day), "Trần Văn Láng Giềng", "Không khuyết tật"));
        assertEquals("khieu-nai", complaint.file().step());
        CaseDetail upheld = office.as(
                officer, () -> office.cases.conclude(at(complaint, day.plusDays(6)), "Giấy xác nhận không đúng", true));
        assertEquals(Draft.Outcome.REJECT, upheld.draft().outcome());
        CaseDetail appraised = office.as(officer, () -> office.cases.forward(at(upheld, day.plusDays(6)), ""));
        CaseDetail ready = office.as(
                CaseOffice.officer(appraised.file().holderUnitId()),
                () -> office.cases.forward(at(appraised, day.plusDays(7)), ""));
        CaseDetail rejected = office.sign(ready, day.plusDays(8), "7/TB");
        assertEquals(CaseState.REJECTED, rejected.file().state());
        assertEquals(List.of(), office.rights(rejected.file().personId()));
        assertEquals(CaseEvent.Kind.REJECTED, rejected.events().get(0).kind());
    }

    @Test
    void whoIsSentBackIsDraftedAnew() {
        CaseDetail ready = office.toSignature(office.receive(application()), MONDAY);
        Caller chairman = CaseOffice.chairman(ready.file().holderUnitId());
        CaseDetail back =
                office.as(chairman, () -> office.cases.sendBack(at(ready, MONDAY.plusDays(9)), "Thiếu căn cứ"));
        assertEquals("tham-dinh", back.file().step());
        assertEquals(null, back.draft());
        Caller appraiser = CaseOffice.officer(back.file().holderUnitId());
        assertEquals(
                "AS-CASE-CHECK",
                office.refused(appraiser, () -> office.cases.forward(at(back, MONDAY.plusDays(9)), "")));
    }

    @Test
    void ofTwoWhoActAtOnceOneIsToldThatTheCaseChanged() throws Exception {
        CaseDetail review = inReview();
        ExecutorService two = Executors.newFixedThreadPool(2);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<String>> outcomes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            outcomes.add(two.submit(() -> {
                go.await();
                return office.refused(officer, () -> office.cases.forward(at(review, MONDAY), ""));
            }));
        }
        go.countDown();
        List<String> told = new ArrayList<>();
        for (Future<String> outcome : outcomes) {
            told.add(outcome.get());
        }
        two.shutdown();
        told.sort(null);
        assertEquals(List.of("AS-CASE-CHANGED", "nothing"), told);
    }

    @Test
    void whenTheRightCannotBeGrantedNothingIsHalfDone() {
        Application told = application();
        CaseDetail ready = office.toSignature(office.receive(told), MONDAY);
        noLongerPaidSo(ready.file().id());
        String before = everything(ready);
        Caller chairman = CaseOffice.chairman(ready.file().holderUnitId());
        Signing signing = new Signing("Trần Văn Chủ", "CHỦ TỊCH", "9/QĐ", 0);
        assertEquals(
                "AS-ENTITLEMENT-PAYMENT",
                office.refused(chairman, () -> office.cases.sign(at(ready, MONDAY.plusDays(9)), signing)));
        assertEquals(before, everything(ready), "not a fact, not an event, not a step");
        assertTrue(office.as(Caller.SYSTEM, () -> office.facts.of(Subject.person(told.personId())))
                .isEmpty());
    }

    /** The way of paying went out of use since it was told. */
    private static void noLongerPaidSo(long id) {
        DATABASE.transactions()
                .call(connection -> Rows.list(
                        connection,
                        "update ansinh.case_file set payment_method = 'KHONG-CO' where id = ? returning id",
                        update -> update.setLong(1, id),
                        row -> row.getLong(1)));
    }

    private static String everything(CaseDetail detail) {
        long id = detail.file().id();
        return DATABASE.transactions()
                .call(connection -> Rows.list(
                        connection,
                        "select (select c::text from ansinh.case_file c where id = ?) || (select string_agg(s::text, '')"
                                + " from ansinh.case_step s where case_id = ?) || (select string_agg(e::text, '') from"
                                + " ansinh.case_event e where case_id = ?) || (select count(*) from ansinh.entitlement)"
                                + " || (select count(*) from ansinh.fact)",
                        select -> {
                            select.setLong(1, id);
                            select.setLong(2, id);
                            select.setLong(3, id);
                        },
                        row -> row.getString(1)))
                .get(0);
    }
}
