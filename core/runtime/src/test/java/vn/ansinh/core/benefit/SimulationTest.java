package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.policy.PackSimulation;
import vn.ansinh.api.policy.PackSimulation.Month;
import vn.ansinh.api.policy.PackSimulation.Outcome;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.policy.Arrival;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.policy.TestPack;
import vn.ansinh.testkit.TestDatabase;

/** Before anybody activates a pack, it is known what it costs, and whom. */
class SimulationTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String SECOND = TestPack.SOURCE
            .replace("phien-ban: 1", "phien-ban: 2")
            .replace("so-tien: 540000", "so-tien: 600000")
            .replace("KHUYET-TAT: 810000", "KHUYET-TAT: 900000")
            .replace("he-so: 1.0, can-cu: \"Điểm đ", "he-so: 0.5, can-cu: \"Điểm đ");

    @Test
    void budgetArrearsWinnersAndLosersWithoutALineWritten() {
        Office office = new Office(DATABASE);
        PolicyRegistry drafts =
                new PolicyRegistry(DATABASE.transactions(), office.access, office.facts, Arrival.AS_DRAFT);
        assertTrue(drafts.offer(SECOND, "hai.policy.yaml", TestPack.KEYS));
        long commune = office.commune();
        long severe = office.person("Nguyễn Thị Diễm", "1986-04-02", commune);
        office.fact(severe, "muc-do", "nang");
        office.open(severe, "KHUYET-TAT", commune, "2024-07", "2026-08");
        long old = office.person("Lê Thị Mận", "1950-01-01", commune);
        office.open(old, "CAO-TUOI", commune, "2024-07", "2026-10");
        long healthy = office.person("Phan Văn Năm", "1990-01-01", commune);
        office.open(healthy, "CAO-TUOI", commune, "2024-07", "2026-10");

        PackSimulation simulation = office.simulate(new PackVersion("thu", 2), commune, "2026-11", "2026-12");
        assertEquals(
                List.of(
                        new Month(YearMonth.of(2026, 11), 1_350_000, 1_200_000),
                        new Month(YearMonth.of(2026, 12), 1_350_000, 1_200_000)),
                simulation.months());
        assertEquals(
                2 * 90_000,
                simulation.arrears(),
                "September and October; what was paid before the ledger is not asked");
        assertEquals(3, simulation.people());
        assertEquals(
                List.of("CAO-TUOI LOSES 1 -240000", "KHUYET-TAT GAINS 1 90000"),
                simulation.outcomes().stream().map(SimulationTest::told).toList());
        assertEquals(
                "Mức chuẩn 600.000 đồng, tính từ 07/2026",
                simulation.outcomes().get(1).reason());
        assertTrue(office.drafts(commune, "2026-11").isEmpty(), "nothing is written");
        assertEquals(Set.of(new PackVersion("thu", 1)), office.policies.book().versions());
        assertEquals(
                "AS-POLICY-UNKNOWN",
                assertThrows(
                                Problem.class,
                                () -> office.simulate(new PackVersion("la", 1), commune, "2026-11", "2026-11"))
                        .code());
    }

    private static String told(Outcome outcome) {
        return outcome.benefit() + " " + outcome.effect() + " " + outcome.people() + " " + outcome.monthly();
    }
}
