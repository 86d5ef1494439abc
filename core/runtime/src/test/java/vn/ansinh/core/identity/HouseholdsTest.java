package vn.ansinh.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.HUONG_SON;
import static vn.ansinh.core.SmallCountry.THANH_SEN;
import static vn.ansinh.core.SmallCountry.VINH_HUNG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.Household;
import vn.ansinh.api.identity.Household.Member;
import vn.ansinh.api.identity.Households.HouseholdDraft;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.Residence;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.testkit.TestDatabase;

/** A family from 2020 to 2026, as it was on any day of it. */
class HouseholdsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String WIFE = "01";
    private static final String CHILD = "08";

    private PeopleDesk desk;
    private StoredPersonRegistry people;
    private StoredHouseholds households;

    @BeforeEach
    void emptyTables() {
        desk = PeopleDesk.empty(DATABASE);
        people = desk.people;
        households = desk.households;
    }

    private <T> T as(long unit, Callable<T> work) {
        return desk.as(unit, work);
    }

    private void act(Runnable work) {
        desk.act(HA_TINH, work);
    }

    private long person(String name, String born, long unit) {
        return desk.register(
                new PersonDraft(name, BirthDate.of(LocalDate.parse(born)), Sex.FEMALE, null, null, null, unit, "Tổ 3"));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private String onDay(long person, String day) {
        return as(HA_TINH, () -> households.of(person, day(day)))
                .map(household ->
                        household.members().stream().map(Member::fullName).collect(Collectors.joining(", ")))
                .orElse("");
    }

    @Test
    void aHouseholdIsTheOneOfTheDayAskedFor() {
        long father = person("Trần Văn Ba", "1950-01-01", THANH_SEN);
        long mother = person("Lê Thị Bốn", "1955-01-01", THANH_SEN);
        long son = person("Trần Văn Năm", "1980-01-01", THANH_SEN);
        long bride = person("Phan Thị Sáu", "1985-01-01", THANH_SEN);
        long id = as(
                        HA_TINH,
                        () -> households.open(new HouseholdDraft(
                                THANH_SEN,
                                "Tổ 3",
                                "Tổ 3, đường Nguyễn Du",
                                father,
                                Map.of(mother, WIFE, son, CHILD),
                                day("2020-01-01"))))
                .id();
        act(() -> households.join(id, bride, "19", day("2022-05-01")));
        Problem head = assertThrows(Problem.class, () -> act(() -> households.leave(id, father, day("2023-01-01"))));
        assertEquals("AS-HOUSEHOLD-HEAD", head.code());
        act(() -> households.head(id, mother, day("2023-01-01")));
        act(() -> households.leave(id, father, day("2023-01-01")));
        Household own = as(HA_TINH, () -> households.split(id, Set.of(son, bride), son, day("2024-06-01")));
        act(() -> households.move(own.id(), HUONG_SON, "Thôn 1", null, day("2025-08-01")));

        assertEquals("", onDay(father, "2019-12-31"));
        assertEquals("Trần Văn Ba, Lê Thị Bốn, Trần Văn Năm", onDay(son, "2021-01-01"));
        assertEquals("Trần Văn Ba, Lê Thị Bốn, Trần Văn Năm, Phan Thị Sáu", onDay(son, "2022-12-31"));
        assertEquals("Lê Thị Bốn, Trần Văn Năm, Phan Thị Sáu", onDay(son, "2023-01-01"));
        assertEquals("", onDay(father, "2023-01-01"));
        assertEquals("Trần Văn Năm, Phan Thị Sáu", onDay(son, "2024-06-01"));
        assertEquals("Lê Thị Bốn", onDay(mother, "2026-01-01"));

        Household moved =
                as(HUONG_SON, () -> households.of(bride, day("2026-01-01"))).orElseThrow();
        assertEquals(HUONG_SON, moved.unitId());
        assertEquals(son, moved.headId());
        assertEquals(Optional.empty(), as(THANH_SEN, () -> households.of(bride, day("2026-01-01"))));
        assertEquals(
                List.of(
                        new Residence(HUONG_SON, "Thôn 1", null, day("2025-08-01"), null),
                        new Residence(THANH_SEN, "Tổ 3", "Tổ 3", null, day("2025-08-01"))),
                as(HA_TINH, () -> people.residences(son)));
        assertTrue(
                as(HA_TINH, () -> households.history(own.id())).get(0).detail().contains("Xã Hương Sơn"));
    }

    @Test
    void nobodyIsInTwoHouseholdsAndNothingIsChangedBeforeTheLatestChange() {
        long one = person("Trần Văn Ba", "1950-01-01", THANH_SEN);
        long other = person("Lê Thị Bốn", "1955-01-01", THANH_SEN);
        long far = person("Võ Thị Xa", "1960-01-01", VINH_HUNG);
        long id = as(
                        HA_TINH,
                        () -> households.open(
                                new HouseholdDraft(THANH_SEN, null, null, one, Map.of(), day("2024-01-01"))))
                .id();
        long second = as(
                        HA_TINH,
                        () -> households.open(
                                new HouseholdDraft(THANH_SEN, null, null, other, Map.of(), day("2024-01-01"))))
                .id();
        Problem two = assertThrows(Problem.class, () -> act(() -> households.join(id, other, WIFE, day("2024-02-01"))));
        assertEquals("AS-HOUSEHOLD-TWO", two.code());
        Problem unknown =
                assertThrows(Problem.class, () -> act(() -> households.join(id, far, null, day("2024-02-01"))));
        assertEquals("AS-PERSON-UNKNOWN", unknown.code());

        Household merged = as(HA_TINH, () -> households.merge(second, id, day("2024-03-01")));
        assertEquals(2, merged.members().size());
        assertEquals(
                1,
                as(HA_TINH, () -> households.list(HA_TINH, "tran", null, 10))
                        .households()
                        .size());
        act(() -> households.relation(id, other, WIFE));
        assertEquals(
                WIFE,
                as(HA_TINH, () -> households.byId(id, day("2024-03-01")))
                        .orElseThrow()
                        .members()
                        .get(1)
                        .relation());
        Problem late = assertThrows(Problem.class, () -> act(() -> households.leave(id, other, day("2024-02-15"))));
        assertEquals("AS-HOUSEHOLD-LATER", late.code());
        Problem ahead = assertThrows(Problem.class, () -> act(() -> households.leave(id, other, day("2026-12-01"))));
        assertEquals("AS-HOUSEHOLD-DAY", ahead.code());
    }
}
