package vn.ansinh.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.HUONG_SON;
import static vn.ansinh.core.SmallCountry.NGHE_AN;
import static vn.ansinh.core.SmallCountry.THANH_SEN;
import static vn.ansinh.core.SmallCountry.VINH_HUNG;
import static vn.ansinh.core.SmallCountry.official;

import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonRegistry.PersonPage;
import vn.ansinh.api.identity.PersonRegistry.PersonQuery;
import vn.ansinh.api.identity.PersonRegistry.Registered;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.testkit.TestDatabase;

/** People: each once, however often and by whatever number they come. */
class StoredPersonRegistryTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final BirthDate BORN = BirthDate.of(LocalDate.of(1943, 3, 10));
    private static final String NUMBER = "042143004410";
    private static final String OLD_NUMBER = "183456789";

    private final SmallCountry country = new SmallCountry();
    private final ThreadAccess access = country.access();
    private final StoredPersonRegistry registry =
            new StoredPersonRegistry(DATABASE.scopedBy(access), DATABASE.transactions(), access, country.units());
    private Access.Binding binding;

    @BeforeEach
    void emptyTables() {
        country.store(DATABASE.transactions());
        DATABASE.transactions().run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from ansinh.person");
            }
        });
        binding = access.bind(official(HA_TINH));
    }

    @AfterEach
    void leave() {
        binding.close();
    }

    @Test
    void theSameListTwiceChangesNothing() {
        List<PersonDraft> list = List.of(
                draft("Nguyễn Thị Ẩn", NUMBER, OLD_NUMBER),
                draft("Trần Văn Bình", null, "183000001"),
                draft("Lê Thị Chín", null, null),
                draft("Lê  Thị Chín ", null, null),
                draft("Nguyễn Thị Ẩn", NUMBER, null));

        List<Registered> first = registry.registerAll(list);
        assertEquals(
                List.of(true, true, true, false, false),
                first.stream().map(Registered::created).toList());
        assertEquals(first.get(0).personId(), first.get(4).personId());
        assertEquals(first.get(2).personId(), first.get(3).personId());
        assertTrue(first.stream().noneMatch(r -> r.changed() || r.differs() || r.elsewhere()));

        List<Registered> second = registry.registerAll(list);
        assertEquals(
                first.stream().map(Registered::personId).toList(),
                second.stream().map(Registered::personId).toList());
        assertTrue(second.stream().noneMatch(r -> r.created() || r.changed() || r.differs()));
    }

    @Test
    void whatTheRegistryDidNotKnowIsLearnedAndNothingIsOverwritten() {
        long id = registry.registerAll(List.of(new PersonDraft(
                        "Nguyễn Thị Ẩn",
                        BirthDate.ofYear(1943),
                        Sex.FEMALE,
                        null,
                        OLD_NUMBER,
                        null,
                        THANH_SEN,
                        "Tổ 1")))
                .get(0)
                .personId();

        List<Registered> again = registry.registerAll(List.of(
                new PersonDraft("NGUYỄN THỊ ẨN", BORN, Sex.FEMALE, NUMBER, OLD_NUMBER, "01", HUONG_SON, "Tổ 9")));
        assertEquals(List.of(new Registered(id, false, true, false, false)), again);

        assertEquals(
                new Person(id, "Nguyễn Thị Ẩn", BORN, Sex.FEMALE, NUMBER, OLD_NUMBER, "01", THANH_SEN, "Tổ 1", null),
                registry.byId(id).orElseThrow());
    }

    @Test
    void aNumberKnownUnderAnotherNameIsToldAndTeachesNothing() {
        long id = register(draft("Nguyễn Thị Ẩn", NUMBER, null)).personId();

        Registered other = register(new PersonDraft(
                "Trần Văn Bình", BirthDate.ofYear(1950), Sex.MALE, NUMBER, OLD_NUMBER, "01", THANH_SEN, null));
        assertEquals(new Registered(id, false, false, true, false), other);
        assertNull(registry.byId(id).orElseThrow().oldIdNumber());
    }

    @Test
    void twoNewNumbersDoNotTakeTheSamePerson() {
        long id = register(draft("Nguyễn Thị Ẩn", null, OLD_NUMBER)).personId();

        List<Registered> both = registry.registerAll(List.of(
                draft("Nguyễn Thị Ẩn", NUMBER, OLD_NUMBER), draft("Nguyễn Thị Ẩn", "042143000001", OLD_NUMBER)));
        assertEquals(id, both.get(0).personId());
        assertNotEquals(id, both.get(1).personId());
        assertTrue(both.get(1).created());
    }

    @Test
    void peopleWithoutNumbersAreAlikeOnlyInTheSamePlaceAndWithTheSameBirth() {
        long id = register(draft("Lê Thị Chín", null, null)).personId();

        assertEquals(id, register(draft("LE THI CHIN", null, null)).personId());
        assertNotEquals(
                id,
                register(new PersonDraft("Lê Thị Chín", BORN, Sex.FEMALE, null, null, null, HUONG_SON, null))
                        .personId());
        assertNotEquals(
                id,
                register(new PersonDraft(
                                "Lê Thị Chín", BirthDate.ofYear(1943), Sex.FEMALE, null, null, null, THANH_SEN, null))
                        .personId());
    }

    @Test
    void nobodySeesOrChangesPeopleOutsideTheirSubtree() throws Exception {
        long id = register(draft("Nguyễn Thị Ẩn", NUMBER, null)).personId();

        try (Access.Binding ignored = access.bind(official(NGHE_AN))) {
            assertTrue(registry.byId(id).isEmpty());
            assertEquals(
                    List.of(),
                    registry.search(new PersonQuery(NUMBER, 0, null, 10)).people());
            assertEquals(0, registry.count(new PersonQuery("", HA_TINH, null, 10), 100));
            Registered known = register(
                    new PersonDraft("Nguyễn Thị Ẩn", BORN, Sex.FEMALE, NUMBER, OLD_NUMBER, null, VINH_HUNG, null));
            assertEquals(new Registered(id, false, false, false, true), known);
            assertThrows(Problem.class, () -> register(draft("Lê Thị Chín", null, null)));
        }
        assertNull(registry.byId(id).orElseThrow().oldIdNumber());
        Caller reader = new Caller("doc", "Người đọc", HA_TINH, Set.of(Permissions.PERSON_READ));
        assertThrows(Problem.class, () -> access.callAs(reader, () -> register(draft("Lê Thị Chín", null, null))));
    }

    @Test
    void peopleAreFoundByNameYearOrNumberAndPagedInVietnameseOrder() {
        List<PersonDraft> list = new ArrayList<>();
        String[] names = {"Nguyễn Văn Ân", "Bùi Thị Ánh", "Trần Thị An", "Đỗ Văn Đào", "Lê Dũng", "Y Bhŭm Êban"};
        for (int i = 0; i < names.length; i++) {
            list.add(new PersonDraft(
                    names[i],
                    BirthDate.ofYear(1940 + i),
                    Sex.MALE,
                    "04204" + i + "000001",
                    "18345678" + i,
                    null,
                    i % 2 == 0 ? THANH_SEN : HUONG_SON,
                    null));
        }
        registry.registerAll(list);

        assertEquals(
                List.of("Trần Thị An", "Bùi Thị Ánh", "Nguyễn Văn Ân", "Lê Dũng", "Đỗ Văn Đào", "Y Bhŭm Êban"),
                find("", HA_TINH));
        assertEquals(List.of("Trần Thị An", "Nguyễn Văn Ân", "Lê Dũng"), find("", THANH_SEN));
        assertEquals(List.of("Trần Thị An", "Nguyễn Văn Ân", "Bùi Thị Ánh"), find("an", 0));
        assertEquals(List.of("Đỗ Văn Đào"), find("đao do", 0));
        assertEquals(List.of("Y Bhŭm Êban"), find("bhum", 0));
        assertEquals(List.of("Bùi Thị Ánh"), find("thị 1941", 0));
        assertEquals(List.of("Trần Thị An"), find("042 042 000 001", 0));
        assertEquals(List.of("Trần Thị An"), find("42042000001", 0));
        assertEquals(List.of("Trần Thị An"), find("183456782", 0));
        assertEquals(List.of(), find("18345678", 0));
        assertEquals(List.of(), find("100%", 0));
        assertEquals(2, registry.count(new PersonQuery("", HA_TINH, null, 1), 2));

        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            PersonPage page = registry.search(new PersonQuery("", HA_TINH, cursor, 2));
            page.people().forEach(person -> paged.add(person.fullName()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(find("", HA_TINH), paged);
        assertThrows(Problem.class, () -> registry.search(new PersonQuery("", 0, "không phải", 2)));
    }

    @Test
    void aProvincesListIsRegisteredInOneGo() {
        List<PersonDraft> list = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            list.add(new PersonDraft(
                    "Nguyễn Văn " + (char) ('A' + i % 26) + "n",
                    BirthDate.of(LocalDate.of(1930, 1, 1).plusDays(i)),
                    i % 2 == 0 ? Sex.MALE : Sex.FEMALE,
                    i % 3 == 0 ? null : String.format("042%09d", i),
                    i % 3 == 1 ? null : String.format("18%07d", i),
                    "01",
                    i % 5 == 0 ? HUONG_SON : THANH_SEN,
                    "Thôn\t" + i % 12 + "\\"));
        }
        Set<Long> ids = new HashSet<>();
        registry.registerAll(list).forEach(registered -> ids.add(registered.personId()));
        assertEquals(20_000, ids.size());
        assertTrue(registry.registerAll(list).stream().noneMatch(r -> r.created() || r.changed() || r.differs()));
    }

    private List<String> find(String text, long unit) {
        return registry.search(new PersonQuery(text, unit, null, 100)).people().stream()
                .map(Person::fullName)
                .toList();
    }

    private Registered register(PersonDraft draft) {
        return registry.registerAll(List.of(draft)).get(0);
    }

    private static PersonDraft draft(String name, String number, String oldNumber) {
        return new PersonDraft(name, BORN, Sex.FEMALE, number, oldNumber, null, THANH_SEN, null);
    }
}
