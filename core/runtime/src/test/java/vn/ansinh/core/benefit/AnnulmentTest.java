package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.PayrollState;
import vn.ansinh.api.benefit.Payrolls.Annulled;
import vn.ansinh.api.benefit.Payrolls.Reviewed;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.TransactionFailedException;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.testkit.TestDatabase;

/** A list closed by mistake is taken back by the unit above, until a payment order with it exists; and who drafts does not close. */
class AnnulmentTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
    }

    @Test
    void anAnnulledListCountsAsNeverPaidAndTheMonthIsDraftedAgain() {
        long commune = office.commune();
        elder("Ngô Thị Oanh", commune);
        elder("Ngô Văn Phát", commune);
        office.month(commune, "2026-09");
        long wrong = elder("Ngô Thị Quế", commune);
        office.month(commune, "2026-10");
        Payroll closed = office.drafts(commune, "2026-10").get(0);
        office.decide(decision -> office.entitlements.end(wrong, YearMonth.of(2024, 6), decision), "G03");

        annul(closed.id(), SmallCountry.HA_TINH, "Đưa nhầm một người chưa có quyết định");
        annul(closed.id(), SmallCountry.HA_TINH, "bấm hai lần");
        assertEquals(List.of(), office.drafts(commune, "2026-10"));
        Annulled annulled = office.asSystem(() -> office.payrolls.annulled(Office.PROGRAM, commune, OCTOBER))
                .get(0);
        assertEquals("Đưa nhầm một người chưa có quyết định", annulled.reason());
        assertEquals(closed.total(), annulled.payroll().total());
        assertEquals(PayrollState.ANNULLED, annulled.payroll().state());

        office.run(commune, "2026-10");
        assertEquals(
                List.of("Ngô Thị Oanh 2026-10 540000", "Ngô Văn Phát 2026-10 540000"),
                office.lines(commune, "2026-10"));
        assertEquals(
                "AS-PAYROLL", refused(() -> office.payrolls.close(List.of(new Reviewed(closed.id(), closed.runId())))));
        office.close(commune, "2026-10");
        office.month(commune, "2026-11");
        assertEquals(
                List.of("Ngô Thị Oanh 2026-11 540000", "Ngô Văn Phát 2026-11 540000"),
                office.lines(commune, "2026-11"));
        assertEquals(List.of(), office.cancelled(commune, "2026-11"));
    }

    @Test
    void everyReasonAgainstItIsASentence() {
        long commune = office.commune();
        elder("Ong Thị Rạng", commune);
        office.run(commune, "2026-09");
        long september = office.drafts(commune, "2026-09").get(0).id();
        assertEquals("AS-PAYROLL-ANNUL-DRAFT", annulRefused(september, SmallCountry.HA_TINH));
        office.confirmAll();
        office.close(commune, "2026-09");
        assertEquals("AS-PAYROLL-ANNUL-SUPERIOR", annulRefused(september, commune));
        assertEquals("AS-PAYROLL", annulRefused(september, SmallCountry.NGHE_AN));
        office.month(commune, "2026-10");
        Problem later = assertThrows(Problem.class, () -> annul(september, SmallCountry.HA_TINH, "Lập sai"));
        assertEquals("AS-PAYROLL-ANNUL-LATER", later.code());
        assertTrue(later.getMessage().contains("kỳ 10/2026 đã chốt sau đó"), later.getMessage());
        long october = office.drafts(commune, "2026-10").get(0).id();
        office.postOffice.send(commune, "2026-10");
        assertEquals("AS-PAYROLL-ANNUL-ORDERED", annulRefused(october, SmallCountry.HA_TINH));
        assertEquals(
                "AS-PAYROLL-ANNUL-REASON",
                assertThrows(Problem.class, () -> annul(october, SmallCountry.HA_TINH, " "))
                        .code());
        for (String attempt : List.of(
                "update ansinh.payroll set state = 'ANNULLED', annulled_by = 'x', annulled_at = now(), annul_reason = 'x'"
                        + " where id = " + october,
                "select ansinh.payroll_annul(" + october + ", 'x', 'x')",
                "update ansinh.payroll_line_annulled set amount = 1",
                "delete from ansinh.entitlement_event")) {
            assertThrows(TransactionFailedException.class, () -> office.execute(attempt), attempt);
        }
    }

    @Test
    void whoDraftsDoesNotClose() {
        long commune = office.commune();
        elder("Phó Thị Sâm", commune);
        office.confirmAll();
        office.runAs("lan", commune, "2026-10");
        Problem same = assertThrows(Problem.class, () -> office.close(commune, "2026-10"));
        assertEquals("AS-PAYROLL-SAME-PERSON", same.code());
        office.runAs("hung", commune, "2026-10");
        assertEquals(2, office.close(commune, "2026-10").lines());
    }

    private static long elder(String name, long commune) {
        long person = office.person(name, "1940-01-01", commune);
        return office.open(person, "CAO-TUOI", commune, "2024-07", "2026-08").entitlementId();
    }

    private static void annul(long payroll, long unit, String reason) {
        office.as(Office.official("tinh", unit), () -> {
            office.payrolls.annul(payroll, reason);
            return null;
        });
    }

    private static String annulRefused(long payroll, long unit) {
        return assertThrows(Problem.class, () -> annul(payroll, unit, "Lập sai"))
                .code();
    }

    private static String refused(Callable<?> work) {
        return assertThrows(Problem.class, () -> office.asSystem(work)).code();
    }
}
