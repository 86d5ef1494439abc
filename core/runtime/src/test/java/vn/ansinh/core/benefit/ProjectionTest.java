package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.board.Projection;
import vn.ansinh.api.board.Projection.Cell;
import vn.ansinh.api.board.Projection.Reaching;
import vn.ansinh.api.board.Projection.Year;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** Nobody dies and nobody joins, everybody grows older: what the packs in force make of it. */
class ProjectionTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    @Test
    void peopleGrowIntoAnotherAmountAndChildrenGrowOut() {
        Office office = new Office(DATABASE);
        long commune = office.commune();
        long severe = office.person("Nguyễn Thị Diễm", "1968-04-02", commune);
        office.fact(severe, "muc-do", "nang");
        office.open(severe, "KHUYET-TAT", commune, "2024-07", "2026-08");
        long old = office.person("Lê Thị Mận", "1950-01-01", commune);
        office.open(old, "CAO-TUOI", commune, "2024-07", "2026-10");
        long mother = office.person("Trần Thị Sáu", "1990-01-01", commune);
        office.fact(mother, "con", "2013-06-01 An");
        office.open(mother, "DON-THAN", commune, "2024-07", "2026-10");
        office.person("Phan Văn Năm", "1968-01-15", commune);
        office.person("Võ Thị Bảy", "1971-12-31", commune);
        long dead = office.person("Đã mất", "1968-01-15", commune);
        office.died(dead, "2026-01-01");

        Projection projection = office.project(commune, "2026-11");

        assertEquals(YearMonth.of(2026, 11), projection.from());
        assertEquals(3, projection.people());
        assertEquals(
                new Year(0, 3, 810_000 + 540_000 + 540_000, 0, 0),
                projection.years().get(0));
        assertEquals(
                new Year(2, 3, 1_080_000 + 540_000 + 540_000, 0, 1),
                projection.years().get(2),
                "sixty in 2028");
        assertEquals(
                new Year(3, 2, 1_080_000 + 540_000, 1, 0), projection.years().get(3), "the child is sixteen in 2029");
        assertEquals(6, projection.years().size());
        assertTrue(projection.cells().contains(new Cell(0, "Người khuyết tật", 16 * 12, 60 * 12, 1, 810_000)));
        assertTrue(projection.cells().contains(new Cell(5, "Người khuyết tật", 60 * 12, 0, 1, 1_080_000)));
        assertEquals(
                List.of(new Reaching(60 * 12, 2, 1)),
                projection.reaching(),
                "who holds nothing and turns sixty in January 2028; not who is dead, not who turns sixty after five years");

        Projection country = office.project(0, "2026-11");
        assertEquals(3, country.people());
        TriedJob elsewhere = new TriedJob(Map.of("programs", "thu", "unit", Long.toString(commune), "from", "2026-11"));
        assertThrows(
                Problem.class,
                () -> office.as(Office.official("lan", SmallCountry.NGHE_AN), () -> {
                    new ProjectionHandler(DATABASE.transactions(), office.access, office.policies, office.clock)
                            .run(elsewhere);
                    return null;
                }));
        TriedJob other = new TriedJob(Map.of("programs", "khac", "unit", Long.toString(commune), "from", "2026-11"));
        office.as(Office.official("lan", commune), () -> {
            new ProjectionHandler(DATABASE.transactions(), office.access, office.policies, office.clock).run(other);
            return null;
        });
        assertEquals(0, Projection.of(other.results()).people());
    }
}
