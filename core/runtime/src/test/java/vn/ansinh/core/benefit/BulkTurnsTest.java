package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.bulk.BulkDecisions.Draft;
import vn.ansinh.api.bulk.BulkRow.Report;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.testkit.TestDatabase;

/** A decision about many is signed where a single case is: in the district before 1 July 2025, in the commune since. */
class BulkTurnsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 20);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 21);

    private static BulkDesk desk;
    private static Office office;
    private static long[] district;

    @BeforeAll
    static void open() throws IOException {
        desk = new BulkDesk(DATABASE, BtxhOffice.procedures());
        office = desk.office;
        district = office.country.addDistrict(2);
        office.country.store(DATABASE.transactions());
    }

    @Test
    void theDistrictDecidesBeforeTheReformAndTheCommuneAfterIt() {
        long here = district[1];
        long person = holds(here, "Lò Thị Chấm", "BT6");
        Draft end = draft(Kind.END, here, "G03", "2025-06", null, person);
        long before = submitted(here, end, BEFORE);
        Problem commune = refused(chair(here), () -> desk.decisions.sign(before, "10/QĐ-UBND", BEFORE));
        assertEquals("AS-BULK-TURN", commune.code());
        assertEquals(
                "Ngày 20/06/2025 việc này do " + office.units.fullName(district[0])
                        + " quyết định, như với từng hồ sơ. Cơ quan khác không ký được.",
                commune.getMessage());
        assertEquals(
                "AS-BULK-TURN",
                refused(chair(district[0]), () -> desk.decisions.sign(before, "10/QĐ-UBND", AFTER))
                        .code(),
                "the day of the paper says it");
        assertNull(right(person).to());
        office.as(chair(district[0]), () -> desk.decisions.sign(before, "10/QĐ-UBND", BEFORE));
        assertEquals(YearMonth.of(2025, 6), right(person).to());

        long other = holds(here, "Lò Thị Dừng", "BT6");
        long after = submitted(here, draft(Kind.SUSPEND, here, "G08", "2025-08", null, other), AFTER);
        assertEquals(
                "AS-BULK-TURN",
                refused(chair(district[0]), () -> desk.decisions.sign(after, "11/QĐ-UBND", AFTER))
                        .code());
        office.as(chair(here), () -> desk.decisions.sign(after, "11/QĐ-UBND", AFTER));
    }

    @Test
    void whatSeveralUnitsDecideNeedsSeveralDecisions() {
        long here = district[1];
        long there = district[2];
        long one = holds(here, "Vàng Thị Một", "BT6");
        long two = holds(there, "Vàng Thị Hai", "BT6");
        Draft both = draft(Kind.ADJUST, district[0], "D04", "2025-08", null, one, two);
        BulkDecision made = office.as(clerk(district[0]), () -> desk.decisions.draft(both));
        Problem several = refused(clerk(district[0]), () -> desk.decisions.submit(made.id(), "12", AFTER));
        assertEquals("AS-BULK-TURNS", several.code());
        office.as(clerk(district[0]), () -> desk.decisions.submit(made.id(), "12", BEFORE));

        // since the reform the old commune lets go and the new one decides anew: a case, not a line
        BulkDecision moves = office.as(
                clerk(district[0]),
                () -> desk.decisions.report(
                        Kind.MOVE,
                        BtxhOffice.PROGRAM,
                        district[0],
                        "",
                        List.of(new Report("", "Vàng Thị Một", "1980", "10/07/2025", unitCode(there)))));
        office.as(clerk(district[0]), () -> desk.decisions.confirm(moves.id(), 1, one));
        Problem moving = refused(clerk(district[0]), () -> desk.decisions.submit(moves.id(), "13", AFTER));
        assertEquals("AS-BULK-TURNS", moving.code());
        assertTrue(moving.getMessage().contains("thay đổi nơi cư trú"), "it says where to do it instead");
        assertEquals(
                Optional.of("btxh.doi-noi-o-khac-dia-ban"),
                office.as(clerk(there), () -> desk.decisions.moveByCase(BtxhOffice.PROGRAM, AFTER)));
        assertEquals(
                Optional.empty(), office.as(clerk(there), () -> desk.decisions.moveByCase(BtxhOffice.PROGRAM, BEFORE)));
        office.as(clerk(district[0]), () -> desk.decisions.submit(moves.id(), "13", BEFORE));
        office.as(chair(district[0]), () -> desk.decisions.sign(moves.id(), "13", BEFORE));
        assertEquals(there, right(one).unitId(), "within a district, before the reform");
    }

    @Test
    void nobodyAdmitsToAFacilityByATransferThatTheProvinceHasToDecide() {
        long here = district[1];
        long person = holds(here, "Lý Thị Cơ", "BT6");
        Draft admitted = draft(Kind.TRANSFER, here, "G03", "2025-08", "CN", person);
        BulkDecision made = office.as(clerk(here), () -> desk.decisions.draft(admitted));
        assertEquals(
                "AS-BULK-TURNS",
                refused(clerk(here), () -> desk.decisions.submit(made.id(), "14", AFTER))
                        .code());
    }

    @Test
    void whoLeftARowOutHasDraftedItToo() {
        long here = district[1];
        Draft pause = draft(
                Kind.SUSPEND,
                here,
                "G08",
                "2025-08",
                null,
                holds(here, "Giàng Thị Ở", "BT6"),
                holds(here, "Giàng Thị Bỏ", "BT6"));
        BulkDecision made = office.as(clerk(here), () -> desk.decisions.draft(pause));
        office.as(chair(here), () -> desk.decisions.drop(made.id(), List.of(2)));
        office.as(clerk(here), () -> desk.decisions.submit(made.id(), "", AFTER));
        assertEquals(
                "AS-BULK-OWN",
                refused(chair(here), () -> desk.decisions.sign(made.id(), "15", AFTER))
                        .code());
        office.as(Office.official("pho-chu-tich", here), () -> desk.decisions.sign(made.id(), "15", AFTER));
    }

    @Test
    void whichSensitiveBenefitItGivesIsToldToWhoSignsItAlone() {
        long here = district[1];
        long person = holds(here, "Giàng Thị Kín", "BT6");
        Draft secret = draft(Kind.TRANSFER, here, "G03", "2025-08", "BT8", person);
        long made = submitted(here, secret, AFTER);
        long ending =
                submitted(here, draft(Kind.END, here, "G03", "2025-08", null, holds(here, "Giàng", "BT8")), AFTER);
        Caller chair = unknowing("chu-tich", here, "bulk.read", "bulk.sign");
        for (Caller other : List.of(
                unknowing("xem", here, "bulk.read"),
                unknowing("so", HA_TINH, "bulk.read", "bulk.sign"),
                unknowing("soan", here, "bulk.read", "bulk.draft"))) {
            String told = "" + shown(other, made)
                    + office.as(other, () -> desk.decisions.list(BtxhOffice.PROGRAM, null, 0, 50))
                    + office.as(other, () -> desk.decisions.rows(ending, false, 0, 9));
            assertFalse(told.contains("BT8") || told.contains("HIV"), told);
        }
        assertEquals("BT8", shown(chair, made).benefit(), "nobody signs blindly");
        assertTrue(office.as(chair, () -> desk.decisions.rows(ending, false, 0, 9))
                .get(0)
                .benefitName()
                .contains("HIV"));
        office.as(chair, () -> desk.decisions.sign(ending, "16", AFTER));
        assertTrue(office.as(chair, () -> desk.decisions.rows(ending, false, 0, 9))
                .get(0)
                .benefitName()
                .contains("HIV"));
    }

    private static BulkDecision shown(Caller caller, long id) {
        return office.as(caller, () -> desk.decisions.byId(id)).orElseThrow();
    }

    private static Caller unknowing(String account, long unit, String... permissions) {
        return new Caller(account, account, unit, Set.of(permissions), Set.of(BtxhOffice.PROGRAM), 0, Origin.NONE, 0);
    }

    private static long submitted(long unit, Draft draft, LocalDate date) {
        BulkDecision made = office.as(clerk(unit), () -> desk.decisions.draft(draft));
        office.as(clerk(unit), () -> desk.decisions.submit(made.id(), "", date));
        return made.id();
    }

    private static Draft draft(Kind kind, long unit, String reason, String month, String benefit, long... people) {
        List<Long> rights =
                Arrays.stream(people).mapToObj(person -> right(person).id()).toList();
        return new Draft(
                kind, BtxhOffice.PROGRAM, unit, reason, YearMonth.parse(month), benefit, "", rights, List.of());
    }

    private static long holds(long unit, String name, String benefit) {
        long person = office.person(name, "1980-01-01", unit);
        office.open(person, benefit, unit, "2025-01", "2025-01");
        return person;
    }

    private static Entitlement right(long person) {
        return office.asSystem(() -> office.entitlements.ofPerson(person)).get(0);
    }

    private static String unitCode(long unit) {
        return office.units.byId(unit).orElseThrow().code();
    }

    private static Caller clerk(long unit) {
        return Office.official("can-bo-" + unit, unit);
    }

    private static Caller chair(long unit) {
        return Office.official("chu-tich-" + unit, unit);
    }

    private static Problem refused(Caller caller, Runnable act) {
        return assertThrows(
                Problem.class,
                () -> office.as(caller, () -> {
                    act.run();
                    return null;
                }));
    }
}
