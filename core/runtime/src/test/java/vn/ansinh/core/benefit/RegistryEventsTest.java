package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.registry.PopulationEvent.Kind;
import vn.ansinh.api.registry.Verifications.Event;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.identity.RegistryChanges;
import vn.ansinh.core.registry.StoredVerifications;
import vn.ansinh.testkit.TestDatabase;

/** What the population registry tells never stops a payment by itself: an official decides. */
class RegistryEventsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    @Test
    void deathsAndMovesWaitAndMoneyGoesOnUntilAnOfficialSaysSo() {
        Office office = new Office(DATABASE);
        long commune = office.commune();
        long dead = office.person("Lê Thị Mận", "1940-01-01", commune);
        long moved = office.person("Lê Thị Nụ", "1940-01-01", commune);
        office.open(dead, "CAO-TUOI", commune, "2026-10", null);
        office.open(moved, "CAO-TUOI", commune, "2026-10", null);
        office.month(commune, "2026-10");
        tell(office, dead, "DEATH", "2026-10-03", "null");
        tell(office, moved, "MOVE", "2026-10-03", Long.toString(SmallCountry.VINH_HUNG));

        assertEquals(List.of(), office.month(commune, "2026-11"), "nobody is taken out");
        assertEquals(
                List.of("Lê Thị Mận 2026-11 540000", "Lê Thị Nụ 2026-11 540000"), office.lines(commune, "2026-11"));
        assertEquals(List.of(), office.cancelled(commune, "2026-11"));

        StoredVerifications verifications = new StoredVerifications(
                DATABASE.transactions(),
                office.access,
                office.units,
                office.people,
                new RegistryChanges(DATABASE.transactions(), office.access, office.units, Audit.NONE, office.clock),
                null,
                null,
                Audit.NONE);
        List<Event> open = office.asSystem(
                () -> verifications.worklist(commune, true, null, 10).events());
        assertEquals(
                List.of(Kind.DEATH, Kind.MOVE), open.stream().map(Event::kind).toList());
        office.asSystem(() -> {
            for (Event event : open) {
                verifications.settle(event.id(), true, "Đã xác minh");
            }
            return null;
        });
        office.month(commune, "2026-12");
        assertEquals(
                List.of("Lê Thị Nụ 2026-12 540000"),
                office.lines(commune, "2026-12"),
                "who lives elsewhere is paid here until a decision moves that too");
    }

    private static void tell(Office office, long person, String kind, String day, String unit) {
        office.execute(
                "insert into ansinh.registry_event (registry, external_id, kind, person_id, day, unit_id) values ('Dân cư thử', '"
                        + kind + person + "', '" + kind + "', " + person + ", '" + day + "', " + unit + ")");
    }
}
