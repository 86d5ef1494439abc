package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Policy;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.testkit.TestDatabase;

/** A policy in Java supplies facts, and what it supplied stays when its bundle goes. */
class DerivedFactsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
    }

    @AfterEach
    void everyBundleGoes() {
        office.deriving.clear();
    }

    @Test
    void aRunRecordsWhatIsDerivedAndPaysByIt() {
        long commune = office.commune();
        long man = office.person("Lê Thị Mận", "1986-01-01", commune);
        office.open(man, "KHUYET-TAT", commune, "2024-07", "2026-10");
        assertEquals("0", office.run(commune, "2026-11").get("lines"));

        office.deriving.add(new Severe("muc-do"));
        assertEquals("1", office.run(commune, "2026-11").get("lines"));
        assertEquals(List.of("Lê Thị Mận 2026-11 810000"), office.lines(commune, "2026-11"));
        Fact derived =
                office.asSystem(() -> office.facts.of(Subject.person(man))).get(0);
        assertEquals("thu-java", derived.source());

        office.deriving.clear();
        assertEquals("1", office.run(commune, "2026-11").get("lines"), "its bundle is gone, its facts are not");
    }

    @Test
    void aRunDoesNotGoOnWithHalfOfTheFacts() {
        long commune = office.commune();
        long man = office.person("Trần Văn Sáu", "1986-01-01", commune);
        office.open(man, "KHUYET-TAT", commune, "2024-07", "2026-10");
        office.deriving.add(new Severe("trong-co-so"));
        Problem outside = assertThrows(Problem.class, () -> office.run(commune, "2026-11"));
        assertEquals("AS-POLICY-DERIVE", outside.code());
    }

    /** Says that everybody is severely disabled. @param declared the only key it says it speaks of */
    private record Severe(String declared) implements Policy {

        @Override
        public String id() {
            return "thu-java";
        }

        @Override
        public Set<String> benefits() {
            return Set.of("KHUYET-TAT");
        }

        @Override
        public Set<String> keys() {
            return Set.of(declared);
        }

        @Override
        public List<Fact> derive(List<Known> people, YearMonth month) {
            return people.stream()
                    .map(person -> new Fact(
                            Subject.person(person.personId()),
                            "muc-do",
                            "nang",
                            LocalDate.of(2024, 7, 1),
                            null,
                            "whatever"))
                    .toList();
        }
    }
}
