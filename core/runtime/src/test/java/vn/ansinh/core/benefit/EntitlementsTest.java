package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.Entitlements.BeneficiaryPage;
import vn.ansinh.api.benefit.Entitlements.BeneficiaryQuery;
import vn.ansinh.api.benefit.Entitlements.Opened;
import vn.ansinh.api.benefit.Entitlements.Opened.Outcome;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.testkit.TestDatabase;

/** Rights are opened once, ended once, and listed in the order of names. */
class EntitlementsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
    }

    @Test
    void theSameListTwiceOpensNothingTwice() {
        long commune = office.commune();
        long person = office.person("Nguyễn Văn Ân", "1950-01-01", commune);
        Opened first = office.open(person, "CAO-TUOI", commune, "2026-01", null);
        assertEquals(Outcome.OPENED, first.outcome());
        assertEquals(
                new Opened(first.entitlementId(), Outcome.UNCHANGED),
                office.open(person, "CAO-TUOI", commune, "2026-01", null));
        assertEquals(
                new Opened(first.entitlementId(), Outcome.CONFLICT),
                office.open(person, "CAO-TUOI", commune, "2026-03", null));
        end(first.entitlementId(), "2026-05");
        assertEquals(
                Outcome.UNCHANGED,
                office.open(person, "CAO-TUOI", commune, "2026-01", null).outcome(),
                "an old list does not bring back who has left");
        assertEquals(
                Outcome.CONFLICT,
                office.open(person, "CAO-TUOI", commune, "2026-05", null).outcome());
        assertEquals(
                Outcome.OPENED,
                office.open(person, "CAO-TUOI", commune, "2026-06", null).outcome());
        assertEquals(
                2, office.asSystem(() -> office.entitlements.ofPerson(person)).size());
    }

    @Test
    void ofDraftsForTheSameRightTheFirstCounts() {
        long commune = office.commune();
        long person = office.person("Nguyễn Văn Bảo", "1950-01-01", commune);
        List<Opened> opened = office.asSystem(() -> office.entitlements.openAll(List.of(
                draft(person, commune, "2026-02"),
                draft(person, commune, "2026-02"),
                draft(person, commune, "2026-01"))));
        assertEquals(
                List.of(Outcome.OPENED, Outcome.UNCHANGED, Outcome.CONFLICT),
                opened.stream().map(Opened::outcome).toList());
        assertEquals(
                1, opened.stream().mapToLong(Opened::entitlementId).distinct().count());
    }

    @Test
    void aRightIsOpenedForWhoLivesHereOrIsPaidHereAlready() {
        long here = office.commune();
        long elsewhere = office.commune();
        long stranger = office.person("Nguyễn Văn Biển", "1950-01-01", elsewhere);
        Problem unseen = assertThrows(
                Problem.class,
                () -> office.as(
                        Office.official("lan", here),
                        () -> office.entitlements.openAll(List.of(draft(stranger, here, "2026-02")))));
        assertEquals("AS-PERSON-UNKNOWN", unseen.code());
        long known = office.person("Nguyễn Văn Bích", "1950-01-01", elsewhere);
        office.open(known, "KHUYET-TAT", here, "2026-01", null);
        assertEquals(
                Outcome.OPENED,
                office.as(
                                Office.official("lan", here),
                                () -> office.entitlements.openAll(List.of(draft(known, here, "2026-02"))))
                        .get(0)
                        .outcome());
    }

    @Test
    void theAccountsOfAPersonAreRememberedWithTheirTime() {
        long commune = office.commune();
        long person = office.person("Nguyễn Văn Châu", "1950-01-01", commune);
        long id = office.open(person, "CAO-TUOI", commune, "2026-01", null).entitlementId();
        assertEquals(List.of(), office.asSystem(() -> office.entitlements.accountsOf(person)), "in cash");
        for (String number : List.of("0101234567890", "0209876543210")) {
            PaymentDetails payment =
                    new PaymentDetails("TKNH", number, "Agribank", null, null, PaymentDetails.PayeeRole.SELF);
            office.decide(decision -> office.entitlements.changePayment(id, payment, decision), "D03");
        }
        assertEquals(
                List.of("0209876543210 now", "0101234567890 until then"),
                office.asSystem(() -> office.entitlements.accountsOf(person)).stream()
                        .map(one -> one.number() + (one.to() == null ? " now" : " until then"))
                        .toList());
    }

    @Test
    void aBenefitNobodyDefinesIsRefused() {
        long commune = office.commune();
        long person = office.person("Nguyễn Văn Cường", "1950-01-01", commune);
        assertEquals(
                "AS-ENTITLEMENT-BENEFIT",
                assertThrows(Problem.class, () -> office.open(person, "BT99", commune, "2026-01", null))
                        .code());
    }

    @Test
    void aRightEndsOnce() {
        long commune = office.commune();
        long person = office.person("Nguyễn Văn Dũng", "1950-01-01", commune);
        long id = office.open(person, "CAO-TUOI", commune, "2026-01", null).entitlementId();
        assertEquals(
                "AS-ENTITLEMENT-END",
                assertThrows(Problem.class, () -> end(id, "2025-11")).code());
        end(id, "2026-08");
        end(id, "2026-08");
        assertEquals(
                "AS-ENTITLEMENT-ENDED",
                assertThrows(Problem.class, () -> end(id, "2026-09")).code());
        assertEquals(
                YearMonth.of(2026, 8),
                office.asSystem(() -> office.entitlements.byId(id))
                        .orElseThrow()
                        .to());
    }

    @Test
    void beneficiariesComeInTheOrderOfGivenNamesPageByPageAndOnlyFromTheOwnSubtree() {
        long commune = office.commune();
        long elsewhere = office.commune();
        List<String> names = List.of("Trần Văn Ân", "Lê Thị Dung", "Bùi Thị Đào", "Nguyễn Thị Hạnh", "Ngô Văn Yên");
        List<String> shuffled = new ArrayList<>(names);
        Collections.reverse(shuffled);
        shuffled.forEach(
                name -> office.open(office.person(name, "1950-01-01", commune), "CAO-TUOI", commune, "2026-01", null));
        office.open(office.person("Vũ Thị Ánh", "1950-01-01", elsewhere), "CAO-TUOI", elsewhere, "2026-01", null);
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            BeneficiaryQuery query =
                    new BeneficiaryQuery(Office.PROGRAM, 0, "", "CAO-TUOI", YearMonth.of(2026, 11), cursor, 2);
            BeneficiaryPage page =
                    office.as(Office.official("lan", commune), () -> office.entitlements.beneficiaries(query));
            page.rows().forEach(row -> listed.add(row.person().fullName()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(names, listed);
        BeneficiaryQuery hanh = new BeneficiaryQuery(Office.PROGRAM, commune, "hanh", null, null, null, 10);
        BeneficiaryPage found = office.asSystem(() -> office.entitlements.beneficiaries(hanh));
        assertEquals(1, found.rows().size());
        assertNull(found.next());
        assertEquals(1, office.asSystem(() -> office.entitlements.count(hanh, 100)));
        assertTrue(office.as(Office.official("xa", elsewhere), () -> office.entitlements.beneficiaries(hanh))
                .rows()
                .isEmpty());
    }

    private static EntitlementDraft draft(long person, long commune, String from) {
        return new EntitlementDraft(
                person,
                Office.PROGRAM,
                "CAO-TUOI",
                commune,
                YearMonth.parse(from),
                null,
                null,
                null,
                new PaymentDetails("TM-DCT", null, null, null, null, PayeeRole.SELF));
    }

    private static void end(long id, String last) {
        office.asSystem(() -> {
            office.entitlements.end(
                    id, YearMonth.parse(last), new Decision("7/QĐ-UBND", LocalDate.of(2026, 8, 31), "G01"));
            return null;
        });
    }
}
