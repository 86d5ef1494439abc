package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.policy.StoredPacks;
import vn.ansinh.testkit.TestDatabase;

/** A pack that ends takes nothing back. */
class PackEndTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    @Test
    void closedMonthsStayAndLaterOnesPayNothing() {
        Office office = new Office(DATABASE);
        StoredPacks packs = new StoredPacks(
                DATABASE.transactions(), office.access, office.facts, office.policies, Clock.systemUTC());
        long commune = office.commune();
        long old = office.person("Lê Thị Mận", "1950-01-01", commune);
        office.open(old, "CAO-TUOI", commune, "2024-07", "2026-10");
        assertTrue(office.month(commune, "2026-11").isEmpty());

        Problem closed = assertThrows(Problem.class, () -> end(office, packs, "2026-10"));
        assertEquals("AS-POLICY-END-CLOSED", closed.code());
        assertTrue(closed.getMessage().contains("11/2026"), closed::getMessage);
        end(office, packs, "2026-11");
        office.as(Office.official("truong", 0), () -> {
            packs.confirmEnd("thu");
            return null;
        });

        office.turnTo(LocalDate.of(2026, 12, 20));
        office.run(commune, "2026-12");
        assertTrue(office.lines(commune, "2026-12").isEmpty());
        assertEquals(List.of("Lê Thị Mận 2026-11 540000"), office.lines(commune, "2026-11"));
        assertTrue(office.owed(old).isEmpty(), "nothing is asked back");
    }

    private static void end(Office office, StoredPacks packs, String month) {
        office.as(Office.official("can-bo", 0), () -> {
            packs.proposeEnd("thu", YearMonth.parse(month), "Nghị quyết hết hiệu lực");
            return null;
        });
    }
}
