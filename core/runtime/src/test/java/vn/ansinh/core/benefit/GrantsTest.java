package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.Grants;
import vn.ansinh.api.benefit.Grants.Preview;
import vn.ansinh.api.benefit.Grants.Proposal;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.policy.TestPack;
import vn.ansinh.testkit.TestDatabase;

/** An official about to approve a right sees from when it counts, how much, and what it conflicts with. */
class GrantsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final LocalDate DECIDED = LocalDate.of(2026, 11, 10);
    private static final PaymentDetails CASH = new PaymentDetails("TM-DCT", null, null, null, null, PayeeRole.SELF);

    private Office office;
    private Grants grants;
    private long commune;
    private Caller official;

    @BeforeEach
    void open() {
        office = new Office(DATABASE);
        commune = office.commune();
        official = Office.official("can-bo", commune);
        grants = new DecidedGrants(
                office.access,
                office.people,
                office.facts,
                office.entitlements,
                office.policies,
                CoreCodeLists.read(),
                Clock.fixed(
                        Office.TODAY.atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant(),
                        ZoneId.of("Asia/Ho_Chi_Minh")));
    }

    @Test
    void aRightIsGrantedFromTheMonthLawNames() {
        long person = office.person("Lê Thị Bình", "1950-02-03", commune);
        Proposal proposal = proposal(person, "CAO-TUOI", null);
        Preview preview = office.as(official, () -> grants.preview(proposal));
        assertEquals(YearMonth.of(2026, 11), preview.from());
        assertEquals(540_000, preview.due().amount());
        assertTrue(preview.conflicts().isEmpty());
        assertEquals(
                YearMonth.of(2026, 11),
                office.as(official, () -> grants.grant(proposal, CASH, false)).from());
        assertEquals("AS-ENTITLEMENT-START", refused(official, proposal(person, "CAO-TUOI", YearMonth.of(2026, 9))));
    }

    @Test
    void whatGivesWayIsReadBeforeItIsApproved() {
        long person = office.person("Trần Văn Nam", "1950-02-03", commune);
        office.fact(person, "muc-do", "nang");
        office.open(person, "CAO-TUOI", commune, "2026-01", null);
        Proposal proposal = proposal(person, "KHUYET-TAT", null);
        Preview preview = office.as(official, () -> grants.preview(proposal));
        assertEquals(1, preview.conflicts().size());
        assertTrue(preview.conflicts().get(0).contains("«Người cao tuổi» (540.000 đồng) không được chi"));
        assertTrue(preview.conflicts().get(0).contains("khoản 2 Điều 6"));
        assertEquals("AS-ENTITLEMENT-CONFLICTS", refused(official, proposal));
        assertEquals(
                "KHUYET-TAT",
                office.as(official, () -> grants.grant(proposal, CASH, true)).benefit());
    }

    @Test
    void whoMayNotSeeWhatIsSensitiveIsToldThatThereIsSomething() {
        String discreet = """
                goi: kin
                phien-ban: 1
                ten: Chế độ không nêu tên
                chuong-trinh: thu
                mo-rong: thu
                che-do:
                  - ma: KIN
                    ten: Chế độ kín
                    can-cu: Điều 5
                    nhom: CHUNG
                    nhay-cam: true
                    muc:
                      - {ma: KIN-1, ten: Chế độ kín, nhan-voi: muc-chuan}
                """;
        assertTrue(office.policies.offer(discreet, "kin.policy.yaml", TestPack.KEYS));
        long person = office.person("Phạm Thị Lan", "1950-02-03", commune);
        office.open(person, "KIN", commune, "2026-01", null);
        Proposal proposal = proposal(person, "CAO-TUOI", null);
        String open =
                office.as(official, () -> grants.preview(proposal)).conflicts().get(0);
        assertTrue(open.contains("Chế độ kín"), open);
        Caller clerk = new Caller("kin", "Cán bộ", commune, Set.of("entitlement.write", "person.read"));
        Preview seen = office.as(clerk, () -> grants.preview(proposal));
        assertEquals(1, seen.conflicts().size());
        assertTrue(seen.conflicts().get(0).startsWith("Người này đang hưởng một chế độ khác"));
        assertFalse(seen.toString().contains("kín"), seen.toString());
    }

    @Test
    void aRightThatEndedIsNotTakenForOneThatIsGranted() {
        long person = office.person("Lê Thị Hết", "1950-02-03", commune);
        Proposal proposal = proposal(person, "CAO-TUOI", null);
        long right =
                office.as(official, () -> grants.grant(proposal, CASH, false)).id();
        assertEquals(
                right,
                office.as(official, () -> grants.grant(proposal, CASH, true)).id(),
                "sent twice");
        assertEquals(
                "AS-ENTITLEMENT-TWICE",
                refused(official, new Proposal(person, "CAO-TUOI", commune, null, "46/QĐ-UBND", DECIDED), true));
        office.decide(said -> office.entitlements.end(right, YearMonth.of(2026, 11), said), "G03");
        assertEquals("AS-ENTITLEMENT-TWICE", refused(official, proposal, true));
        Proposal later = proposal(person, "CAO-TUOI", YearMonth.of(2026, 12));
        assertEquals(
                YearMonth.of(2026, 12),
                office.as(official, () -> grants.grant(later, CASH, false)).from());
    }

    @Test
    void nobodyGrantsOutsideTheirCommune() {
        long person = office.person("Người nơi khác", "1950-02-03", SmallCountry.VINH_HUNG);
        assertEquals("AS-PERSON-UNKNOWN", refused(official, proposal(person, "CAO-TUOI", null)));
        assertEquals(
                "AS-ACCESS-UNIT",
                refused(
                        official,
                        new Proposal(person, "CAO-TUOI", SmallCountry.VINH_HUNG, null, "45/QĐ-UBND", DECIDED)));
    }

    private Proposal proposal(long person, String benefit, YearMonth from) {
        return new Proposal(person, benefit, commune, from, "45/QĐ-UBND", DECIDED);
    }

    private String refused(Caller caller, Proposal proposal) {
        return refused(caller, proposal, false);
    }

    private String refused(Caller caller, Proposal proposal, boolean seen) {
        return assertThrows(Problem.class, () -> office.as(caller, () -> grants.grant(proposal, CASH, seen)))
                .code();
    }
}
