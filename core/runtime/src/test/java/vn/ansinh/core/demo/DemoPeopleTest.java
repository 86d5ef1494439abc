package vn.ansinh.core.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonalNumber;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.program.DemoProfile;
import vn.ansinh.api.program.DemoProfile.DemoFact;
import vn.ansinh.api.program.DemoProfile.DemoRight;
import vn.ansinh.api.program.DemoProfile.DemoShare;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;

class DemoPeopleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final List<AdministrativeUnit> COMMUNES = List.of(
            new AdministrativeUnit(11, "18676", "Xã Cẩm Xuyên", Level.COMMUNE, 1, LocalDate.of(2025, 7, 1), null),
            new AdministrativeUnit(12, "18073", "Phường Thành Sen", Level.COMMUNE, 1, LocalDate.of(2025, 7, 1), null));

    private static final DemoProfile PROFILE = new DemoProfile() {
        @Override
        public String program() {
            return "mau";
        }

        @Override
        public List<DemoShare> shares() {
            return List.of(
                    new DemoShare(
                            3,
                            "GIA",
                            60,
                            100,
                            null,
                            List.of(new DemoRight("A", PayeeRole.SELF), new DemoRight("B", PayeeRole.CAREGIVER)),
                            List.of(new DemoFact.Certified("ngay-cap"))),
                    new DemoShare(
                            1,
                            "ME",
                            22,
                            50,
                            Sex.FEMALE,
                            List.of(new DemoRight("C", PayeeRole.SELF)),
                            List.of(new DemoFact.Children("con", 0, 16, 3))));
        }
    };

    @Test
    void peopleAreWhatTheProgramSaysAndTheirNumbersAreValid() {
        Set<String> numbers = new HashSet<>();
        for (DemoPerson person : people(1, 5000)) {
            PersonDraft draft = person.draft();
            long age = ChronoUnit.YEARS.between(draft.birth().date(), TODAY);
            if (person.category().equals("GIA")) {
                assertTrue(age >= 60 && age <= 100, () -> draft.birth().label());
                assertEquals(
                        PayeeRole.CAREGIVER, person.rights().get(1).payment().payeeRole());
            } else {
                assertEquals(Sex.FEMALE, draft.sex());
                String child = person.fact("con").orElseThrow();
                assertTrue(LocalDate.parse(child.substring(0, 10)).isAfter(TODAY.minusYears(16)), child);
            }
            String number = draft.idNumber() != null ? draft.idNumber() : draft.oldIdNumber();
            assertTrue(numbers.add(number), "twice: " + number);
            assertEquals(
                    List.of(),
                    draft.idNumber() != null
                            ? PersonalNumber.problems(number, draft.birth(), draft.sex())
                            : PersonalNumber.problemsOfOld(number));
            assertTrue(!person.from().isAfter(YearMonth.from(TODAY)));
            assertTrue(!person.decisionDate().isAfter(TODAY));
            assertTrue(person.paidThrough() == null || !person.paidThrough().isBefore(person.from()));
        }
    }

    @Test
    void theSameSeedMakesTheSamePeople() {
        assertEquals(people(1, 300), people(1, 1000).subList(0, 300));
        assertNotEquals(people(1, 300), people(2, 300));
    }

    @Test
    void anotherProvinceHasOtherPeople() {
        Set<String> numbers = new HashSet<>();
        for (String province : List.of("42", "75")) {
            new DemoPeople(List.of(PROFILE), COMMUNES, List.of(province), TODAY, 1)
                    .next(2000).stream()
                            .map(DemoPerson::draft)
                            .map(draft -> draft.idNumber() != null ? draft.idNumber() : draft.oldIdNumber())
                            .forEach(number -> assertTrue(numbers.add(number), number));
        }
    }

    private static List<DemoPerson> people(long seed, int count) {
        return new DemoPeople(List.of(PROFILE), COMMUNES, List.of("42"), TODAY, seed).next(count);
    }
}
