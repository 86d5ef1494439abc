package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry.PersonQuery;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Transitions;
import vn.ansinh.api.unit.Transitions.Assignment;
import vn.ansinh.api.unit.Transitions.EndedUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.unit.UnitsInMemory;
import vn.ansinh.core.unit.resolution.StoredResolutions;
import vn.ansinh.core.unit.transition.StoredTransitions;
import vn.ansinh.core.unit.transition.TransitionHandler;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/**
 * Hà Tĩnh changes again: the ward that took over communes in 2025 goes into another in November 2026 by a resolution. Who was
 * moved twice is paid every month once, and is found where they lived.
 */
class SecondReformTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 11, 1);

    /** Phường Đại Nài, in 2025 split between the wards Thành Sen and Hà Huy Tập. */
    private static final String SPLIT = "18082";

    private static final String RESOLUTION = """
            nghi-quyet: 1700/NQ-UBTVQH16
            ten: Sắp xếp đơn vị hành chính cấp xã của tỉnh Hà Tĩnh
            ban-hanh: 2026-10-01
            hieu-luc: 2026-11-01
            tinh: "42"
            don-vi:
              - {ma: "18073", ten: Phường Thành Sen, tu: ["18073", "18100"]}
            """;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static UnitsInMemory units;
    private static Office office;
    private static Transitions transitions;
    private static AdministrativeUnit province;

    @BeforeAll
    static void load() throws IOException {
        units = new UnitsInMemory(DATABASE.transactions());
        office = new Office(DATABASE, units);
        province = units.byCode("42", FIRST).orElseThrow();
        transitions = new StoredTransitions(
                DATABASE.scopedBy(office.access),
                DATABASE.transactions(),
                office.access,
                units,
                null,
                Audit.NONE,
                office.clock);
    }

    @Test
    void whoWasMovedTwiceIsPaidOnceAndFoundWhereTheyLived() {
        AdministrativeUnit ward = units.byCode("18073", FIRST).orElseThrow();
        AdministrativeUnit old = units.predecessors(ward.id()).stream()
                .filter(step -> !step.partial() && !step.unit().code().equals(ward.code()))
                .map(Units.Succession::unit)
                .findFirst()
                .orElseThrow();
        AdministrativeUnit split = units.byCode(SPLIT, FIRST.minusDays(1)).orElseThrow();
        long lan = beneficiary("Trần Thị Lan", old);
        long mai = beneficiary("Trần Thị Mai", split);
        long forgotten = beneficiary("Trần Thị Tư", split);
        office.month(old.id(), "2025-05");
        office.month(split.id(), "2025-05");

        settle(FIRST);
        assign(split, mai, ward);
        office.month(ward.id(), "2026-10");

        StoredResolutions resolutions =
                new StoredResolutions(DATABASE.transactions(), office.access, units, Audit.NONE);
        long id = as("lan", () -> resolutions.propose("ha-tinh.nghi-quyet.yaml", RESOLUTION))
                .id();
        as("hoa", () -> {
            resolutions.activate(id);
            return null;
        });
        AdministrativeUnit last = units.byCode("18073", SECOND).orElseThrow();
        assertEquals(2, waiting(SECOND), "Lan and Mai");
        settle(SECOND);

        assertEquals(1, waiting(FIRST), "who was forgotten still waits in the commune of before the first reform");
        assign(split, forgotten, ward);
        assertEquals(1, waiting(SECOND), "and comes to the ward that has ended meanwhile");
        settle(SECOND);
        assertEquals(0, waiting(FIRST) + waiting(SECOND));

        office.month(last.id(), "2026-11");
        assertEquals("19 19 19", told("""
                        select string_agg(months::text, ' ') from (
                            select sum(l.months) months from ansinh.payroll_line l join ansinh.payroll y on y.id = l.payroll_id
                            where y.state = 'CLOSED' group by l.person_id) n"""), "May 2025 to November 2026, each once");

        assertTrue(units.isWithin(old.id(), last.id()), "the successor's successor sees what the first held");
        assertEquals(Set.of(old.id()), livedIn(lan, last, FIRST.minusDays(1)));
        assertEquals(Set.of(ward.id()), livedIn(lan, last, SECOND.minusDays(1)));
        assertEquals(Set.of(last.id()), livedIn(lan, last, SECOND));
        AdministrativeUnit elsewhere = units.byCode("18133", SECOND).orElseThrow();
        assertEquals(Set.of(), livedIn(lan, elsewhere, FIRST.minusDays(1)));
    }

    private static long beneficiary(String name, AdministrativeUnit unit) {
        long person = office.person(name, "1940-02-03", unit.id());
        office.open(person, "CAO-TUOI", unit.id(), "2024-07", "2025-04");
        return person;
    }

    /** Where an official of {@code seat} finds somebody in the list of a day. */
    private static Set<Long> livedIn(long person, AdministrativeUnit seat, LocalDate day) {
        List<Person> found = office.as(
                Office.official("tu", seat.id()),
                () -> office.people
                        .search(new PersonQuery("", seat.id(), null, 500, day))
                        .people());
        return found.stream()
                .filter(one -> one.id() == person)
                .map(Person::unitId)
                .collect(Collectors.toSet());
    }

    private static void assign(AdministrativeUnit from, long person, AdministrativeUnit into) {
        as(
                "lan",
                () -> transitions.assign(
                        new Assignment(from.id(), Set.of(), Set.of(person), into.id(), "Nghị quyết 1665")));
    }

    private static void settle(LocalDate day) {
        TriedJob job = new TriedJob(
                Map.of("day", day.toString(), "unit", Long.toString(province.id()), "why", "Nghị quyết của ngày ấy"));
        as("lan", () -> {
            new TransitionHandler(DATABASE.transactions(), office.access, units, Audit.NONE).run(job);
            return null;
        });
    }

    private static long waiting(LocalDate day) {
        return as("lan", () -> transitions.preview(day, province.id())).stream()
                .mapToLong(EndedUnit::people)
                .sum();
    }

    private static <T> T as(String account, Callable<T> work) {
        return office.as(Office.official(account, province.id()), work);
    }

    private static String told(String sql) {
        return DATABASE.transactions().call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
    }
}
