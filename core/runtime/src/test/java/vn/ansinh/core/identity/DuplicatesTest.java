package vn.ansinh.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.HUONG_SON;
import static vn.ansinh.core.SmallCountry.THANH_SEN;
import static vn.ansinh.core.SmallCountry.VINH_HUNG;
import static vn.ansinh.core.SmallCountry.official;

import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.Duplicates.Merge;
import vn.ansinh.api.identity.Duplicates.Pair;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.fact.DeclaredFacts;
import vn.ansinh.core.policy.Arrival;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.policy.TestPack;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** Records that may speak of one person: found, put before officials, merged, and taken apart again. */
class DuplicatesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final LocalDate BORN = LocalDate.of(1943, 3, 10);

    private final SmallCountry country = new SmallCountry();
    private final Access access = country.access();
    private StoredPersonRegistry people;
    private Facts facts;
    private StoredDuplicates duplicates;

    @BeforeEach
    void emptyTables() {
        country.store(DATABASE.transactions());
        DATABASE.transactions().run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from ansinh.entitlement; delete from ansinh.person; delete from ansinh.fact");
            }
        });
        people = new StoredPersonRegistry(DATABASE.transactions(), access, country.units());
        facts = DeclaredFacts.of(DATABASE.transactions(), access, TestPack.KEYS_FILE);
        PolicyRegistry policies = new PolicyRegistry(DATABASE.transactions(), access, facts, Arrival.IN_FORCE);
        duplicates = new StoredDuplicates(
                DATABASE.transactions(),
                access,
                country.units(),
                policies,
                facts,
                Audit.NONE,
                Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
    }

    private <T> T as(Caller caller, Callable<T> work) {
        try {
            return access.callAs(caller, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long person(String name, BirthDate birth, String number, String old, long unit) {
        return as(
                Caller.SYSTEM,
                () -> people.registerAll(
                                List.of(new PersonDraft(name, birth, Sex.FEMALE, number, old, null, unit, "Thôn 2")))
                        .get(0)
                        .personId());
    }

    private Set<String> found(Caller caller, long unit) {
        return as(caller, () -> {
            new DuplicateSearch(DATABASE.transactions(), access).run(new TriedJob(Map.of("unit", Long.toString(unit))));
            Set<String> pairs = new TreeSet<>();
            for (Pair pair : duplicates.candidates(unit, null, 100).pairs()) {
                pairs.add(pair.first().fullName() + " = "
                        + (pair.second() == null
                                ? "?" + pair.elsewhere()
                                : pair.second().fullName()));
            }
            return pairs;
        });
    }

    @Test
    void recordsThatLookAlikeAreFoundAndTwoNumbersMakeTwoPeople() {
        BirthDate day = BirthDate.of(BORN);
        person("Nguyễn Thị Ẩn", day, null, null, THANH_SEN);
        person("Nguyễn Thi An", day, "042143004410", null, HUONG_SON);
        person("Nguyễn Thị Anh", BirthDate.of(BORN.plusDays(1)), null, null, THANH_SEN);
        person("Trần Thị Bưởi", day, "042143000001", null, THANH_SEN);
        person("Trần Thị Bười", day, "042143000777", null, HUONG_SON);
        person("Lê Thị Chín", BirthDate.ofYear(1950), null, null, THANH_SEN);
        person("Lê Thị Chính", BirthDate.of(LocalDate.of(1950, 5, 6)), null, null, THANH_SEN);
        person("Phan Thị Dần", day, null, "183000001", VINH_HUNG);
        person("Phan Thị Dần", day, "040143000009", null, THANH_SEN);

        assertEquals(
                Set.of("Nguyễn Thị Ẩn = Nguyễn Thi An", "Lê Thị Chín = Lê Thị Chính", "Phan Thị Dần = ?" + VINH_HUNG),
                found(official(HA_TINH), HA_TINH),
                "the record in another province is not shown, only where it is");

        Pair pair = as(
                official(HA_TINH),
                () -> duplicates.candidates(HA_TINH, null, 100).pairs().get(0));
        as(official(HA_TINH), () -> {
            duplicates.different(pair.first().id(), pair.second().id(), "Hai chị em họ");
            return null;
        });
        assertEquals(2, found(official(HA_TINH), HA_TINH).size(), "found again, but decided");
    }

    @Test
    void whereTheyComeFromTellsPeopleApartAndAnAccountPutsThemTogether() {
        long one = born("Nguyễn Thị Ẩn", "042143004410", "Xã Sơn Tây, Hương Sơn");
        born("Nguyễn Thị Ẩm", null, "xã Sơn tây - hương sơn");
        born("Nguyễn Thị Anh", null, "Thị trấn Diêu Trì, Bình Định");
        long other = born("Trần Văn Bưởi", null, null);
        paid(one, "0101234567890");
        paid(other, "0101234567890");

        assertEquals(
                Set.of("Nguyễn Thị Ẩn = Nguyễn Thị Ẩm", "Nguyễn Thị Ẩn = Trần Văn Bưởi"),
                found(official(HA_TINH), HA_TINH));
    }

    private long born(String name, String number, String origin) {
        PersonDraft draft =
                new PersonDraft(name, BirthDate.of(BORN), Sex.FEMALE, number, null, null, THANH_SEN, "Thôn 2", origin);
        return as(Caller.SYSTEM, () -> people.registerAll(List.of(draft)).get(0).personId());
    }

    private static void paid(long person, String account) {
        DATABASE.transactions().run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into ansinh.entitlement (person_id, program, benefit, unit_id, from_month,"
                        + " payment_method, account_number, payee_role) values (" + person + ", 'btxh', 'X', "
                        + THANH_SEN
                        + ", '2026-01-01', 'TKNH', '" + account + "', 'SELF')");
                // the account of one of them is another by now
                statement.execute(
                        "update ansinh.entitlement set account_number = '99' || account_number where person_id = "
                                + person + " and person_id % 2 = 0");
            }
        });
    }

    @Test
    void aMergeTakesWhatTheOfficialChoseAndAnUndoGivesItBack() {
        long keep = person("Nguyễn Thị Ẩn", BirthDate.ofYear(1943), null, "183456789", THANH_SEN);
        long gone = person("Nguyễn Thị An", BirthDate.of(BORN), "042143004410", null, HUONG_SON);
        Caller chief = official(HA_TINH);
        as(
                chief,
                () -> facts.recordAll(List.of(
                        fact(keep, "muc-do", "nang", "2020-01-01"),
                        fact(gone, "muc-do", "nhe", "2021-01-01"),
                        fact(gone, "con", "2015-03-02 An", "2016-01-01"))));
        Person before = as(chief, () -> people.byId(keep)).orElseThrow();

        Problem unchosen =
                assertThrows(Problem.class, () -> as(chief, () -> duplicates.merge(keep, gone, Map.of(), "Trùng")));
        assertEquals("AS-MERGE-CHOICE", unchosen.code());
        Problem outside = assertThrows(
                Problem.class, () -> as(official(THANH_SEN), () -> duplicates.merge(keep, gone, Map.of(), "Trùng")));
        assertEquals(Problem.Kind.NOT_FOUND, outside.kind());

        Map<String, Long> choices = Map.of("fullName", keep, "birth", gone, "residence", keep, "fact:muc-do", gone);
        Merge merge = as(chief, () -> duplicates.merge(keep, gone, choices, "Trùng"));
        Person merged = as(chief, () -> people.byId(gone)).orElseThrow();
        assertEquals(keep, merged.id(), "the old key leads to the record that was kept");
        assertEquals("Nguyễn Thị Ẩn", merged.fullName());
        assertEquals(BirthDate.of(BORN), merged.birth());
        assertEquals("042143004410", merged.idNumber());
        assertEquals("183456789", merged.oldIdNumber());
        assertEquals(THANH_SEN, merged.unitId());
        assertEquals(Set.of("muc-do nhe", "con 2015-03-02 An"), known(keep));
        assertEquals(Set.of(), known(gone));
        assertEquals(
                keep,
                person("Nguyễn Thị An", BirthDate.of(BORN), null, null, HUONG_SON),
                "a list that still has the other record finds the person");

        as(chief, () -> {
            duplicates.undo(merge.id(), "Hai người khác nhau");
            return null;
        });
        assertEquals(before, as(chief, () -> people.byId(keep)).orElseThrow());
        Person again = as(chief, () -> people.byId(gone)).orElseThrow();
        assertEquals("042143004410", again.idNumber());
        assertNull(again.oldIdNumber());
        assertEquals(Set.of("muc-do nang"), known(keep));
        assertEquals(Set.of("muc-do nhe", "con 2015-03-02 An"), known(gone));
        Problem twice = assertThrows(
                Problem.class,
                () -> as(chief, () -> {
                    duplicates.undo(merge.id(), "Lần nữa");
                    return null;
                }));
        assertEquals("AS-MERGE-UNDONE", twice.code());
        assertTrue(as(chief, () -> people.history(keep)).size() >= 2);
    }

    private static Fact fact(long person, String key, String value, String from) {
        return new Fact(Subject.person(person), key, value, LocalDate.parse(from), null, "test");
    }

    private Set<String> known(long person) {
        Set<String> known = new TreeSet<>();
        as(Caller.SYSTEM, () -> facts.of(Subject.person(person)))
                .forEach(fact -> known.add(fact.key() + " " + fact.value()));
        return known;
    }
}
