package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.bulk.BulkDecisions.Draft;
import vn.ansinh.api.bulk.BulkRow;
import vn.ansinh.api.bulk.BulkRow.Report;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.review.ReviewRow;
import vn.ansinh.api.review.Reviews.Query;
import vn.ansinh.testkit.TestDatabase;

/** Decisions about many: nothing before another's signature, then all of it; bad rows are told and mended. */
class BulkDecisionsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate TODAY = Office.TODAY;

    private static BulkDesk desk;
    private static Office office;

    @BeforeAll
    static void open() throws IOException {
        desk = new BulkDesk(DATABASE);
        office = desk.office;
    }

    @Test
    void rowsOfTheReviewListEndByOneDecisionThatAnotherSigns() {
        long here = office.commune();
        List<Long> children = IntStream.range(0, 3)
                .mapToObj(i -> holds(here, "Phàn A " + i, "2023-11-0" + (i + 1), "BT7"))
                .toList();
        List<ReviewRow> rows = toReview(here);
        assertEquals(3, rows.size());
        BulkDecision draft = office.as(
                clerk(here),
                () -> desk.decisions.draft(new Draft(
                        Kind.END,
                        BtxhOffice.PROGRAM,
                        here,
                        "G03",
                        NOVEMBER,
                        null,
                        "Quá tuổi",
                        rows.stream().map(ReviewRow::entitlementId).toList(),
                        rows.stream().map(ReviewRow::key).toList())));
        assertEquals(List.of(), toReview(here), "they are being taken care of");
        office.as(clerk(here), () -> desk.decisions.submit(draft.id(), "90/QĐ-UBND", TODAY));
        assertEquals("AS-BULK-OWN", refused(clerk(here), () -> desk.decisions.sign(draft.id(), "90/QĐ-UBND", TODAY)));
        assertNull(right(children.get(0)).to());

        // meanwhile one has ended by a decision of its own
        office.decide(said -> office.entitlements.end(right(children.get(1)).id(), YearMonth.of(2026, 9), said), "G03");
        assertEquals(
                "AS-BULK-CHANGED", refused(chair(here), () -> desk.decisions.sign(draft.id(), "90/QĐ-UBND", TODAY)));
        assertNull(right(children.get(0)).to(), "not half of it");
        BulkDecision back =
                office.as(clerk(here), () -> desk.decisions.byId(draft.id())).orElseThrow();
        assertEquals(BulkDecision.State.DRAFT, back.state());
        assertEquals(1, back.open());
        BulkRow bad = office.as(clerk(here), () -> desk.decisions.rows(draft.id(), true, 0, 10))
                .get(0);
        assertEquals("Đã thôi hưởng, hưởng hết tháng 09/2026.", bad.message());
        office.as(clerk(here), () -> desk.decisions.drop(draft.id(), List.of(bad.no())));
        office.as(clerk(here), () -> desk.decisions.submit(draft.id(), "90/QĐ-UBND", TODAY));
        BulkDecision signed = office.as(chair(here), () -> desk.decisions.sign(draft.id(), "91/QĐ-UBND", TODAY));
        assertEquals(BulkDecision.State.SIGNED, signed.state());
        assertEquals(
                List.of("DONE Hưởng hết tháng 11/2026.", "DONE Hưởng hết tháng 11/2026."),
                office.as(clerk(here), () -> desk.decisions.rows(draft.id(), false, 0, 10)).stream()
                        .map(row -> row.state() + " " + row.message())
                        .toList());
        assertEquals(NOVEMBER, right(children.get(0)).to());
        EntitlementEvent end = events(children.get(2)).get(0);
        assertEquals(new Decision("91/QĐ-UBND", TODAY, "G03"), end.decision());
        assertEquals("AS-BULK-STATE", refused(clerk(here), () -> desk.decisions.withdraw(draft.id())));
        long elsewhere = office.commune();
        assertTrue(office.as(clerk(elsewhere), () -> desk.decisions.byId(draft.id()))
                .isEmpty());
        assertEquals("AS-BULK-UNKNOWN", refused(clerk(elsewhere), () -> desk.decisions.withdraw(draft.id())));
        assertEquals("AS-BULK-UNKNOWN", refused(clerk(elsewhere), () -> desk.decisions.withdraw(999_999)));
    }

    @Test
    void suspensionsAdjustmentsAndTransfersChangeTheNextList() {
        long here = office.commune();
        long paused = disabled(here, "Tẩn Mẩy Nghỉ");
        long adjusted = disabled(here, "Tẩn Mẩy Chỉnh");
        long old = holds(here, "Tẩn Mẩy Già", "1946-10-05", "BT5B");
        office.month(here, "2026-10");
        carry(
                here,
                new Draft(
                        Kind.SUSPEND, BtxhOffice.PROGRAM, here, "G08", NOVEMBER, null, "", rights(paused), List.of()));
        carry(
                here,
                new Draft(
                        Kind.ADJUST, BtxhOffice.PROGRAM, here, "D04", NOVEMBER, null, "", rights(adjusted), List.of()));
        carry(
                here,
                new Draft(
                        Kind.TRANSFER, BtxhOffice.PROGRAM, here, "G03", NOVEMBER, "BT5C", "", rights(old), List.of()));
        office.run(here, "2026-11");
        assertEquals(
                List.of("Tẩn Mẩy Chỉnh"),
                office.lines(here, "2026-11").stream()
                        .map(line -> line.substring(0, line.indexOf(" 20")))
                        .distinct()
                        .toList());
        assertEquals(EntitlementEvent.Kind.ADJUST, events(adjusted).get(0).kind());
        assertEquals(
                List.of("BT5C 2026-11 null", "BT5B 2026-01 2026-10"),
                office.asSystem(() -> office.entitlements.ofPerson(old)).stream()
                        .map(each -> each.benefit() + " " + each.from() + " " + each.to())
                        .toList());
        assertEquals(
                "AS-BULK-REASON",
                refused(
                        clerk(here),
                        () -> desk.decisions.draft(new Draft(
                                Kind.SUSPEND,
                                BtxhOffice.PROGRAM,
                                here,
                                "G01",
                                NOVEMBER,
                                null,
                                "",
                                rights(adjusted),
                                List.of()))));
    }

    @Test
    void pastedDeathsAreMatchedDoubtedMendedAndSignedTogether() {
        long here = office.commune();
        long exact = numbered(disabled(here, "Giàng Thị Đúng"), "042180900001");
        long doubted = disabled(here, "Giàng Thị Ngờ");
        long wrongName = numbered(disabled(here, "Giàng Thị Tên"), "042180900003");
        BulkDecision draft = office.as(
                clerk(here),
                () -> desk.decisions.report(
                        Kind.DEATH,
                        BtxhOffice.PROGRAM,
                        here,
                        "",
                        List.of(
                                new Report("042180900001", "giang thi dung", "01/01/1980", "3/11/2026", ""),
                                new Report("", "Giàng Thị Ngờ", "1980", "04/11/2026", ""),
                                new Report("042180900003", "Giàng Văn Khác", "1980", "04.11.2026", ""),
                                new Report("", "Không Có Ai", "1950", "04/11/2026", ""),
                                new Report("042180900001", "", "", "05/11/2026", ""),
                                new Report("042180900001", "", "", "31/11/2026", ""),
                                new Report("042180900001", "", "", "01/12/2026", ""))));
        assertEquals(
                List.of(
                        "1 READY Thôi hưởng 1 chế độ, hưởng hết tháng 11/2026.",
                        "2 DOUBTFUL Tìm theo họ tên và ngày sinh: Giàng Thị Ngờ, sinh 01/01/1980. Vui lòng xác nhận.",
                        "3 DOUBTFUL Đúng số định danh nhưng khác họ tên: cơ sở dữ liệu ghi Giàng Thị Tên, sinh 01/01/1980.",
                        "4 WRONG Không tìm thấy người này trong địa bàn. Vui lòng kiểm tra số, họ tên, ngày sinh.",
                        "5 WRONG Trùng với dòng 1.",
                        "6 WRONG Ngày «31/11/2026» ghi như 30/08/2026.",
                        "7 WRONG Ngày 01/12/2026 ở sau hôm nay."),
                shown(here, draft.id()));
        assertEquals("AS-BULK-OPEN", refused(clerk(here), () -> desk.decisions.submit(draft.id(), "", null)));
        office.as(clerk(here), () -> desk.decisions.confirm(draft.id(), 2, doubted));
        office.as(
                clerk(here),
                () -> desk.decisions.mend(
                        draft.id(), 3, new Report("042180900003", "Giàng Thị Tên", "1980", "04/11/2026", "")));
        office.as(clerk(here), () -> desk.decisions.drop(draft.id(), List.of(4, 5, 6, 7)));
        office.as(clerk(here), () -> desk.decisions.submit(draft.id(), "", null));
        office.as(chair(here), () -> desk.decisions.sign(draft.id(), "95/QĐ-UBND", TODAY));
        for (long person : List.of(exact, doubted, wrongName)) {
            assertEquals(NOVEMBER, right(person).to());
            assertTrue(office.asSystem(() -> office.people.byId(person))
                            .orElseThrow()
                            .deceasedOn()
                    != null);
        }
        assertEquals(
                "Ngày mất: (trống) → 03/11/2026",
                office.asSystem(() -> office.people.history(exact)).get(0).detail());
    }

    @Test
    void movesWithinTheProvinceTakeTheRightsAlong() {
        long[] district = office.country.addDistrict(2);
        office.country.store(DATABASE.transactions());
        long from = district[1];
        long to = district[2];
        long person = numbered(disabled(from, "Chảo Thị Chuyển"), "042180900011");
        String code = office.units.byId(to).orElseThrow().code();
        BulkDecision draft = office.as(
                clerk(district[0]),
                () -> desk.decisions.report(
                        Kind.MOVE,
                        BtxhOffice.PROGRAM,
                        district[0],
                        "",
                        List.of(
                                new Report("042180900011", "", "", "10/10/2026", code),
                                new Report("042180900011", "", "", "10/10/2026", "Vinh Hưng"))));
        assertEquals(
                List.of(
                        "1 READY Chuyển 1 chế độ, nơi đến chi trả từ tháng 11/2026.",
                        "2 WRONG Không có xã, phường «Vinh Hưng» trong địa bàn. Chuyển ra ngoài tỉnh thì thôi hưởng ở đây,"
                                + " nơi đến cho hưởng."),
                shown(district[0], draft.id()));
        office.as(clerk(district[0]), () -> desk.decisions.drop(draft.id(), List.of(2)));
        office.as(clerk(district[0]), () -> desk.decisions.submit(draft.id(), "", null));
        office.as(chair(district[0]), () -> desk.decisions.sign(draft.id(), "96/QĐ-UBND", TODAY));
        assertEquals(to, right(person).unitId());
        assertEquals(
                to,
                office.asSystem(() -> office.people.byId(person)).orElseThrow().unitId());
        assertEquals(
                LocalDate.of(2026, 10, 10),
                office.asSystem(() -> office.people.residences(person)).get(0).from());
        office.run(to, "2026-11");
        assertEquals(
                2,
                office.lines(to, "2026-11").stream()
                        .filter(line -> line.startsWith("Chảo"))
                        .count(),
                "with October, which the old commune had not paid");
    }

    @Test
    void aReportedDeathLeavesTheFuneralSupportAndATransferPaysNobodyWhoIsSuspended() {
        long here = office.commune();
        long dead = numbered(disabled(here, "Giàng A Mất"), "042180099901");
        office.died(dead, "2026-10-05");
        office.open(dead, "MT", here, "2026-10", null);
        office.open(dead, "KC-THUONGNANG", here, "2026-11", null);
        BulkDecision deaths = office.as(
                clerk(here),
                () -> desk.decisions.report(
                        Kind.DEATH,
                        BtxhOffice.PROGRAM,
                        here,
                        "",
                        List.of(new Report("042180099901", "", "1980", "05/10/2026", ""))));
        assertEquals(List.of("1 READY Thôi hưởng 1 chế độ, hưởng hết tháng 10/2026."), shown(here, deaths.id()));
        office.as(clerk(here), () -> desk.decisions.submit(deaths.id(), "", null));
        office.as(chair(here), () -> desk.decisions.sign(deaths.id(), "95/QĐ-UBND", TODAY));
        assertEquals(
                List.of("KC-THUONGNANG null", "MT null", "BT6 2026-10"),
                office.asSystem(() -> office.entitlements.ofPerson(dead)).stream()
                        .map(each -> each.benefit() + " " + each.to())
                        .toList());

        long paused = holds(here, "Giàng Thị Dừng", "1946-10-05", "BT5B");
        office.decide(said -> office.entitlements.suspend(right(paused).id(), YearMonth.of(2026, 10), said), "G08");
        long twice = holds(here, "Giàng Thị Đôi", "1946-10-05", "BT5B");
        office.open(twice, "BT5A", here, "2026-01", "2026-09");
        List<Long> rights = Stream.of(paused, twice)
                .flatMap(person -> office.asSystem(() -> office.entitlements.ofPerson(person)).stream())
                .map(Entitlement::id)
                .toList();
        BulkDecision transfer = office.as(
                clerk(here),
                () -> desk.decisions.draft(new Draft(
                        Kind.TRANSFER, BtxhOffice.PROGRAM, here, "G03", NOVEMBER, "BT5C", "", rights, List.of())));
        assertEquals(
                List.of(
                        "1 WRONG Đang tạm dừng: hãy cho hưởng lại trước, hoặc thôi hưởng; chế độ mới sẽ được chi ngay.",
                        "2 READY null",
                        "3 WRONG Người này đã ở dòng 2: chế độ mới chỉ mở một lần. Hãy bỏ dòng này ra."),
                shown(here, transfer.id()));
    }

    private static List<String> shown(long unit, long id) {
        return office.as(clerk(unit), () -> desk.decisions.rows(id, false, 0, 100)).stream()
                .map(row -> row.no() + " " + row.state() + " " + row.message())
                .toList();
    }

    private static void carry(long unit, Draft draft) {
        BulkDecision made = office.as(clerk(unit), () -> desk.decisions.draft(draft));
        office.as(clerk(unit), () -> desk.decisions.submit(made.id(), "", null));
        office.as(chair(unit), () -> desk.decisions.sign(made.id(), "92/QĐ-UBND", TODAY));
    }

    private static List<ReviewRow> toReview(long unit) {
        return office.as(
                        clerk(unit),
                        () -> desk.reviews.find(new Query(
                                BtxhOffice.PROGRAM,
                                "du-3-tuoi",
                                unit,
                                LocalDate.of(2026, 10, 1),
                                LocalDate.of(2026, 12, 31),
                                false,
                                null,
                                100)))
                .rows();
    }

    private static Caller clerk(long unit) {
        return Office.official("can-bo-" + unit, unit);
    }

    private static Caller chair(long unit) {
        return Office.official("chu-tich-" + unit, unit);
    }

    private static List<Long> rights(long person) {
        return List.of(right(person).id());
    }

    private static Entitlement right(long person) {
        return office.asSystem(() -> office.entitlements.ofPerson(person)).get(0);
    }

    private static List<EntitlementEvent> events(long person) {
        return office.asSystem(() -> office.entitlements.events(right(person).id()));
    }

    private static long numbered(long person, String number) {
        office.execute("update ansinh.person set id_number = '" + number + "' where id = " + person);
        return person;
    }

    private static long disabled(long unit, String name) {
        long person = holds(unit, name, "1980-01-01", "BT6");
        office.fact(person, "khuyet-tat.muc-do", "nang");
        return person;
    }

    private static long holds(long unit, String name, String born, String benefit) {
        long person = office.person(name, born, unit);
        office.open(person, benefit, unit, "2026-01", "2026-09");
        return person;
    }

    private static String refused(Caller caller, Runnable act) {
        return assertThrows(
                        Problem.class,
                        () -> office.as(caller, () -> {
                            act.run();
                            return null;
                        }))
                .code();
    }
}
